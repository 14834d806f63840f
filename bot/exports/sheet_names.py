"""What the sheets of a workbook are called."""

import re
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 31
"""Signs of the name of a sheet, as UTF-16 counts them; with the next three, what Excel takes."""
FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
TAKEN: Final = frozenset({"history"})
"""Excel keeps this name for itself."""
NO_NAME: Final = "-"
CUT: Final = "\N{HORIZONTAL ELLIPSIS}"


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """For each title a name that Excel takes, cut at the end of a word; none is there twice, large or small."""
    names: list[str] = []
    for title in titles:
        taken = {name.lower() for name in names} | TAKEN
        name, number = _cut(title, LONGEST), 1
        while name.lower() in taken:
            number += 1
            name = f"{_cut(title, LONGEST - len(f' {number}'))} {number}"
        names.append(name)
    return tuple(names)


def _cut(title: str, room: int) -> str:
    text = " ".join(FORBIDDEN.sub(" ", title).split()).strip("' ")
    if _length(text) <= room:
        return text or NO_NAME
    while _length(text) > room - len(CUT):
        text = text[:-1]
    whole, _, _ = text.rpartition(" ")
    # Where one long word would be lost it is cut within.
    return f"{whole if len(whole) > room // 2 else text}{CUT}"


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
