"""Numbers the features of all documents, so that everything after works with small integers."""

from collections.abc import Iterable, Iterator

from bot.language.columns import Columns
from bot.language.rows import checksum, columns_of
from bot.search.features import features, stem_feature


class Vocabulary:
    """Gives each feature a row when it is first met. Words come again and again, so theirs are kept until `closed`."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}
        self._met: dict[tuple[str, str], tuple[int, ...]] = {}

    def rows(self, words: Iterable[str], language: str) -> Iterator[tuple[int, ...]]:
        """Rows of the features of each folded word."""
        for word in words:
            key = (word, language)
            if key not in self._met:
                self._met[key] = tuple(self._row(feature) for feature in features(word, language))
            yield self._met[key]

    def stems(self, words: Iterable[str], language: str) -> Iterator[int]:
        """Row of the stem of each folded word."""
        return (self._row(stem_feature(word, language)) for word in words)

    def __len__(self) -> int:
        return len(self._rows)

    def closed(self) -> Columns:
        """Row of each feature, for `Rows`; nothing can be added after."""
        self._met = {}
        return columns_of(self._rows)

    def _row(self, feature: str) -> int:
        return self._rows.setdefault(checksum(feature), len(self._rows))
