"""Places and the services near them. The exact point serves one answer; only the municipality is remembered."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeAlias

from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn, show
from bot.conversation.views import AskPlace, Menu, Needs, Services, Traits
from bot.directory.finding import Found
from bot.directory.globe import Point
from bot.directory.wish import ANYTHING, Wish
from bot.packs.place_schema import Place

PAGE: Final = 3
"""Services in one message: more do not fit one phone screen."""

Known: TypeAlias = tuple[Knowledge, datetime]


@dataclass(frozen=True)
class Page:
    """What is looked for, and how many services were seen already."""

    wish: Wish = ANYTHING
    seen: int = 0


FIRST: Final = Page()


def at(conversation: Conversation, known: Known, page: Page = FIRST, tapped: int | None = None) -> Turn:
    """The services for people from the remembered municipality, one page of them."""
    return _shown(conversation, known, page, _near(conversation, known, page.wish), tapped)


def _near(conversation: Conversation, known: Known, wish: Wish, here: Point | None = None) -> Found:
    knowledge, now = known
    return knowledge.directory.near(conversation.somewhere, wish, knowledge.open_at(now), here)


def _shown(conversation: Conversation, known: Known, page: Page, found: Found, tapped: int | None = None) -> Turn:
    """One page; the kinds to narrow down to are those of all that there is."""
    view = replace(listed(found, page), place=conversation.place, needs=_needs_here(conversation, known))
    turn = show(conversation, view, tapped, awaiting="nothing", wish="")
    return turn.counting("services", page.wish.need)


def listed(found: Found, page: Page) -> Services:
    """One page of what was found, wherever that is."""
    return Services(
        None,
        page.wish.need or None,
        found.offers[page.seen : page.seen + PAGE],
        seen=page.seen,
        total=len(found.offers),
        letters=page.wish.packed(),
        missed=found.missed,
        farther=found.farther,
    )


def _needs_here(conversation: Conversation, known: Known) -> tuple[str, ...]:
    """What people need, as far as there is something for it; then every kind of service that there is."""
    knowledge, _ = known
    kinds = knowledge.directory.kinds_near(conversation.somewhere)
    needs = (need for need, found in knowledge.packs.needs.items() if set(found.categories) & set(kinds))
    return (*needs, *kinds)


def needs(conversation: Conversation, known: Known, tapped: int) -> Turn:
    """Every kind of help that there is here, to choose from."""
    return show(conversation, Needs(conversation.place, _needs_here(conversation, known)), tapped, awaiting="nothing")


def traits(conversation: Conversation, known: Known, wish: Wish, tapped: int) -> Turn:
    """What the services for this need are known to be like, to choose by."""
    knowledge, now = known
    found = _near(conversation, known, Wish(wish.need))
    services = [knowledge.packs.services[offer.service] for offer in found.offers]
    view = Traits(conversation.place, wish.need, wish.packed(), knowledge.traits_of(services, now))
    return show(conversation, view, tapped, awaiting="nothing")


def asked(
    conversation: Conversation, tapped: int | None = None, *, wish: Wish = ANYTHING, among: tuple[str, ...] = ()
) -> Turn:
    """Where are you? The next thing the client writes may be a town; `among` are those that share its name."""
    return show(conversation, AskPlace(among=among), tapped, awaiting="place", wish=wish.whole)


def unknown(conversation: Conversation) -> Turn:
    return show(conversation, AskPlace(unknown=True), awaiting="place")


def moved(
    conversation: Conversation, place: Place, known: Known, tapped: int | None = None, wish: Wish | None = None
) -> Turn:
    """The client is in this municipality; what they had looked for before we asked is looked for there."""
    return at(settled(conversation, place), known, Page(conversation.wished if wish is None else wish), tapped)


def moved_to(conversation: Conversation, place: Place, here: Point, known: Known) -> Turn:
    """The same from an exact point, which serves this answer only."""
    there, page = settled(conversation, place), Page(conversation.wished)
    return _shown(there, known, page, _near(there, known, page.wish, here))


def settled(conversation: Conversation, place: Place) -> Conversation:
    """The client is in this municipality, and nothing is asked any more."""
    return replace(conversation, place=place.id, country=place.country, home=None, awaiting="nothing")


def gone(conversation: Conversation, tapped: int) -> Turn:
    """An old button for what has left the packs."""
    return show(conversation, Menu("button"), tapped)
