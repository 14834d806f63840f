"""The desks, as UDHA_DESK_CHAT names them: one supergroup or several, by language, country and hours."""

import re
from dataclasses import dataclass
from typing import Final

_ONE: Final = re.compile(
    r"(?P<chat>-?\d+)(?P<languages>(?:\s+[a-z]{2,3})*)(?P<countries>(?:\s+[A-Z]{2})*)(?:\s+\[(?P<hours>[^\]]*)\])?"
)
_BETWEEN: Final = re.compile(r";(?![^\[]*\])")
"""Hours in brackets may have a semicolon of their own."""


@dataclass(frozen=True)
class Desk:
    """One group of counsellors. Empty `languages` or `countries` mean all; `hours` is in OpenStreetMap's form.

    Without hours nobody is promised any; the first country is the one whose public holidays are kept.
    """

    chat: int
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    hours: str | None = None

    def fits(self, language: str, country: str | None) -> tuple[bool, bool]:
        """Whether it speaks the client's language, and whether it is for their country; an unknown country fits."""
        for_country = country is None or not self.countries or country in self.countries
        return not self.languages or language in self.languages, for_country


def desks_of(value: object) -> object:
    """Read `-1001 sq AL XK [Mo-Fr 08:00-16:00]; -1002 en`. Raises ValueError with a plain sentence."""
    if value is None:
        return ()
    if not isinstance(value, str | int):
        return value
    return tuple(_one(part) for part in _BETWEEN.split(str(value)) if part.strip())


def _one(part: str) -> Desk:
    found = _ONE.fullmatch(part.strip())
    if found is None:
        raise ValueError(
            "each desk is the number of a group, then if you like its languages, countries and hours, as in "
            "-1001234567890 sq AL [Mo-Fr 08:00-16:00]; several desks are parted by ';'"
        )
    languages, countries = tuple(found["languages"].split()), tuple(found["countries"].split())
    return Desk(int(found["chat"]), languages, countries, (found["hours"] or "").strip() or None)
