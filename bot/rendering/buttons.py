"""Buttons: short labels that say what happens, one or two a row."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from bot.conversation.taps import Tap
from bot.language.formats import language_name
from bot.packs.assets import Topic
from bot.rendering.context import Reader
from bot.rendering.message import Button, Rows

LABEL: Final = 24
"""Characters that two buttons side by side have room for on a small phone (voice rule 1)."""

ROWS: Final = 6
"""Rows of buttons that fit under a message (voice rule 1)."""

HELPLINES: Final = "helplines"
"""The topic that stands in where no person can be offered."""


def cut(text: str) -> str:
    """As a label: what is too long ends at a word, with an ellipsis."""
    if len(text) <= LABEL:
        return text
    head = text[:LABEL]
    at = head.rfind(" ")
    return (head[: at if at > 0 else LABEL - 1]).rstrip(" ,;:.-\N{EN DASH}(") + "…"


def button(text: str, tap: Tap) -> Button:
    return Button(cut(text), tap.packed())


def pairs(buttons: Iterable[Button]) -> Rows:
    """Two a row, in order."""
    rest = iter(buttons)
    rows: list[tuple[Button, ...]] = []
    while row := tuple(islice(rest, 2)):
        rows.append(row)
    return tuple(rows)


def menu_button(reader: Reader) -> Button:
    return button(reader.say.gettext("Menu"), Tap("menu"))


def exit_button(reader: Reader) -> Button:
    """The quick exit: leave at once, and wipe this chat."""
    return button(reader.say.gettext("✕ Exit"), Tap("exit"))


def with_exit(rows: Rows, reader: Reader) -> Rows:
    """The quick exit beside the way to the menu, else in a row of its own where there is room (voice rule 9)."""
    to_menu, said = Tap("menu").packed(), {each.data for row in rows for each in row}
    if to_menu not in said or Tap("exit").packed() in said:
        return rows
    if [each.data for each in rows[-1]] == [to_menu]:
        return (*rows[:-1], (*rows[-1], exit_button(reader)))
    return (*rows, (exit_button(reader),)) if len(rows) < ROWS else rows


def near_button(reader: Reader) -> Button:
    return button(reader.say.gettext("📍 Near me"), Tap("near"))


def person_buttons(reader: Reader) -> tuple[Button, ...]:
    """Offer a person to talk to; where there is no desk, the helplines."""
    if reader.context.desk:
        return (button(reader.say.gettext("👤 Talk to a person"), Tap("talk")),)
    return helpline_buttons(reader)


def helpline_buttons(reader: Reader) -> tuple[Button, ...]:
    if not shown(HELPLINES, reader):
        return ()
    return (button(reader.say.gettext("☎️ Helplines"), Tap("topic", HELPLINES)),)


def section_button(section: str, reader: Reader, mark: str = "") -> Button:
    return button(mark + reader.packs.section(section, reader.language).title, Tap("section", section))


def topic_button(topic: Topic, reader: Reader, mark: str = "") -> Button:
    return button(mark + topic.said(reader.language).words.label, Tap("topic", topic.slug))


def shown(slug: str, reader: Reader) -> bool:
    """Whether there is such a topic and it is not too old to be shown."""
    topic = reader.packs.topics.get(slug)
    return topic is not None and topic.freshness(reader.context.today) != "withheld"


def language_rows(reader: Reader) -> Rows:
    """One button a language, named in itself, with a mark on the one that is spoken."""
    marks = {reader.language: " ✓"}
    return pairs(
        button(language_name(language) + marks.get(language, ""), Tap("lang", language))
        for language in reader.packs.languages
    )
