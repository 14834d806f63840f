"""Rules for activities, each broken once."""

import pytest

from tests.checks.tiny_pack import TinyPack

FILE = "activities/kukes.yaml"


@pytest.fixture
def calendar(pack: TinyPack) -> TinyPack:
    pack.give_it_a_calendar()
    return pack


def test_an_activity_that_keeps_to_the_rules_has_no_problem(calendar: TinyPack) -> None:
    assert calendar.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("place: kukes", "place: kukesi", "There is no place 'kukesi'."),
        ("service: al_office", "service: al_gone", "There is no service 'al_gone'."),
        ('dated: "2026-11-01"', 'dated: "2026-12-01"', "The source was written in the future."),
        ("{on: 2026-11-20", "{on: 2026-11-23", "'al_meeting' was checked in the future."),
    ],
)
def test_what_does_not_fit_is_found_at_its_line(calendar: TinyPack, old: str, new: str, sentence: str) -> None:
    line = calendar.change(FILE, old, new)
    assert calendar.faults() == [(FILE, line, sentence)]


def test_a_place_of_another_country_is_found(calendar: TinyPack) -> None:
    calendar.change(FILE, "country: AL", "country: XK")
    line = calendar.line(FILE, "place: kukes")
    assert (FILE, line, "'kukes' lies in AL, the activity in XK.") in calendar.faults()


def test_a_hiding_place_is_never_named(calendar: TinyPack) -> None:
    calendar.change("services/kukes.yaml", "    place: kukes\n", "    place: kukes\n    confidential: true\n")
    line = calendar.line(FILE, "service: al_office")
    assert (FILE, line, "The service 'al_office' is confidential and must not be named.") in calendar.faults()


def test_what_is_long_past_is_to_be_deleted_but_breaks_nothing(calendar: TinyPack) -> None:
    calendar.change(FILE, "starts: 2026-12-03", "starts: 2025-11-21")
    (problem,) = calendar.problems()
    assert (problem.line, problem.severity) == (2, "advice")
    assert problem.sentence == "'al_meeting' was over on 2025-11-21, more than a year ago."
    assert problem.remedy == "Delete it here, and its words in kukes.yaml of every language."


def test_what_is_past_for_less_than_a_year_may_stay(calendar: TinyPack) -> None:
    calendar.change(FILE, "starts: 2026-12-03", "starts: 2025-11-22")
    assert calendar.problems() == []


def test_an_activity_must_have_words_in_every_language(calendar: TinyPack) -> None:
    calendar.remove(f"en/{FILE}")
    (problem,) = calendar.problems()
    assert problem.sentence == "The activity 'al_meeting' has no words in 'en'."
    assert problem.remedy == f"Add it to en/{FILE}."


def test_words_of_an_activity_that_is_gone_are_found(calendar: TinyPack) -> None:
    calendar.add(f"sq/{FILE}", "al_gone:\n  title: The office\n  about: Everybody\n  join: Everybody\n")
    assert calendar.faults() == [(f"sq/{FILE}", 5, "There is no activity 'al_gone'.")]


def test_its_words_are_checked_like_all_others(calendar: TinyPack) -> None:
    line = calendar.change(f"en/{FILE}", "join: Everybody", "join: Everybody +355 69 123 45 67")
    assert any(file == f"en/{FILE}" and at == line for file, at, _ in calendar.faults())


def test_days_in_the_wrong_order_are_found_in_plain_words(calendar: TinyPack) -> None:
    calendar.change(FILE, "starts: 2026-12-03", "starts: 2026-12-03\n    ends: 2026-12-01")
    assert (FILE, 2, "activities.0: ends lies before starts.") in calendar.faults()


def test_one_activity_stands_in_one_file(calendar: TinyPack) -> None:
    calendar.add("activities/more.yaml", calendar.path(FILE).read_text("utf-8"))
    assert ("activities/more.yaml", 1, "The activity 'al_meeting' stands in another file too.") in calendar.faults()
