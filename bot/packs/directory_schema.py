"""What people need, in which kinds of service it is found, and in which words they ask for it."""

from typing import Annotated, Literal

from pydantic import Field

from bot.packs.terms import Category, Country, Language, Part, ServiceId, Slug, Text, Url

Trait = Literal["free", "walk_in", "women_staff", "children", "roma_egyptian", "disability", "open_now"]
"""What people ask a service to be like, besides the language that is spoken there."""


class Need(Part):
    """Something that people need: kinds of service, and where nothing of them is known, kinds that lead on.

    `lines` are the only services of those kinds that do, where not all of them fit; `topic` is what one reads about it.
    """

    categories: tuple[Category, ...] = Field(min_length=1)
    otherwise: tuple[Category, ...] = ("helpline", "emergency")
    lines: tuple[ServiceId, ...] = ()
    topic: Slug | None = None


class Union(Part):
    """Countries in which a service of the union holds; `checked` against the source."""

    members: tuple[Country, ...]
    source: Url


class DirectoryFile(Part):
    """`directory.yaml`: needs in the order of their buttons, and which countries belong to a union."""

    needs: dict[Slug, Need] = Field(min_length=1)
    unions: dict[Country, Union] = Field(default_factory=dict)


class NeedWords(Part):
    """A need in one language: its button, and what people write who have it."""

    title: Annotated[Text, Field(max_length=24)]
    said: tuple[Text, ...] = Field(min_length=1)


class DirectoryWords(Part):
    """`<lang>/directory.yaml`: the words by which a message is known to ask for a place that helps.

    `kinds` name a kind of service itself, `events` what is on. `staying` say that one is in the place that follows,
    `before` only stand before its name; `here` say "near me", `besides` say nothing by themselves. `countries` are
    names that people use besides the official ones.
    """

    needs: dict[Slug, NeedWords] = Field(default_factory=dict)
    kinds: dict[Category, tuple[Text, ...]] = Field(default_factory=dict)
    traits: dict[Trait, tuple[Text, ...]] = Field(default_factory=dict)
    languages: dict[Language, tuple[Text, ...]] = Field(default_factory=dict)
    countries: dict[Country, tuple[Text, ...]] = Field(default_factory=dict)
    events: tuple[Text, ...] = ()
    staying: tuple[Text, ...] = ()
    before: tuple[Text, ...] = ()
    here: tuple[Text, ...] = ()
    besides: tuple[Text, ...] = ()
