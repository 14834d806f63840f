"""A service in the packs: a place or a line that helps."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bot.packs.opening_form import Hours
from bot.packs.terms import (
    Category,
    Confidence,
    Country,
    Group,
    Language,
    Part,
    PhoneStatus,
    PhoneText,
    Reach,
    ServiceId,
    ShortDate,
    Slug,
    Text,
    Url,
)


class Position(Part):
    """WGS 84, degrees. Most of what we know is only the town: such a point is never shown as if it were the door."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    precision: Literal["street", "town"] = "town"


class ServiceSource(Part):
    """Where we know a service from."""

    url: Url
    dated: ShortDate | None = None


class Verified(Part):
    """Who last made sure of an entry, and how: a role, never a name."""

    on: date
    how: Literal["call", "visit", "source", "provider"]
    by_role: Text


class Service(Part):
    """A place or a line that helps; its words stand in the language folders.

    `hours` are in OpenStreetMap's opening_hours form. What is not known is left out, and is then not filtered by:
    `women_staff` is whether one can ask for a woman, `groups` for whom the service is meant especially.
    """

    id: ServiceId
    category: Category
    organisation: Text
    country: Country
    place: Slug | None = None
    city: Text | None = None
    reach: Reach
    address: Text | None = None
    position: Position | None = None
    confidential: bool = False
    phones: tuple[PhoneText, ...] = ()
    phone_status: PhoneStatus | None = None
    phone_note: Literal["inside_country"] | None = None
    hours: Hours | None = None
    languages: tuple[Language, ...] = ()
    cost: Literal["free", "paid"] | None = None
    appointment: Literal["none", "needed"] | None = None
    women_staff: bool = False
    groups: tuple[Group, ...] = ()
    website: Url | None = None
    sources: tuple[ServiceSource, ...] = Field(min_length=1)
    confidence: Confidence
    verified: Verified
    recheck_by: date

    @model_validator(mode="after")
    def a_hiding_place_stays_hidden(self) -> Self:
        if self.confidential and (self.address or self.position):
            raise ValueError("a confidential service must have neither address nor position")
        return self

    @model_validator(mode="after")
    def phones_have_a_status(self) -> Self:
        if bool(self.phones) != (self.phone_status is not None):
            raise ValueError("phones and phone_status go together: give both or neither")
        return self

    @property
    def shown_phones(self) -> tuple[str, ...]:
        """The numbers that a client may see: never one that waits for a test call."""
        return () if self.phone_status == "hidden" else self.phones


class ServicesFile(Part):
    """The services of one place."""

    services: tuple[Service, ...] = Field(min_length=1)


class ServiceWords(Part):
    """A service in one language: whom it serves, what it does, what to bring, and what we do not know."""

    name: Annotated[Text, Field(max_length=120)]
    serves: Annotated[Text, Field(max_length=200)]
    does: Annotated[Text, Field(max_length=200)] | None = None
    bring: Annotated[Text, Field(max_length=200)] | None = None
    doubt: Annotated[Text, Field(max_length=200)] | None = None
