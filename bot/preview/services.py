"""Services: what a client reads of each, letter for letter, and what we know of it; never a hidden number or place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.formats import country_name
from bot.language.phrases import Phrases
from bot.packs.assets import FALLBACK, Packs
from bot.packs.reading import Reading
from bot.packs.service_schema import Service, ServiceSource
from bot.preview.cells import Cell, categories, cell, language_name
from bot.preview.marks import Mark, dated, day, service_marks
from bot.preview.topics import SourceLine
from bot.rendering.card import details
from bot.rendering.context import Context, Reader
from bot.rendering.offer import Found

NO_TOWN: Final = "No town: lines and whole-country services"
NO_PLACE: Final = "Confidential: no place is named"
HOW: Final = {
    "call": "by a call",
    "visit": "by a visit",
    "source": "from a written source",
    "provider": "by the provider",
}


@dataclass(frozen=True)
class Shown:
    """What a client of a language reads, as the bot renders it; None where its words are missing."""

    language: str
    html: Markup | None


@dataclass(frozen=True)
class ServiceCard:
    """`name` is its id; empty where that would tell a hidden number or place."""

    name: str
    names: tuple[Cell, ...]
    pack: str
    country: str
    marks: tuple[Mark, ...]
    shown: tuple[Shown, ...]
    facts: tuple[tuple[str, str], ...]
    sources: tuple[SourceLine, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(mark.kind for mark in self.marks)


@dataclass(frozen=True)
class Town:
    name: str
    cards: tuple[ServiceCard, ...]


@dataclass(frozen=True)
class CountryServices:
    code: str
    name: str
    towns: tuple[Town, ...]

    @property
    def cards(self) -> tuple[ServiceCard, ...]:
        return tuple(card for town in self.towns for card in town.cards)


def countries(reading: Reading, packs: Packs, phrases: Phrases, today: date) -> tuple[CountryServices, ...]:
    """The home countries first, each with its towns."""
    context = Context.on(packs, phrases, today, desk=True)
    homes = packs.home_countries
    abroad = sorted({service.country for service in packs.services.values()} - set(homes), key=_country)
    grouped: dict[str, dict[str, list[ServiceCard]]] = {code: {} for code in (*homes, *abroad)}
    for service in packs.services.values():
        towns = grouped[service.country]
        towns.setdefault(_town(service, packs), []).append(_card(service, reading, context))
    return tuple(CountryServices(code, _country(code), _towns(towns)) for code, towns in grouped.items() if towns)


def _towns(towns: dict[str, list[ServiceCard]]) -> tuple[Town, ...]:
    return tuple(Town(name, tuple(towns[name])) for name in sorted(towns, key=_rank))


def _country(code: str) -> str:
    return country_name(code, FALLBACK)


def _rank(town: str) -> tuple[int, str]:
    """Towns in the middle, so that what has none is not searched among them."""
    return {NO_TOWN: 0, NO_PLACE: 2}.get(town, 1), town


def _town(service: Service, packs: Packs) -> str:
    """A hiding place is not put under the name of its town, nor under that of its file."""
    if service.confidential:
        return NO_PLACE
    if service.place in packs.places:
        return packs.place_name(service.place or "", FALLBACK)
    return service.city or NO_TOWN


def _card(service: Service, reading: Reading, context: Context) -> ServiceCard:
    packs = context.packs
    words = packs.service_words[service.id]
    path, _, _ = reading.services[service.id]
    return ServiceCard(
        _name(service),
        tuple(cell(language, words[language].name) for language in packs.languages if language in words),
        path.relative_to(reading.root).parts[0],
        service.country,
        tuple(service_marks(service, context.today)),
        tuple(_shown(service, Reader(language, context)) for language in packs.languages),
        tuple(_facts(service, packs)),
        tuple(_source(source, service) for source in service.sources),
    )


def _name(service: Service) -> str:
    hidden = () if service.shown_phones else service.phones
    tells = service.confidential or any(phone.replace(" ", "") in service.id for phone in hidden)
    return "" if tells else service.id


def _source(source: ServiceSource, service: Service) -> SourceLine:
    """Of a hiding place only who says it: the address of an article has named a town before."""
    publisher = source.url.split("/")[2]
    return SourceLine(publisher, "" if service.confidential else source.url, dated(source.dated))


def _shown(service: Service, reader: Reader) -> Shown:
    said = reader.packs.service(service.id, reader.language)
    if said.language != reader.language:
        return Shown(reader.language, None)
    html = details(Found(service, said, km=None, country=False), reader)
    return Shown(reader.language, Markup(html))  # noqa: S704 -- bot.rendering.markup has escaped every word of it


def _facts(service: Service, packs: Packs) -> Iterator[tuple[str, str]]:
    yield "Kind", categories([service.category], packs)[0]
    yield "Run by", service.organisation
    yield "For", {"local": "the town", "regional": "the region", "national": "the whole country"}[service.reach]
    yield "Phone", _phone(service)
    if service.languages:
        yield "Speaks", ", ".join(map(language_name, service.languages))
    if service.cost:
        yield "Cost", service.cost
    if not service.confidential:
        exact = service.position is not None and service.position.precision == "street"
        yield "Map", "a pin at the door" if exact else "no pin"
    verified = service.verified
    yield "Checked", f"{day(verified.on)}, {HOW[verified.how]}, by role: {verified.by_role}"
    yield "Check again by", day(service.recheck_by)
    yield "Confidence", service.confidence


def _phone(service: Service) -> str:
    """A page may travel further than the bot does: a hidden number is not in it."""
    if service.phone_status is None:
        return "none known"
    if service.phone_status == "hidden":
        return f"hidden from clients: waits for a test call ({len(service.phones)})"
    return f"{', '.join(service.shown_phones)} ({service.phone_status})"
