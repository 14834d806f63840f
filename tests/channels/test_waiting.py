"""How long is waited: longer each time, never too long."""

from itertools import islice, pairwise

from bot.channels.waiting import FIRST, LONGEST, growing


def test_the_first_pause_is_short() -> None:
    assert FIRST <= next(growing()) <= FIRST * 1.25


def test_each_pause_is_longer_than_the_one_before_until_the_longest() -> None:
    pauses = list(islice(growing(), 20))
    rising = [pause for pause in pauses if pause < LONGEST]
    assert all(one < other for one, other in pairwise(rising))
    assert len(rising) == 6


def test_no_pause_is_longer_than_the_longest_and_its_share_of_chance() -> None:
    assert all(FIRST <= pause <= LONGEST * 1.25 for pause in islice(growing(), 200))


def test_two_lanes_do_not_wait_in_step() -> None:
    assert list(islice(growing(), 10)) != list(islice(growing(), 10))
