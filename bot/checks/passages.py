"""Every text of the packs that a client may read, with the place where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple

from pydantic import BaseModel

from bot.packs.reading import Reading
from bot.packs.yaml_file import Key

READ: Final = (
    "title",
    "label",
    "intro",
    "name",
    "serves",
    "does",
    "bring",
    "doubt",
    "say",
    "summary",
    "details",
    "steps",
    "warning",
    "about",
    "join",
    "text",
)
"""The keys that hold text to read. What people type (questions, phrases, courtesies) is written as they write it, and
so are the keywords of a reply. In the words of a guide everything is to read."""

BODY: Final = frozenset({"summary", "details", "steps", "warning"})
"""The parts of a topic that state something; a country may have its own."""

STATED: Final = BODY | {"text"}
"""The same, and what a reply says."""

NAMING: Final = frozenset({"title", "label"})
"""The parts of a guide that name something; all others state or ask something."""


class Owner(NamedTuple):
    """What a text belongs to; a topic with a country is that country's version of it."""

    noun: Literal["topic", "service", "activity", "signal", "reply", "guide", "section", "category"]
    name: str
    country: str = ""


@dataclass(frozen=True)
class Passage:
    """A piece of text; `owner` and `keys` are the same in every language, `part` is the key of READ.

    In a guide it is the last of the keys.
    """

    path: Path
    keys: tuple[Key, ...]
    part: str
    language: str
    text: str
    owner: Owner


def passages(reading: Reading) -> Iterator[Passage]:
    """All of them, by what they belong to."""
    for slug, by_language in reading.topic_words.items():
        yield from _written(Owner("topic", slug), by_language)
    for slug, by_country in reading.word_versions.items():
        for country, versions in by_country.items():
            yield from _written(Owner("topic", slug, country), versions)
    for kind, signals in reading.signal_words.items():
        yield from _written(Owner("signal", kind), signals)
    for name, replies in reading.reply_words.items():
        yield from _written(Owner("reply", name), replies)
    yield from _in_guides(reading)
    yield from _listed(reading)
    yield from _in_menus(reading)


def _listed(reading: Reading) -> Iterator[Passage]:
    """Of what stands with others in one file, under its id."""
    for service_id, services in reading.service_words.items():
        yield from _written(Owner("service", service_id), services, (service_id,))
    for activity_id, activities in reading.activity_words.items():
        yield from _written(Owner("activity", activity_id), activities, (activity_id,))


def _in_menus(reading: Reading) -> Iterator[Passage]:
    for language, files in reading.menu.items():
        for path, menu in files.items():
            for section, titled in menu.sections.items():
                said = {language: (path, titled)}
                yield from _written(Owner("section", section), said, ("sections", section))
            for category, named in menu.categories.items():
                called = {language: (path, named)}
                yield from _written(Owner("category", category), called, ("categories", category))


def _written(
    owner: Owner, words: Mapping[str, tuple[Path, BaseModel]], within: tuple[Key, ...] = ()
) -> Iterator[Passage]:
    for language, (path, said) in words.items():
        for part in READ:
            for keys, text in _pieces(part, getattr(said, part, None)):
                yield Passage(path, (*within, *keys), part, language, text, owner)


def _pieces(part: str, value: str | tuple[str, ...] | None) -> Iterator[tuple[tuple[Key, ...], str]]:
    if isinstance(value, str):
        yield (part,), value
    elif value is not None:
        yield from (((part, number), text) for number, text in enumerate(value))


def _in_guides(reading: Reading) -> Iterator[Passage]:
    for name, words in reading.guide_words.items():
        for language, (path, said) in words.items():
            for keys, text in _inside(said):
                yield Passage(path, keys, str(keys[-1]), language, text, Owner("guide", name))


def _inside(said: BaseModel, within: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], str]]:
    """All text, also that of steps, their answers and so on."""
    for field, value in said:
        if isinstance(value, str):
            yield (*within, field), value
        elif isinstance(value, Mapping):
            for name, each in value.items():
                yield from _inside(each, (*within, field, name))


def by_language(reading: Reading) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages(reading):
        found[passage.language].append(passage)
    return found


def side_by_side(reading: Reading) -> Iterator[list[Passage]]:
    """The same piece in each language that has it."""
    found: dict[tuple[Owner, tuple[Key, ...]], list[Passage]] = defaultdict(list)
    for passage in passages(reading):
        found[passage.owner, passage.keys].append(passage)
    yield from found.values()


def bodies(reading: Reading) -> Iterator[list[Passage]]:
    """All that a topic, a country's version of it, a reply or a guide states in one language."""
    found: dict[tuple[Owner, str], list[Passage]] = defaultdict(list)
    for passage in passages(reading):
        if _states(passage):
            found[passage.owner, passage.language].append(passage)
    yield from found.values()


def _states(passage: Passage) -> bool:
    return passage.part not in NAMING if passage.owner.noun == "guide" else passage.part in STATED
