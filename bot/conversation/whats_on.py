"""What is on: the dated things of the packs that are not over yet, for where somebody is and whom they are for."""

from datetime import date, datetime
from typing import Final, get_args

from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap
from bot.conversation.turn import Turn, show
from bot.conversation.views import Menu, WhatsOn
from bot.directory.globe import Point, distance
from bot.directory.nearest import REACH
from bot.opening.zones import zone_of
from bot.packs.activity_schema import Activity
from bot.packs.assets import Packs
from bot.packs.terms import Audience

NEAR: Final = REACH["local"]
"""km from which one still goes to a meeting: as far as a local service is offered."""
PAGE: Final = 3
"""Activities in one message: more do not fit one phone screen."""
AUDIENCES: Final = get_args(Audience)


def upcoming(
    packs: Packs, place_id: str | None, country: str | None, audience: str | None, today: date
) -> tuple[Activity, ...]:
    """What is on from here, by the next day of each: in the municipality, then near it, then for the whole country.

    Without a place only what is for the whole of `country`, or of each of ours where it is not one of them. An
    audience has what is meant especially for it; without one there is everything.
    """
    place = packs.places.get(place_id or "")
    known = country if country in packs.home_countries else None
    home = place.country if place else known
    there = (one for one in packs.activities.values() if one.is_on(today) and home in {None, one.country})
    meant = (one for one in there if audience is None or audience in one.audiences)
    ranked = [(rank, one) for one in meant if (rank := _rank(one, place_id if place else None, packs)) is not None]
    return tuple(one for _, one in sorted(ranked, key=lambda pair: (pair[0], pair[1].next_day(today), pair[1].id)))


def _today(country: str | None, packs: Packs, now: datetime) -> date:
    """The day by the clock of the country where somebody is; from elsewhere by that of the first of ours."""
    homes = packs.home_countries
    home = country if country in homes else next(iter(homes), "")
    zone = zone_of(home or "")
    return (now.astimezone(zone) if zone else now).date()


def _rank(activity: Activity, place_id: str | None, packs: Packs) -> int | None:
    """How near it is: 0 here, 1 near, 2 for the whole country; None for what is too far away, or in no known place."""
    if activity.place is None:
        return 2
    if place_id is None or activity.place not in packs.places:
        return None
    if activity.place == place_id:
        return 0
    here, there = packs.places[place_id], packs.places[activity.place]
    return 1 if distance(Point(here.lat, here.lon), Point(there.lat, there.lon)) <= NEAR else None


def shown(conversation: Conversation, tap: Tap, tapped: int, known: tuple[Knowledge, datetime]) -> Turn:
    """A page of what is on, in place of the message with the button.

    An old button shows what is on now, for everybody where nothing is meant for its audience any more.
    """
    if tap.argument and tap.argument not in AUDIENCES:
        return show(conversation, Menu("button"), tapped)
    packs, place, country = known[0].packs, conversation.place, conversation.country
    today = _today(country, packs, known[1])
    everything = upcoming(packs, place, country, None, today)
    meant = upcoming(packs, place, country, tap.argument, today) if tap.argument else ()
    audience, found = (tap.argument, meant) if meant else (None, everything)
    seen = _seen(tap.detail, len(found))
    view = WhatsOn(
        place,
        audience,
        tuple(one.id for one in found[seen : seen + PAGE]),
        audiences_of(everything),
        seen,
        len(found),
    )
    return show(conversation, view, tapped, awaiting="nothing", wish="").counting("events", tap.argument)


def audiences_of(found: tuple[Activity, ...]) -> tuple[str, ...]:
    """For whom something is meant especially among these; everyone needs no button."""
    there = {audience for one in found for audience in one.audiences}
    return tuple(audience for audience in AUDIENCES if audience in there and audience != "everyone")


def _seen(detail: str, total: int) -> int:
    """How many came before, if there is anything after them; else from the beginning."""
    seen = int(detail) if detail.isdecimal() and detail.isascii() else 0
    return seen if seen < total else 0
