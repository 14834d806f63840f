"""Finds the row of a feature without keeping the features."""

from bisect import bisect_left
from zlib import crc32

from bot.language.columns import Columns


def checksum(feature: str) -> int:
    """32 bits. Of 100,000 features two share one (birthday bound: 1.2), and are then one feature to us."""
    return crc32(feature.encode("utf-8", "surrogatepass"))


class Rows:
    """The row of each feature is the place of its checksum among all, in ascending order: four bytes a feature."""

    def __init__(self, columns: Columns) -> None:
        self._sums = columns.whole("sums")

    def __len__(self) -> int:
        return len(self._sums)

    def get(self, feature: str) -> int | None:
        return self.at(checksum(feature))

    def at(self, wanted: int) -> int | None:
        """The row of the feature with this checksum."""
        at = bisect_left(self._sums, wanted)
        return at if at < len(self._sums) and self._sums[at] == wanted else None
