"""What a client tells us of where they are: in words, or as a point on the map."""

from bot.conversation import abroad, guide_typed, nearby, whats_on
from bot.conversation.case_views import AskShare
from bot.conversation.events import LocationShared
from bot.conversation.nearby import Known, Page
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap
from bot.conversation.turn import Turn, show
from bot.directory.asked import Asked
from bot.directory.globe import Point
from bot.directory.whereabouts import nearest_place


def named(conversation: Conversation, text: str, known: Known) -> Turn | None:
    """The turn for a text that asks for nothing but help somewhere; None for any other text."""
    knowledge, _ = known
    found = knowledge.asking.asked(text, conversation.language)
    if found.events and not found.spare and _anything_is_on(known):
        return _what_is_on(conversation, found, known)
    is_told = found.places or found.here or found.staying or conversation.awaiting == "place"
    if is_told and (found.names_only or (found.is_for_directory and not found.country)):
        return _answered(conversation, found, known)
    if conversation.awaiting == "place":
        nearly = knowledge.asking.nearly(text, conversation.language)
        return _answered(conversation, nearly, known) if nearly.names_only else None
    return None


def _anything_is_on(known: Known) -> bool:
    """Where nothing is, a topic may still say where such things are announced."""
    knowledge, now = known
    return any(activity.is_on(now.date()) for activity in knowledge.packs.activities.values())


def _what_is_on(conversation: Conversation, found: Asked, known: Known) -> Turn:
    """In the place that is named; without one where the client is, as far as we know."""
    places = known[0].packs.places
    here = nearby.settled(conversation, places[found.places[0]]) if found.places else conversation
    return whats_on.shown(here, Tap("events"), 0, known)


def in_a_country(conversation: Conversation, text: str, known: Known, *, bare: bool = False) -> Turn | None:
    """The turn for a text that asks for help in a country abroad, where no topic answers it better.

    Nothing but the name of a country (`bare`) does not say that one is there: it is shown and not remembered.
    """
    found = known[0].asking.asked(text, conversation.language)
    if not (found.country and found.is_for_directory) or bare != found.names_only:
        return None
    if bare:
        return abroad.looked_at(conversation, found.country, known, Page(conversation.wished))
    return _answered(conversation, found, known)


def _answered(conversation: Conversation, found: Asked, known: Known) -> Turn:
    wish = conversation.wished if found.names_only else found.wish
    packs = known[0].packs
    if len(found.places) > 1:
        return nearby.asked(conversation, wish=wish, among=found.places)
    if found.places:
        return nearby.moved(conversation, packs.places[found.places[0]], known, wish=wish)
    if found.country:
        return abroad.chosen(conversation, found.country, known, Page(wish))
    return nearby.at(conversation, known, Page(wish)) if conversation.place else nearby.asked(conversation, wish=wish)


def located(conversation: Conversation, event: LocationShared, known: Known) -> Turn:
    """A shared place: asked whether it is for the counsellor while a case is open, else for the directory."""
    if conversation.in_case and conversation.awaiting == "nothing":
        return show(conversation, AskShare("place", (event.message_id,)))
    here = Point(event.lat, event.lon)
    place = nearest_place(here, known[0].packs)
    if place and (told := guide_typed.place_told(conversation, place.id, known)):
        return told
    if place is None:
        return abroad.around(conversation, here, known)
    return nearby.moved_to(conversation, place, here, known)
