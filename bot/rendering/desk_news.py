"""The desk's own news, of no case: danger that somebody wrote of, what failed, and what has to be checked each week."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.desk.case import DESK_LANGUAGE
from bot.desk.views import Alarm
from bot.language.formats import COUNTRY, country_name, language_in, short_date
from bot.packs.deadlines import Deadline
from bot.rendering.context import Context, Reader
from bot.rendering.markup import bold, italic, lines, page, plain
from bot.rendering.message import Message
from bot.rendering.mistakes import mistake_title
from bot.rendering.signals import signal_name
from bot.rendering.titles import place_name, title

LISTED: Final = 15
"""Lines of the weekly list that one message has room for."""


def alarm(view: Alarm, reader: Reader) -> Message:
    """Somebody wrote of danger and is not in a case; never a word of theirs."""
    where = view.place or ""
    there = place_name(where, country_name(where, reader.language) if COUNTRY.fullmatch(where) else "", reader)
    known = (signal_name(view.signal, reader.say), language_in(view.language, reader.language), there)
    said = reader.say.gettext("⚠️ {facts}: the number to call was given, and a person offered.")
    return Message(plain(said.format(facts=" · ".join(filter(None, known)))))


def set_aside(context: Context) -> Message:
    """Warn that one update could not be handled, without a word of it."""
    said = _desk(context).say.gettext(
        "One message could not be handled, even at the fifth try, and was set aside. "
        "Please ask whoever runs Udha to look into the log."
    )
    return Message(plain(f"⚠️ {said}"))


def due_list(found: Sequence[Deadline], within: timedelta, context: Context) -> Message:
    """What has to be checked again, the longest past first; what has no room is counted."""
    reader = _desk(context)
    say = reader.say
    heading = say.ngettext(
        "{number} thing to check within {days} days:", "{number} things to check within {days} days:", len(found)
    ).format(number=len(found), days=within.days)
    listed = [_deadline(deadline, reader) for deadline in found]
    rest = len(found) - LISTED
    more = say.ngettext("and {number} more", "and {number} more", rest).format(number=rest) if rest > 0 else ""
    return _bulleted(heading, listed, say.gettext("All of them: udha content due"), more)


def proposal_list(services: Sequence[str], context: Context) -> Message:
    """Of which services a provider has written, each as often as it did; what, is read with the command."""
    reader = _desk(context)
    heading = reader.say.gettext("Providers wrote about their own entry, and nobody has decided yet:")
    named = [_service(service, reader) for service in services if service in reader.packs.services]
    return _bulleted(heading, named, reader.say.gettext("All of it: udha content proposals"))


def mistake_list(told: Sequence[tuple[str, str]], context: Context) -> Message:
    """What people said is wrong, by service and part of its card; what has no room is left to the command."""
    reader = _desk(context)
    heading = reader.say.gettext("People say that this is wrong:")
    services = reader.packs.services
    named = [f"{_service(one, reader)}: {mistake_title(what, reader.say)}" for one, what in told if one in services]
    return _bulleted(heading, named, reader.say.gettext("All of it: udha content mistakes"))


def _bulleted(heading: str, items: Sequence[str], how: str, more: str = "") -> Message:
    """As many as one message has room for; `how` says where all of them are."""
    listed = (plain(f"• {item}") for item in items[:LISTED])
    return Message(page(bold(heading), lines(*listed, plain(more)), italic(how)))


def _service(service: str, reader: Reader) -> str:
    return reader.packs.service(service, reader.language).words.name


def unclear_list(words: Sequence[str], context: Context) -> Message:
    """Words that several people used and no pack has, the commonest first; what has no room is left to the command."""
    say = _desk(context).say
    heading = say.gettext("Words that several people used and Udha did not understand:")
    how = say.gettext("All of them, with numbers: udha content unclear. A new way of asking, or a new topic?")
    return Message(page(bold(heading), plain(", ".join(words[:LISTED])), italic(how)))


def _deadline(deadline: Deadline, reader: Reader) -> str:
    topics, services = reader.packs.topics, reader.packs.service_words
    named = deadline.name
    if deadline.kind == "topic" and deadline.name in topics:
        named = topics[deadline.name].said(reader.language).words.title
    if deadline.kind == "guide":
        named = title(f"guide:{deadline.name}", reader) or deadline.name
    if deadline.kind == "service" and deadline.name in services:
        named = _service(deadline.name, reader)
    if deadline.kind == "holidays":
        named = reader.say.gettext("calendar of public holidays")
    if deadline.kind == "activities":
        named = reader.say.gettext("calendar of what is on")
    country = f" · {country_name(deadline.country, reader.language)}" if deadline.country else ""
    hidden = reader.say.gettext(" (clients no longer see it)") if deadline.is_withheld(reader.context.today) else ""
    return f"{short_date(deadline.by, reader.language)} · {named}{country} · {deadline.owner}{hidden}"


def _desk(context: Context) -> Reader:
    return Reader(DESK_LANGUAGE, context)
