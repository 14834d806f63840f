"""The packs' words in pieces: the smallest things that are shown in one language, or else in English."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, get_args

from pydantic import BaseModel

from bot.packs.reading import Reading
from bot.packs.schema import MenuWords
from bot.packs.terms import Courtesy

Keys = tuple[str, ...]

STEPS: Final = "steps"
"""The one list that is translated item by item."""

GUIDES: Final = "guides"
"""Guides have parts of parts: each text has the whole way to it for its keys."""

NEAR_MISSES: Final = "near_misses"
OWN: Final = frozenset({NEAR_MISSES, "questions", "phrases", "negatives", "keywords", *get_args(Courtesy)})
"""What people type: nobody's translation, every language says it its own way."""


DEEP: Final = 2
"""Only texts of guides have more keys: a step of a topic has its number, near misses have the topic they are of."""


@dataclass(frozen=True)
class Piece:
    """A topic, a service, a signal, a reply, a guide, a section of the menu: complete in a language or not there.

    `name` is the first part of its content keys, `at` where it stands in its file, and `model` what it must be like:
    None for greetings, each of which stands for itself.
    """

    path: Path
    name: Keys
    at: Keys
    data: Mapping[str, Any]
    model: type[BaseModel] | None

    def texts(self) -> dict[Keys, str]:
        """Every text by its keys within the piece, in the order of the file; lists of phrasings one a line."""
        return dict((_deep if self.name[0] == GUIDES else _flat)(self.data))


def pieces(reading: Reading, language: str) -> Iterator[Piece]:
    """All that the packs say in this language."""
    yield from _topics(reading, language)
    yield from _named("signals", reading.signal_words, language)
    yield from _named("replies", reading.reply_words, language)
    yield from _named(GUIDES, reading.guide_words, language)
    for service_id, services in reading.service_words.items():
        yield from _piece(("services", service_id), (service_id,), services.get(language))
    for activity_id, activities in reading.activity_words.items():
        yield from _piece(("activities", activity_id), (activity_id,), activities.get(language))
    for path, menu in reading.menu.get(language, {}).items():
        yield from _menu(path, menu)


def _topics(reading: Reading, language: str) -> Iterator[Piece]:
    for slug, words in reading.topic_words.items():
        yield from _piece(("topics", slug), (), words.get(language))
    for slug, countries in reading.word_versions.items():
        for versions in countries.values():
            yield from _piece(("topics", slug), (), versions.get(language))


def _named(kind: str, words: Mapping[str, Mapping[str, tuple[Path, BaseModel]]], language: str) -> Iterator[Piece]:
    for name, said in words.items():
        yield from _piece((kind, name), (), said.get(language))


def _piece(name: Keys, at: Keys, found: tuple[Path, BaseModel] | None) -> Iterator[Piece]:
    if found is not None:
        path, words = found
        yield Piece(path, name, at, _said(words), type(words))


def _menu(path: Path, menu: MenuWords) -> Iterator[Piece]:
    for section, said in menu.sections.items():
        yield Piece(path, ("menu", "sections", section), ("sections", section), _said(said), type(said))
    for category, words in menu.categories.items():
        yield Piece(path, ("menu", "categories", category), ("categories", category), _said(words), type(words))
    if menu.courtesies:
        greetings: dict[str, Any] = {kind: list(sayings) for kind, sayings in menu.courtesies.items()}
        yield Piece(path, ("menu", "courtesies"), ("courtesies",), greetings, None)


def _said(words: BaseModel) -> dict[str, Any]:
    return _filled(words.model_dump(mode="json"))


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty, also in parts of parts."""
    filled = {key: _filled(value) if isinstance(value, Mapping) else value for key, value in data.items()}
    return {key: value for key, value in filled.items() if value}


def _flat(data: Mapping[str, Any]) -> Iterator[tuple[Keys, str]]:
    for field, value in data.items():
        if isinstance(value, str):
            yield (field,), value
        elif field == STEPS:
            yield from (((field, str(at)), text) for at, text in enumerate(value))
        elif field == NEAR_MISSES:
            for topic in dict.fromkeys(near["topic"] for near in value):
                yield (field, topic), joined(near["question"] for near in value if near["topic"] == topic)
        else:
            yield (field,), joined(value)


def _deep(data: Mapping[str, Any]) -> Iterator[tuple[Keys, str]]:
    """Of a guide, which has nothing but text and parts."""
    for key, value in data.items():
        if isinstance(value, str):
            yield (key,), value
        else:
            yield from (((key, *keys), text) for keys, text in _deep(value))


def is_own(keys: Keys) -> bool:
    """Whether what stands at these keys of a piece is what people type."""
    return keys[0] in OWN


def joined(phrasings: Iterable[str]) -> str:
    """One a line."""
    return "\n".join(" ".join(phrasing.split()) for phrasing in phrasings)


def apart(text: str) -> list[str]:
    """The lines that say something, each once."""
    return list(dict.fromkeys(filter(None, (" ".join(line.split()) for line in text.splitlines()))))


def put(data: dict[str, Any], at: Keys, more: Mapping[str, Any]) -> None:
    """Add to the part at these keys, which is made where it is not there."""
    for key in at:
        data = data.setdefault(key, {})
    data.update(more)


def assembled(texts: Mapping[Keys, str]) -> dict[str, Any]:
    """What a file holds of such texts: the way back from `Piece.texts`."""
    data: dict[str, Any] = {}
    for keys, text in texts.items():
        field = keys[0]
        if len(keys) > DEEP:
            put(data, keys[:-1], {keys[-1]: text})
        elif field == STEPS:
            data.setdefault(field, []).append(text)
        elif field == NEAR_MISSES:
            data.setdefault(field, []).extend({"question": question, "topic": keys[1]} for question in apart(text))
        else:
            data[field] = apart(text) if is_own(keys) else text
    return data
