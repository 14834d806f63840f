"""One indicator quarter by quarter, with all that has to be said beside its number."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.language.phrases import Speaker
from bot.packs.assets import in_language
from bot.packs.indicator_schema import Indicator
from bot.reports.amounts import share
from bot.reports.indicator_notes import notes
from bot.reports.quarters import spoken
from bot.reports.report import Cell, Column, Section
from bot.reports.tallies import Tally, together


@dataclass(frozen=True)
class Told:
    """A column, and what of a quarter stands in it."""

    column: Column
    of: Callable[[Tally], Cell]


def by_quarter(indicator: Indicator, quarters: Mapping[str, Tally], say: Speaker) -> Section:
    told = tuple(_told(indicator, quarters, say))
    rows: list[tuple[Cell, ...]] = [
        (spoken(quarter, say.language), *(each.of(tally) for each in told)) for quarter, tally in quarters.items()
    ]
    if len(quarters) > 1:
        rows.append((say.gettext("Together"), *(each.of(together(quarters.values())) for each in told)))
    return Section(
        f"of-{indicator.id}",
        in_language(indicator.name, say.language).words,
        (Column(say.gettext("Quarter"), "text"), *(each.column for each in told)),
        tuple(rows),
        tuple(notes(indicator, say)),
    )


def _told(indicator: Indicator, quarters: Mapping[str, Tally], say: Speaker) -> Iterator[Told]:
    yield Told(_counted(indicator, say), lambda tally: tally.n)
    if indicator.by_hand and indicator.counted:
        meaning = say.gettext("What Udha has counted by itself.")
        yield Told(Column(say.gettext("By Udha"), meaning=meaning), lambda tally: tally.counted)
        meaning = say.gettext("What the programme has entered.")
        yield Told(Column(say.gettext("By hand"), meaning=meaning), lambda tally: tally.by_hand)
    if any(tally.bounds for tally in quarters.values()):
        yield from _bounds(say)
    if indicator.quizzes:
        yield from _quizzed(indicator, say)
    if indicator.minimum_share:
        yield from _shared(in_language(indicator.minimum_share.name, say.language).words, say)


def _counted(indicator: Indicator, say: Speaker) -> Column:
    if indicator.counts == "times":
        return Column(say.gettext("Times"), meaning=say.gettext("How often, by however many people."))
    return Column(say.gettext("People"), meaning=say.gettext("How many people, each once in a quarter."))


def _bounds(say: Speaker) -> Iterator[Told]:
    """Of what Udha has counted: how far the estimate may be from the truth."""
    meaning = say.gettext("Udha's number is an estimate. In 997 of 1,000 quarters the truth is at least this.")
    yield Told(Column(say.gettext("Lowest"), meaning=meaning), lambda tally: tally.bounds[0] if tally.bounds else None)
    meaning = say.gettext("In 997 of 1,000 quarters the truth is at most this.")
    yield Told(Column(say.gettext("Highest"), meaning=meaning), lambda tally: tally.bounds[1] if tally.bounds else None)


def _quizzed(indicator: Indicator, say: Speaker) -> Iterator[Told]:
    meaning = say.gettext("Who took both halves; the first time in the quarter, if they did so more than once.")
    yield Told(Column(say.gettext("Took both halves"), meaning=meaning), lambda tally: tally.pairs)
    meaning = say.gettext("Who of them had more points in the second half, by as many as the definition says.")
    if indicator.counts == "people":  # pairs stand in the first columns already
        yield Told(Column(say.gettext("With more points"), meaning=meaning), lambda tally: tally.gained)
    meaning = say.gettext("These as a share of who took both halves, with the interval of 95 % (Wilson).")
    column = Column(say.gettext("Share with more points"), "share", meaning)
    yield Told(column, lambda tally: share(tally.gained, tally.pairs))
    meaning = say.gettext("Second halves taken, for each first half taken in the same quarter.")
    column = Column(say.gettext("Went on to the second half"), "share", meaning)
    yield Told(column, lambda tally: share(tally.second, tally.first, sure=True))


def _shared(name: str, say: Speaker) -> Iterator[Told]:
    meaning = say.gettext("How many are so, of those of whom it is known.")
    yield Told(Column(name, meaning=meaning), lambda tally: tally.having)
    meaning = say.gettext("Of how many it is known.")
    yield Told(Column(say.gettext("Known of"), meaning=meaning), lambda tally: tally.known)
    meaning = say.gettext("The two divided, with the interval of 95 % (Wilson).")
    column = Column(say.gettext("Share: {name}").format(name=name), "share", meaning)
    yield Told(column, lambda tally: share(tally.having, tally.known))
    meaning = say.gettext("The same of all, as if nobody of whom it is not known were so: the share is at least this.")
    column = Column(say.gettext("Share of all: {name}").format(name=name), "share", meaning)
    yield Told(column, lambda tally: share(tally.having, tally.everybody, sure=True))
    meaning = say.gettext("Of how many it is not known, because they did not tell or it was not entered.")
    yield Told(Column(say.gettext("Not known"), meaning=meaning), lambda tally: tally.unknown)
    meaning = say.gettext("These as a share of all.")
    column = Column(say.gettext("Share not known"), "share", meaning)
    yield Told(column, lambda tally: share(tally.unknown, tally.everybody, sure=True))
