"""Numbers the features of all documents, so that everything after works with small integers."""

from collections.abc import Iterable, Iterator, Sequence

from bot.language.columns import Columns
from bot.language.rows import checksum, columns_of
from bot.search.features import features, pairs, stem_feature


class Vocabulary:
    """Gives each feature a row when it is first met. Words come again and again, so theirs are kept until `closed`."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}
        self._met: dict[tuple[str, str], tuple[int, ...]] = {}
        self._stems: dict[tuple[str, str], int] = {}

    def rows(self, words: Iterable[str], language: str) -> Iterator[tuple[int, ...]]:
        """Rows of the features of each folded word."""
        for word in words:
            key = (word, language)
            if key not in self._met:
                self._met[key] = tuple(self._row(feature) for feature in features(word, language))
            yield self._met[key]

    def stems(self, words: Iterable[str], language: str) -> Iterator[int]:
        """Row of the stem of each folded word."""
        rows = self._rows
        return (rows.setdefault(self._stem(word, language), len(rows)) for word in words)

    def pairs(self, words: Sequence[str], language: str) -> Iterator[int]:
        """Row of each pair of folded words."""
        rows, stems = self._rows, [self._stem(word, language) for word in words]
        return (rows.setdefault(pair, len(rows)) for pair in pairs(stems))

    def __len__(self) -> int:
        return len(self._rows)

    def closed(self) -> Columns:
        """Row of each feature, for `Rows`; nothing can be added after."""
        self._met, self._stems = {}, {}
        return columns_of(self._rows)

    def _stem(self, word: str, language: str) -> int:
        key = (word, language)
        if key not in self._stems:
            self._stems[key] = checksum(stem_feature(word, language))
        return self._stems[key]

    def _row(self, feature: str) -> int:
        return self._rows.setdefault(checksum(feature), len(self._rows))
