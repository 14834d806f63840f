"""Looks through the files of a database for everything that a simulated person is and has said."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.quarter.simulated import Person

DIGITS: Final = re.compile(rb"\d{6,}")
DECIMALS: Final = re.compile(rb"\d+\.\d{3,}")
NAMES: Final = re.compile(rb"zyq[a-j]{2,}|[a-j]{2,}wvxaj", re.IGNORECASE)
"""Either half of anybody's name, folded or not; nothing else is written so."""
ORDERS: Final = (">", "<")


def found_in(folder: Path, them: list[Person], points: Iterable[tuple[float, float]]) -> set[str]:
    """What of them lies in these files, written out or as eight bytes: numbers, points, names and words."""
    stored = b"\0".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())
    degrees = {degree for point in points for degree in point}
    return {
        *_numbers(stored, [number for person in them for number in (person.number, person.phone)]),
        *_points(stored, degrees),
        *(name.decode() for name in NAMES.findall(stored)),
        *(person.text for person in them if person.text.encode() in stored),
    }


def _numbers(stored: bytes, ids: list[int]) -> set[str]:
    written = {int(digits) for digits in DIGITS.findall(stored)}
    return {str(each) for each in set(ids) & (written | _eights(stored, np.array(ids, dtype="<i8")))}


def _points(stored: bytes, degrees: set[float]) -> set[str]:
    """To four decimals, some ten metres: nobody is to be found as closely as that."""
    written = {round(float(number), 4) for number in DECIMALS.findall(stored) if len(number) < 30}
    found = {degree for degree in degrees if round(degree, 4) in written}
    return {str(each) for each in found | _eights(stored, np.array(sorted(degrees), dtype="<f8"))}


def _eights(stored: bytes, wanted: NDArray[np.generic]) -> set[float]:
    """Which of these numbers stand there as eight bytes, whichever comes first and wherever they begin."""
    seen: set[float] = set()
    for order in ORDERS:
        for start in range(8):
            length = (len(stored) - start) // 8 * 8
            there = np.frombuffer(stored, dtype=wanted.dtype.newbyteorder(order), count=length // 8, offset=start)
            seen.update(np.intersect1d(there, wanted).tolist())
    return seen
