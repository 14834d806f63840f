"""What a poster says, and what it keeps to itself."""

from dataclasses import asdict, replace

import pytest

from bot.errors import StartCodeError
from bot.packs.assets import Packs
from bot.poster.words import Poster
from tests.builders import a_place, a_signal, a_topic, some_packs, topic_words
from tests.poster.posters import a_poster, first_days


def all_said(poster: Poster) -> str:
    return str([asdict(words) for words in poster.words])


def test_it_names_its_subject_in_each_language_and_leads_to_it() -> None:
    poster = a_poster()
    assert [words.heading for words in poster.words] == ["Ditët e para: çfarë bëni", "The first days"]
    assert poster.address == "t.me/UdhaBot?start=first-steps_kukes"
    assert poster.link == "https://t.me/UdhaBot?start=first-steps_kukes"


def test_it_tells_what_it_is_what_it_costs_and_what_to_do() -> None:
    (words,) = a_poster(None, "first-steps", "kukes", "en").words
    assert "on Telegram" in words.about
    assert words.terms == "Free. No name needed. Albanian and English."
    assert len(words.steps) == 3
    assert words.printed == "Printed on 22 November 2026."


@pytest.mark.parametrize(("place", "numbers"), [("kukes", "129 or 112"), ("prizren", "192 or 112")])
def test_the_numbers_are_those_of_the_country_where_it_hangs(place: str, numbers: str) -> None:
    (words,) = a_poster(None, "first-steps", place, "en").words
    assert words.danger == f"In danger, call {numbers}."


def test_in_another_country_the_numbers_are_those_for_every_other() -> None:
    packs = replace(first_days(), places={"kukes": a_place(country="DE")})
    assert a_poster(packs).words[1].danger == "In danger, call 112."


def test_where_the_packs_know_no_number_no_line_asks_to_call() -> None:
    assert [words.danger for words in a_poster(replace(first_days(), signals={})).words] == ["", ""]


def dangerous() -> Packs:
    words = {"sq": topic_words("Shtëpia pa siguri"), "en": topic_words("Unsafe at home")}
    return some_packs(topics=[a_topic("unsafe", "help", words)], signals=[a_signal(topics=["unsafe"])])


def test_a_poster_about_a_danger_neither_names_it_nor_tells_it_in_its_link() -> None:
    poster = a_poster(dangerous(), "unsafe")
    assert poster.words[1].heading == "Do you have questions?"
    said = (all_said(poster) + poster.address + poster.footer).lower()
    assert not [word for word in ("unsafe", "siguri", "shtëpia") if word in said]


def test_a_place_with_two_names_is_named_twice_in_the_small_print_and_others_once() -> None:
    assert a_poster().footer.startswith("Kukës   |   ")
    named = replace(first_days(), places={"kukes": a_place(name_en="Kukes")})
    assert a_poster(named).footer.startswith("Kukës / Kukes   |   ")


def test_a_link_that_telegram_would_cut_is_refused() -> None:
    long = "a" * 60
    with pytest.raises(StartCodeError, match="has 66 characters"):
        a_poster(some_packs(topics=[a_topic(long, words={"en": topic_words()})]), long)
