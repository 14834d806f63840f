"""Places and lines that help: near a town, for a whole country, abroad, or for one subject."""

from collections.abc import Iterator

from bot.conversation.taps import Tap
from bot.conversation.views import HelpersFor, Menu, Needs, Services, Traits
from bot.directory.offer import Offer
from bot.directory.wish import unpacked
from bot.language.formats import all_of, country_name
from bot.rendering.buttons import ROWS, button, menu_button, near_button, pairs, person_buttons, topic_button
from bot.rendering.buttons import shown as is_shown
from bot.rendering.context import Reader
from bot.rendering.kinds import kind_button, kind_title, trait_title
from bot.rendering.markup import bold, italic, lines, page, plain
from bot.rendering.message import Button, Message, Rows
from bot.rendering.offer import Found, block, found
from bot.rendering.welcome import menu
from bot.rendering.whats_on import on_button


def services(view: Services, reader: Reader) -> Message:
    place = view.place if view.place in reader.packs.places else None
    offers = _found(view.offers, place, reader)
    # After the lead, so that no locked screen tells what somebody needs (voice rule 9).
    wanted = (kind_title(view.need, reader), _wished(view, reader)) if offers else ()
    sought = " · ".join(filter(None, wanted))
    head = lines(
        bold(_heading(view, place, reader)), plain(_lead(view, offers, reader)), plain(sought and f"{sought}:")
    )
    cards = _cards(offers, view.need)
    ways = pairs((*_ways_on(view, place, reader), menu_button(reader)))
    room = 2 * max(1, ROWS - len(cards) - len(ways))
    return Message(_listing(head, offers, reader), (*cards, *pairs(_narrower(view, offers, reader, room)), *ways))


def needs(view: Needs, reader: Reader) -> Message:
    """Offer every kind of help that there is here: the one list that may be longer than a screen."""
    place = view.place if view.place in reader.packs.places else None
    kinds = pairs(kind_button(need, reader) for need in view.needs if kind_title(need, reader))
    ask = reader.say.gettext("What kind of help do you need?") if kinds else _nothing(reader)
    where = change_place(reader) if place else near_button(reader)
    ways = pairs((where, *(() if kinds else person_buttons(reader)), menu_button(reader)))
    return Message(lines(bold(_around(place, reader)), plain(ask)), (*kinds, *ways))


def traits(view: Traits, reader: Reader) -> Message:
    """What one can choose by: a tap turns it on or off, and the list is one more tap away."""
    say = reader.say
    chosen = unpacked(view.need, view.letters)
    place = view.place if view.place in reader.packs.places else None
    head = lines(bold(_around(place, reader)), plain(say.gettext("What should it be like? Tap what matters to you.")))
    rows = pairs(_toggle(letter, view, reader) for letter in view.possible)
    show = button(say.gettext("✅ Show them"), Tap("need", view.need, f"0{chosen.packed()}"))
    only = plain(say.gettext("Only what we know for sure counts here."))
    return Message(page(head, only), (*rows, (show, menu_button(reader))))


def helpers(view: HelpersFor, reader: Reader) -> Message:
    topic = reader.packs.topics.get(view.slug)
    if topic is None:
        return menu(Menu("button"), reader)
    place = view.place if view.place in reader.packs.places else None
    offers = _found(view.offers, place, reader)
    heading = reader.say.gettext("Who helps: {title}").format(title=topic.said(reader.language).words.title)
    there = f" · {country_name(view.country, reader.language)}" if view.country else ""
    lead = _these(reader) if offers else "" if view.countries else _nothing(reader)
    ask = plain(reader.say.gettext("In which country do you need help?")) if view.countries else ""
    rows = (*_cards(offers, ""), *pairs(_countries(view, reader)), *pairs(_other_ways(view, offers, reader)))
    back = (topic_button(topic, reader, "⬅ "), menu_button(reader))
    return Message(page(_listing(lines(bold(heading + there), plain(lead)), offers, reader), ask), (*rows, back))


def change_place(reader: Reader) -> Button:
    return button(reader.say.gettext("📍 Another place"), Tap("near", "other"))


def _toggle(letter: str, view: Traits, reader: Reader) -> Button:
    """Turn one trait or language on, or off again."""
    chosen = unpacked(view.need, view.letters)
    is_on = letter in chosen.marks
    changed = chosen.toggled(letter).packed()
    return button(("✓ " if is_on else "") + trait_title(letter, reader), Tap("traits", view.need, f"0{changed}"))


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
    where = change_place(reader) if view.place in reader.packs.places else near_button(reader)
    return (where, *(() if offers else person_buttons(reader)))


def _found(offers: tuple[Offer, ...], place: str | None, reader: Reader) -> tuple[Found, ...]:
    return tuple(filter(None, (found(offer, place, reader) for offer in offers)))


def _heading(view: Services, place: str | None, reader: Reader) -> str:
    if view.abroad and view.country:
        return f"📍 {country_name(view.country, reader.language)}"
    return reader.say.gettext("Help abroad") if view.abroad else _around(place, reader)


def _around(place: str | None, reader: Reader) -> str:
    say = reader.say
    if place:
        return say.gettext("📍 Near you: {place}").format(place=reader.packs.place_name(place, reader.language))
    return say.gettext("For the whole country")


def _wished(view: Services, reader: Reader) -> str:
    titles = [trait_title(mark, reader) for mark in unpacked("", view.letters).marks]
    return all_of((title[:1].lower() + title[1:] for title in titles), reader.language) if titles else ""


def _lead(view: Services, offers: tuple[Found, ...], reader: Reader) -> str:
    """Say what follows. It is long enough to keep every service's name off a locked screen (voice rule 9)."""
    say = reader.say
    if not offers:
        return _nothing(reader)
    if view.missed:
        return say.gettext("Of none of these do we know for sure that it is as you wish. Please ask there.")
    if view.farther:
        return say.gettext("We know no checked place near you for this yet. These can help or tell you more.")
    return _these(reader)


def _these(reader: Reader) -> str:
    return reader.say.gettext("These places and lines can help you.")


def _nothing(reader: Reader) -> str:
    return reader.say.gettext("We have found no checked place or line for this yet. Try another town, or ask a person.")


def _listing(head: str, offers: tuple[Found, ...], reader: Reader) -> str:
    foreign = any(offer.said.language != reader.language for offer in offers)
    note = italic(reader.say.gettext("(Some of this is not yet in your language.)")) if foreign else ""
    return page(head, *(block(offer, reader, mark) for mark, offer in _marked(offers)), note)


def _cards(offers: tuple[Found, ...], need: str | None) -> Rows:
    """One button a service: all about it, and the way there."""
    return pairs(
        button((mark or "🔎 ") + offer.said.words.name, Tap("service", offer.service.id, need or ""))
        for mark, offer in _marked(offers)
    )


def _marked(offers: tuple[Found, ...]) -> Iterator[tuple[str, Found]]:
    """Numbered where there are several: the beginning of a name, which is all that a button shows, may be the same."""
    return ((f"{number}. " if len(offers) > 1 else "", offer) for number, offer in enumerate(offers, 1))


def _ways_on(view: Services, place: str | None, reader: Reader) -> tuple[Button, ...]:
    shown = view.seen + len(view.offers)
    more = button(reader.say.gettext("Show more"), _page(view, shown))
    where = _elsewhere(view, place, reader)
    rest = (*((more,) if shown < view.total else ()), *_subject(view.need, reader), *on_button(reader))
    return (*rest, where) if view.offers else (*rest, where, *person_buttons(reader))


def _subject(need: str | None, reader: Reader) -> tuple[Button, ...]:
    """What one can read about the need."""
    slug = reader.packs.needs[need].topic if need and need in reader.packs.needs else None
    return (topic_button(reader.packs.topics[slug], reader),) if slug and is_shown(slug, reader) else ()


def _elsewhere(view: Services, place: str | None, reader: Reader) -> Button:
    if view.abroad:
        return button(reader.say.gettext("Another country"), Tap("countries"))
    return change_place(reader) if place else near_button(reader)


def _page(view: Services, seen: int, need: str | None = None) -> Tap:
    """The same list from there on, or for another need from its beginning."""
    wanted = view.need or "" if need is None else need
    if view.abroad and view.country:
        return Tap("country", view.country, f"{wanted}/{seen}{view.letters if need is None else ''}")
    return Tap("need", wanted, f"{seen}{view.letters}" if need is None else "")


def _narrower(view: Services, offers: tuple[Found, ...], reader: Reader, room: int) -> list[Button]:
    """Narrow down to what people need, what this page has nothing of first; the rest is behind "every kind"."""
    titled = [need for need in view.needs if kind_title(need, reader) and need != view.need]
    if view.abroad:
        on_page = {offer.service.category for offer in offers}
        order = sorted(titled, key=lambda need: need in on_page)
        return [button(kind_title(need, reader), _page(view, 0, need)) for need in order][:room]
    kinds = [kind_button(need, reader) for need in titled]
    every = [button(reader.say.gettext("Every kind of help"), Tap("needs"))]
    choose = [button(reader.say.gettext("Choose by…"), Tap("traits", view.need or "", f"0{view.letters}"))]
    ends = [*(choose if view.need and offers else []), *every]
    return kinds if len(kinds) <= room and not view.need else [*kinds[: max(0, room - len(ends))], *ends]
