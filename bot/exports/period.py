"""A period as people write it and as a file is called: 2026, 2026-Q4, 2026-10 or 2026-10-01."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.exports.errors import NoSuchReport
from bot.reports.months import days_of_period, month_of
from bot.reports.quarters import days_of, quarter_of

_WRITTEN: Final = re.compile(r"20\d\d(?:-Q[1-4]|-\d\d(?:-\d\d)?)?", re.ASCII)
_YEAR: Final = len("2026")
_DAY: Final = len("2026-10-01")


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both included."""

    first: date
    last: date

    @classmethod
    def read(cls, text: str) -> "Period":
        """Raises NoSuchReport for what is no year, quarter, month or day of this century."""
        written = text.strip().upper()
        try:
            if _WRITTEN.fullmatch(written):
                return cls(*_days(written))
        except ValueError:  # a 13th month, a 31st of November
            pass
        raise NoSuchReport(
            f"'{text}' is no date that Udha knows. Write a day as 2026-10-01, a month as 2026-10, "
            "a quarter as 2026-Q4 or a year as 2026."
        )

    @classmethod
    def before(cls, day: date) -> "Period":
        """The last whole quarter that is over on this day."""
        begun, _ = days_of(quarter_of(day))
        return cls(*days_of(quarter_of(begun - timedelta(days=1))))

    def __str__(self) -> str:
        """As short as it can be said, and with nothing in it that the name of a file may not have."""
        day = self.first
        for name in (f"{day.year}", quarter_of(day), month_of(day), day.isoformat()):
            if (self.first, self.last) == _days(name):
                return name
        return f"{self.first}_{self.last}"


def _days(written: str) -> tuple[date, date]:
    """The first day and the last. Raises ValueError for a day that no calendar has."""
    if len(written) == _YEAR:
        return date(int(written), 1, 1), date(int(written), 12, 31)
    if len(written) == _DAY:
        return date.fromisoformat(written), date.fromisoformat(written)
    return days_of_period(written)
