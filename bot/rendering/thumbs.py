"""Did this answer help? Two thumbs beside the way to the menu, and what comes in their place once one was pressed.

Nothing else moves then: a second tap on the same spot finds no other button, least of all the quick exit.
"""

from typing import Final

from bot.conversation.thumbs import AGAIN, LETTERS, LONGEST, UNSAID, Thumb
from bot.conversation.views import TopicShown
from bot.packs.assets import Topic
from bot.packs.topic_version import version_of
from bot.rendering.buttons import ROWS, button, exit_button, menu_button, pairs, person_buttons
from bot.rendering.context import Reader
from bot.rendering.markup import plain
from bot.rendering.message import Button, Rows
from bot.rendering.reasons import reason_titles

ROOM: Final = 2
"""Rows that the ways on from an answer take with thumbs: one with them and the menu, one with the section."""


def thumb_of(view: TopicShown, found: Topic, reader: Reader) -> Thumb | None:
    """What a thumb under this answer speaks of; None where nobody is asked."""
    if view.sent or view.thumbs in {"none", "rated"} or view.part not in LETTERS or len(view.slug) > LONGEST:
        return None
    return Thumb(view.slug, version_of(found, reader.language), view.part, view.switched_from)


def thumbs_said(view: TopicShown, reader: Reader) -> str:
    """What is said below an answer that did not help: the question why, then what may help better."""
    say = reader.say
    if view.thumbs == "why":
        return plain(say.gettext("Thank you for saying so. Why did it not help? One tap is enough."))
    if view.thumbs != "sorry":
        return ""
    thanks = say.gettext("Thank you. Only your answer was counted, not whose it is.")
    person = say.gettext("A counsellor may understand you better than I do.") if reader.context.desk else ""
    ask = say.gettext("You can also write your question in other words.")
    return plain(" ".join(filter(None, (thanks, person, ask))))


def why_rows(thumb: Thumb, reader: Reader) -> Rows:
    """The reasons, and the way back without one."""
    titles = reason_titles(reader.say)
    reasons = pairs(button(title, thumb.tap("because", reason)) for reason, title in titles.items())
    back = button(reader.say.gettext("⬅ Back"), thumb.tap("because", UNSAID))
    return (*reasons, (back,), (menu_button(reader),))


def with_ways_on(rows: Rows, section: Button, thumb: Thumb | None, view: TopicShown, reader: Reader) -> Rows:
    """The rows of an answer with the section and the menu below them, and thumbs where they cost no other button."""
    to_menu, mine = menu_button(reader), _thumbs(thumb, view, reader)
    lone = next((at for at in reversed(range(len(rows))) if len(rows[at]) == 1), None)
    if mine and len(rows) + ROOM <= ROWS:
        return (*rows, (*mine, to_menu), (section, exit_button(reader)))
    if mine and lone is not None:
        # As many rows as without thumbs: the section goes beside a button that stood alone.
        return (*rows[:lone], *rows[lone + 1 :], (*mine, to_menu), (*rows[lone], section))
    return (*rows, (section, to_menu))


def _thumbs(thumb: Thumb | None, view: TopicShown, reader: Reader) -> tuple[Button, ...]:
    """The two thumbs; once one was pressed thanks, or a person where the answer did not help."""
    say = reader.say
    if thumb is None:
        return ()
    if view.thumbs == "sorry":
        return person_buttons(reader)
    if view.thumbs == "thanked":
        return (button(say.gettext("✓ Thank you"), thumb.tap("helpful", AGAIN)),)
    return button(say.gettext("👍 Helpful"), thumb.tap("helpful")), button(say.gettext("👎 No"), thumb.tap("unhelpful"))


def rated(view: TopicShown) -> bool:
    """Whether its reader has said whether it helped: what its buttons open does not ask again."""
    return view.thumbs in {"thanked", "sorry", "rated"}
