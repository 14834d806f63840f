"""What the other files of a pack look like. Unknown keys are refused, so that a typing error never hides a fact."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bot.packs.terms import (
    Category,
    Confidence,
    Country,
    Courtesy,
    Language,
    Level,
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


class PackFile(Part):
    """`pack.yaml`: what the folder is, for whom, and which role reviews it."""

    name: Slug
    title: Text
    languages: tuple[Language, ...] = Field(min_length=1)
    countries: tuple[Country, ...]
    owner: Text
    sections: tuple[Slug, ...] = ()

    @property
    def country(self) -> str | None:
        """The one country that it is for; such a pack may hold that country's version of a common topic."""
        return self.countries[0] if len(self.countries) == 1 else None


class SectionWords(Part):
    """A section of the menu: its button and the line above its subjects."""

    title: Annotated[Text, Field(max_length=24)]
    intro: Annotated[Text, Field(max_length=200)]


class CategoryWords(Part):
    """A kind of service in people's words; it has to fit a button."""

    title: Annotated[Text, Field(max_length=24)]


class MenuWords(Part):
    """`menu.yaml`: the words of sections and kinds of service, and what people write who only greet or thank."""

    sections: dict[Slug, SectionWords] = Field(default_factory=dict)
    categories: dict[Category, CategoryWords] = Field(default_factory=dict)
    courtesies: dict[Courtesy, tuple[Text, ...]] = Field(default_factory=dict)


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
    """A place or a line that helps; its words stand in the language folders."""

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
    hours: Text | None = None
    languages: tuple[Language, ...] = ()
    cost: Literal["free", "paid"] | None = None
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
    """A service in one language."""

    name: Annotated[Text, Field(max_length=120)]
    serves: Annotated[Text, Field(max_length=200)]
    doubt: Annotated[Text, Field(max_length=200)] | None = None


class Licensed(Part):
    """Where a data file is from and under which licence it may be passed on."""

    title: Text
    url: Url
    licence: Text
    checked: date


class Place(Part):
    """A municipality: the smallest place that we ever keep of anybody."""

    id: Slug
    country: Country
    name: Text
    name_en: Text | None = None
    also: tuple[Text, ...] = ()
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]


class PlacesFile(Part):
    """The municipalities of a country."""

    source: Licensed
    places: tuple[Place, ...] = Field(min_length=1)


class SignalFile(Part):
    """What holds for a sign of danger in every language; numbers per country, `other` for the rest.

    `topics` are the subjects in which people tell of this danger: their questions say nothing of what is harmless.
    """

    level: Level
    numbers: dict[str, tuple[PhoneText, ...]]
    alert_desk: bool
    services: tuple[Category, ...] = ()
    topics: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def there_is_always_a_number(self) -> Self:
        if not self.numbers.get("other"):
            raise ValueError("numbers needs a key 'other' with at least one number")
        return self


class SignalWords(Part):
    """A sign of danger in one language: what is said first, and what people in danger type."""

    say: Annotated[Text, Field(max_length=200)]
    phrases: tuple[Text, ...] = Field(min_length=1)
    negatives: tuple[Text, ...] = ()
