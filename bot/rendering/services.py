"""Places and lines that help: near a town, for a whole country, abroad, or for one subject."""

from collections import Counter

from bot.conversation.taps import Tap
from bot.conversation.views import AskPlace, HelpersFor, Menu, Needs, Offer, Services
from bot.language.formats import country_name
from bot.packs.schema import Place
from bot.rendering.buttons import (
    button,
    menu_button,
    near_button,
    pairs,
    person_buttons,
    topic_button,
)
from bot.rendering.context import Reader
from bot.rendering.markup import bold, italic, lines, page, plain
from bot.rendering.message import Button, Message, Rows
from bot.rendering.offer import Found, block, found, map_button
from bot.rendering.welcome import menu

ROWS = 6
"""Rows of buttons that fit under a message (voice rule 1); what does not fit is reached by going on."""

TOWNS = 3
"""Towns a country under the question where someone is: with two countries three rows of two."""


def ask_place(view: AskPlace, reader: Reader) -> Message:
    say = reader.say
    unknown = say.gettext("I do not know this place. Please write the nearest town.") if view.unknown else ""
    ask = say.gettext("Where are you? Press 📎 and choose Location, or write the name of your town.")
    promise = say.gettext("I use the exact point for this one answer. I remember only the municipality.")
    towns = tuple(
        button(reader.packs.place_name(place.id, reader.language), Tap("place", place.id)) for place in _towns(reader)
    )
    said = page(plain(unknown), plain(ask), plain(promise))
    return Message(said, (*pairs(towns), *pairs((*person_buttons(reader), menu_button(reader)))))


def services(view: Services, reader: Reader) -> Message:
    place = view.place if view.place in reader.packs.places else None
    offers = _found(view.offers, place, reader)
    titles = _titles(reader)
    wanted = f"{titles[view.need]}:" if offers and view.need in titles else ""
    head = lines(bold(_heading(place, reader, abroad=view.abroad)), plain(_lead(offers, reader)), plain(wanted))
    maps = _maps(offers, reader)
    ways = pairs((*_ways_on(view, place, reader), menu_button(reader)))
    room = 2 * max(1, ROWS - len(maps) - len(ways))
    return Message(_listing(head, offers, reader), (*maps, *pairs(_narrower(view, offers, reader, room)), *ways))


def needs(view: Needs, reader: Reader) -> Message:
    """Offer every kind of help that there is here: the one list that may be longer than a screen."""
    place = view.place if view.place in reader.packs.places else None
    titles = _titles(reader)
    kinds = pairs(button(titles[need], Tap("need", need)) for need in view.needs if need in titles)
    ask = reader.say.gettext("What kind of help do you need?") if kinds else _lead((), reader)
    where = _change_place(reader) if place else near_button(reader)
    ways = pairs((where, *(() if kinds else person_buttons(reader)), menu_button(reader)))
    return Message(lines(bold(_heading(place, reader)), plain(ask)), (*kinds, *ways))


def helpers(view: HelpersFor, reader: Reader) -> Message:
    topic = reader.packs.topics.get(view.slug)
    if topic is None:
        return menu(Menu("button"), reader)
    place = view.place if view.place in reader.packs.places else None
    offers = _found(view.offers, place, reader)
    heading = reader.say.gettext("Who helps: {title}").format(title=topic.said(reader.language).words.title)
    there = f" · {country_name(view.country, reader.language)}" if view.country else ""
    head = lines(bold(heading + there), plain(_lead(offers, reader) if offers or not view.countries else ""))
    ask = plain(reader.say.gettext("In which country do you need help?")) if view.countries else ""
    rows = (*_maps(offers, reader), *pairs(_countries(view, reader)), *pairs(_other_ways(view, offers, reader)))
    back = (topic_button(topic, reader, "⬅ "), menu_button(reader))
    return Message(page(_listing(head, offers, reader), ask), (*rows, back))


def _countries(view: HelpersFor, reader: Reader) -> tuple[Button, ...]:
    """The countries abroad to choose from, or the way back to them."""
    if view.country:
        return (button(reader.say.gettext("Another country"), Tap("who", view.slug)),)
    return tuple(
        button(country_name(country, reader.language), Tap("abroad", country, view.slug)) for country in view.countries
    )


def _other_ways(view: HelpersFor, offers: tuple[Found, ...], reader: Reader) -> tuple[Button, ...]:
    if view.countries or view.country:
        return (near_button(reader),)
    where = _change_place(reader) if view.place in reader.packs.places else near_button(reader)
    return (where, *(() if offers else person_buttons(reader)))


def _found(offers: tuple[Offer, ...], place: str | None, reader: Reader) -> tuple[Found, ...]:
    return tuple(filter(None, (found(offer, place, reader) for offer in offers)))


def _heading(place: str | None, reader: Reader, *, abroad: bool = False) -> str:
    say = reader.say
    if place:
        return say.gettext("📍 Near you: {place}").format(place=reader.packs.place_name(place, reader.language))
    return say.gettext("Help abroad") if abroad else say.gettext("For the whole country")


def _lead(offers: tuple[Found, ...], reader: Reader) -> str:
    """Say what follows. It is long enough to keep every service's name off a locked screen (voice rule 9)."""
    say = reader.say
    if not offers:
        return say.gettext("We have found no checked place or line for this yet. Try another town, or ask a person.")
    return say.gettext("These places and lines can help you.")


def _listing(head: str, offers: tuple[Found, ...], reader: Reader) -> str:
    foreign = any(offer.said.language != reader.language for offer in offers)
    note = italic(reader.say.gettext("(Some of this is not yet in your language.)")) if foreign else ""
    return page(head, *(block(offer, reader) for offer in offers), note)


def _maps(offers: tuple[Found, ...], reader: Reader) -> Rows:
    return pairs(button for offer in offers for button in map_button(offer.service, reader))


def _ways_on(view: Services, place: str | None, reader: Reader) -> tuple[Button, ...]:
    shown = view.seen + len(view.offers)
    more = button(reader.say.gettext("Show more"), Tap("need", view.need or "", str(shown)))
    where = _change_place(reader) if place or view.abroad else near_button(reader)
    rest = (more,) if shown < view.total else ()
    return (*rest, where) if view.offers else (*rest, where, *person_buttons(reader))


def _narrower(view: Services, offers: tuple[Found, ...], reader: Reader, room: int) -> list[Button]:
    """Narrow down to a kind, those that this page has nothing of first; what has no room is behind "every kind"."""
    titles = _titles(reader)
    on_page = {offer.service.category for offer in offers}
    others = [need for need in view.needs if need in titles and need != view.need]
    kinds = [button(titles[need], Tap("need", need)) for need in sorted(others, key=lambda need: need in on_page)]
    if len(kinds) <= room and not view.need:
        return kinds
    return [*kinds[: room - 1], button(reader.say.gettext("Every kind of help"), Tap("needs"))]


def _change_place(reader: Reader) -> Button:
    return button(reader.say.gettext("📍 Another place"), Tap("near", "other"))


def _titles(reader: Reader) -> dict[str, str]:
    return {category: reader.packs.category(category, reader.language) for category in reader.packs.category_words}


def _towns(reader: Reader) -> list[Place]:
    """Choose the towns that have most services, some of each country, in the order in which the packs name them."""
    counts = Counter(service.place for service in reader.packs.services.values() if service.place)
    by_country: dict[str, list[Place]] = {}
    for place in sorted(reader.packs.places.values(), key=lambda place: -counts[place.id]):
        by_country.setdefault(place.country, []).append(place)
    chosen = {place.id for places in by_country.values() for place in places[:TOWNS] if counts[place.id]}
    return [place for places in by_country.values() for place in places if place.id in chosen]
