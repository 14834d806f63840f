"""A list that one can tick off: how far one is, one group of it, and a reminder of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Final

from bot.conversation.guide_views import Checklist, Reminder
from bot.conversation.taps import Tap
from bot.language.formats import long_date
from bot.packs.guide_schema import GuideItem
from bot.rendering.buttons import button, menu_button, pairs, shown, topic_button
from bot.rendering.context import Reader
from bot.rendering.guide_opened import Opened
from bot.rendering.guide_ways import kind_buttons
from bot.rendering.markup import bold, lines, page, plain
from bot.rendering.message import Button, Message, Rows
from bot.rendering.sources import source_line

ABREAST: Final = 3
"""Boxes a row: a mark and a number are short."""

LEADING: Final = 4
"""Subjects and services under a group: two rows of them."""


@dataclass(frozen=True)
class Listed:
    """What of a list is still in the packs, and what of it is done."""

    view: Checklist
    guide: Opened
    items: tuple[GuideItem, ...]

    def group_of(self, item: GuideItem) -> str:
        """Nothing for an item without a group that has a title: it stands in the list itself."""
        return item.group if item.group in self.guide.words.groups and item.group else ""

    def of(self, group: str) -> tuple[GuideItem, ...]:
        return tuple(item for item in self.items if self.group_of(item) == group)

    def is_done(self, item: GuideItem) -> bool:
        return item.id in self.view.ticked

    def done(self, items: Iterable[GuideItem]) -> int:
        return sum(map(self.is_done, items))

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(group for group in dict.fromkeys(map(self.group_of, self.items)) if group)


def checklist(view: Checklist, guide: Opened) -> Message | None:
    """All of it, or one group; None where nothing of it is left in the packs."""
    listed = Listed(view, guide, guide.items(view.items))
    if not listed.items:
        return None
    return _group(listed) if view.group in listed.groups else _whole(listed)


def _whole(listed: Listed) -> Message:
    guide, say, loose = listed.guide, listed.guide.reader.say, listed.of("")
    done, total = listed.done(listed.items), len(listed.items)
    so_far = say.gettext("{done} of {total} done.").format(done=done, total=total)
    how = say.gettext("You have done all of it.") if done == total else say.gettext("Tap a part to see it.")
    head = lines(
        bold(guide.words.title), guide.banner, plain(so_far), plain(how if listed.groups or done == total else "")
    )
    groups = pairs(_group_button(group, listed) for group in listed.groups)
    remind = button(say.gettext("Remind me"), Tap("remind", guide.name))
    delete = button(say.gettext("Delete the list"), Tap("forget", guide.name))
    said = page(head, _numbered(loose, listed), plain(_note(listed)), _source(loose, listed))
    return Message(said, (*_boxes(loose, listed), *groups, (remind, delete), (menu_button(guide.reader),)))


def _group(listed: Listed) -> Message:
    guide, group = listed.guide, listed.view.group
    items = listed.of(group)
    head = lines(bold(_progress(group, listed)), guide.banner)
    back = button(guide.reader.say.gettext("⬅ Back to the list"), Tap("list", guide.name))
    said = page(head, _numbered(items, listed), plain(_note(listed)), _source(items, listed))
    rows = (*_boxes(items, listed), *_leading(items, guide.reader), (back, menu_button(guide.reader)))
    return Message(said, rows)


def ask_reminder(guide: Opened) -> Message:
    say = guide.reader.say
    ask = say.gettext("When shall I write to you? The message does not say what it is about.")
    kept = say.gettext("For this we keep, sealed, where to write to you. After it, or if you say no, it is deleted.")
    choices = {
        3: say.gettext("In 3 days"),
        7: say.gettext("In a week"),
        30: say.gettext("In a month"),
        0: say.gettext("No reminder"),
    }
    buttons = (button(label, Tap("remind", guide.name, str(days))) for days, label in choices.items())
    back = button(say.gettext("⬅ Back to the list"), Tap("list", guide.name))
    return Message(lines(plain(ask), plain(kept)), (*pairs(buttons), (back, menu_button(guide.reader))))


def reminder(view: Reminder, reader: Reader) -> Message | None:
    """It lies on a locked screen until somebody looks, so it names nothing; None for a guide that is gone."""
    if view.guide not in reader.packs.guides:
        return None
    say = reader.say
    hello = say.gettext("Hello. You asked me to write to you today.")
    waits = say.gettext("Your list is here, as you left it.")
    opened = button(say.gettext("Open my list"), Tap("list", view.guide))
    again = button(say.gettext("Remind me again"), Tap("remind", view.guide))
    return Message(lines(plain(hello), plain(waits)), ((opened, again), (menu_button(reader),)))


def _note(listed: Listed) -> str:
    """What became of a reminder."""
    view, reader = listed.view, listed.guide.reader
    if view.note == "reminder_set":
        day = long_date(reader.context.today + timedelta(days=view.days), reader.language)
        return reader.say.gettext("I will write to you on {date}.").format(date=day)
    return reader.say.gettext("I will not write to you about it.") if view.note else ""


def _progress(group: str, listed: Listed) -> str:
    items = listed.of(group)
    return f"{listed.guide.words.groups[group].title} {listed.done(items)}/{len(items)}"


def _group_button(group: str, listed: Listed) -> Button:
    return button(_progress(group, listed), Tap("list", listed.guide.name, group))


def _numbered(items: tuple[GuideItem, ...], listed: Listed) -> str:
    texts = listed.guide.words.items
    return lines(*(plain(f"{_box(item, listed)} {at}. {texts[item.id].text}") for at, item in enumerate(items, 1)))


def _box(item: GuideItem, listed: Listed) -> str:
    return "☑" if listed.is_done(item) else "☐"


def _boxes(items: tuple[GuideItem, ...], listed: Listed) -> Rows:
    """Each says what it makes of the item, so that a second tap on an old button does no harm."""
    turned = {True: "off", False: "on"}
    boxes = iter(
        button(
            f"{_box(item, listed)} {at}",
            Tap("tick", listed.guide.name, f"{item.id}.{turned[listed.is_done(item)]}"),
        )
        for at, item in enumerate(items, 1)
    )
    rows: list[tuple[Button, ...]] = []
    while row := tuple(islice(boxes, ABREAST)):
        rows.append(row)
    return tuple(rows)


def _leading(items: tuple[GuideItem, ...], reader: Reader) -> Rows:
    """What one can read about them, then who helps."""
    slugs = dict.fromkeys(item.topic for item in items if item.topic and shown(item.topic, reader))
    kinds = dict.fromkeys(item.service for item in items if item.service)
    topics = tuple(topic_button(reader.packs.topics[slug], reader) for slug in slugs)
    return pairs((*topics, *kind_buttons(tuple(kinds), reader))[:LEADING])


def _source(items: tuple[GuideItem, ...], listed: Listed) -> str:
    if not items:
        return listed.guide.foreign
    named = (name for item in items for name in item.sources)
    return lines(listed.guide.foreign, source_line(listed.guide.sources(named), listed.guide.reader))
