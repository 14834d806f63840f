"""The report `desk`: how many cases there were, how long people waited, what came of it."""

from collections.abc import Iterator
from typing import Final

from bot.conversation.handover import RATINGS
from bot.desk.ending import OUTCOMES
from bot.desk.spans import EVERY as SPANS
from bot.rendering.outcomes import outcome_title
from bot.reports.amounts import share
from bot.reports.named import Names
from bot.reports.published_tables import AT_ONCE, HELPED, KIND, NO_OUTCOME, NOT_REACHED
from bot.reports.published_tables import REACHED as REACHED_IT
from bot.reports.report import Cell, Column, Report, Section
from bot.reports.tables_of_counts import Told, by_month, in_order, largest_first, left_out
from bot.reports.wanted import Wanted

NAME: Final = "desk"
TABLES: Final = ("opened", "closed", "waited", "answered_in", "ratings", "referred", "referrals")
"""What it is made of."""


def report(wanted: Wanted) -> Report:
    """Of whole months."""
    sections = (
        _months(wanted),
        _waiting(wanted),
        _at_once(wanted),
        _outcomes(wanted),
        _ratings(wanted),
        _referrals(wanted),
        _referred(wanted),
    )
    return wanted.report(NAME, wanted.say.gettext("Counsellors"), sections)


def _months(wanted: Wanted) -> Section:
    say = wanted.say
    columns = {
        "opened": Column(
            say.gettext("Cases opened"), meaning=say.gettext("How often somebody asked for a counsellor.")
        ),
        "closed": Column(
            say.gettext("Cases closed"), meaning=say.gettext("By a counsellor, by the client, or after a long silence.")
        ),
    }
    return by_month("cases", say.gettext("Cases, month by month"), columns, wanted)


def _waiting(wanted: Wanted) -> Section:
    """How long, in steps."""
    say, shown = wanted.say, wanted.shown
    steps = {
        "5m": say.gettext("up to 5 minutes"),
        "15m": say.gettext("up to 15 minutes"),
        "1h": say.gettext("up to an hour"),
        "4h": say.gettext("up to 4 hours"),
        "24h": say.gettext("up to a day"),
        "more": say.gettext("longer"),
    }
    rows = tuple(
        (steps[span], shown.where_divided("waited", span), shown.where_divided("answered_in", span)) for span in SPANS
    )
    known = any(cell is not None for _, *cells in rows for cell in cells)
    columns = (Column(say.gettext("How long"), "text"), *_waits(wanted))
    note = say.gettext("Nights and days on which the desk is closed are counted as waiting.")
    notes = (note, *left_out(wanted, "waited", "answered_in"))
    title = say.gettext("How long people waited")
    return Section("waited", title, columns, rows if known else (), notes, chart="bars", drawn=(1, 2))


def _waits(wanted: Wanted) -> tuple[Column, Column]:
    say = wanted.say
    return (
        Column(
            say.gettext("For a counsellor"),
            meaning=say.gettext("Until somebody took the case, each time that they waited for it."),
        ),
        Column(
            say.gettext("For the first answer"),
            meaning=say.gettext("From asking for a counsellor until the first message of one."),
        ),
    )


def _at_once(wanted: Wanted) -> Section:
    say = wanted.say
    rows: list[tuple[Cell, ...]] = []
    for counted, column in zip(("waited", "answered_in"), _waits(wanted), strict=True):
        soon, all_ = wanted.shown.where_divided(counted, AT_ONCE), wanted.shown.where_divided(counted)
        if soon is not None and all_ is not None:
            rows.append((column.title, all_, soon, share(soon, all_, sure=True)))
    columns = (
        Column(say.gettext("Waiting"), "text"),
        Column(say.gettext("Times"), meaning=say.gettext("How often somebody waited for it, and it came.")),
        Column(say.gettext("Within 15 minutes"), meaning=say.gettext("How often it came within 15 minutes.")),
        Column(say.gettext("Share"), "share", say.gettext("The share that came within 15 minutes.")),
    )
    notes = tuple(left_out(wanted, "waited", "answered_in"))
    return Section("at-once", say.gettext("Within 15 minutes"), columns, tuple(rows), notes)


def _outcomes(wanted: Wanted) -> Section:
    say = wanted.say
    told = Told(
        "closed",
        "outcomes",
        say.gettext("What came of the cases"),
        say.gettext("Outcome"),
        say.gettext("What the counsellor chose when the case was closed."),
    )
    ends = [(outcome, outcome_title(outcome, say)) for outcome in OUTCOMES]
    return in_order(told, [*ends, (NO_OUTCOME, say.gettext("Nothing was chosen"))], wanted)


def _ratings(wanted: Wanted) -> Section:
    say, shown = wanted.say, wanted.shown
    said = {
        "yes": say.gettext("Yes, it helped"),
        "partly": say.gettext("Partly"),
        "no": say.gettext("No"),
    }
    numbers = {rating: shown.where_divided("ratings", rating) for rating in RATINGS}
    all_ = shown.where_divided("ratings")
    rows = [
        (said[rating], n, None if n is None or all_ is None else share(n, all_, sure=True))
        for rating, n in numbers.items()
    ]
    known = any(n is not None for n in numbers.values())
    columns = (
        Column(say.gettext("Did the talk help?"), "text"),
        Column(say.gettext("Times"), meaning=say.gettext("How many said so after their case was closed.")),
        Column(say.gettext("Share"), "share", say.gettext("Of all who said how it was; not everybody does.")),
    )
    title = say.gettext("What clients said of the talk")
    return Section(
        "ratings", title, columns, tuple(rows) if known else (), tuple(left_out(wanted, "ratings")), chart="bars"
    )


def _referrals(wanted: Wanted) -> Section:
    say, shown = wanted.say, wanted.shown
    all_, reached = shown.where_divided("referrals"), shown.where_divided("referrals", REACHED_IT)
    part = None if all_ is None or reached is None else share(reached, all_, sure=True)
    rows: list[tuple[Cell, ...]] = [
        (say.gettext("Agreed to be referred"), shown.over("referred"), None),
        (say.gettext("Said later how it went"), all_, None),
        (say.gettext("Had reached the service"), reached, part),
        (say.gettext("…and it helped"), shown.where_divided("referrals", HELPED[0]), None),
        (say.gettext("…and it did not help"), shown.where_divided("referrals", HELPED[1]), None),
        (say.gettext("Had not reached the service"), shown.where_divided("referrals", NOT_REACHED), None),
    ]
    known = any(n is not None for _, n, _ in rows)
    columns = (
        Column(say.gettext("Referrals"), "text"),
        Column(say.gettext("Times"), meaning=say.gettext("As clients said, with one tap, some days later.")),
        Column(say.gettext("Share"), "share", say.gettext("Of those who said how it went.")),
    )
    notes = tuple(left_out(wanted, "referrals"))
    return Section("referrals", say.gettext("Referrals"), columns, tuple(rows) if known else (), notes)


def _referred(wanted: Wanted) -> Section:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    told = Told(
        "referred",
        "referred",
        say.gettext("Referrals by service"),
        say.gettext("Service"),
        say.gettext("How often a client agreed to be referred there."),
    )
    return largest_first(told, _services(wanted, names), wanted)


def _services(wanted: Wanted, names: Names) -> Iterator[tuple[str, str]]:
    for each in wanted.shown.subjects("referred"):
        if not each.startswith(KIND):
            yield each, names.service(each)
