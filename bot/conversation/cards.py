"""One service by itself: its card, its place on the map, and telling us that something on it is wrong."""

from typing import Final, get_args

from bot.conversation.actions import ShowOnMap
from bot.conversation.nearby import Known, gone
from bot.conversation.shown import having_seen
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn, show
from bot.conversation.views import Mistake, MistakeAsked, MistakeTold, ServiceCard
from bot.directory.finding import Found
from bot.directory.wish import Wish
from bot.packs.service_schema import Service

MISTAKES: Final[tuple[Mistake, ...]] = get_args(Mistake)


def card(conversation: Conversation, service_id: str, need: str, known: Known, tapped: int) -> Turn:
    """All that we know of one service; a case that is opened from here is about it."""
    knowledge, _ = known
    service = knowledge.packs.services.get(service_id)
    if service is None:
        return gone(conversation, tapped)
    offers = _beside(conversation, service, need, known).offers
    at = next((number for number, offer in enumerate(offers) if offer.service == service_id), None)
    km = offers[at].km if at is not None else None
    following = offers[at + 1].service if at is not None and at + 1 < len(offers) else None
    place = None if _is_abroad(service, known) else conversation.place
    view = ServiceCard(service_id, km, place, need, following)
    seen = having_seen(conversation, service_id)
    return show(seen, view, tapped, awaiting="nothing", subject=service_id).counting("service", service_id)


def _beside(conversation: Conversation, service: Service, need: str, known: Known) -> Found:
    """The list that this service stands in: near the client, or in the country where it is."""
    knowledge, now = known
    is_open, wish = knowledge.open_at(now), Wish(need)
    if _is_abroad(service, known):
        return knowledge.directory.abroad(_country(conversation, service, known), wish, is_open)
    return knowledge.directory.near(conversation.somewhere, wish, is_open)


def _country(conversation: Conversation, service: Service, known: Known) -> str:
    """What holds in a whole union stands in the list of the country where the client is."""
    there = conversation.country
    is_abroad = there is not None and there not in known[0].packs.home_countries
    return there if there and is_abroad and service.country in known[0].packs.unions else service.country


def _is_abroad(service: Service, known: Known) -> bool:
    return service.country not in known[0].packs.home_countries


def on_map(conversation: Conversation, service_id: str, known: Known, tapped: int) -> Turn:
    """A place on the map; an old button may name a service that is gone or must not be shown."""
    service = known[0].packs.services.get(service_id)
    if service is None or service.position is None or service.position.precision != "street":
        return gone(conversation, tapped)
    return Turn(conversation, (ShowOnMap(service_id, conversation.language),)).counting("map", service_id)


def mistake_asked(conversation: Conversation, service_id: str, known: Known, tapped: int) -> Turn:
    """Ask what on the card is wrong."""
    if service_id not in known[0].packs.services:
        return gone(conversation, tapped)
    return show(conversation, MistakeAsked(service_id), tapped, awaiting="nothing")


def mistake_told(conversation: Conversation, service_id: str, what: str, known: Known, tapped: int) -> Turn:
    """Which service and what of it is counted for the editors: never who said so."""
    if service_id not in known[0].packs.services or what not in MISTAKES:
        return gone(conversation, tapped)
    turn = show(conversation, MistakeTold(service_id), tapped, awaiting="nothing")
    return turn.counting("mistake", f"{service_id}:{what}")
