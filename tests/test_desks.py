"""The desks at hand: each keeps its name whatever number its group gets, and every case has one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk_setting import Desk
from bot.desks import Desks
from tests.stage import VAULT

SQ, EN, XK, ANY = Desk(-1001, ("sq",)), Desk(-1002, ("en",)), Desk(-1003, ("sq",), ("XK",)), Desk(-1004)
DE = Desk(-1005, ("de",), ("XK",))


def desks(*all_of_them: Desk) -> Desks:
    return Desks(all_of_them, VAULT)


def test_without_a_desk_there_is_none() -> None:
    none = desks()
    assert not none
    assert -1001 not in none
    assert none.of_group(-1001) is none.named(b"any") is none.named(None) is None


def test_a_group_is_known_by_its_number_and_nothing_else_is_a_group() -> None:
    two = desks(SQ, EN)
    assert two
    assert -1001 in two
    assert -1005 not in two
    assert "-1001" not in two
    assert two.of_group(-1002) == EN


def test_a_desk_keeps_its_name_when_its_group_gets_another_number() -> None:
    two = desks(SQ, EN)
    name = two.key(EN)
    two.moved(-1002, -2002)
    assert (two.number(EN), two.key(EN), two.named(name)) == (-2002, name, EN)
    assert two.of_group(-2002) == two.of_group(-1002) == EN
    assert two.number(SQ) == -1001


def test_a_group_that_moves_again_is_still_the_same_desk() -> None:
    one = desks(SQ)
    one.moved(-1001, -2001)
    one.moved(-2001, -3001)
    assert one.number(SQ) == -3001
    assert one.of_group(-1001) == one.of_group(-3001) == SQ


def test_what_is_no_desk_of_ours_moves_nothing() -> None:
    one = desks(SQ)
    one.moved(-1009, -2001)
    assert (one.number(SQ), -2001 in one) == (-1001, False)


@pytest.mark.parametrize("key", [None, b"of a desk that left the settings"])
def test_a_case_whose_desk_is_not_known_is_the_first_one_s(key: bytes | None) -> None:
    assert desks(EN, SQ).named(key) == EN


def test_the_name_of_a_desk_in_the_database_tells_nobody_its_number() -> None:
    assert b"1001" not in desks(SQ).key(SQ)


@pytest.mark.parametrize(
    ("language", "country", "chosen"),
    [("sq", "AL", SQ), ("en", "AL", EN), ("sq", None, SQ), ("de", "AL", DE), ("en", "XK", EN), ("sq", "XK", SQ)],
)
def test_the_language_counts_before_the_country(language: str, country: str | None, chosen: Desk) -> None:
    assert desks(SQ, EN, DE).chosen(language, country, {}) == chosen


def test_among_desks_that_would_do_the_one_with_the_least_to_do_is_chosen() -> None:
    three = desks(SQ, ANY, EN)
    load: dict[bytes | None, int] = {three.key(SQ): 3, three.key(ANY): 2, three.key(EN): 0}
    assert three.chosen("sq", "AL", load) == ANY


def test_a_desk_for_the_country_is_chosen_though_it_has_more_to_do() -> None:
    three = desks(Desk(-1005, (), ("AL",)), XK)
    assert three.chosen("sq", "XK", {three.key(XK): 9}) == XK


@given(
    st.lists(st.sampled_from([SQ, EN, XK, ANY]), min_size=1, unique=True),
    st.sampled_from(["sq", "en", "de"]),
    st.sampled_from(["AL", "XK", None]),
)
def test_nobody_is_sent_to_a_desk_that_does_not_speak_their_language_while_one_does(
    there: list[Desk], language: str, country: str | None
) -> None:
    at_hand = desks(*there)
    chosen = at_hand.chosen(language, country, {at_hand.key(desk): n for n, desk in enumerate(there)})
    assert chosen.fits(language, country)[0] or not any(desk.fits(language, country)[0] for desk in there)
