"""The head of a thread at the desk: what counsellors may know of a case, and what can be done with it."""

from bot.desk.case import Case
from bot.desk.taps import DeskTap
from bot.desk.views import CaseCard, CaseMenu
from bot.language.formats import country_name, language_in
from bot.rendering.buttons import pairs
from bot.rendering.context import Reader
from bot.rendering.desk_buttons import (
    back_button,
    claim_button,
    close_button,
    desk_button,
    find_button,
    snooze_button,
    urgent_button,
)
from bot.rendering.markup import bold, italic, lines, page, plain
from bot.rendering.message import Button, Message
from bot.rendering.moment import hour
from bot.rendering.outcomes import outcome_title
from bot.rendering.signals import signal_name
from bot.rendering.titles import place_name, quoted, title


def case_card(view: CaseCard, reader: Reader, alias: str) -> Message:
    case = view.case
    told = lines(_head(case, reader, alias), plain(_minor(case, reader)), plain(_seen(case, reader)))
    hint = italic(_hint(reader)) if case.status == "waiting" else ""
    return Message(page(lines(told, plain(_stands(case, reader))), hint), pairs(_next(case, reader)))


def case_menu(view: CaseMenu, reader: Reader, alias: str) -> Message:
    case = view.case
    told = lines(_head(case, reader, alias), plain(_stands(case, reader)))
    return Message(told, pairs((*_all(case, reader, holds=view.holds), back_button(reader))))


def client_of(case: Case, reader: Reader) -> str:
    """In which language and where."""
    country = country_name(case.country, reader.language) if case.country else ""
    return " · ".join(
        filter(None, (language_in(case.language, reader.language), place_name(case.place, country, reader)))
    )


def holder_of(case: Case) -> str:
    """Who has the case, or had it when it was closed."""
    return f"👤 {case.holder.name}" if case.holder else ""


def put_off(case: Case, reader: Reader) -> str:
    if case.snoozed is None:
        return ""
    return reader.say.gettext("put off until {time}").format(time=hour(case.snoozed, reader))


def _head(case: Case, reader: Reader, alias: str) -> str:
    danger = f"⚠️ {signal_name(case.signal, reader.say)}" if case.signal else ""
    subject = title(case.subject, reader) if case.subject else ""
    named = ("❗ " if case.urgent else "") + bold(alias)
    return " · ".join(filter(None, (named, *map(plain, (client_of(case, reader), subject, danger)))))


def _minor(case: Case, reader: Reader) -> str:
    return reader.say.gettext("The client has said that they are under 18.") if case.minor else ""


def _seen(case: Case, reader: Reader) -> str:
    """What need not be told again; what has left the packs is left out."""
    seen = ", ".join(filter(None, (quoted(each, reader) for each in case.shown)))
    return reader.say.gettext("Has seen: {what}").format(what=seen) if seen else ""


def _stands(case: Case, reader: Reader) -> str:
    """Who has the case, or how it ended."""
    if not case.is_open:
        return _ended(case, reader)
    nobody = reader.say.gettext("⏳ Nobody has the case yet")
    return " · ".join(filter(None, (holder_of(case) or nobody, put_off(case, reader))))


def _ended(case: Case, reader: Reader) -> str:
    say = reader.say
    if case.ended in {"client", "deleted"}:
        return say.gettext("The client has ended the case.")
    if case.ended == "left":
        return say.gettext("The client left by the quick exit.")
    return " · ".join(filter(None, (say.gettext("Closed"), outcome_title(case.outcome, say), holder_of(case))))


def _hint(reader: Reader) -> str:
    return reader.say.gettext(
        "Take it first. Then what you write here goes to the client; 👍 says that they have it. // begins a note."
    )


def _next(case: Case, reader: Reader) -> tuple[Button, ...]:
    """The few things that come next; the rest is behind one button."""
    if case.status == "waiting":
        return claim_button(reader), snooze_button(reader), urgent_button(reader, on=not case.urgent)
    if case.status == "held":
        more = desk_button(reader.say.gettext("More"), DeskTap("case"))
        return find_button(reader), more, close_button(reader)
    return _reopen(case, reader)


def _all(case: Case, reader: Reader, *, holds: bool) -> tuple[Button, ...]:
    say = reader.say
    if not case.is_open:
        return _reopen(case, reader)
    urgent, find = urgent_button(reader, on=not case.urgent), find_button(reader)
    if holds:
        hand = desk_button(say.gettext("Hand it on"), DeskTap("hand"))
        release = desk_button(say.gettext("Give it back"), DeskTap("release"))
        return find, hand, release, urgent, snooze_button(reader), close_button(reader)
    if case.status == "held":
        return desk_button(say.gettext("Take it over"), DeskTap("take")), urgent, find
    return claim_button(reader), snooze_button(reader), urgent, find, close_button(reader)


def _reopen(case: Case, reader: Reader) -> tuple[Button, ...]:
    """Only what a counsellor closed, and only while it still leads to its client."""
    if case.ended != "counsellor" or case.erase is None:
        return ()
    return (desk_button(reader.say.gettext("Open it again"), DeskTap("reopen")),)
