"""Numbers of people of which one is a part of another."""

import pytest

from bot.reports.sets import Sets


def admitted(**counted: int) -> list[str]:
    """In the order in which they are given."""
    sets = Sets(counted)
    return [name for name in counted if sets.admit(name)]


def test_few_people_are_not_told() -> None:
    assert admitted(topic=4) == []
    assert admitted(topic=5) == ["topic"]


@pytest.mark.parametrize("read", [19, 18, 17, 16])
def test_a_part_that_is_a_few_less_than_its_whole_is_not_told(read: int) -> None:
    assert admitted(reached=20, topic=read) == ["reached"]


@pytest.mark.parametrize("read", [20, 15, 5, 0])
def test_a_part_that_is_the_whole_or_much_less_is_told(read: int) -> None:
    assert admitted(reached=20, topic=read) == ["reached", "topic"]


def test_what_comes_first_stays_and_the_whole_goes() -> None:
    assert admitted(topic=18, reached=20) == ["topic"]


def test_what_is_no_part_of_the_other_is_not_compared() -> None:
    assert admitted(topic=18, service=20) == ["topic", "service"]


def test_a_part_of_a_part_is_a_part_of_the_whole() -> None:
    assert admitted(reached=20, guide=18, quiz=17) == ["reached"]
    assert admitted(reached=20, guide=14, quiz=12, gained=6) == ["reached", "guide", "gained"]


def test_nobody_is_told_but_not_where_the_whole_is_few() -> None:
    assert admitted(reached=20, person=0) == ["reached", "person"]
    assert admitted(reached=3, person=0) == []


def test_a_half_of_a_quiz_is_compared_by_what_it_is_and_not_by_its_quiz() -> None:
    sets = Sets({"second:know": 20, "quiz": 22, "second:other": 21})
    assert sets.admit("second:know")
    assert not sets.admit("quiz")
    assert sets.admit("second:other")


def test_the_same_thing_counted_in_another_way_stands_beside_itself() -> None:
    sets = Sets({"reached": 100, "topic": 60})
    assert sets.admit("reached")
    assert sets.admit_again("reached", 98)
    assert not sets.admit_again("topic", 97)
