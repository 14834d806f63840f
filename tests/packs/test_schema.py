"""What may stand in a pack: the rules that one part of a file has to keep by itself."""

from typing import Any

import pytest
from pydantic import ValidationError

from bot.packs.schema import CategoryWords, SignalFile
from tests.builders import a_place, a_service, a_topic, topic_words


def test_a_number_that_waits_for_a_test_call_is_never_shown() -> None:
    phones = ("129",)
    assert a_service(phones=phones, phone_status="hidden").shown_phones == ()
    for status in ("confirmed", "unconfirmed"):
        assert a_service(phones=phones, phone_status=status).shown_phones == phones


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"confidential": True, "address": "Rruga 1"}, "neither address nor position"),
        ({"confidential": True, "position": {"lat": 41, "lon": 20}}, "neither address nor position"),
        ({"phones": ["129"]}, "give both or neither"),
        ({"phone_status": "confirmed"}, "give both or neither"),
        ({"phones": ["call me"], "phone_status": "confirmed"}, "phones.0"),
        ({"website": "www.example.org"}, "website"),
        ({"category": "pub"}, "category"),
        ({"country": "Albania"}, "country"),
        ({"id": "with space"}, "id"),
        ({"sources": []}, "sources"),
        ({"opening": "never"}, "opening"),
    ],
)
def test_a_service_that_makes_no_sense_is_refused(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        a_service(**changes)


def test_a_hiding_place_without_address_is_no_fault() -> None:
    assert a_service(confidential=True).position is None


@pytest.mark.parametrize(
    "changes",
    [
        {"reviewed": "2027-11-23"},
        {"review_by": "2028-05-23"},
        {"sources": []},
        {"audience": ["aliens"]},
        {"countries": []},
        {"related": ["With Space"]},
    ],
)
def test_a_topic_that_makes_no_sense_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        a_topic(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "x" * 49},
        {"title": "   "},
        {"summary": "x" * 401},
        {"details": "x" * 1501},
        {"steps": []},
        {"steps": ["x"] * 9},
        {"steps": ["x" * 201]},
        {"warning": ""},
        {"questions": ["a", "b", "c", "d"]},
    ],
)
def test_words_that_fit_no_phone_screen_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        topic_words(**changes)


def test_the_name_of_a_kind_of_help_fits_a_button() -> None:
    with pytest.raises(ValidationError, match="at most"):
        CategoryWords(title="x" * 31)


def test_words_lose_the_spaces_around_them() -> None:
    assert topic_words("  Azili \n").title == "Azili"


def test_in_danger_there_is_always_a_number() -> None:
    for numbers in ({"AL": ["129"]}, {"AL": ["129"], "other": []}):
        with pytest.raises(ValidationError, match="needs a key 'other'"):
            SignalFile(level="now", numbers=numbers, alert_desk=True)


@pytest.mark.parametrize("changes", [{"lat": 91}, {"lon": -181}, {"country": "al"}])
def test_a_place_that_is_not_on_earth_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        a_place(**changes)
