"""One service as a person needs it: what it does, how to reach it, and what we do not know about it."""

from dataclasses import dataclass

from bot.conversation.taps import Tap
from bot.directory.offer import Offer
from bot.language.formats import country_name, distance, short_date
from bot.packs.assets import Said
from bot.packs.service_schema import Service, ServiceWords
from bot.packs.standing import standing
from bot.rendering.buttons import button, menu_button
from bot.rendering.context import Reader
from bot.rendering.markup import bold, italic, lines, link, plain
from bot.rendering.message import Button, Venue
from bot.rendering.opening import opening_line


@dataclass(frozen=True)
class Found:
    """An offer with what the packs say about it; `country` is whether its country must be named."""

    service: Service
    said: Said[ServiceWords]
    km: float | None
    country: bool


def found(offer: Offer, place: str | None, reader: Reader) -> Found | None:
    """Look the offer up; None for a service that has left the packs since, or whose proof is too old."""
    service = _shown(offer.service, reader)
    if service is None:
        return None
    here = reader.packs.places[place].country if place else None
    # A position that stands for the town says nothing about how far it is within that town.
    km = offer.km if is_exact(service) or service.place != place else None
    return Found(service, reader.packs.service(service.id, reader.language), km, service.country != here)


def _shown(service_id: str, reader: Reader) -> Service | None:
    service = reader.packs.services.get(service_id)
    return service if service and standing(service, reader.context.today) != "stale" else None


def is_exact(service: Service) -> bool:
    """Tell whether its position is a door, not a town."""
    return service.position is not None and service.position.precision == "street"


def block(offer: Found, reader: Reader, mark: str = "") -> str:
    """Make the paragraph of one service in a list: what one needs to decide; the rest stands on its card."""
    service, words = offer.service, offer.said.words
    return lines(
        bold(mark) + _name(offer, reader) if mark else _name(offer, reader),
        plain(words.serves),
        plain(phones(service, reader)),
        plain(where(offer, reader)),
        plain(_open(offer, reader)),
        plain(bring(words, reader)),
        "" if service.shown_phones else site(service),
        plain(words.doubt or ""),
        italic(proof(offer, reader)),
    )


def _open(offer: Found, reader: Reader) -> str:
    """Whether it is open; that we do not know is not said beside a doubt, which says what to do."""
    if not offer.service.hours and not offer.service.shown_phones and offer.said.words.doubt:
        return ""
    return lines(opening_line(offer.service, reader, reader.context.now), _no_phone(offer, reader))


def _no_phone(offer: Found, reader: Reader) -> str:
    """A doubt says so already, and an emergency line without a number would not be in the packs."""
    told = offer.service.shown_phones or offer.said.words.doubt
    return "" if told else reader.say.gettext("Phone not known.")


def site(service: Service) -> str:
    """Its website; in a list only where there is no number to call."""
    return link(service.website, service.website.split("/")[2]) if service.website else ""


def bring(words: ServiceWords, reader: Reader) -> str:
    return reader.say.gettext("Bring: {what}").format(what=words.bring) if words.bring else ""


def map_button(service: Service, reader: Reader) -> tuple[Button, ...]:
    """Only for a door that we know: a pin in the middle of a town sends people to the wrong house."""
    if not is_exact(service) or service.confidential:
        return ()
    name = reader.packs.service(service.id, reader.language).words.name
    return (button(f"🗺 {name}", Tap("map", service.id)),)


def venue(service_id: str, reader: Reader) -> Venue | None:
    """Place a service on the map; None where there is nothing to show, or where it must not be shown."""
    service = _shown(service_id, reader)
    if service is None or service.position is None or service.confidential or not is_exact(service):
        return None
    name = reader.packs.service(service_id, reader.language).words.name
    street = address(service, reader) or country_name(service.country, reader.language)
    return Venue(service.position.lat, service.position.lon, name, street, ((menu_button(reader),),))


def contact(service_id: str, reader: Reader) -> tuple[str, str]:
    """Give its address and its telephones, for what is held there; nothing of a hiding place, nor of a stale entry."""
    service = _shown(service_id, reader)
    if service is None or service.confidential:
        return "", ""
    return address(service, reader), phones(service, reader)


def _name(offer: Found, reader: Reader) -> str:
    name = bold(offer.said.words.name)
    return f"{name} · {plain(_country(offer.service.country, reader))}" if offer.country else name


def _country(code: str, reader: Reader) -> str:
    return reader.say.gettext("EU") if code == "EU" else country_name(code, reader.language)


def phones(service: Service, reader: Reader) -> str:
    """Say of each number written without a country's code that it works only there, where the packs say so."""
    home = [phone for phone in service.shown_phones if service.phone_note and not phone.startswith("+")]
    rest = [phone for phone in service.shown_phones if phone not in home]
    noted = f"{', '.join(home)} ({_only_from(service.country, reader)})" if home else ""
    numbers = ", ".join(filter(None, (noted, *rest)))
    return f"☎️ {numbers}" if numbers else ""


def _only_from(country: str, reader: Reader) -> str:
    say = reader.say
    # Albanian bends the country's name here, so that the two home countries have a phrase each.
    home = {"AL": say.gettext("only from Albania"), "XK": say.gettext("only from Kosovo")}
    return home.get(country) or say.gettext("only from inside the country")


def where(offer: Found, reader: Reader) -> str:
    if offer.service.confidential:
        return ""
    where = [address(offer.service, reader)]
    if offer.km is not None:
        far = distance(offer.km, reader.say)
        where.append(far if is_exact(offer.service) else reader.say.gettext("about {distance}").format(distance=far))
    said = " · ".join(filter(None, where))
    return f"📍 {said}" if said else ""


def address(service: Service, reader: Reader) -> str:
    place = service.place or ""
    town = reader.packs.place_name(place, reader.language) if place in reader.packs.places else service.city
    names = {town, reader.packs.places[place].name} if place in reader.packs.places else {town}
    told = any(name and name in (service.address or "") for name in names)
    parts = [service.address, None if told else town]
    return ", ".join(filter(None, parts))


def proof(offer: Found, reader: Reader) -> str:
    service = offer.service
    if standing(service, reader.context.today) == "confirmed":
        on = short_date(service.verified.on, reader.language)
        return reader.say.gettext("Confirmed on {date}.").format(date=on)
    # Nobody makes test calls to the police or an ambulance, and doubt about 112 would only cost time.
    return "" if service.category == "emergency" else _unconfirmed(offer, reader)


def _unconfirmed(offer: Found, reader: Reader) -> str:
    """Say what to do about it, where one would go there and the service's own words have not said it."""
    say, service = reader.say, offer.service
    if _is_line(service) or (offer.said.words.doubt and not service.shown_phones):
        return say.gettext("Not confirmed yet.")
    if service.shown_phones:
        return say.gettext("Not confirmed yet: call before you go.")
    return say.gettext("Not confirmed yet: ask before you go.")


def _is_line(service: Service) -> bool:
    """Tell whether nobody goes there: one only calls or writes, or it is a hiding place."""
    somewhere = service.place or service.city or service.address or service.position
    return service.category == "helpline" or service.confidential or not somewhere
