"""What the words of a guide look like in one language; what holds in every language stands in `guide_schema`."""

from typing import Annotated

from pydantic import Field

from bot.packs.guide_schema import Name
from bot.packs.terms import Part, Text


class AnswerWords(Part):
    """An answer: its button, and why it gives points. Yes and no have buttons already."""

    label: Annotated[Text, Field(max_length=24)] | None = None
    reason: Annotated[Text, Field(max_length=200)] | None = None


class StepWords(Part):
    """A step: what is asked or told, why we ask, and after an answer what is true."""

    ask: Annotated[Text, Field(max_length=400)]
    why: Annotated[Text, Field(max_length=200)] | None = None
    answers: dict[Name, AnswerWords] = Field(default_factory=dict)
    explain: Annotated[Text, Field(max_length=400)] | None = None


class PartWords(Part):
    """More of a result, behind a button."""

    label: Annotated[Text, Field(max_length=24)]
    text: Annotated[Text, Field(max_length=900)]


class ResultWords(Part):
    """How a guide ends; `share` is what one may pass on without a word about oneself."""

    title: Annotated[Text, Field(max_length=60)]
    text: Annotated[Text, Field(max_length=500)]
    parts: dict[Name, PartWords] = Field(default_factory=dict)
    share: Annotated[Text, Field(max_length=500)] | None = None


class ItemWords(Part):
    """A line of a checklist or a plan."""

    text: Annotated[Text, Field(max_length=160)]


class GroupWords(Part):
    """A part of a checklist; it has to fit a button."""

    title: Annotated[Text, Field(max_length=18)]


class GuideWords(Part):
    """A guide in one language; `label` stands on buttons."""

    title: Annotated[Text, Field(max_length=48)]
    label: Annotated[Text, Field(max_length=24)]
    intro: Annotated[Text, Field(max_length=400)]
    steps: dict[Name, StepWords] = Field(min_length=1)
    results: dict[Name, ResultWords] = Field(min_length=1)
    parts: dict[Name, PartWords] = Field(default_factory=dict)
    """Parts that several results share; a result's own part of that name comes first."""
    items: dict[Name, ItemWords] = Field(default_factory=dict)
    groups: dict[Name, GroupWords] = Field(default_factory=dict)

    def part(self, result: str, name: str) -> PartWords | None:
        """More of a result: its own, else what it shares with others."""
        own = self.results[result].parts if result in self.results else {}
        return own.get(name) or self.parts.get(name)
