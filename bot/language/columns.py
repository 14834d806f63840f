"""Named columns of numbers: what is slow to make of the packs, in a form that a file holds as it is."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, Union, cast

Column = Union["array[int]", "array[float]", "memoryview[int]", "memoryview[float]"]
"""Freshly made, or a window into a file; both are read in the same way."""

ALIGNED: Final = 8
"""Bytes: every column begins at a multiple, as a window with numbers of any size must."""


@dataclass(frozen=True)
class Columns:
    """Columns by name, and lists of words by name. Parts are named `part/column`."""

    numbers: Mapping[str, Column] = field(default_factory=dict)
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, parts: Mapping[str, Columns]) -> Columns:
        """All parts in one."""
        return cls(
            {f"{part}/{name}": column for part, columns in parts.items() for name, column in columns.numbers.items()},
            {f"{part}/{name}": words for part, columns in parts.items() for name, words in columns.words.items()},
        )

    def whole(self, name: str) -> Sequence[int]:
        """A column of whole numbers."""
        return cast("Sequence[int]", self.numbers[name])

    def real(self, name: str) -> Sequence[float]:
        return cast("Sequence[float]", self.numbers[name])

    def part(self, name: str) -> Columns:
        start = f"{name}/"
        return Columns(
            {key.removeprefix(start): column for key, column in self.numbers.items() if key.startswith(start)},
            {key.removeprefix(start): words for key, words in self.words.items() if key.startswith(start)},
        )

    def to_bytes(self) -> bytes:
        """The length of the head, the head as JSON, then each column as it lies in memory."""
        head = {
            "numbers": [[name, memoryview(column).format, len(column)] for name, column in self.numbers.items()],
            "words": {name: list(words) for name, words in self.words.items()},
        }
        told = json.dumps(head).encode()
        told += b" " * (-len(told) % ALIGNED)
        return b"".join(
            [len(told).to_bytes(ALIGNED, "little"), told, *(_padded(bytes(column)) for column in self.numbers.values())]
        )

    @classmethod
    def from_bytes(cls, held: memoryview[int]) -> Columns:
        """Without a copy. Raises ValueError where the bytes are not what `to_bytes` has made, all of them."""
        start = ALIGNED + int.from_bytes(held[:ALIGNED], "little")
        head = json.loads(bytes(held[ALIGNED:start]))
        sizes = [array(kind).itemsize * count for _, kind, count in head["numbers"]]
        starts = list(accumulate((size + -size % ALIGNED for size in sizes), initial=start))
        if starts[-1] != len(held):
            raise ValueError("cut short")
        numbers = {
            name: held[start : start + size].cast(kind)
            for (name, kind, _), start, size in zip(head["numbers"], starts[:-1], sizes, strict=True)
        }
        return cls(numbers, head["words"])


def _padded(held: bytes) -> bytes:
    return held + bytes(-len(held) % ALIGNED)
