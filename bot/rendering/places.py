"""Where are you? A town, one of several of that name, or a country abroad."""

from collections import Counter

from bot.conversation.taps import Tap
from bot.conversation.views import AskPlace, Countries
from bot.language.formats import country_name
from bot.packs.place_schema import Place
from bot.rendering.buttons import button, menu_button, near_button, pairs, person_buttons
from bot.rendering.context import Reader
from bot.rendering.markup import page, plain
from bot.rendering.message import Message

TOWNS = 3
"""Towns a country under the question where someone is: with two countries three rows of two."""


def ask_place(view: AskPlace, reader: Reader) -> Message:
    say = reader.say
    among = tuple(place for place in view.among if place in reader.packs.places)
    if among:
        chosen = tuple(button(reader.packs.place_name(place, reader.language), Tap("place", place)) for place in among)
        ask = say.gettext("There is more than one place of this name. Which municipality is it in?")
        return Message(plain(ask), (*pairs(chosen), *pairs((near_button(reader), menu_button(reader)))))
    unknown = say.gettext("I do not know this place. Please write the nearest town.") if view.unknown else ""
    ask = say.gettext("Where are you? Press 📎 and choose Location, or write the name of your town or village.")
    promise = say.gettext("I use the exact point for this one answer. I remember only the municipality.")
    towns = tuple(
        button(reader.packs.place_name(place.id, reader.language), Tap("place", place.id)) for place in _towns(reader)
    )
    abroad = button(say.gettext("🌍 In another country"), Tap("countries"))
    said = page(plain(unknown), plain(ask), plain(promise))
    return Message(said, (*pairs(towns), *pairs((abroad, *person_buttons(reader), menu_button(reader)))))


def countries(view: Countries, reader: Reader) -> Message:
    say = reader.say
    ask = say.gettext("In which country are you? Choose it, or write its name.")
    named = sorted((country_name(code, reader.language), code) for code in view.countries)
    rows = pairs(button(name, Tap("country", code)) for name, code in named)
    return Message(plain(ask), (*rows, *pairs((near_button(reader), menu_button(reader)))))


def _towns(reader: Reader) -> list[Place]:
    """Choose the towns that have most services, some of each country, in the order in which the packs name them."""
    counts = Counter(service.place for service in reader.packs.services.values() if service.place)
    by_country: dict[str, list[Place]] = {}
    for place in sorted(reader.packs.places.values(), key=lambda place: -counts[place.id]):
        by_country.setdefault(place.country, []).append(place)
    chosen = {place.id for places in by_country.values() for place in places[:TOWNS] if counts[place.id]}
    return [place for places in by_country.values() for place in places if place.id in chosen]
