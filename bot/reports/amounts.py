"""Adding up what came through the gate: a sum says when a part of it is hidden."""

from collections.abc import Iterable
from typing import TypeAlias

from bot.reports.interval import wilson
from bot.reports.report import AtLeast, Share
from bot.reports.suppression import rate
from bot.reports.table import SUPPRESSED, Suppressed

Amount: TypeAlias = int | AtLeast | Suppressed


def added(parts: Iterable[Amount]) -> Amount:
    """The sum: at least what is shown where a part is hidden, and hidden where nothing is shown."""
    listed = list(parts)
    shown = sum(part if isinstance(part, int) else part.n for part in listed if not isinstance(part, Suppressed))
    if all(isinstance(part, int) for part in listed):
        return shown
    return AtLeast(shown) if shown else SUPPRESSED


def less(whole: Amount, part: Amount) -> Amount:
    """What is left of a whole without a part; hidden where one of them is not known for certain."""
    return whole - part if isinstance(whole, int) and isinstance(part, int) else SUPPRESSED


def least(amount: Amount) -> int:
    """What there is for certain."""
    if isinstance(amount, Suppressed):
        return 0
    return amount if isinstance(amount, int) else amount.n


def share(part: Amount, whole: Amount, *, sure: bool = False) -> Share | Suppressed | None:
    """The share of a part in its whole, with its interval unless it is `sure`: a count of all, no estimate.

    None where there is nothing to divide, or where the part is none: second halves may follow first ones of an earlier
    quarter. Hidden where one of the two is, and by the rules for rates (`bot.reports.suppression`).
    """
    if not isinstance(part, int) or not isinstance(whole, int):
        return SUPPRESSED
    if not 0 <= part <= whole or whole == 0:
        return None
    value = rate(part, whole)
    if isinstance(value, Suppressed):
        return SUPPRESSED
    return Share(value) if sure else Share(value, *wilson(part, whole))
