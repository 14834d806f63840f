"""A topic as all have it, then as each country has it: what holds for the one holds for the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.packs.reading import Reading
from bot.packs.topic_schema import Source, TopicFile, TopicVersion


@dataclass(frozen=True)
class Edition:
    """`facts` is what the file says, `sources` are those that hold: the file's own, else the common ones."""

    path: Path
    slug: str
    country: str
    facts: TopicFile | TopicVersion
    sources: tuple[Source, ...]


def editions(reading: Reading) -> Iterator[Edition]:
    for slug, (path, _, facts) in reading.topics.items():
        yield Edition(path, slug, "", facts, facts.sources)
        for country, (there, version) in reading.topic_versions.get(slug, {}).items():
            yield Edition(there, slug, country, version, version.sources or facts.sources)
