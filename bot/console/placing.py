"""Where words go beside what they name, so that none stands on another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, Literal

from bot.console.ink import SIZE, wide

RISE: Final = 0.75 * SIZE
"""Pixels from the line that letters stand on to their upper end; FALL to their lower."""
FALL: Final = 0.25 * SIZE


@dataclass(frozen=True)
class Box:
    """Pixels, from the upper left corner of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, radius: float) -> "Box":
        return cls(x - radius, y - radius, x + radius, y + radius)

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def meets(self, other: "Box", clear: float = 0) -> bool:
        """Whether it touches the other, or leaves less than `clear` pixels between them."""
        beside = self.left - clear < other.right and other.left < self.right + clear
        return beside and self.top - clear < other.bottom and other.top < self.bottom + clear

    def within(self, other: "Box") -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True)
class Spot:
    """Where a line of text may stand: on y, with its beginning, middle or end at x."""

    x: float
    y: float
    anchor: Literal["start", "middle", "end"] = "start"

    def box(self, text: str) -> Box:
        left = self.x - wide(text) * {"start": 0, "middle": 0.5, "end": 1}[self.anchor]
        return Box(left, self.y - RISE, left + wide(text), self.y + FALL)


@dataclass
class Board:
    """What of the frame is taken: by marks that were there before, and by words and what belongs to them."""

    frame: Box
    marks: Sequence[Box]
    words: list[Box] = field(default_factory=list)

    def place(self, text: str, spots: Iterable[Spot], own: Box | None = None) -> Spot | None:
        """Take the first of the spots that is free, if one is; `own` is the mark itself, which may be touched."""
        spot = next((spot for spot in spots if self.is_free(spot.box(text), own=own)), None)
        if spot is not None:
            self.words.append(spot.box(text))
        return spot

    def is_free(self, box: Box, clear: float = 0, own: Box | None = None) -> bool:
        """Whether it lies in the frame, and so many pixels away from everything."""
        taken = (each for each in chain(self.words, self.marks) if each != own)
        return box.within(self.frame) and not any(box.meets(each, clear) for each in taken)
