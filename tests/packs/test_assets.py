"""The packs in use: words in the reader's language or the next best, and nothing older than it may be."""

from datetime import date, timedelta

import pytest

from bot.packs.assets import Freshness, in_language
from tests.builders import a_place, a_service, a_signal, a_topic, some_packs, topic_words

SQ, EN, DE = topic_words("Azili"), topic_words("Asylum"), topic_words("Asyl")


def test_words_are_in_the_language_of_the_reader() -> None:
    topic = a_topic(words={"sq": SQ, "en": EN})
    assert (topic.said("sq").words, topic.said("sq").language) == (SQ, "sq")


def test_missing_words_fall_back_to_english_and_say_so() -> None:
    said = a_topic(words={"sq": SQ, "en": EN}).said("rom")
    assert (said.words, said.language) == (EN, "en")


def test_without_english_any_words_are_better_than_none() -> None:
    said = a_topic(words={"de": DE, "sq": SQ}).said("rom")
    assert (said.words, said.language) == (DE, "de")


def test_without_any_words_there_is_nothing_to_say() -> None:
    with pytest.raises(KeyError):
        in_language({}, "sq")


@pytest.mark.parametrize(
    ("days", "freshness"),
    [(0, "fresh"), (1, "due"), (30, "due"), (31, "withheld")],
)
def test_a_topic_is_fresh_then_due_then_withheld(days: int, freshness: Freshness) -> None:
    review_by = date(2026, 11, 1)
    topic = a_topic(reviewed=review_by, review_by=review_by, withhold_after=review_by + timedelta(days=30))
    assert topic.freshness(review_by + timedelta(days=days)) == freshness


@pytest.mark.parametrize(
    ("country", "numbers"),
    [("AL", ("129", "112")), ("XK", ("192", "112")), ("DE", ("112",)), (None, ())],
)
def test_the_numbers_in_danger_are_those_of_the_country(country: str | None, numbers: tuple[str, ...]) -> None:
    assert a_signal().numbers(country) == numbers


def test_a_signal_speaks_the_language_of_the_reader() -> None:
    assert a_signal().said("en").words.say == "It is not your fault."


def test_sections_categories_services_and_places_have_names_in_each_language() -> None:
    service = a_service()
    packs = some_packs(services=[service], places=[a_place("tirane", name="Tiranë", name_en="Tirana"), a_place()])
    assert packs.section("help", "sq").title == "Help (sq)"
    assert packs.section("help", "rom").title == "Help (en)"
    assert packs.category("employment_office", "en") == "employment office"
    assert packs.service(service.id, "sq").language == "sq"
    assert [packs.place_name("tirane", language) for language in ("sq", "en", "rom")] == ["Tiranë", "Tirana", "Tirana"]
    assert packs.place_name("kukes", "en") == "Kukës"
