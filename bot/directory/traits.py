"""Whether a service is as somebody wishes: only what we know of it counts."""

from collections.abc import Callable
from typing import Final

from bot.directory.wish import Wish
from bot.packs.directory_schema import Trait
from bot.packs.service_schema import Service

KNOWN: Final[dict[Trait, Callable[[Service], bool]]] = {
    "free": lambda service: service.cost == "free",
    "walk_in": lambda service: service.appointment == "none",
    "women_staff": lambda service: service.women_staff,
    "children": lambda service: "children" in service.groups,
    "roma_egyptian": lambda service: "roma_egyptian" in service.groups,
    "disability": lambda service: "disability" in service.groups,
}
"""What stands in the packs. Whether it is open depends on the hour."""


def fits(service: Service, wish: Wish, is_open: Callable[[Service], bool]) -> bool:
    """Whether all that is wished for is known to be so."""
    speaks = not wish.speaks or wish.speaks in service.languages
    return speaks and all(has(service, trait, is_open) for trait in wish.traits)


def has(service: Service, trait: Trait, is_open: Callable[[Service], bool]) -> bool:
    return is_open(service) if trait == "open_now" else KNOWN[trait](service)
