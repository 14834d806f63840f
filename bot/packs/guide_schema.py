"""What the files of a guide look like: questions with branches and a result, written by people who do not program."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from bot.packs.terms import Audience, Country, Part, Slug
from bot.packs.topic_schema import Source

Kind = Literal["info", "choice", "several", "yes_no", "number", "date", "place", "stays"]
"""What a step asks for: `info` for nothing, `stays` for pairs of days in which somebody was somewhere."""

GuideName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=16)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=12)]
"""Of a step, an answer, a result, a part, a group, an item. Short: several of them stand in one button (64 bytes)."""

Wanted = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$")]
"""A need (`directory.yaml`) or a kind of service."""

UNSAID: Final = "unsaid"
"""The answer of whoever does not know, or would rather not say: every question takes it."""

YES: Final = "yes"
NO: Final = "no"

POINTS: Final = "points"
"""What a condition calls the sum of the points."""

Reckoning = Literal["ninety-days"]
DAYS_RECKONED: Final[Mapping[str, tuple[str, ...]]] = {"ninety-days": ("used", "left", "over")}
"""What each reckoning gives in days; conditions and texts may name it."""
DATES_RECKONED: Final[Mapping[str, tuple[str, ...]]] = {"ninety-days": ("next", "until")}
"""What it gives as dates: only texts may name them."""


class Span(Part):
    """Bounds of a number, both included."""

    at_least: int | None = None
    at_most: int | None = None

    def holds(self, number: int) -> bool:
        return (self.at_least is None or number >= self.at_least) and (self.at_most is None or number <= self.at_most)


Condition = Mapping[str, tuple[Name, ...] | Span]
"""Every line must hold: one of these answers was given to the step, or the number lies within the bounds."""


def _listed(said: Any) -> Any:
    return [said] if isinstance(said, dict) else said


When = Annotated[tuple[Condition, ...], BeforeValidator(_listed)]
"""One condition, or several of which one suffices. A step that was not asked was not answered, not even with
"don't know"."""


class GuideAnswer(Part):
    """`points` count towards the result, and need a reason in words; `signal` is a kind of danger that it tells of.

    One that stands `alone` is none of the others: ticking it unticks them.
    """

    id: Name
    points: int = 0
    signal: Slug | None = None
    alone: bool = False


class GuideStep(Part):
    """One question, or a piece of information.

    It comes when `when` holds and `unless` does not. `right` is the answer that is true, worth one point and explained
    at once; `form` is the half of a quiz that it belongs to. What is `counted` is counted when the guide is through:
    `need` by municipality, `person` beside what a quiz has taught.
    """

    id: Name
    ask: Kind
    answers: tuple[GuideAnswer, ...] = Field(default=(), max_length=8)
    when: When | None = None
    unless: When | None = None
    right: Name | None = None
    form: Literal["a", "b"] | None = None
    at_least: int | None = None
    at_most: int | None = None
    counted: Literal["need", "person"] | None = None
    remembers: bool = False
    """Of a place: whether it is remembered for the directory too. The question has to say so."""
    sources: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def answers_fit_the_question(self) -> Self:
        names = [answer.id for answer in self.answers]
        if len(set(names)) < len(names) or UNSAID in names:
            raise ValueError(f"each answer has an id of its own, and none is '{UNSAID}': that is always offered")
        if self.ask in {"choice", "several"} and len(names) < 2:  # noqa: PLR2004 -- one answer is no choice
            raise ValueError("a choice has at least two answers")
        if self.ask == "yes_no" and not set(names) <= {YES, NO}:
            raise ValueError("the answers of yes_no are yes and no")
        if self.ask != "several" and any(answer.alone for answer in self.answers):
            raise ValueError("only among several answers one stands alone")
        if self.ask not in {"choice", "several", "yes_no"} and names:
            raise ValueError(f"'{self.ask}' has no answers to choose from")
        return self

    @model_validator(mode="after")
    def bounds_stand_where_they_mean_something(self) -> Self:
        bounded = self.at_least is not None and self.at_most is not None
        if bounded != (self.ask == "number"):
            raise ValueError("a number has at_least and at_most, and nothing else has")
        if self.right is not None and (self.ask not in {"choice", "yes_no"} or self.right not in self.ids):
            raise ValueError("right is one of the answers of a choice or of yes_no")
        if self.right is not None and any(answer.points for answer in self.answers):
            raise ValueError("where an answer is right, that is the point; give no other points")
        if self.remembers and self.ask != "place":
            raise ValueError("only a place is remembered")
        return self

    @property
    def ids(self) -> tuple[str, ...]:
        """What can be chosen, without "don't know"."""
        return (YES, NO) if self.ask == "yes_no" else tuple(answer.id for answer in self.answers)

    def ticked(self, before: Sequence[str], name: str) -> tuple[str, ...]:
        """What is ticked once this is too; what stands alone is never ticked beside others."""
        alone = {answer.id for answer in self.answers if answer.alone}
        chosen = {name} if name in alone else {*before, name} - alone
        return tuple(each for each in self.ids if each in chosen)

    def points(self, name: str) -> int:
        """Nothing for an answer of which the file says nothing."""
        return int(name == self.right) if self.right else sum(each.points for each in self.answers if each.id == name)

    def signal(self, name: str) -> str | None:
        """The kind of danger that an answer tells of."""
        return next((each.signal for each in self.answers if each.id == name), None)


class GuideItem(Part):
    """A line of a checklist or of a plan, for those to whom it applies."""

    id: Name
    group: Name | None = None
    when: When | None = None
    topic: Slug | None = None
    service: Wanted | None = None
    sources: tuple[Name, ...] = ()


class GuideResult(Part):
    """How a guide may end. The first whose condition holds is the one; `lists` shows the items that apply."""

    id: Name
    when: When | None = None
    lists: Literal["plan", "checklist"] | None = None
    parts: tuple[Name, ...] = Field(default=(), max_length=4)
    topics: tuple[Slug, ...] = Field(default=(), max_length=3)
    services: tuple[Wanted, ...] = Field(default=(), max_length=2)
    guides: tuple[GuideName, ...] = Field(default=(), max_length=2)
    desk: bool = False
    """Whether a person is offered first."""
    share: bool = False
    """Whether it has a text to pass on that says nothing of who asked."""
    sources: tuple[Name, ...] = ()


class GuideFile(Part):
    """What holds for a guide in every language. The version changes only when answers mean something else."""

    version: int = Field(ge=1, le=99)
    section: Slug
    topics: tuple[Slug, ...] = ()
    """Under these it is offered."""
    minutes: int = Field(ge=1, le=20)
    audience: tuple[Audience, ...] = Field(min_length=1)
    countries: tuple[Country, ...] = Field(min_length=1)
    sources: dict[Name, Source] = Field(min_length=1)
    reviewed: date
    review_by: date
    withhold_after: date
    reckon: Reckoning | None = None
    steps: tuple[GuideStep, ...] = Field(min_length=1)
    items: tuple[GuideItem, ...] = Field(default=(), max_length=40)
    results: tuple[GuideResult, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def dates_follow_each_other(self) -> Self:
        if not self.reviewed <= self.review_by <= self.withhold_after:
            raise ValueError("the dates must follow each other: reviewed, review_by, withhold_after")
        return self

    @property
    def has_forms(self) -> bool:
        """Whether it is a quiz in two halves."""
        return any(step.form for step in self.steps)
