"""Places and the services near them. The exact point serves one answer; only the municipality is remembered."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from math import asin, cos, radians, sin, sqrt
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.conversation.actions import CopyToDesk, ShowOnMap
from bot.conversation.events import LocationShared
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn, show
from bot.conversation.views import AskPlace, Menu, Needs, Offer, Services
from bot.language.folding import folded
from bot.packs.assets import Packs
from bot.packs.schema import Place, Service
from bot.packs.terms import Category, Confidence

EARTH: Final = 6371.0
"""Mean radius in km (IUGG)."""
AT_HOME: Final = 60.0
"""km to the next seat of a municipality: the widest ones of Albania and Kosovo stay below; beyond one is abroad."""
REACH: Final = {"local": 40.0, "regional": 130.0}
"""km from which a service is still offered; national ones always are."""
FAR: Final = 500.0
"""Abroad, km to the next place that we know: the farthest corners of the countries in the packs are about that."""
EVERYWHERE: Final = "EU"
"""The country of a service that holds in all of the European Union."""
PAGE: Final = 3
"""Services in one message: more do not fit one phone screen."""
ABROAD: Final = 9
"""Services abroad in one message: there is no second page, because the point that it would belong to is not kept."""
SUREST_FIRST: Final[tuple[Confidence, ...]] = ("high", "medium", "low")
ALIKE: Final = 0.8
"""Likeness from which a typed town is taken for a known one: one slip (two letters swapped are one) in five."""
LEADING: Final = ("jam ne ", "une jam ne ", "ne ", "n ", "i am in ", "in ", "near ", "afer ")


@dataclass(frozen=True)
class Point:
    """WGS 84, degrees."""

    lat: float
    lon: float


def distance(here: Point, there: Point) -> float:
    """km along the great circle (haversine)."""
    dlat, dlon = radians(there.lat - here.lat), radians(there.lon - here.lon)
    half = sin(dlat / 2) ** 2 + cos(radians(here.lat)) * cos(radians(there.lat)) * sin(dlon / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))


def nearest_place(here: Point, packs: Packs) -> Place | None:
    """The municipality one is in or next to, or None abroad."""
    by_distance = [(distance(here, Point(place.lat, place.lon)), place.id) for place in packs.places.values()]
    km, place_id = min(by_distance, default=(AT_HOME + 1, ""))
    return packs.places[place_id] if km <= AT_HOME else None


def _where(service: Service, packs: Packs) -> Point | None:
    if service.position:
        return Point(service.position.lat, service.position.lon)
    place = packs.places.get(service.place or "")
    return Point(place.lat, place.lon) if place else None


def _offer(service: Service, here: Point, packs: Packs) -> Offer | None:
    """The service with its distance, if it serves people from here."""
    there = _where(service, packs)
    if there is None:
        return Offer(service.id)
    km = distance(here, there)
    if km > REACH.get(service.reach, REACH["local"]):
        # One for the whole country is near for those in its own town, and a line or a journey for all others.
        return Offer(service.id) if service.reach == "national" else None
    return Offer(service.id, None if service.confidential else km)


def offers(
    packs: Packs, place_id: str | None, need: str | None, here: Point | None = None, *, home: str | None = None
) -> list[Offer]:
    """Services for people from this place, nearest first, then those for the whole country.

    Without a place: the national ones of `home`, or of both countries. Without a need: everything but emergency
    lines, which would push a place to go to off the screen.
    """
    wanted = [
        service
        for service in packs.services.values()
        if (service.category == need if need else service.category != "emergency")
    ]
    place = packs.places.get(place_id or "")
    if place is None:
        national = [service for service in wanted if service.reach == "national"]
        return _of_each_country([service for service in national if home in {None, service.country}], packs)
    point = here or Point(place.lat, place.lon)
    found = [_offer(service, point, packs) for service in wanted if service.country == place.country]
    known = [offer for offer in found if offer is not None]
    return sorted(known, key=lambda offer: _rank(offer, packs))


def _of_each_country(services: list[Service], packs: Packs) -> list[Offer]:
    """Where we do not know which of the two is home: one of each in turn."""
    homes = dict.fromkeys(place.country for place in packs.places.values())
    by_country = [[service for service in services if service.country == home] for home in homes]
    return [Offer(service.id) for row in zip_longest(*by_country) for service in row if service is not None]


def _rank(offer: Offer, packs: Packs) -> tuple[bool, float, int, int]:
    """Nearest first; in the same town what we know best, then the kind that people ask for most."""
    service = packs.services[offer.service]
    asked_for = list(packs.category_words).index(service.category)
    return offer.km is None, offer.km or 0.0, SUREST_FIRST.index(service.confidence), asked_for


def _at_home(service: Service, packs: Packs) -> bool:
    return any(place.country == service.country for place in packs.places.values())


def foreign_countries(packs: Packs, needs: Iterable[Category]) -> tuple[str, ...]:
    """The countries abroad where we know a service for one of these needs."""
    wanted = frozenset(needs)
    away = (service for service in packs.services.values() if not _at_home(service, packs))
    return tuple(sorted({one.country for one in away if one.category in wanted and one.country != EVERYWHERE}))


def in_country(packs: Packs, needs: Iterable[Category], country: str) -> list[Offer]:
    """What there is abroad for these needs, in their order; for each, what holds in all of the EU comes last."""
    those = [service for service in packs.services.values() if service.country in {country, EVERYWHERE}]
    there = sorted(those, key=lambda service: service.country == EVERYWHERE)
    return [Offer(service.id) for need in needs for service in there if service.category == need]


def offers_abroad(packs: Packs, here: Point) -> list[Offer]:
    """Abroad: what is there in the country that we know something of, if one is near enough to be the right one."""
    away = [service for service in packs.services.values() if not _at_home(service, packs)]
    located = [(distance(here, there), service) for service in away if (there := _where(service, packs))]
    if not located:
        return [Offer(service.id) for service in away]
    km, nearest = min(located, key=lambda pair: pair[0])
    if km > FAR:
        return []
    country = nearest.country
    near = {service.id: km for km, service in located if not service.confidential}
    chosen = [Offer(service.id, near.get(service.id)) for service in away if service.country in {country, EVERYWHERE}]
    return sorted(chosen, key=lambda offer: (offer.km is None, offer.km or 0.0))


def needs_of(found: list[Offer], packs: Packs) -> tuple[str, ...]:
    """The kinds of service among these, in the order in which the packs list them: most wanted first."""
    there = {packs.services[offer.service].category for offer in found}
    return tuple(category for category in packs.category_words if category in there)


def at(
    conversation: Conversation, packs: Packs, need: str | None = None, seen: int = 0, tapped: int | None = None
) -> Turn:
    """The services of the remembered municipality, one page of them."""
    found = offers(packs, conversation.place, need)
    page = tuple(found[seen : seen + PAGE])
    needs = needs_of(offers(packs, conversation.place, None), packs)
    view = Services(conversation.place, need, page, needs, seen, len(found))
    return show(conversation, view, tapped, awaiting="nothing").counting("services", need or "")


def needs(conversation: Conversation, packs: Packs, tapped: int) -> Turn:
    """Every kind of help that there is here, to choose from."""
    kinds = needs_of(offers(packs, conversation.place, None), packs)
    return show(conversation, Needs(conversation.place, kinds), tapped, awaiting="nothing")


def asked(conversation: Conversation, tapped: int | None = None) -> Turn:
    """Where are you? The next thing the client writes may be a town."""
    return show(conversation, AskPlace(), tapped, awaiting="place")


def unknown(conversation: Conversation) -> Turn:
    return show(conversation, AskPlace(unknown=True), awaiting="place")


def moved(conversation: Conversation, place: Place, packs: Packs, tapped: int | None = None) -> Turn:
    """The client is in this municipality."""
    return at(_settled(conversation, place), packs, tapped=tapped)


def _settled(conversation: Conversation, place: Place) -> Conversation:
    return show(conversation, Menu(), place=place.id, country=place.country, home=None, awaiting="nothing").conversation


def named(conversation: Conversation, text: str, knowledge: Knowledge) -> Turn | None:
    """The turn for a text that is nothing but a town; None for any other text."""
    place_id = place_named(text, knowledge, guess=conversation.awaiting == "place")
    return moved(conversation, knowledge.packs.places[place_id], knowledge.packs) if place_id else None


def place_named(text: str, knowledge: Knowledge, *, guess: bool) -> str | None:
    """The municipality that this text names, also with a typing error when we have just asked for it."""
    name = folded(text).strip()
    for start in LEADING:
        name = name.removeprefix(start)
    if name in knowledge.place_names or not guess:
        return knowledge.place_names.get(name)
    names = knowledge.place_names.keys()
    best = process.extractOne(name, names, scorer=OSA.normalized_similarity, score_cutoff=ALIKE)
    return knowledge.place_names[best[0]] if best else None


def located(conversation: Conversation, event: LocationShared, knowledge: Knowledge) -> Turn:
    """A shared place: for the counsellor while a case is open (unless we asked for it), else for the directory."""
    if conversation.case == "open" and conversation.awaiting == "nothing":
        return Turn(conversation, (CopyToDesk(event.message_id),))
    here = Point(event.lat, event.lon)
    place = nearest_place(here, knowledge.packs)
    if place is None:
        return _abroad(conversation, here, knowledge.packs)
    found = offers(knowledge.packs, place.id, None, here)
    view = Services(place.id, None, tuple(found[:PAGE]), needs_of(found, knowledge.packs), 0, len(found))
    return show(_settled(conversation, place), view).counting("services", "")


def _abroad(conversation: Conversation, here: Point, packs: Packs) -> Turn:
    found = tuple(offers_abroad(packs, here)[:ABROAD])
    view = Services(None, None, found, total=len(found), abroad=True)
    return show(conversation, view, awaiting="nothing").counting("services", "abroad")


def on_map(conversation: Conversation, service_id: str, packs: Packs, tapped: int) -> Turn:
    """A place on the map; an old button may name a service that is gone or must not be shown."""
    service = packs.services.get(service_id)
    if service is None or service.position is None or service.position.precision != "street":
        return show(conversation, Menu("button"), tapped)
    return Turn(conversation, (ShowOnMap(service_id, conversation.language),)).counting("map", service_id)
