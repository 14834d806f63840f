"""`udha content holidays`: adds the public holidays of years that a country's pack does not have yet."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Final

import typer
import yaml
from pydantic import ValidationError

from bot.errors import ContentError
from bot.packs.holidays_schema import Holiday, HolidaysFile
from bot.packs.loader import read
from bot.packs.reading import Reading
from bot.packs.yaml_file import StrictLoader
from bot.saving import save
from bot.workshop.options import FolderOption, this_day

FARTHEST: Final = 10
"""Years ahead. What governments will decide is guessed well enough for two or three."""

HEAD: Final = """\
# Public holidays. 'udha content holidays' adds years and never changes a day that stands here: correct what is wrong.
# estimated: it follows the moon. Once the day is announced, set it right and take the mark off.
country: {country}
source: {{title: "holidays {version}", url: https://github.com/vacanza/holidays, licence: MIT, checked: {today}}}
holidays:
"""

UntilOption = Annotated[int, typer.Option(metavar="YEAR", help="The last year to add.")]


def register(content: typer.Typer, content_dir: Callable[[], Path], today: Callable[[], date] = this_day) -> None:
    """Add the command `content holidays`."""

    @content.command("holidays")
    def holidays(*, until: UntilOption, folder: FolderOption = None) -> None:
        """Add the public holidays of coming years to the packs of single countries."""
        root, now = folder or content_dir(), today()
        if not now.year <= until <= now.year + FARTHEST:
            raise typer.BadParameter(f"Give a year from {now.year} to {now.year + FARTHEST}.")
        reading = read(root)
        changed, told = {}, []
        for country, path in _calendars(reading).items():
            years = _missing(reading, country, path, range(now.year, until + 1))
            days = _told_by_the_library(country, years) if years else []
            if days:
                changed[path] = _with(path, days, country, now).encode()
            told.append(_told(country, path.relative_to(root), years, days))
        save(changed)
        typer.echo("\n".join(told) or "No pack is of a single country: nothing to add.")


def _calendars(reading: Reading) -> dict[str, Path]:
    """By country, the file of each pack of one country."""
    return {pack.country: reading.root / name / "holidays.yaml" for name, pack in reading.packs.items() if pack.country}


def _missing(reading: Reading, country: str, path: Path, years: range) -> list[int]:
    """Raises ContentError for a file with faults: nobody can tell which years it has."""
    if country not in reading.holidays and path.exists():
        raise ContentError(f"{path} has faults. Run 'udha content check' and mend them.")
    known = reading.holidays[country][1].years if country in reading.holidays else frozenset[int]()
    return [year for year in years if year not in known]


def _told_by_the_library(country: str, years: Sequence[int]) -> list[Holiday]:
    """In order, with the days that stand for a holiday on a weekend; names are Albanian where the library has them.

    Raises ContentError for a country that it does not know.
    """
    from holidays import country_holidays  # noqa: PLC0415 -- 19 MiB, for a command that is needed once a year

    try:
        # It marks an estimated day in its name only: what differs without the marks is estimated.
        marked, names = (
            country_holidays(country, years=years, language="sq", islamic_show_estimated=marks)
            for marks in (True, False)
        )
    except (NotImplementedError, TypeError):  # no such country; one that no holiday of follows the moon
        raise ContentError(f"The library 'holidays' cannot tell those of {country}. Write its file by hand.") from None
    return [Holiday(on=day, name=names[day], estimated=names[day] != marked[day]) for day in sorted(names)]


def _with(path: Path, days: Sequence[Holiday], country: str, today: date) -> str:
    """The file with these days at its end, else as it stands. Raises ContentError where they would not belong there."""
    head = HEAD.format(country=country, version=version("holidays"), today=today)
    old = path.read_text("utf-8").rstrip("\n") + "\n" if path.exists() else head
    new = re.sub(r"(?m)^(source:.*checked: )\d{4}-\d\d-\d\d", rf"\g<1>{today}", old, count=1) + "".join(_lines(days))
    try:
        HolidaysFile.model_validate(yaml.load(new, StrictLoader))  # noqa: S506 -- a SafeLoader
    except (yaml.YAMLError, ValidationError) as fault:
        raise ContentError(f"Days cannot be added to {path}: let its list stand last, one day a line.") from fault
    return new


def _lines(days: Sequence[Holiday]) -> Iterator[str]:
    for day in days:
        mark = ", estimated: true" if day.estimated else ""
        yield f"  - {{on: {day.on}, name: {json.dumps(day.name, ensure_ascii=False)}{mark}}}\n"


def _told(country: str, path: Path, years: Sequence[int], days: Sequence[Holiday]) -> str:
    if not years:
        return f"{country}: nothing to add."
    estimated = sum(day.estimated for day in days)
    return f"{country}: {len(days)} days of {', '.join(map(str, years))} added to {path}; {estimated} are estimated."
