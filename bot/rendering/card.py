"""The card of one service: all that is known of it, how to get there, and how to say that something is wrong."""

from typing import Final, get_args

from bot.conversation.taps import Tap
from bot.conversation.views import Menu, Mistake, MistakeAsked, MistakeTold, ServiceCard
from bot.directory.offer import Offer
from bot.language.formats import all_of, hours_for_people, language_in
from bot.packs.service_schema import Service, ServiceWords
from bot.rendering.buttons import button, menu_button, pairs
from bot.rendering.context import Reader
from bot.rendering.danger import numbers_in
from bot.rendering.markup import bold, italic, lines, page, plain
from bot.rendering.message import Button, Message
from bot.rendering.mistakes import mistake_title
from bot.rendering.offer import Found, bring, found, map_button, phones, proof, site, where
from bot.rendering.opening import opening_line
from bot.rendering.sent import from_counsellor
from bot.rendering.services import change_place
from bot.rendering.welcome import menu

HOME: Final = {"sq"}
"""Spoken everywhere here; it is only worth saying when another language is spoken too."""

DAY_AND_NIGHT: Final = "24/7"


def card(view: ServiceCard, reader: Reader) -> Message:
    place = view.place if view.place in reader.packs.places else None
    offer = found(Offer(view.service, view.km), place, reader)
    if offer is None:
        return menu(Menu("button"), reader)
    # Long enough to keep the name of a service off a locked screen (voice rule 9).
    lead = plain(reader.say.gettext("This is all that we have about this place or line:"))
    sent = from_counsellor(reader) if view.sent else ""
    foreign = reader.say.gettext("(This text is not yet in your language.)")
    note = italic(foreign) if offer.said.language != reader.language else ""
    rows = (*pairs(_ways(view, offer, reader)), (_back(view, offer.service, reader), menu_button(reader)))
    return Message(page(lines(sent, lead, details(offer, reader)), note), rows)


def details(offer: Found, reader: Reader) -> str:
    """Everything that is known of a service, but what must not be known."""
    service, words = offer.service, offer.said.words
    how = lines(
        plain(phones(service, reader)),
        plain(where(offer, reader)),
        plain(_taken_in(service, reader)),
        plain(opening_line(service, reader, reader.context.now)),
        plain(_week(service, reader)),
    )
    return page(
        bold(words.name),
        lines(plain(words.serves), plain(words.does or ""), plain(_terms(service, words, reader))),
        how,
        site(service),
        plain(words.doubt or ""),
        lines(italic(proof(offer, reader)), italic(_source(service, reader))),
    )


def mistake_asked(view: MistakeAsked, reader: Reader) -> Message:
    if view.service not in reader.packs.services:
        return menu(Menu("button"), reader)
    say = reader.say
    named = reader.packs.service(view.service, reader.language).words.name
    ask = say.gettext("What is wrong? We tell the editors which place and what. Never who said it.")
    buttons = (button(mistake_title(what, say), Tap("wrong", view.service, what)) for what in get_args(Mistake))
    back = button(say.gettext("⬅ Back"), Tap("service", view.service))
    return Message(page(plain(ask), bold(named)), (*pairs(buttons), (back, menu_button(reader))))


def mistake_told(view: MistakeTold, reader: Reader) -> Message:
    say = reader.say
    thanks = say.gettext("Thank you. The editors will check it. Nobody knows that it was you.")
    back = button(say.gettext("⬅ Back"), Tap("service", view.service))
    return Message(plain(thanks), ((back, menu_button(reader)),))


def _terms(service: Service, words: ServiceWords, reader: Reader) -> str:
    """What it costs, whether one needs an appointment, which languages are spoken, what to bring."""
    say = reader.say
    cost = {"free": say.gettext("Free of charge."), "paid": say.gettext("It costs money: ask first.")}
    when = {"none": say.gettext("No appointment needed."), "needed": say.gettext("Make an appointment first.")}
    women = say.gettext("You can ask for a woman.") if service.women_staff else ""
    spoken = all_of((language_in(one, reader.language) for one in service.languages), reader.language)
    speaks = say.gettext("Languages: {languages}.").format(languages=spoken) if set(service.languages) - HOME else ""
    terms = " ".join(filter(None, (cost.get(service.cost or ""), when.get(service.appointment or ""), women)))
    return "\n".join(filter(None, (terms, speaks, bring(words, reader))))


def _taken_in(service: Service, reader: Reader) -> str:
    """A hiding place has no address: one is taken there."""
    if not service.confidential:
        return ""
    how = reader.say.gettext("The place is not made public. To be taken in, call {numbers}.")
    return how.format(numbers=numbers_in(service.country, reader))


def _week(service: Service, reader: Reader) -> str:
    """The hours of the week, where the line above says only what holds now."""
    if not service.hours or service.hours == DAY_AND_NIGHT:
        return ""
    return reader.say.gettext("Hours: {hours}").format(hours=hours_for_people(service.hours, reader.say))


def _source(service: Service, reader: Reader) -> str:
    site = service.sources[0].url.split("/")[2].removeprefix("www.")
    more = len(service.sources) - 1
    others = reader.say.ngettext("and {number} more", "and {number} more", more).format(number=more) if more else ""
    return reader.say.gettext("Source: {site}").format(site=" ".join(filter(None, (site, others))))


def _ways(view: ServiceCard, offer: Found, reader: Reader) -> tuple[Button, ...]:
    say = reader.say
    following = view.following if view.following in reader.packs.services else None
    nearest = (button(say.gettext("➡ The next one"), Tap("service", following, view.need)),) if following else ()
    person = (button(say.gettext("👤 Tell a counsellor"), Tap("talk")),) if reader.context.desk else ()
    wrong = button(say.gettext("This is wrong"), Tap("wrong", view.service))
    return (*map_button(offer.service, reader), *nearest, *person, wrong)


def _back(view: ServiceCard, service: Service, reader: Reader) -> Button:
    """To the list that it stands in."""
    if service.country not in reader.packs.home_countries and service.country not in reader.packs.unions:
        return button(reader.say.gettext("⬅ The list"), Tap("country", service.country, f"{view.need}/0"))
    if view.place is None:
        return change_place(reader)
    return button(reader.say.gettext("⬅ The list"), Tap("need", view.need))
