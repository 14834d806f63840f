"""Which of many subjects are named in a table: those with ten or more. The others are one sum.

Hiding small cells one by one is dear where most of them are small: for each a larger one has to be hidden as well. So
long tables are made coarser before the gate (global recoding: Hundepool et al., Statistical Disclosure Control, 2012).
Readers know then that what is not named is fewer than ten, 0 included, and how many all of it is together. Where that
would be 1 to 4 the smallest named one is not named either. So the rest is 0, or 5 at least, and what is small in it
could be 5 too, if the others were fewer. It has six possible values at least: up to 9, where the rest is 9 or more, and
else everything from 0 to the whole rest.

The gate knows nothing of ten. Did it hide one that is named, readers would know more of it than the gate thinks. So
what is named goes out whole, before anything else of its table, or not at all (`Steps.ask_all`).
"""

from collections.abc import Container, Iterable, Mapping
from typing import Final

from bot.reports.suppression import LEAST
from bot.reports.table import Number

NAMED: Final = 10
"""The smallest number by which a subject is named."""

Groups = Mapping[str, tuple[str, ...]]


def listed(counted: Mapping[str, int], units: Iterable[str], unnamed: Container[str] = ()) -> list[str]:
    """Those of the units that are named, the largest first; together with the rest they are all that there is.

    `unnamed` ones are of the rest, however many they are.
    """
    largest = sorted(units, key=lambda name: (-counted.get(name, 0), name))
    named = [name for name in largest if counted.get(name, 0) >= NAMED and name not in unnamed]
    rest = sum(counted.get(name, 0) for name in largest if name not in named)
    if named and 0 < rest < LEAST:
        named.pop()
    return named


def nested(counted: Mapping[str, int], groups: Groups, alone: Iterable[str] = ()) -> Groups:
    """Groups that are named, each with its members that are; and subjects that stand `alone`, in no group.

    Of a group that is not named no member is. A member that is called like its group has no name of its own.
    """
    sums = {name: sum(counted.get(each, 0) for each in members) for name, members in groups.items()}
    single = {name: counted.get(name, 0) for name in alone}
    top = listed({**single, **sums}, (*groups, *single))
    found = {name: groups.get(name, (name,)) for name in top}
    for name in top:
        found |= {each: (each,) for each in listed(counted, groups.get(name, ()), unnamed=[name])}
    return found


def many(numbers: Mapping[str, Number | None], whole: int, least: int) -> list[str]:
    """Of numbers that are out those that are large enough to be divided again; so are the others, together, or nothing.

    `whole` is the sum of all, and out as well: then it is known of the others, too, how many they are.
    """
    known = {name: n for name, n in numbers.items() if isinstance(n, int) and n >= least}
    kept = sorted(known, key=lambda name: (-known[name], name))
    while kept and 0 < whole - sum(known[name] for name in kept) < least:
        kept.pop()
    return kept
