"""What somebody looks for: a need or a kind of service, and what it must be like. It fits into a button."""

import re
from dataclasses import dataclass, replace
from typing import Final, get_args

from bot.packs.directory_schema import Trait

LETTERS: Final[dict[Trait, str]] = {
    "free": "f",
    "walk_in": "a",
    "women_staff": "w",
    "children": "c",
    "roma_egyptian": "r",
    "disability": "d",
    "open_now": "o",
}
"""One letter each in a button; a letter never gets another meaning, for buttons are old."""

SPOKEN: Final = "."
"""Before the language that is spoken."""
STROKE: Final = "/"
"""Between a need and the letters."""

TRAITS: Final[dict[str, Trait]] = {letter: trait for trait, letter in LETTERS.items()}

PACKED: Final = re.compile(rf"([{''.join(LETTERS.values())}]*)(?:\.([a-z]{{2,3}}))?")


@dataclass(frozen=True)
class Wish:
    """`need` is a need or a category of the packs, or nothing: everything. `speaks` is a language."""

    need: str = ""
    traits: tuple[Trait, ...] = ()
    speaks: str = ""

    def packed(self) -> str:
        """All but the need, as a few letters."""
        letters = "".join(LETTERS[trait] for trait in get_args(Trait) if trait in self.traits)
        return f"{letters}{SPOKEN}{self.speaks}" if self.speaks else letters

    @property
    def whole(self) -> str:
        """With the need; nothing for no wish at all."""
        return f"{self.need}{STROKE}{self.packed()}" if self != ANYTHING else ""

    @property
    def marks(self) -> tuple[str, ...]:
        """What it must be like, one mark each: a letter for a trait, a full stop and its code for a language."""
        letters, _, _ = self.packed().partition(SPOKEN)
        return (*letters, *((SPOKEN + self.speaks,) if self.speaks else ()))

    def toggled(self, mark: str) -> "Wish":
        """With this mark, or without it if it was there; there is one language at most."""
        one = unpacked(self.need, mark)
        if one.speaks:
            return replace(self, speaks="" if self.speaks == one.speaks else one.speaks)
        return replace(self, traits=tuple(t for t in get_args(Trait) if (t in self.traits) != (t in one.traits)))

    @property
    def is_particular(self) -> bool:
        """Whether it asks for more than a kind of help."""
        return bool(self.traits or self.speaks)


def unpacked(need: str, letters: str) -> Wish:
    """The wish behind a button; letters that no version of ours has made are no wish."""
    found = PACKED.fullmatch(letters)
    if found is None:
        return Wish(need)
    return Wish(need, tuple(TRAITS[letter] for letter in dict.fromkeys(found[1])), found[2] or "")


def from_whole(whole: str) -> Wish:
    """The wish that `whole` has packed."""
    need, _, letters = whole.partition(STROKE)
    return unpacked(need, letters)


ANYTHING: Final = Wish()
