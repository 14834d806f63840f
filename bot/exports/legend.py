"""How the signs that stand in the place of a number are to be read, and what is asked of a share."""

from collections.abc import Iterable

from bot.exports.wording import NO_LESS, NO_NUMBER, hidden
from bot.language.phrases import Speaker
from bot.reports.report import AtLeast, Cell, Section, Share
from bot.reports.suppression import LEAST, LEAST_OF_A_RATE
from bot.reports.table import SUPPRESSED

Term = tuple[str, str]
"""A word or a sign, and what it means."""


def explained(say: Speaker) -> tuple[Term, ...]:
    """Every one of them, whether or not it stands in the report: what is not there yet may be in the next one."""
    return (_hidden(say), _at_least(say), _no_number(say), _share(say), _bounds(say))


def legend(sections: Iterable[Section], say: Speaker) -> tuple[str, ...]:
    """Those that stand in these tables, a sentence each."""
    cells = [cell for section in sections for row in section.rows for cell in row]
    signs = (
        (SUPPRESSED in cells, _hidden(say)),
        (any(isinstance(cell, AtLeast) for cell in cells), _at_least(say)),
        (None in cells, _no_number(say)),
        (any(_estimated(cell) for cell in cells), _bounds(say)),
    )
    return tuple(f"{term}: {meaning}" for occurs, (term, meaning) in signs if occurs)


def _estimated(cell: Cell) -> bool:
    return isinstance(cell, Share) and cell.low is not None


def _hidden(say: Speaker) -> Term:
    meaning = say.gettext(
        "From 1 to {most}, or another number that would give such a small one away. "
        "It is not shown so that nobody can be found by it."
    )
    return hidden(say), meaning.format(most=LEAST - 1)


def _at_least(say: Speaker) -> Term:
    return NO_LESS, say.gettext("At least so many: some parts of this sum are hidden.")


def _no_number(say: Speaker) -> Term:
    return NO_NUMBER, say.gettext("There is no number.")


def _share(say: Speaker) -> Term:
    meaning = say.gettext("Of fewer than {least} no percentage is shown: one person more or less would change it much.")
    return "%", meaning.format(least=LEAST_OF_A_RATE)


def _bounds(say: Speaker) -> Term:
    return (
        say.gettext("lower and upper bound"),
        say.gettext("This percentage is an estimate. These are the bounds of its 95 % confidence interval."),
    )
