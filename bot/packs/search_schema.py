"""What search takes from a pack besides topics: subjects that we do not answer, and how sure it must be."""

from typing import Annotated

from pydantic import Field, model_validator

from bot.packs.terms import Part, Slug, Text

Share = Annotated[float, Field(ge=0, le=1)]


class OutsideFile(Part):
    """`<language>/outside.yaml`: what people ask that no topic answers. It competes and is never offered."""

    subjects: dict[Slug, Annotated[tuple[Text, ...], Field(min_length=5)]]


class TopicSureness(Part):
    """A logistic curve to how likely a topic is the right one, and what to do at which likelihood.

    From how much a text resembles the topic, and how much more than anything else. From `answer` on the topic is
    shown, from `choose` on the nearest ones are offered.
    """

    constant: float
    cosine: float
    margin: float
    answer: Share
    choose: Share

    @model_validator(mode="after")
    def _in_order(self) -> "TopicSureness":
        if self.choose > self.answer:
            raise ValueError("choose must not be greater than answer")
        return self


class DangerSureness(Part):
    """The same for signs of danger: from `likely` on it is one."""

    constant: float
    cosine: float
    margin: float
    leaning: float
    likely: Share


class SurenessFile(Part):
    """`sureness.yaml`, written by `udha content fit`; the first pack that has one decides."""

    topics: TopicSureness
    danger: DangerSureness


UNFITTED = SurenessFile(
    topics=TopicSureness(constant=-2.7, cosine=16.2, margin=113.7, answer=0.75, choose=0.2),
    danger=DangerSureness(constant=-0.6, cosine=4.6, margin=41.0, leaning=0.74, likely=0.27),
)
"""What packs without that file go by: fitted to the packs of this repository with 130 questions a topic."""
