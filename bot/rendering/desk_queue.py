"""The open cases at a glance, and who is there to take them."""

from typing import Final

from bot.desk.alias import alias
from bot.desk.taps import DeskTap
from bot.desk.views import Queue, QueuedCase
from bot.language.formats import all_of
from bot.rendering.buttons import pairs
from bot.rendering.context import Reader
from bot.rendering.desk_buttons import desk_button, duty_button
from bot.rendering.desk_card import client_of, holder_of, put_off
from bot.rendering.markup import bold, lines, page, plain
from bot.rendering.message import Message

LISTED: Final = 20
"""Cases that one message shows; the urgent ones and those that wait longest stand first."""

GROUP_MINUTE: Final = 20
"""Messages that one group takes in a minute (Telegram's Bot FAQ)."""


def queue(view: Queue, reader: Reader) -> Message:
    say = reader.say
    listed = sorted(view.cases, key=_place)
    count = say.ngettext("{number} open case", "{number} open cases", len(listed)).format(number=len(listed))
    rest = len(listed) - LISTED
    more = say.ngettext("and {number} more", "and {number} more", rest).format(number=rest) if rest > 0 else ""
    found = lines(*(_line(each, reader) for each in listed[:LISTED]), plain(more))
    refresh = desk_button(say.gettext("Look again"), DeskTap("queue"))
    rows = pairs((refresh, duty_button(reader, on=True), duty_button(reader, on=False)))
    return Message(page(bold(count if listed else say.gettext("No open cases")), found, _there(view, reader)), rows)


def _place(queued: QueuedCase) -> tuple[bool, bool, int]:
    """The urgent ones first, then those that nobody has, then by how long they are open."""
    return not queued.facts.urgent, queued.facts.status != "waiting", -queued.minutes


def _line(queued: QueuedCase, reader: Reader) -> str:
    case = queued.facts
    marks = ("❗" if case.urgent else "") + ("⚠️" if case.signal else "")
    named = f"{marks} {bold(alias(queued.case))}".strip()
    return " · ".join((named, plain(_waits(queued, reader)), plain(client_of(case, reader))))


def _waits(queued: QueuedCase, reader: Reader) -> str:
    """Who has it, else for how long it is open; and until when it was put off."""
    open_for = reader.say.gettext("{number} min").format(number=queued.minutes)
    return " · ".join(filter(None, (holder_of(queued.facts) or open_for, put_off(queued.facts, reader))))


def _there(view: Queue, reader: Reader) -> str:
    """Who is on duty, and how much of the group's minute is used."""
    say = reader.say
    names = all_of(view.on_duty, reader.language) if view.on_duty else ""
    duty = say.gettext("On duty: {names}.").format(names=names) if names else say.gettext("Nobody is on duty.")
    used = say.gettext("In the last minute {used} of {most} messages went to this group.")
    return lines(plain(duty), plain(used.format(used=view.used, most=GROUP_MINUTE)))
