"""Which services are offered to somebody: near a municipality, at home, or in a country abroad."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from itertools import zip_longest
from typing import Final

from bot.directory.globe import Point, distance
from bot.directory.nearest import Near, Nearest, km, where
from bot.directory.offer import Offer
from bot.directory.traits import fits
from bot.directory.wish import ANYTHING, Wish
from bot.packs.assets import Packs
from bot.packs.service_schema import Service
from bot.packs.terms import Category

EMERGENCY: Final = "emergency"
"""Left out where no need is named: it would push a place to go to off the screen."""

FAR: Final = 500.0
"""Abroad, km to the next place that we know: the farthest corners of the countries in the packs are about that."""

MOST: Final = 99
"""Services that are offered near a place, nearest first: nobody turns more than thirty pages."""

IsOpen = Callable[[Service], bool]

Keep = Callable[[Service], bool] | None
"""Which services are as wished for; None for all of them."""

Offers = Callable[[Sequence[Category], Keep], list[Offer]]


def at_any_hour(_service: Service) -> bool:
    """For those who do not ask when it is open."""
    return True


@dataclass(frozen=True)
class Somewhere:
    """Where somebody is, as far as we know: the country counts where the municipality is not known."""

    place: str | None = None
    country: str | None = None


@dataclass(frozen=True)
class Found:
    """`offers` in their order.

    `missed` when none is surely as wished for: then these are all there are for the need. `farther` when nothing is
    known that serves people from here: then these only lead on.
    """

    offers: tuple[Offer, ...] = ()
    missed: bool = False
    farther: bool = False


class Directory:
    """All services of the packs, made ready to be asked."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self._nearest = Nearest(packs)
        # The same for everybody in a municipality, and asked for at every page.
        self.kinds_near = cache(self._kinds_near)

    def near(self, somewhere: Somewhere, wish: Wish, is_open: IsOpen, here: Point | None = None) -> Found:
        """For people from a municipality: nearest first, then what serves the whole country.

        Where nothing near is known, the kinds that lead on (a line, an emergency number): never an empty list.
        """
        place = self.packs.places.get(somewhere.place or "")
        if place is None:
            return self._at_home(wish, is_open, somewhere.country)
        point = here or Point(place.lat, place.lon)

        def offers(categories: Sequence[Category], keep: Keep) -> list[Offer]:
            found = self._nearest.around(point, place.country, categories)
            kept = [one for one in found if keep(self.packs.services[one[-1]])] if keep else found
            nearest = self._closest_to_it(nsmallest(MOST, kept), wish)
            return [self._offer(service, km(far)) for far, _, service in nearest]

        return self._as_wished(wish, is_open, offers)

    def _closest_to_it(self, nearest: list[Near], wish: Wish) -> list[Near]:
        """In the same town the kinds that are closest to the need come first: for a lawyer the lawyers."""
        if wish.need not in self.packs.needs:
            return nearest
        order = {
            kind: at for at, kind in enumerate((*self.categories(wish.need), *self.packs.needs[wish.need].otherwise))
        }
        return sorted(nearest, key=lambda one: (one[0], order[self.packs.services[one[-1]].category]))

    def _at_home(self, wish: Wish, is_open: IsOpen, home: str | None) -> Found:
        """What serves a whole country: `home`, or each of ours in turn."""
        homes = self._homes(home)

        def offers(categories: Sequence[Category], keep: Keep) -> list[Offer]:
            national = [service for service in self._of(categories, keep) if service.reach == "national"]
            by_country = [[service for service in national if service.country == each] for each in homes]
            return [Offer(service.id) for row in zip_longest(*by_country) for service in row if service is not None]

        return self._as_wished(wish, is_open, offers)

    def abroad(self, country: str, wish: Wish, is_open: IsOpen, here: Point | None = None) -> Found:
        """What is there in that country, then what holds in a union that it belongs to."""
        unions = self._unions(country)

        def offers(categories: Sequence[Category], keep: Keep) -> list[Offer]:
            those = [
                (at, service)
                for at, each in enumerate((country, *unions))
                for service in self._of(categories, keep)
                if service.country == each
            ]
            listed = [(at, self._measured(service, here)) for at, service in those]
            listed.sort(key=lambda one: (one[0], one[1].km is None, one[1].km or 0.0))
            return [offer for _, offer in listed]

        return self._as_wished(wish, is_open, offers)

    def countries_abroad(self, wish: Wish = ANYTHING) -> tuple[str, ...]:
        """The countries abroad where we know a service for this, no unions."""
        wanted = set(self.categories(wish.need))
        away = {one.country for one in self.packs.services.values() if one.category in wanted}
        return tuple(sorted(away - set(self.packs.home_countries) - set(self.packs.unions)))

    def country_near(self, here: Point) -> str | None:
        """The country abroad where one probably is: of the nearest service that we know, if it is near enough."""
        abroad = [
            service for service in self.packs.services.values() if service.country not in self.packs.home_countries
        ]
        located = [(distance(here, there), one.country) for one in abroad if (there := where(one, self.packs))]
        away, country = min(located, default=(FAR + 1, None))
        return country if away <= FAR else None

    def _kinds_near(self, somewhere: Somewhere) -> tuple[Category, ...]:
        """The kinds of service that there are for people from there, most wanted first, as the packs list them."""
        place = self.packs.places.get(somewhere.place or "")
        if place is None:
            homes = self._homes(somewhere.country)
            national = (one for one in self.packs.services.values() if one.reach == "national" and one.country in homes)
            return self._listed({service.category for service in national} - {EMERGENCY})
        here, services = Point(place.lat, place.lon), self.packs.services
        near = self._nearest.around(here, place.country, self.categories(""))
        return self._listed({services[service].category for _, _, service in near})

    def kinds_abroad(self, country: str) -> tuple[Category, ...]:
        """The same in a country abroad, with what holds in a union that it belongs to."""
        there = {country, *self._unions(country)}
        found = {one.category for one in self.packs.services.values() if one.country in there}
        return self._listed(found - {EMERGENCY})

    def categories(self, need: str) -> tuple[Category, ...]:
        """The kinds of service in which a need is found; of a kind itself, that one."""
        if need in self.packs.needs:
            return self.packs.needs[need].categories
        return tuple(kind for kind in self.packs.category_words if (kind == need if need else kind != EMERGENCY))

    def _as_wished(self, wish: Wish, is_open: IsOpen, offers: Offers) -> Found:
        kinds = self.categories(wish.need)
        keep = (lambda service: fits(service, wish, is_open)) if wish.is_particular else None
        if found := offers(kinds, keep):
            return Found(tuple(found))
        if keep and (found := offers(kinds, None)):
            return Found(tuple(found), missed=True)
        need = self.packs.needs.get(wish.need)
        lines = need.lines if need else ()
        leads_on = (lambda service: service.id in lines) if lines else None
        return Found(tuple(offers(need.otherwise if need else ("helpline", EMERGENCY), leads_on)), farther=True)

    def _homes(self, country: str | None) -> tuple[str, ...]:
        """The country, if it is one of ours; else all of ours."""
        ours = self.packs.home_countries
        return (country,) if country in ours else ours

    def _listed(self, kinds: Container[Category]) -> tuple[Category, ...]:
        return tuple(category for category in self.packs.category_words if category in kinds)

    def _unions(self, country: str) -> tuple[str, ...]:
        return tuple(code for code, union in self.packs.unions.items() if country in union.members)

    def _of(self, categories: Sequence[Category], keep: Keep) -> list[Service]:
        """By kind, in this order."""
        at = {category: number for number, category in enumerate(categories)}
        those = (one for one in self.packs.services.values() if one.category in at and (keep is None or keep(one)))
        return sorted(those, key=lambda service: at[service.category])

    def _measured(self, service: Service, here: Point | None) -> Offer:
        there = where(service, self.packs) if here else None
        return self._offer(service.id, distance(here, there)) if here and there else Offer(service.id)

    def _offer(self, service_id: str, km: float | None) -> Offer:
        """A hiding place never gets a distance."""
        return Offer(service_id, None if self.packs.services[service_id].confidential else km)
