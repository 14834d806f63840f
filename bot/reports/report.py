"""What a report says, before it is a page, a file or a table: the same value for all of them. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from bot.reports.table import Suppressed


@dataclass(frozen=True)
class AtLeast:
    """A sum of which some parts are hidden: what was shown, added up; the truth is more."""

    n: int


@dataclass(frozen=True)
class Share:
    """A rate, 0 to 1; where it was estimated, with the bounds of its 95 % confidence interval."""

    value: float
    low: float | None = None
    high: float | None = None


Cell: TypeAlias = str | int | date | AtLeast | Share | Suppressed | None
"""None is what nobody knows; Suppressed is what is known and hidden."""


@dataclass(frozen=True)
class Column:
    """`meaning` says in a sentence what is counted; it stands on the sheet of definitions."""

    title: str
    kind: Literal["text", "number", "share", "day"] = "number"
    meaning: str = ""


@dataclass(frozen=True)
class Section:
    """One table, titled; `chart` is how it is drawn beside the table, from its first column and `drawn` columns.

    `name` is an id (a-z, 0-9, hyphens) that is the same in every language: of a sheet, an anchor, a chart. `places`
    are, for a map, the slugs of the municipalities, row by row.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    chart: Literal["none", "bars", "lines", "map"] = "none"
    drawn: tuple[int, ...] = (1,)
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """`first` and `last` are the days it covers, both included; `made` the day on which it was made.

    `definitions` are terms and what they mean, beyond what the columns say.
    """

    name: str
    title: str
    first: date
    last: date
    made: date
    language: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
