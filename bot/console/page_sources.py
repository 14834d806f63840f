"""Where the pages have their numbers from: whoever mounts them joins these to what was published."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.exports.period import Period
from bot.language.phrases import Speaker
from bot.reports.report import Report

Reports = Callable[[str, date, date, Speaker], Awaitable[Report]]
"""The report of this name over these days, both included, in the speaker's language."""


@dataclass(frozen=True)
class Sources:
    """`periods` gives the quarters of which anything is published, a month of the last one at least, oldest first."""

    report: Reports
    periods: Callable[[], Awaitable[Sequence[Period]]]
