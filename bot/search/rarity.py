"""How much a feature says by being rare: smoothed inverse document frequency."""

from collections.abc import Iterable
from math import log


def rarities(size: int, texts: Iterable[Iterable[int]]) -> tuple[list[float], float]:
    """Of each row below `size`, and of what stands in no text; each text gives its rows, each once."""
    seen, total = [0] * size, 1
    for rows in texts:
        total += 1
        for row in rows:
            seen[row] += 1
    return [log(total / (1 + count)) + 1 for count in seen], log(total) + 1
