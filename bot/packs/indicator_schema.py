"""What `indicators.yaml` looks like: what a programme has promised, and from which numbers it is worked out."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from bot.packs.guide_schema import GuideName, Name
from bot.packs.terms import Language, Part, ServiceId, Slug, Text

IndicatorId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=24)]

Kind = Literal[
    "quiz_gain",
    "topic_read",
    "guide_finished",
    "service_shown",
    "referral_made",
    "referral_reached",
    "activity_joined",
    "by_hand",
    "report",
]
"""`by_hand` is what managers enter at the console; `report` is no number but the report that answers."""

Counts = Literal["people", "times", "pairs"]
"""`people`: different chats in a quarter. `times`: how often, one person as often as they do it. `pairs`: people who
have done both halves of a quiz in a quarter, the first time they did so."""

Trait = Literal["gender", "age", "country"]
"""By what an indicator can be divided."""

Words = Mapping[Language, Text]

MOST: Final = 3
"""Points: a gain is counted up to this (`bot.conversation.quizzes`), so no threshold lies above it."""

FILTERS: Final[Mapping[str, frozenset[str]]] = {
    "quiz_gain": frozenset({"quiz", "threshold"}),
    "topic_read": frozenset({"topics"}),
    "guide_finished": frozenset({"guides"}),
    "service_shown": frozenset({"services", "needs"}),
    "referral_made": frozenset({"services", "needs"}),
    "report": frozenset({"report"}),
}
"""What else can be said of a source."""

GIVES: Final[Mapping[str, frozenset[Counts]]] = {
    "quiz_gain": frozenset({"people", "pairs"}),
    "topic_read": frozenset({"people", "times"}),
    "guide_finished": frozenset({"people", "times"}),
    "service_shown": frozenset({"people", "times"}),
    "referral_made": frozenset({"people", "times"}),
    "referral_reached": frozenset({"times"}),
    "activity_joined": frozenset({"people", "times"}),
    "by_hand": frozenset({"people", "pairs"}),
    "report": frozenset({"people", "times", "pairs"}),
}
"""What each source can count. Of people only how many did something at all is known, not with which topic."""

TOLD: Final[frozenset[Trait]] = frozenset({"gender", "age"})
"""What people tell of themselves in a quiz, if they want to."""

TRAITS: Final[Mapping[str, frozenset[Trait]]] = {
    "quiz_gain": TOLD | {"country"},
    "topic_read": frozenset({"country"}),
    "service_shown": frozenset({"country"}),
}
"""By what each source is published, and nothing else: of people only by where they are."""


class IndicatorSource(Part):
    """Where a number comes from. `threshold` is how many points more than before make a gain.

    Without a filter (`topics`, `guides`, `services`, `needs`) everything of its kind counts.
    """

    kind: Kind
    quiz: GuideName | None = None
    threshold: int = Field(default=1, ge=1, le=MOST)
    topics: tuple[Slug, ...] = ()
    guides: tuple[GuideName, ...] = ()
    services: tuple[ServiceId, ...] = ()
    needs: tuple[Slug, ...] = ()
    report: Literal["usage", "needs", "content", "desk"] | None = None

    @model_validator(mode="after")
    def says_only_what_its_kind_knows(self) -> Self:
        for given in sorted(self.model_fields_set - {"kind"} - FILTERS.get(self.kind, frozenset())):
            raise ValueError(f"'{self.kind}' has no '{given}'")
        for needed in ("quiz", "report"):
            if needed in FILTERS.get(self.kind, ()) and getattr(self, needed) is None:
                raise ValueError(f"'{self.kind}' needs '{needed}' beside it")
        return self

    @property
    def filtered(self) -> bool:
        return bool(self.topics or self.guides or self.services or self.needs)


class MinimumShare(Part):
    """How many of those who are counted shall be so: `share` is 0 to 1, of those of whom it is known.

    `trait` and `value` are those of the quiz; of figures that are entered by hand they may be any. `name` is what the
    value is called in a table: "women".
    """

    trait: Slug
    value: Name
    share: float = Field(gt=0, le=1)
    name: Words


class Indicator(Part):
    """What is promised and how it is counted. The `definition` says exactly what is counted and what is not.

    Its sources are added up. `since` and `until` (`from` and `to` in the file) are the programme's days, both included;
    an open end is left out.
    """

    id: IndicatorId
    name: Words
    definition: Words
    sources: tuple[IndicatorSource, ...] = Field(min_length=1, max_length=6)
    counts: Counts = "people"
    target: int | None = Field(default=None, gt=0)
    minimum_share: MinimumShare | None = None
    disaggregation: tuple[Trait, ...] = ()
    since: date | None = Field(default=None, alias="from")
    until: date | None = Field(default=None, alias="to")
    programme: Words | None = None
    asked_by: Words | None = None

    @model_validator(mode="after")
    def its_period_has_days(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise ValueError("'to' lies before 'from'")
        return self

    @model_validator(mode="after")
    def its_sources_can_count_that(self) -> Self:
        for source in self.sources:
            if self.counts not in GIVES[source.kind]:
                raise ValueError(f"'{source.kind}' does not count {self.counts}")
            if self.counts == "people" and source.filtered:
                raise ValueError("of people only the whole is known: leave the filter out, or write 'counts: times'")
            if self.counts == "people" and source.threshold > 1:
                raise ValueError("of people only any gain is known: leave threshold out, or write 'counts: pairs'")
        return self

    @model_validator(mode="after")
    def nobody_counts_twice(self) -> Self:
        kinds = [source.kind for source in self.sources]
        if len(kinds) > 1 and "report" in kinds:
            raise ValueError("a report is no number: it stands alone")
        if kinds.count("by_hand") > 1:
            raise ValueError("'by_hand' stands once")
        if len(self.quizzes) < kinds.count("quiz_gain"):
            raise ValueError("a quiz stands once")
        if set(kinds) == {"activity_joined"}:
            raise ValueError("who has joined an activity is not counted yet: add {kind: by_hand}")
        counted = [source for source in self.counted if source.kind != "activity_joined"]
        if self.counts == "people" and len(counted) > 1:
            raise ValueError("who did both would count twice: name one of these sources, or write 'counts: times'")
        return self

    @model_validator(mode="after")
    def shares_are_of_what_is_known(self) -> Self:
        known = {trait for source in self.sources for trait in TRAITS.get(source.kind, ())}
        for trait in self.disaggregation:
            if trait not in known:
                raise ValueError(f"none of its sources is known by {trait}")
        if "country" in self.disaggregation and self.counts != "people":
            raise ValueError("by country only people are known: write 'counts: people'")
        asked = self.minimum_share
        if asked and not self.by_hand and asked.trait not in known & TOLD:
            raise ValueError(f"none of its sources is known by {asked.trait}")
        return self

    @property
    def counted(self) -> tuple[IndicatorSource, ...]:
        """The sources that Udha counts by itself."""
        return tuple(source for source in self.sources if source.kind not in {"by_hand", "report"})

    @property
    def by_hand(self) -> bool:
        """Whether managers may enter figures."""
        return any(source.kind == "by_hand" for source in self.sources)

    @property
    def report(self) -> str | None:
        """The report that answers instead of a number."""
        return self.sources[0].report

    @property
    def quizzes(self) -> Mapping[str, int]:
        """The quizzes that it counts, with how many points more make a gain."""
        return {source.quiz: source.threshold for source in self.sources if source.quiz}

    def covers(self, first: date, last: date) -> bool:
        """Whether any day of these, both included, is one of the programme's."""
        return (self.since is None or self.since <= last) and (self.until is None or first <= self.until)


class IndicatorsFile(Part):
    """`indicators.yaml`, in the folder of the packs itself: a programme is of no pack."""

    indicators: tuple[Indicator, ...] = Field(min_length=1)
