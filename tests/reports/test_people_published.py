"""How many people: which numbers go out, in which order, and which not."""

from bot.reports.happened import Happened, QuarterCounted
from bot.reports.people_published import PeoplePublished
from bot.reports.suppression import Passed
from bot.reports.table import ALL, SUPPRESSED
from tests.builders import a_place, some_packs
from tests.reports.happening import QUARTER, estimates, happened, pairs, people

PACKS = some_packs(places=[a_place("kukes"), a_place("prizren", country="XK", lat=42.2, lon=20.7)])


def published(rows: list[Happened], **numbers: int) -> dict[str, Passed]:
    """In the order in which they go out."""
    quarter = PeoplePublished(QuarterCounted(QUARTER, tuple(rows), estimates(**numbers)), PACKS, {})
    made: dict[str, Passed] = {}
    for quiz in quarter.quizzes:
        made[f"gain:{quiz}"] = quarter.gain(quiz)
        made[f"ages:{quiz}"] = quarter.ages(quiz, made[f"gain:{quiz}"])
    return {**made, "halves": quarter.halves(), "people": quarter.people(), **dict(quarter.where())}


def test_people_have_their_number_and_its_bounds() -> None:
    numbers = published([], reached=120, topic=80)["people"].numbers
    assert (numbers["reached",], numbers["reached", "low"], numbers["topic", "high"]) == (120, 120, 80)
    assert numbers["person",] is SUPPRESSED


def test_a_number_that_is_hidden_has_no_bounds_either() -> None:
    numbers = published([], reached=120, topic=118)["people"].numbers
    assert numbers["topic",] is SUPPRESSED
    assert ("topic", "low") not in numbers


def test_what_was_learnt_goes_out_before_everything_else() -> None:
    rows = [*pairs({("woman", "18-24", 1): 20, ("man", "18-24", 0): 8}), *happened("quiz_half", {"know:1:a:2": 40})]
    made = published(rows, reached=30, quiz=28, gained=20, guide=48)
    assert made["gain:know"].numbers[ALL, "strengthened"] == 20
    assert made["halves"].numbers == {("know", "first"): 40, ("know", "second"): 28}
    assert made["people"].numbers["reached",] is SUPPRESSED
    assert made["people"].numbers["gained",] == 20


def test_a_quiz_that_hardly_anybody_took_has_no_table() -> None:
    made = published(pairs({("woman", "18-24", 1): 3}), reached=60, quiz=3)
    assert made["gain:know"].numbers == made["ages:know"].numbers == {(ALL, ALL): SUPPRESSED}
    assert made["halves"].numbers["know", "second"] is SUPPRESSED


def test_people_are_divided_by_area_and_language_where_their_number_is_out() -> None:
    made = published(people("reached", {"kukes": 60, "prizren": 50}), reached=110)
    assert made["where:reached"].numbers["kukes",] == 60
    assert made["languages"].numbers["sq",] == 110


def test_nobody_is_divided_where_their_number_is_not_out() -> None:
    rows = [*people("reached", {"kukes": 60, "prizren": 50}), *people("topic", {"kukes": 58, "prizren": 50})]
    made = published(rows, reached=110, topic=108)
    assert "where:reached" in made
    assert "where:topic" not in made


def test_counted_by_area_they_may_not_be_a_few_less_than_the_estimate_of_all() -> None:
    rows = [*people("reached", {"kukes": 90}), *people("topic", {"kukes": 88})]
    assert "where:topic" not in published(rows, reached=90, topic=80)


def test_before_people_were_counted_by_area_there_is_no_such_table() -> None:
    assert set(published([], reached=110)) == {"halves", "people"}
