"""How a guide ended, unpacked from a button: its result, the reasons for it, and the list that came of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.conversation.taps import Tap
from bot.guides.outcome import Outcome, unpacked
from bot.language.formats import long_date, number
from bot.packs.guide_schema import GuideItem, GuideResult
from bot.packs.guide_words_schema import PartWords, ResultWords
from bot.packs.topic_schema import Source
from bot.rendering.context import Reader
from bot.rendering.guide_opened import Opened

SOURCES: Final = "sources"
AT_ONCE: Final = 12
"""Sources that one message lists: with long names and addresses more have no room in it."""


@dataclass(frozen=True)
class Reason:
    """Why an answer counts; `points` may speak against caution too."""

    points: int
    text: str


@dataclass(frozen=True)
class Ended:
    """`packed` is the outcome as it came, for the buttons that lead on from it."""

    guide: Opened
    packed: str
    outcome: Outcome
    facts: GuideResult
    words: ResultWords

    @property
    def reader(self) -> Reader:
        return self.guide.reader

    def tap(self, part: str = "") -> Tap:
        return Tap("result", self.guide.name, f"{self.packed}.{part}")

    def part(self, name: str) -> PartWords | None:
        return self.guide.words.part(self.outcome.result, name) if name in self.facts.parts else None

    def filled(self, text: str) -> str:
        """With days and dates in the gaps that are for them; any other brace is left as it is."""
        language = self.reader.language
        days = {name: number(each, language) for name, each in self.outcome.days(self.guide.facts).items()}
        dates = {name: long_date(day, language) for name, day in self.outcome.dates(self.guide.facts).items()}
        for name, said in (days | dates).items():
            text = text.replace(f"{{{name}}}", said)
        return text

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """In the order of the questions; one that has lost its words is left out."""
        return tuple(filter(None, map(self._reason, self.outcome.reasons)))

    def _reason(self, flagged: str) -> Reason | None:
        name, _, answer = flagged.partition("/")
        step, words = self.guide.step(name), self.guide.words.steps.get(name)
        said = words.answers.get(answer) if words else None
        return Reason(step.points(answer), said.reason) if step and said and said.reason else None

    @cached_property
    def items(self) -> tuple[GuideItem, ...]:
        return self.guide.items(self.outcome.items)

    @property
    def of_items(self) -> tuple[Source, ...]:
        """Those of the lines of a plan alone."""
        return self.guide.sources(name for item in self.items for name in item.sources)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Of the result itself, of its reasons, and of the lines of a plan."""
        steps = (self.guide.step(flagged.partition("/")[0]) for flagged in self.outcome.reasons)
        of_reasons = [name for step in steps if step for name in step.sources]
        of_items = [name for item in self.items for name in item.sources]
        return self.guide.sources((*self.facts.sources, *of_reasons, *of_items))

    def sources_on(self, part: str) -> tuple[Source, ...]:
        """Those of one screen: of `sources`, or of `s2`, `s3` and so on."""
        at = 0 if part == SOURCES else int(part[1:]) - 1
        return self.sources[at * AT_ONCE : (at + 1) * AT_ONCE]

    @property
    def source_screens(self) -> tuple[str, ...]:
        """The parts that list the sources, as many as they take."""
        more = range(2, -(-len(self.sources) // AT_ONCE) + 1)
        return (SOURCES, *(f"s{screen}" for screen in more))

    @property
    def most(self) -> int:
        """How many points a quiz can bring: of its halves, which are equally long, the longer."""
        steps = [step for step in self.guide.facts.steps if step.right]
        return max((sum(step.form in {None, form} for step in steps) for form in ("a", "b")), default=0)


def ended(packed: str, guide: Opened) -> Ended | None:
    """None for an outcome of another version, and for a result that has left the packs."""
    outcome = unpacked(packed, guide.facts)
    words = guide.words.results.get(outcome.result) if outcome else None
    return Ended(guide, packed, outcome, outcome.facts(guide.facts), words) if outcome and words else None
