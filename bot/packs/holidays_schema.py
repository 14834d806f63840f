"""The public holidays of a country."""

from collections import Counter
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from bot.packs.place_schema import Licensed
from bot.packs.terms import Country, Part, Text


class Holiday(Part):
    """A day on which offices are closed. `estimated` is one that follows the moon and is not announced yet."""

    on: date
    name: Text
    estimated: bool = False


class HolidaysFile(Part):
    """`holidays.yaml`: made by 'udha content holidays', and corrected by editors."""

    country: Country
    source: Licensed
    holidays: tuple[Holiday, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def a_day_stands_once(self) -> Self:
        for day, times in Counter(holiday.on for holiday in self.holidays).items():
            if times > 1:
                raise ValueError(f"{day} stands twice")
        return self

    @property
    def years(self) -> frozenset[int]:
        return frozenset(holiday.on.year for holiday in self.holidays)

    @property
    def last_day(self) -> date:
        """Until when the calendar reaches: it is made by whole years."""
        return date(max(self.years), 12, 31)
