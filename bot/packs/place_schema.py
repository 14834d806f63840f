"""Places: municipalities, and the towns and villages in them that people write instead."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from bot.packs.terms import Country, Part, Slug, Text, Url

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
"""WGS 84, degrees; of a whole town or village, so never finer than about a kilometre."""


class Licensed(Part):
    """Where a data file is from and under which licence it may be passed on."""

    title: Text
    url: Url
    licence: Text
    checked: date


class Unit(Part):
    """An administrative unit, a village or a quarter: people name it, we remember only the municipality.

    One without a position is found by its name only.
    """

    name: Text
    also: tuple[Text, ...] = ()
    lat: Latitude | None = None
    lon: Longitude | None = None

    @model_validator(mode="after")
    def a_position_has_two_halves(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon go together: give both or neither")
        return self


class Place(Part):
    """A municipality: the smallest place that we ever keep of anybody."""

    id: Slug
    country: Country
    name: Text
    name_en: Text | None = None
    also: tuple[Text, ...] = ()
    lat: Latitude
    lon: Longitude
    units: tuple[Unit, ...] = ()


class PlacesFile(Part):
    """The municipalities of a country.

    Coordinates and their names are of `source`; `also_from` says where units without a position are from.
    """

    source: Licensed
    also_from: Text | None = None
    places: tuple[Place, ...] = Field(min_length=1)
