"""What a provider reads of its own entry, and what it never reads there."""

from bot.console.page import Shown, form
from bot.language.phrases import Phrases
from bot.packs.loader import load
from bot.settings import ROOT
from tests.checks.tiny_pack import TINY
from tests.console.entries import an_entry

PACKS = load(TINY)
SAY = Phrases.load(ROOT / "locales").speak("en")


def page(**facts: object) -> str:
    return form(Shown(an_entry(**facts), PACKS, SAY, "22 December 2026"), "console.css", PACKS.languages)


def test_all_that_is_known_stands_there_in_words() -> None:
    text = page(
        hours="Mo-Fr 08:00-16:00",
        address="Rruga 1",
        languages=("sq", "sr"),
        cost="free",
        appointment="needed",
        women_staff=True,
        groups=("children", "women"),
    )
    for said in (
        "Rruga 1, Kukës",
        "Albanian and Serbian",
        "Free of charge",
        "Children, Women",
        "One can ask for a woman",
    ):
        assert f"<dd>{said}</dd>" in text
    assert "Mon\N{EN DASH}Fri 08:00\N{EN DASH}16:00" in text
    assert "22 December 2026" in text


def test_what_is_not_known_is_said_to_be_so() -> None:
    assert page().count('<dd class="unknown">Not known</dd>') >= 5


def test_a_hidden_number_is_not_on_the_page_and_its_provider_is_told_why() -> None:
    text = page(phones=("+355 69 200 0200",), phone_status="hidden")
    assert "200 0200" not in text
    assert "We know a number that people do not see yet" in text


def test_of_a_hiding_place_there_is_neither_town_nor_field_for_it() -> None:
    text = page(confidential=True)
    assert "Kuk" not in text
    assert 'name="address"' not in text
    assert "it must stay secret" in text


def test_every_field_has_its_label_and_every_name_stands_once() -> None:
    text = page()
    for slot in an_entry().slots():
        assert f'<label for="{slot.name}">' in text or f'name="{slot.name}" value=""' in text
    assert text.count("<h1>") == 1
