"""From each town of the services in the packs every need leads to at least one true offer."""

import pytest

from bot.directory.finding import Directory, Somewhere, at_any_hour
from bot.directory.wish import Wish
from bot.packs.standing import standing
from tests.builders import TODAY, the_real_packs

PACKS = the_real_packs()
DIRECTORY = Directory(PACKS)
TOWNS = sorted({service.place for service in PACKS.services.values() if service.place})

FACTS = {
    "AL": (
        *("berat", "diber", "durres", "elbasan", "fier", "gjirokaster"),
        *("korce", "kukes", "lezhe", "shkoder", "tirane", "vlore"),
    ),
    "XK": ("ferizaj", "gjakove", "gjilan", "mitrovice-e-jugut", "peje", "prishtine", "prizren"),
}


def test_the_towns_of_the_facts_are_all_there() -> None:
    assert {town for towns in FACTS.values() for town in towns} <= set(TOWNS)


@pytest.mark.parametrize("need", PACKS.needs)
@pytest.mark.parametrize("town", TOWNS)
def test_every_need_leads_to_somebody_who_serves_people_from_there(town: str, need: str) -> None:
    found = DIRECTORY.near(Somewhere(town), Wish(need), at_any_hour)
    services = [PACKS.services[offer.service] for offer in found.offers]
    shown = [service for service in services if standing(service, TODAY) != "stale"]
    assert shown
    wanted = PACKS.needs[need]
    kinds = wanted.otherwise if found.farther else wanted.categories
    for service in shown:
        assert service.category in kinds
        assert service.country == PACKS.places[town].country
    # Somewhere to go in the region, or at least a number to call or a site to read.
    assert any(offer.km is not None for offer in found.offers) or any(
        service.shown_phones or service.website for service in shown
    )
