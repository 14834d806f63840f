"""Rules for phone numbers: each exists in its country, and the packs say which works only there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberType,
    format_number,
    is_valid_number,
    is_valid_number_for_region,
    number_type,
    parse,
)
from phonenumbers.shortnumberinfo import is_emergency_number, is_valid_short_number_for_region
from pydantic import Field

from bot.checks.place_of import at as _at
from bot.packs import yaml_file
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.service_schema import Service
from bot.packs.terms import Country, Part, PhoneText, Text, Url

WIDER: Final = frozenset({"EU", "other"})
"""Where a number has to work in every country abroad that the packs name services in."""
FROM_ABROAD: Final = frozenset(
    {PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.VOIP}
)
"""Kinds that the whole world can call; free, short and paid ones work only inside their country."""


class Unlisted(Part):
    """A number that works although the library does not know it, and who says so."""

    country: Country
    number: PhoneText
    reason: Text
    url: Url


class NumbersFile(Part):
    """`numbers.yaml` of a pack: the numbers that only a source vouches for."""

    numbers: tuple[Unlisted, ...] = Field(min_length=1)


def numbers_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    """Every number is one of its country, hidden ones too: they wait only for a call."""
    vouched = {(entry.country, _digits(entry.number)) for _, _, entry in _unlisted(reading)}
    for path, keys, country, phone in _phones(reading):
        strange = [
            region
            for region in _regions(country, reading)
            if not _exists(phone, region) and (region, _digits(phone)) not in vouched
        ]
        if strange:
            sentence = f"'{phone}' is no phone number of {', '.join(strange)}."
            yield _at(path, keys, sentence, "Correct it; if it works all the same, say so in numbers.yaml of the pack.")


def exceptions_are_needed(reading: Reading, _today: date) -> Iterator[Problem]:
    """An exception without a reason to be there would hide the next typing error."""
    for path in _files(reading):
        yield from yaml_file.parse(NumbersFile, path)[1]
    used = {(country, _digits(phone)) for _, _, country, phone in _phones(reading)}
    for path, number, entry in _unlisted(reading):
        if (entry.country, _digits(entry.number)) not in used or _exists(entry.number, entry.country):
            sentence = f"The number '{entry.number}' of {entry.country} needs no exception."
            yield _at(path, ("numbers", number), sentence, "Remove it: nobody uses it, or the library knows it by now.")


def numbers_say_where_they_work(reading: Reading, _today: date) -> Iterator[Problem]:
    """The note stands exactly where a number works only inside its country."""
    for path, number, service in reading.services.values():
        where = ("services", number)
        inside = [phone for phone in service.phones if service.country not in WIDER and _only_inside(phone, service)]
        if inside and not service.phone_note:
            sentence = f"'{inside[0]}' works only inside {service.country}, and nothing says so."
            yield _at(path, (*where, "phones"), sentence, "Add 'phone_note: inside_country'.")
        if service.phone_note and not inside:
            sentence = "No number here works only inside its country."
            yield _at(path, (*where, "phone_note"), sentence, "Remove 'phone_note'.")


def numbers_are_written_for_everybody(reading: Reading, _today: date) -> Iterator[Problem]:
    """What can be called from abroad is written so: families call from there."""
    for path, number, service in reading.services.values():
        for place, phone in enumerate(service.phones):
            if not phone.startswith("+") and _called_from_abroad(phone, service.country):
                sentence = f"'{phone}' cannot be called from abroad as it is written."
                remedy = f"Write it as {_with_country_code(phone, service.country)}."
                yield _at(path, ("services", number, "phones", place), sentence, remedy)


def danger_has_an_emergency_number_first(reading: Reading, _today: date) -> Iterator[Problem]:
    """Whoever is in danger is given first what police, ambulance or firemen answer in that very country."""
    for path, signal in reading.signals.values():
        for country, numbers in signal.numbers.items():
            first = next(iter(numbers), "")
            for region in _regions(country, reading):
                if not is_emergency_number(_digits(first), region):
                    sentence = f"'{first}' is no emergency number of {region}."
                    yield _at(path, ("numbers", country), sentence, "Put the emergency number first.")


def _phones(reading: Reading) -> Iterator[tuple[Path, tuple[str | int, ...], str, str]]:
    """Every number: its file, its keys there, its country, the number as it is written."""
    for path, number, service in reading.services.values():
        for place, phone in enumerate(service.phones):
            yield path, ("services", number, "phones", place), service.country, phone
    for path, signal in reading.signals.values():
        for country, phones in signal.numbers.items():
            for place, phone in enumerate(phones):
                yield path, ("numbers", country, place), country, phone


def _regions(country: str, reading: Reading) -> list[str]:
    if country not in WIDER:
        return [country]
    homes = {place.country for _, _, place in reading.places.values()}
    return sorted({service.country for _, _, service in reading.services.values()} - homes - WIDER)


def _files(reading: Reading) -> list[Path]:
    return sorted(reading.root.glob("*/numbers.yaml"))


def _unlisted(reading: Reading) -> Iterator[tuple[Path, int, Unlisted]]:
    for path in _files(reading):
        file, _ = yaml_file.parse(NumbersFile, path)
        for number, entry in enumerate(file.numbers if file else ()):
            yield path, number, entry


def _digits(phone: str) -> str:
    return phone.replace(" ", "")


def _parsed(phone: str, region: str) -> PhoneNumber | None:
    try:
        return parse(phone, region)
    except NumberParseException:
        return None


def _exists(phone: str, region: str) -> bool:
    number = _parsed(phone, region)
    if number is None:
        return False
    return is_valid_number_for_region(number, region) or (
        not phone.startswith("+") and is_valid_short_number_for_region(number, region)
    )


def _called_from_abroad(phone: str, region: str) -> bool:
    number = _parsed(phone, region)
    return number is not None and is_valid_number(number) and number_type(number) in FROM_ABROAD


def _only_inside(phone: str, service: Service) -> bool:
    return not phone.startswith("+") and not _called_from_abroad(phone, service.country)


def _with_country_code(phone: str, region: str) -> str:
    return format_number(parse(phone, region), PhoneNumberFormat.INTERNATIONAL)
