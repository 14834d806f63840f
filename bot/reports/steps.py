"""Several reports of one table, one after the other: what a coarser one showed, a finer one does not take back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from bot.reports.suppression import Passed, gate
from bot.reports.table import ALL, Cut, Key, Number, Published, Release, Suppressed, Table

TOGETHER: Final = "(all)"
"""The group that puts everything along a dimension together. Its total says the same, and is what is kept."""

Groups = Mapping[str, tuple[str, ...]]


def together(categories: Iterable[str]) -> Groups:
    """All of them as one."""
    return {TOGETHER: tuple(categories)}


def singly(categories: Iterable[str]) -> Groups:
    """Each by itself."""
    return {each: (each,) for each in categories}


class Steps:
    """What of a table came through the gate so far; `published` is what went out of it earlier."""

    def __init__(self, table: Table, published: Published) -> None:
        self._table = table
        self._published = published
        self._withheld = False
        self.numbers: dict[Key, Number] = {}

    def ask(self, *groups: Groups) -> tuple[Key, ...]:
        """Divide it like this: dimension by dimension. Gives the keys of what was asked."""
        cut = Cut(groups)
        passed = gate(self._table, cut, _widened(self._published, self._table, cut))
        self._published = passed.published
        self._withheld = passed.withheld
        for key, n in passed.numbers.items():
            if TOGETHER not in key and isinstance(self.numbers.get(key), Suppressed | None):
                self.numbers[key] = n
        return tuple(key for key in passed.numbers if TOGETHER not in key)

    def ask_all(self, *groups: Groups) -> bool:
        """The same, but of a division of which anything would be hidden nothing goes out. Whether it did."""
        before = self._published, dict(self.numbers)
        whole = all(isinstance(self.numbers[key], int) for key in self.ask(*groups))
        if not whole:
            self._published, self.numbers = before
            self._withheld = True
        return whole

    @property
    def passed(self) -> Passed:
        """`withheld` if that is what became of the last step."""
        return Passed(dict(self.numbers), self._published, self._withheld)

    def only(self, *keys: Key) -> Passed:
        """The same, of these numbers alone."""
        return Passed({key: self.numbers[key] for key in keys if key in self.numbers}, self._published, self._withheld)


def hidden(*dimensions: str) -> Passed:
    """Nothing of a table but that there is one."""
    return Passed({(ALL,) * len(dimensions): Suppressed.SUPPRESSED}, Published(), withheld=True)


def _widened(published: Published, table: Table, cut: Cut) -> Published:
    """What went out, as if it had known the categories that came up since.

    A topic that is new in November was not read in October: the total of October with it and without it is the same
    number for every reader, and has to be for the gate.
    """
    return replace(published, releases=tuple(_with_new(each, table, cut) for each in published.releases))


def _with_new(release: Release, table: Table, cut: Cut) -> Release:
    if release.counted != table.counted or release.dimensions != table.dimensions:
        return release
    along = [
        {name: _members(release, table, n, name, cut.groups[n].get(name, ())) for name in groups}
        for n, groups in enumerate(release.cut.groups)
    ]
    return replace(release, cut=Cut(tuple(along)))


def _members(release: Release, table: Table, n: int, name: str, now: tuple[str, ...]) -> tuple[str, ...]:
    known = release.cut.groups[n][name]
    told = [{each for group in along.values() for each in group} for along in release.cut.groups]
    new = [each for each in now if each not in told[n]]
    counted = {
        key[n]
        for key, count in table.cells.items()
        if count and all(each in members for at, (each, members) in enumerate(zip(key, told, strict=True)) if at != n)
    }
    return (*known, *(each for each in new if each not in counted))
