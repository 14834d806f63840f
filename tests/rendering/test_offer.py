"""Each service that we really have, as a client reads it."""

from datetime import date
from functools import cache

import pytest

from bot.directory.offer import Offer
from bot.packs.service_schema import Service
from bot.rendering.context import Reader
from bot.rendering.offer import block, found
from bot.sandbox.formatting import parse_html
from tests.builders import TODAY, the_real_packs
from tests.contexts import a_reader

VERDICT = {"en": ("Confirmed on ", "Not confirmed yet"), "sq": ("Konfirmuar më ", "Ende pa u konfirmuar")}
LATER = date(2036, 1, 1)


@cache
def reader(language: str, today: date = TODAY) -> Reader:
    return a_reader(the_real_packs(), language, today=today)


def services() -> tuple[Service, ...]:
    return tuple(the_real_packs().services.values())


def read(service: Service, language: str) -> str:
    offer = found(Offer(service.id, 1.0), None, reader(language))
    assert offer is not None
    return parse_html(block(offer, reader(language)))[0]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_each_says_once_and_at_its_end_whether_it_was_confirmed(language: str) -> None:
    for service in services():
        *before, last = read(service, language).splitlines()
        assert last.startswith(VERDICT[language]) == (service.category != "emergency"), service.id
        assert not [line for line in before if line.startswith(VERDICT[language])], service.id


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_hidden_number_is_nowhere_to_be_read(language: str) -> None:
    hidden = {
        phone.replace(" ", "")[-6:]
        for service in services()
        if service.phone_status == "hidden"
        for phone in service.phones
    }
    assert hidden
    for service in services():
        said = read(service, language).replace(" ", "")
        assert not [number for number in hidden if len(number) == 6 and number in said], service.id


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_number_for_one_country_only_says_so_right_behind_it(language: str) -> None:
    for service in services():
        phones = next((line for line in read(service, language).splitlines() if line.startswith("☎️")), "")
        at_home = [phone for phone in service.shown_phones if not phone.startswith("+")]
        assert ("(" in phones) == (bool(at_home) and service.country != "EU"), service.id


def test_a_hiding_place_tells_neither_address_nor_town_nor_distance() -> None:
    hiding = [service for service in services() if service.confidential]
    assert hiding
    for service in hiding:
        assert "📍" not in read(service, "sq"), service.id


def test_nothing_but_emergency_numbers_outlives_its_proof() -> None:
    late = reader("sq", LATER)
    left = {service.category for service in services() if found(Offer(service.id), None, late)}
    assert left == {"emergency"}
