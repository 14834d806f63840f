"""What the files of a topic look like. Unknown keys are refused, so that a typing error never hides a fact."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bot.packs.terms import Audience, Category, Country, Part, ShortDate, Slug, Text, Url


class Source(Part):
    """Who says it, where, how old it is and when we last read it."""

    title: Annotated[Text, Field(max_length=80)]
    url: Url
    dated: ShortDate | Literal["undated"]
    checked: date


def _follow_each_other(reviewed: date, review_by: date, withhold_after: date) -> None:
    if not reviewed <= review_by <= withhold_after:
        raise ValueError("the dates must follow each other: reviewed, review_by, withhold_after")


class TopicFile(Part):
    """What holds for a topic in every language."""

    sources: tuple[Source, ...] = Field(min_length=1)
    reviewed: date
    review_by: date
    withhold_after: date
    audience: tuple[Audience, ...] = Field(min_length=1)
    countries: tuple[Country, ...] = Field(min_length=1)
    services: tuple[Category, ...] = ()
    help_in: Literal["home", "abroad"] = "home"
    """Where people need the services: abroad, we ask in which country they are."""
    related: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def dates_follow_each_other(self) -> Self:
        _follow_each_other(self.reviewed, self.review_by, self.withhold_after)
        return self


class TopicVersion(Part):
    """What differs of a topic in one country; what is left out is as in the common pack."""

    sources: Annotated[tuple[Source, ...], Field(min_length=1)] | None = None
    reviewed: date | None = None
    review_by: date | None = None
    withhold_after: date | None = None
    services: tuple[Category, ...] | None = None
    related: tuple[Slug, ...] | None = None

    @model_validator(mode="after")
    def dates_come_together(self) -> Self:
        match self.reviewed, self.review_by, self.withhold_after:
            case None, None, None:
                return self
            case date() as reviewed, date() as review_by, date() as withhold_after:
                _follow_each_other(reviewed, review_by, withhold_after)
                return self
        raise ValueError("reviewed, review_by and withhold_after go together: give all or none")


class NearMiss(Part):
    """A question that sounds like this topic and belongs to another."""

    question: Text
    topic: Slug


class TopicWords(Part):
    """A topic in one language; `label` stands on buttons. The limits keep each part on one phone screen."""

    title: Annotated[Text, Field(max_length=48)]
    label: Annotated[Text, Field(max_length=24)]
    summary: Annotated[Text, Field(max_length=400)]
    details: Annotated[Text, Field(max_length=1500)]
    steps: tuple[Annotated[Text, Field(max_length=200)], ...] = Field(min_length=1, max_length=8)
    warning: Annotated[Text, Field(max_length=250)] | None = None
    questions: tuple[Text, ...] = Field(min_length=5)
    near_misses: tuple[NearMiss, ...] = ()


class WordsVersion(Part):
    """The words of a topic that differ in one country; the limits are those of `TopicWords`."""

    summary: Annotated[Text, Field(max_length=400)] | None = None
    details: Annotated[Text, Field(max_length=1500)] | None = None
    steps: tuple[Annotated[Text, Field(max_length=200)], ...] | None = Field(default=None, min_length=1, max_length=8)
    warning: Annotated[Text, Field(max_length=250)] | None = None
