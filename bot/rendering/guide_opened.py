"""A guide as it is opened for a reader: what holds for it, and its words in one language."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.packs.guide_schema import GuideFile, GuideItem, GuideStep
from bot.packs.guide_words_schema import GuideWords
from bot.packs.topic_schema import Source
from bot.rendering.context import Reader
from bot.rendering.sources import not_yet_yours, overdue


@dataclass(frozen=True)
class Opened:
    """`spoken` is the language that the words are really in."""

    name: str
    facts: GuideFile
    words: GuideWords
    spoken: str
    reader: Reader

    def step(self, name: str) -> GuideStep | None:
        return next((step for step in self.facts.steps if step.id == name), None)

    def items(self, names: Iterable[str]) -> tuple[GuideItem, ...]:
        """Those that are still in the packs, in the order of the file."""
        wanted = set(names)
        return tuple(item for item in self.facts.items if item.id in wanted and item.id in self.words.items)

    def sources(self, names: Iterable[str]) -> tuple[Source, ...]:
        """In the order of the file, each once; all of them where none of these is known."""
        wanted = set(names)
        named = tuple(source for name, source in self.facts.sources.items() if name in wanted)
        return named or tuple(self.facts.sources.values())

    @property
    def banner(self) -> str:
        """Says that it should have been checked again by now."""
        is_due = self.reader.context.today > self.facts.review_by
        return overdue(self.facts.review_by, self.reader) if is_due else ""

    @property
    def foreign(self) -> str:
        return not_yet_yours(self.spoken, self.reader)


def opened(name: str, reader: Reader) -> Opened | None:
    """None for a guide that has left the packs."""
    guide = reader.packs.guides.get(name)
    if guide is None:
        return None
    said = guide.said(reader.language)
    return Opened(name, guide.facts, said.words, said.language, reader)
