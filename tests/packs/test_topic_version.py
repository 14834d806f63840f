"""A version names words as somebody read them: other words, another version."""

import re
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.packs.assets import Topic
from bot.packs.topic_version import version_of
from tests.builders import TODAY, a_topic, the_real_packs, topic_words

SOURCE = {"title": "Eurostat", "url": "https://example.org/a", "dated": "2024", "checked": TODAY}


def saying(**changes: Any) -> Topic:
    return a_topic(words={"en": topic_words(**{"title": "Asylum"} | changes)}, sources=[SOURCE])


@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_it_is_six_hexadecimal_digits_whatever_is_said(summary: str) -> None:
    assert re.fullmatch("[0-9a-f]{6}", version_of(saying(summary=summary), "en"))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Asylum and you"},
        {"summary": "Another answer."},
        {"details": "Other details."},
        {"steps": ["Ask at the office."]},
        {"steps": ["Keep your papers.", "Ask at the office."]},
        {"warning": "Do not pay anybody."},
    ],
)
def test_another_text_has_another_version(changes: dict[str, Any]) -> None:
    assert version_of(saying(**changes), "en") != version_of(saying(), "en")


@pytest.mark.parametrize(
    "changes", [{"questions": [f"Other {n}?" for n in range(5)]}, {"summary": "Asylum: a\nshort  answer."}]
)
def test_what_nobody_reads_and_how_the_lines_are_wrapped_make_no_difference(changes: dict[str, Any]) -> None:
    assert version_of(saying(**changes), "en") == version_of(saying(), "en")


def test_a_sentence_that_moves_from_one_part_to_another_is_another_text() -> None:
    one, other = saying(summary="One.", details="Two. Three."), saying(summary="One. Two.", details="Three.")
    assert version_of(one, "en") != version_of(other, "en")


def test_another_source_is_another_version_and_another_day_of_reading_it_is_not() -> None:
    words = {"en": topic_words("Asylum")}
    again = a_topic(words=words, sources=[{**SOURCE, "checked": date(2026, 12, 1)}], review_by=date(2028, 1, 1))
    newer = a_topic(words=words, sources=[{**SOURCE, "dated": "2025"}])
    assert version_of(again, "en") == version_of(saying(), "en")
    assert version_of(newer, "en") != version_of(saying(), "en")


def test_a_language_without_words_has_the_version_of_those_that_stand_in() -> None:
    topic = saying()
    assert version_of(topic, "sq") == version_of(topic, "en")
    both = replace(topic, words={**topic.words, "sq": topic_words("Azili")})
    assert version_of(both, "sq") != version_of(both, "en")


def test_no_two_texts_of_one_real_topic_have_the_same_version() -> None:
    packs = the_real_packs()
    for topic in packs.topics.values():
        editions = {country: topic.for_country(country) for country in ("", *topic.versions)}
        texts = {
            (country, language): version_of(said, language)
            for (country, said), language in product(editions.items(), packs.languages)
        }
        assert len(set(texts.values())) == len(texts), topic.slug
