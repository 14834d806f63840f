"""What there is to translate, entry by entry: a content key, the text, where it stands, and what it must keep to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from bot.packs.reading import Reading
from bot.packs.yaml_file import Key, line_of
from bot.translation.pieces import NEAR_MISSES, Keys, Piece, is_own, pieces

SOURCE = "en"
"""What translators start from: the language in which a missing word is said (design rule 6)."""


class Domain(NamedTuple):
    """What one PO file holds."""

    pack: str
    section: str


@dataclass(frozen=True)
class Entry:
    """One text of a piece; `file` is named from the folder of packs, `keys` are those within the piece."""

    domain: Domain
    language: str
    file: str
    piece: Piece
    keys: Keys
    text: str

    @property
    def key(self) -> str:
        """The content key: the same in every language, and after the text has changed."""
        return "/".join((*self.piece.name, *self.keys))

    @property
    def own(self) -> bool:
        return is_own(self.keys)

    @property
    def limit(self) -> int | None:
        """The most characters that there is room for."""
        return _limits(self.piece.model).get(_pattern(self.keys)) if self.piece.model else None

    @property
    def required(self) -> bool:
        """Whether the piece cannot be shown in a language without it. What English warns of, every language must."""
        if not self.own:
            return True
        return self.piece.model is not None and self.piece.model.model_fields[self.keys[0]].is_required()

    @property
    def line(self) -> int:
        """Where it stands in its file."""
        keys = self.keys[:1] if self.keys[0] == NEAR_MISSES else self.keys
        at: tuple[Key, ...] = tuple(int(key) if key.isdigit() else key for key in keys)
        return line_of(self.piece.path, (*self.piece.at, *at))


Entries = dict[tuple[Domain, str], Entry]
"""By PO file and content key, in the order of the packs."""


def entries(reading: Reading, language: str) -> Entries:
    """All that the packs say in this language."""
    return {(entry.domain, entry.key): entry for entry in _entries(reading, language)}


def _entries(reading: Reading, language: str) -> Iterator[Entry]:
    for piece in pieces(reading, language):
        file = piece.path.relative_to(reading.root)
        domain = _domain(file)
        for keys, text in piece.texts().items():
            yield Entry(domain, language, file.as_posix(), piece, keys, text)


def _domain(file: Path) -> Domain:
    """The pack, and the section, or else what kind of words it is."""
    pack, _, section, *_ = file.with_suffix("").parts
    return Domain(pack, section)


def originals(reading: Reading) -> dict[str, str]:
    """For each pack the language that it names first: those words were written, not translated."""
    return {name: pack.languages[0] for name, pack in reading.packs.items()}


def must_be_whole(reading: Reading) -> set[str]:
    """The languages in which nothing may be missing: originals, and the one that is shown where others lack words."""
    return {SOURCE, *originals(reading).values()}


def _pattern(keys: Keys) -> Keys:
    """Where in a model it is: fields and ids take turns, and the id of a step, an answer, a part does not matter."""
    return keys[::2]


@cache
def _limits(model: type[BaseModel]) -> dict[Keys, int]:
    schema = model.model_json_schema()
    return dict(_bounded(schema, schema.get("$defs", {})))


def _bounded(schema: dict[str, Any], parts: dict[str, Any]) -> Iterator[tuple[Keys, int]]:
    """The longest that each field may be, also in parts that stand under ids of their own."""
    for name, field in schema["properties"].items():
        if (limit := _longest(field)) is not None:
            yield (name,), limit
        for inner in field.get("patternProperties", {}).values():
            part = parts[inner["$ref"].rpartition("/")[2]]
            yield from (((name, *keys), more) for keys, more in _bounded(part, parts))


def _longest(schema: dict[str, Any]) -> int | None:
    """`maxLength` of a field, of its items, or of what it is unless it is missing."""
    inner = [schema["items"]] if "items" in schema else schema.get("anyOf", ())
    found = (limit for part in inner if (limit := _longest(part)) is not None)
    return schema.get("maxLength") or next(found, None)
