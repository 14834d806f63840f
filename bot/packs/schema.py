"""What the other files of a pack look like. Unknown keys are refused, so that a typing error never hides a fact."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from bot.packs.terms import (
    Category,
    Country,
    Courtesy,
    Language,
    Level,
    Part,
    PhoneText,
    Slug,
    Text,
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
