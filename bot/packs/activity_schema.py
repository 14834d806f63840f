"""An activity in the packs: something with a date, such as a parents' meeting, a summer camp or a call for grants."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from bot.packs.opening_form import Hours
from bot.packs.service_schema import ServiceSource, Verified
from bot.packs.terms import Audience, Country, Part, ServiceId, Slug, Text, Url


def _as_written(said: object) -> object:
    """YAML takes 17:30 without quotes for a number to the base of sixty."""
    if isinstance(said, int):
        raise ValueError('put the time into quotes: "17:30"')  # noqa: TRY004 -- only this reaches the editor
    return said


Kind = Literal["meeting", "camp", "course", "grant", "other"]

Time = Annotated[str, BeforeValidator(_as_written), StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""When it begins, by the clock of its country."""


class Activity(Part):
    """Something that is on at a date; its words stand in the language folders.

    `place` is left out where it is for the whole country. `deadline` is the last day to apply or to sign up, `hours`
    its weekly hours in OpenStreetMap's opening_hours form, `service` whose telephone and address one may use.
    """

    id: ServiceId
    kind: Kind
    country: Country
    place: Slug | None = None
    organisation: Text
    starts: date | None = None
    ends: date | None = None
    time: Time | None = None
    deadline: date | None = None
    hours: Hours | None = None
    audiences: tuple[Audience, ...] = Field(min_length=1)
    service: ServiceId | None = None
    cost: Literal["free", "paid"] | None = None
    website: Url | None = None
    sources: tuple[ServiceSource, ...] = Field(min_length=1)
    verified: Verified

    @model_validator(mode="after")
    def it_has_a_day(self) -> Self:
        if self.starts is None and self.deadline is None:
            raise ValueError("give at least one day: starts, or deadline for a call")
        if self.starts is None and (self.ends or self.time):
            raise ValueError("ends and time need starts beside them")
        return self

    @model_validator(mode="after")
    def its_days_are_in_order(self) -> Self:
        if self.starts and self.ends and self.ends < self.starts:
            raise ValueError("ends lies before starts")
        if self.deadline and self.ends and self.deadline > self.ends:
            raise ValueError("deadline lies after ends")
        return self

    @property
    def last_day(self) -> date:
        """The last day on which it is of use to anybody: once nobody can apply any more, it is over for a reader."""
        return self.deadline or self.ends or self.starts or date.min

    def is_on(self, today: date) -> bool:
        """Whether it is still to come or going on; the last day counts."""
        return today <= self.last_day

    def next_day(self, today: date) -> date:
        """The next of its days to keep in mind; the last one where all are past."""
        days = (self.deadline, self.starts, self.ends)
        return min((day for day in days if day and day >= today), default=self.last_day)


class ActivitiesFile(Part):
    """The activities of one place, or of one name."""

    activities: tuple[Activity, ...] = Field(min_length=1)


class ActivityWords(Part):
    """An activity in one language: what it is and for whom, how to take part, and what we do not know."""

    title: Annotated[Text, Field(max_length=80)]
    about: Annotated[Text, Field(max_length=300)]
    join: Annotated[Text, Field(max_length=200)]
    doubt: Annotated[Text, Field(max_length=200)] | None = None
