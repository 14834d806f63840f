"""The card of one service: everything that is known, said plainly, and nothing that must not be known."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.conversation.taps import Tap
from bot.conversation.views import Menu, MistakeAsked, MistakeTold, ServiceCard
from bot.packs.assets import Packs
from bot.rendering.context import Context
from bot.rendering.message import Message
from bot.rendering.views import render
from bot.sandbox.formatting import parse_html
from tests.builders import a_service, service_words, some_packs
from tests.contexts import a_context, the_phrases, ways

DOOR = {"lat": 42.05, "lon": 20.45, "precision": "street"}
CALLED = {"on": date(2026, 11, 1), "how": "call", "by_role": "counsellor"}
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def text(message: Message) -> str:
    said = parse_html(message.html)[0].replace("\N{NO-BREAK SPACE}", " ")
    return said.replace("\N{EN DASH}", "-")


def carded(packs: Packs, view: ServiceCard | None = None, language: str = "en") -> Message:
    context = Context(packs, the_phrases(), MONDAY, desk=True)
    return render(view or ServiceCard("al_zyra_kukes", place="kukes"), language, context)


def of(words: dict[str, str] | None = None, **changes: Any) -> str:
    return text(carded(some_packs(services={a_service(**changes): {"en": service_words(**words or {})}})))


def test_it_says_all_that_one_needs_to_go_there() -> None:
    service = a_service(
        address="Rr. Skënderbeu 1",
        position=DOOR,
        phones=["116 117"],
        phone_status="confirmed",
        hours="Mo-Fr 08:00-16:00",
        languages=["sq", "en"],
        cost="free",
        appointment="needed",
        women_staff=True,
        website="https://example.org/x",
        verified=CALLED,
        sources=[{"url": "https://www.akpa.gov.al/a"}, {"url": "https://example.org"}],
    )
    words = service_words("Zyra", does="Finds you work.", bring="Your identity card.", doubt="Maybe moved.")
    message = carded(some_packs(services={service: {"en": words}}), ServiceCard(service.id, 2.44, "kukes"))
    assert text(message) == (
        "This is all that we have about this place or line:\nZyra\n\n"
        "Kush kërkon punë\nFinds you work.\n"
        "Free of charge. Make an appointment first. You can ask for a woman.\n"
        "Languages: Albanian and English.\nBring: Your identity card.\n\n"
        "☎️ 116 117\n📍 Rr. Skënderbeu 1, Kukës · 2.4 km\nOpen until 16:00\nHours: Mon-Fri 08:00-16:00\n\n"
        "example.org\n\nMaybe moved.\n\nConfirmed on 01/11/2026.\nSource: akpa.gov.al and 1 more"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert of() == (
        "This is all that we have about this place or line:\nZyra e punës\n\nKush kërkon punë\n\n"
        "📍 Kukës\nHours not known\n\nNot confirmed yet: ask before you go.\nSource: example.org"
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"cost": "paid"}, "It costs money: ask first."),
        ({"appointment": "none"}, "No appointment needed."),
    ],
)
def test_its_terms_are_sentences(changes: dict[str, Any], sentence: str) -> None:
    assert f"\n{sentence}\n" in of(**changes)


def test_that_albanian_is_spoken_goes_without_saying() -> None:
    assert "Languages" not in of(languages=["sq"])


def test_of_a_hiding_place_one_learns_how_to_be_taken_in_and_never_where_it_is() -> None:
    packs = some_packs(services=[a_service(confidential=True)])
    message = carded(packs, ServiceCard("al_zyra_kukes", 3.0, "kukes"))
    assert "The place is not made public. To be taken in, call 129 or 112." in text(message)
    assert "📍" not in text(message)
    assert "Kukës" not in text(message)
    assert not [tap for tap in ways(message.rows) if tap.name == "map"]


def test_its_buttons_lead_to_the_map_the_next_one_a_person_and_the_editors() -> None:
    packs = some_packs(services=[a_service(position=DOOR), a_service("al_next")])
    message = carded(packs, ServiceCard("al_zyra_kukes", 1.0, "kukes", "lawyer", "al_next"))
    assert ways(message.rows) == [
        Tap("map", "al_zyra_kukes"),
        Tap("service", "al_next", "lawyer"),
        Tap("talk"),
        Tap("wrong", "al_zyra_kukes"),
        Tap("need", "lawyer"),
        Tap("menu"),
    ]


def test_abroad_it_leads_back_to_the_list_of_its_country() -> None:
    packs = some_packs(services=[a_service(country="DE", place=None)])
    message = carded(packs, ServiceCard("al_zyra_kukes", need="lawyer"))
    assert Tap("country", "DE", "lawyer/0") in ways(message.rows)


def test_without_a_place_it_leads_to_choosing_one() -> None:
    packs = some_packs(services=[a_service(place=None)])
    assert Tap("near", "other") in ways(carded(packs, ServiceCard("al_zyra_kukes")).rows)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_locked_screen_shows_no_name(language: str) -> None:
    packs = some_packs(services=[a_service()])
    assert text(carded(packs, language=language)).index("Zyra e punës") >= 40


def test_words_in_another_language_are_marked() -> None:
    packs = some_packs(services={a_service(): {"en": service_words()}})
    assert "Ky tekst nuk është ende në gjuhën tuaj." in text(carded(packs, language="sq"))


def test_what_is_wrong_can_be_told_with_two_taps() -> None:
    packs = some_packs(services=[a_service()])
    asked = render(MistakeAsked("al_zyra_kukes"), "en", a_context(packs))
    parts = ("phone", "hours", "address", "closed", "other")
    assert ways(asked.rows) == [
        *(Tap("wrong", "al_zyra_kukes", part) for part in parts),
        Tap("service", "al_zyra_kukes"),
        Tap("menu"),
    ]
    assert text(asked).startswith("What is wrong? We tell the editors which place and what.")
    told = render(MistakeTold("al_zyra_kukes"), "en", a_context(packs))
    assert "Nobody knows that it was you." in text(told)
    assert ways(told.rows) == [Tap("service", "al_zyra_kukes"), Tap("menu")]


@pytest.mark.parametrize("view", [ServiceCard("gone"), MistakeAsked("gone")])
def test_a_service_that_is_gone_gives_the_menu(view: ServiceCard | MistakeAsked) -> None:
    assert render(view, "en", a_context()) == render(Menu("button"), "en", a_context())
