"""A reader who puts several tables of the same people together, and knows which subjects are named."""

from collections.abc import Collection, Iterable, Mapping

from bot.reports.listed import NAMED
from bot.reports.steps import TOGETHER
from bot.reports.suppression import LEAST
from bot.reports.table import ALL, SUPPRESSED, Cut, Key, Number, Published
from tests.reports.attack import Reader


def reads(reader: Reader, published: Published, *places: int) -> None:
    """Everything that went out. `places` are the reader's dimensions that it is about; the others are added up."""
    for release in published.releases:
        groups = iter(release.cut.groups)
        along = [
            next(groups) if n in (places or range(len(reader.categories))) else {TOGETHER: categories}
            for n, categories in enumerate(reader.categories)
        ]
        shown = dict(release.shown)
        cut = Cut(tuple(along))
        reader.reads(cut, {key: shown.get(_only(key, places), SUPPRESSED) for key, _ in cut.boxes()})


def _only(key: Key, places: Collection[int]) -> Key:
    return tuple(each for n, each in enumerate(key) if n in places) if places else key


def knows_unnamed(reader: Reader, counted: Iterable[frozenset[Key]]) -> None:
    """That each of these sums is smaller than what is named."""
    reader.knows((each, 0, NAMED - 1) for each in counted)


def is_safe(reader: Reader, small: Iterable[frozenset[Key]]) -> None:
    """Of a small sum a reader knows neither which number it is nor that it is small."""
    for counted in small:
        low, high = reader.interval(counted)
        assert high >= LEAST
        assert high - low >= LEAST - 1


def shown(numbers: Mapping[Key, Number]) -> dict[Key, int]:
    return {key: n for key, n in numbers.items() if isinstance(n, int)}


def total(numbers: Mapping[Key, Number]) -> Number:
    (dimensions,) = {len(key) for key in numbers}
    return numbers[(ALL,) * dimensions]
