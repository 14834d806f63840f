"""All indicators at a glance: how much there is, and how much was promised."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from bot.language.phrases import Speaker
from bot.packs.assets import in_language
from bot.reports.amounts import least, share
from bot.reports.report import Cell, Column, Section, Share
from bot.reports.tallies import Tallied, Tally, together

OF_TARGET: Final = 4
"""The column that is drawn."""


def overview(all_: Sequence[Tallied], first: date, last: date, say: Speaker) -> Section:
    rows = tuple(_row(one, first, last, say) for one in all_)
    return Section(
        "overview",
        say.gettext("Against the targets"),
        _columns(say),
        rows,
        tuple(_notes(all_, say)),
        chart="bars",
        drawn=(OF_TARGET,),
    )


def _row(one: Tallied, first: date, last: date, say: Speaker) -> tuple[Cell, ...]:
    indicator = one.indicator
    in_period, so_far = (_sum(one.within(start, last).values()) for start in (first, date.min))
    asked = indicator.minimum_share
    reached = Share(least(so_far.n) / indicator.target) if so_far and indicator.target else None
    return (
        in_language(indicator.name, say.language).words,
        in_period.n if in_period else None,
        so_far.n if so_far else None,
        indicator.target,
        reached,
        in_language(asked.name, say.language).words if asked else None,
        share(so_far.having, so_far.known) if so_far and asked else None,
        share(so_far.having, so_far.everybody, sure=True) if so_far and asked else None,
        Share(asked.share) if asked else None,
    )


def _sum(tallies: Iterable[Tally]) -> Tally | None:
    """None where nothing is published yet: that is not the same as nobody."""
    listed = list(tallies)
    return together(listed) if listed else None


def _columns(say: Speaker) -> tuple[Column, ...]:
    in_period = say.gettext("In the whole quarters of this report, what Udha counts and what was entered together.")
    so_far = say.gettext("The same from the programme's beginning to the end of this report.")
    of_target = say.gettext("So far, divided by the target. What is hidden does not count, so it may be more.")
    return (
        Column(say.gettext("Indicator"), "text", say.gettext("What was promised.")),
        Column(say.gettext("In this period"), meaning=in_period),
        Column(say.gettext("So far"), meaning=so_far),
        Column(say.gettext("Target"), meaning=say.gettext("How many were promised.")),
        Column(say.gettext("Share of the target"), "share", of_target),
        *_of_shares(say),
    )


def _of_shares(say: Speaker) -> tuple[Column, ...]:
    known = say.gettext("How many of those of whom it is known are so, with the interval of 95 % (Wilson).")
    of_all = say.gettext("The same of all, as if nobody of whom it is not known were so: the share is at least this.")
    return (
        Column(say.gettext("Of them"), "text", say.gettext("Of whom a share was promised.")),
        Column(say.gettext("Share"), "share", known),
        Column(say.gettext("Share of all"), "share", of_all),
        Column(say.gettext("Promised share"), "share", say.gettext("The smallest share that was promised.")),
    )


def _notes(all_: Iterable[Tallied], say: Speaker) -> Iterator[str]:
    counts = {one.indicator.counts for one in all_ if one.indicator.counted}
    if counts & {"people", "pairs"}:
        yield say.gettext("Each person counts once in a quarter. Added up, who came in two quarters counts twice.")
    if "times" in counts:
        yield say.gettext("Some indicators count how often something was done, not how many people did it.")
    if any(one.indicator.by_hand and one.indicator.counted for one in all_):
        yield say.gettext("Who was entered by hand may have been counted by Udha too.")
