"""Lists that a client ticks off: made by a guide, kept until they are deleted, brought to mind only if asked for."""

from dataclasses import replace
from datetime import datetime
from typing import Final, TypeAlias

from bot.conversation.actions import DropReminder, Remind, Show
from bot.conversation.guide_views import AskReminder, Checklist, GuideNotice, Reminder
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation, KeptList
from bot.conversation.taps import Tap
from bot.conversation.turn import Turn, show
from bot.packs.assets import Guide

Known: TypeAlias = tuple[Knowledge, datetime]

DAYS: Final = (3, 7, 30)
"""In how many days we may write."""
NEVER: Final = "0"


def made(conversation: Conversation, guide: Guide, items: tuple[str, ...]) -> Conversation:
    """With the list that a guide came to; what was ticked on an earlier one stays ticked."""
    before = conversation.list_of(guide.name)
    ticked = tuple(item for item in before.ticked if item in items) if before else ()
    return _with(conversation, KeptList(guide.name, items, ticked))


def _with(conversation: Conversation, kept: KeptList) -> Conversation:
    others = tuple(each for each in conversation.lists if each.guide != kept.guide)
    return replace(conversation, lists=(*others, kept))


def _shown(conversation: Conversation, guide: Guide, tapped: int | None, group: str = "") -> Turn:
    """What has left the packs since is not on it any more."""
    kept = conversation.list_of(guide.name)
    if kept is None:
        return show(conversation, GuideNotice(guide.name, "over"), tapped)
    known = {item.id for item in guide.facts.items}
    items = tuple(item for item in kept.items if item in known)
    ticked = tuple(item for item in kept.ticked if item in items)
    return show(conversation, Checklist(guide.name, items, ticked, group), tapped, awaiting="nothing")


def opened(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, known: Known) -> Turn:
    """The list, or one group of it."""
    if guide.freshness(known[1].date()) == "withheld":
        return show(conversation, GuideNotice(guide.name, "withheld"), tapped)
    return _shown(conversation, guide, tapped, tap.detail)


def ticked(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, _known: Known) -> Turn:
    """An item is done, or is not after all; the button says which, so that a double tap does no harm."""
    name, _, state = tap.detail.partition(".")
    kept = conversation.list_of(guide.name)
    item = next((each for each in guide.facts.items if each.id == name), None)
    if kept is None or item is None or name not in kept.items:
        return _shown(conversation, guide, tapped)
    done = {*kept.ticked, name} if state == "on" else {*kept.ticked} - {name}
    changed = _with(conversation, replace(kept, ticked=tuple(each for each in kept.items if each in done)))
    return _shown(changed, guide, tapped, item.group or "")


def reminded(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, _known: Known) -> Turn:
    """In how many days we write, or not at all; asked first."""
    if conversation.list_of(guide.name) is None:
        return _shown(conversation, guide, tapped)
    if tap.detail == NEVER:
        return _noted(conversation, guide, tapped, 0).then(DropReminder(guide.name))
    if not tap.detail.isdecimal() or int(tap.detail) not in DAYS:
        return show(conversation, AskReminder(guide.name), tapped, awaiting="nothing")
    days = int(tap.detail)
    return _noted(conversation, guide, tapped, days).then(Remind(guide.name, days)).counting("reminder", guide.name)


def _noted(conversation: Conversation, guide: Guide, tapped: int, days: int) -> Turn:
    kept = conversation.list_of(guide.name) or KeptList(guide.name, ())
    note: Checklist = Checklist(guide.name, kept.items, kept.ticked)
    said = replace(note, note="reminder_set" if days else "reminder_dropped", days=days)
    return show(conversation, said, tapped, awaiting="nothing")


def deleted(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, _known: Known) -> Turn:
    """Asked first; then the list is gone, and with it what was to remind of it."""
    if tap.detail != "yes":
        return show(conversation, GuideNotice(guide.name, "ask_delete_list"), tapped, awaiting="nothing")
    others = tuple(each for each in conversation.lists if each.guide != guide.name)
    gone = show(replace(conversation, lists=others), GuideNotice(guide.name, "list_deleted"), tapped)
    return gone.then(DropReminder(guide.name))


def reminder(conversation: Conversation, guide: str, knowledge: Knowledge) -> Turn:
    """The day has come; nothing is written of a list that is gone, and no sound made while a person is talking."""
    if conversation.list_of(guide) is None or guide not in knowledge.packs.guides or not conversation.reachable:
        return Turn(conversation)
    said = Show(Reminder(guide), conversation.language, silent=conversation.case == "held")
    return Turn(conversation, (said,)).counting("reminded", guide)
