"""Help in a country abroad: which one it is, who helps there, and what holds in all of a union."""

from dataclasses import replace

from bot.conversation import nearby
from bot.conversation.nearby import FIRST, Known, Page
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn, show
from bot.conversation.views import Countries
from bot.directory.finding import Found
from bot.directory.globe import Point


def countries(conversation: Conversation, known: Known, tapped: int | None = None) -> Turn:
    """Ask in which country: those where we know somebody are buttons, any other can be written."""
    view = Countries(known[0].directory.countries_abroad())
    return show(conversation, view, tapped, awaiting="place")


def chosen(conversation: Conversation, country: str, known: Known, page: Page = FIRST, tapped: int = 0) -> Turn:
    """The client is in this country; one of ours is home, for the whole of which something may serve."""
    knowledge, _ = known
    known_there = country in {*knowledge.packs.home_countries, *knowledge.directory.countries_abroad()}
    settled = replace(conversation, place=None, country=country if known_there else None)
    return _there(settled, country, known, page, tapped)


def looked_at(conversation: Conversation, country: str, known: Known, page: Page) -> Turn:
    """Who helps in a country that was only named: what is remembered of where the client is stays as it was."""
    turn = _there(replace(conversation, place=None, country=country), country, known, page)
    return replace(turn, conversation=replace(conversation, awaiting="nothing", wish=""))


def _there(conversation: Conversation, country: str, known: Known, page: Page, tapped: int = 0) -> Turn:
    knowledge, now = known
    if country in knowledge.packs.home_countries:
        return nearby.at(conversation, known, page, tapped)
    found = knowledge.directory.abroad(country, page.wish, knowledge.open_at(now))
    return _shown(conversation, country, known, page, (found, tapped))


def around(conversation: Conversation, here: Point, known: Known) -> Turn:
    """A point abroad: the country is only guessed from it, and therefore not remembered."""
    knowledge, now = known
    country = knowledge.directory.country_near(here)
    if country is None:
        return countries(conversation, known)
    page = Page(conversation.wished)
    found = knowledge.directory.abroad(country, page.wish, knowledge.open_at(now), here)
    return _shown(conversation, country, known, page, (found, 0))


def _shown(conversation: Conversation, country: str, known: Known, page: Page, what: tuple[Found, int]) -> Turn:
    found, tapped = what
    kinds = known[0].directory.kinds_abroad(country)
    view = replace(nearby.listed(found, page), needs=kinds, abroad=True, country=country)
    turn = show(conversation, view, tapped, awaiting="nothing", wish="")
    return turn.counting("services", "abroad")
