"""What a button at the desk carries comes back as it was, fits, and is never taken for a client's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import numbers
from bot.conversation import taps as clients
from bot.desk.ending import OUTCOMES
from bot.desk.finding import GUIDES
from bot.desk.outside import ANYWHERE
from bot.desk.pressing import DOES
from bot.desk.taps import LIMIT, MARK, NAMES, DeskTap, unpacked
from tests.builders import the_real_packs

names = st.sampled_from(sorted(NAMES))
slugs = st.from_regex(r"[a-z0-9]+([-_][a-z0-9]+)*", fullmatch=True) | st.just("")
newest = st.integers(1, 2**31 - 1)


@given(st.builds(DeskTap, names, slugs, slugs))
def test_a_tap_survives_the_way_to_the_phone_and_back(tap: DeskTap) -> None:
    try:
        data = tap.packed()
    except ValueError:
        assert len(f"{MARK}{tap.name}:{tap.argument}:{tap.detail}") > LIMIT
        return
    assert len(data.encode()) <= LIMIT
    assert unpacked(data) == tap


def test_what_fits_no_button_is_refused_when_the_button_is_made() -> None:
    with pytest.raises(ValueError, match="over 64 bytes"):
        DeskTap("give", "service", "x" * 60).packed()


@given(st.text())
def test_data_of_another_making_is_no_tap_of_the_desk(data: str) -> None:
    tap = unpacked(data)
    assert tap is None or (data.startswith(MARK) and tap.name in NAMES)


@given(st.builds(clients.Tap, st.sampled_from(sorted(clients.NAMES)), slugs, slugs))
def test_a_clients_button_is_none_of_the_desk(tap: clients.Tap) -> None:
    data = f"{tap.name}:{tap.argument}:{tap.detail}"
    assert unpacked(data) is None


@given(st.builds(DeskTap, names, slugs, slugs))
def test_a_button_of_the_desk_is_none_of_a_client(tap: DeskTap) -> None:
    assert clients.unpacked(f"{MARK}{tap.name}:{tap.argument}:{tap.detail}") is None


def test_every_button_does_something() -> None:
    assert DOES.keys() | ANYWHERE == NAMES
    assert not DOES.keys() & ANYWHERE


def test_everything_that_our_packs_have_fits_into_the_buttons_that_send_it() -> None:
    packs = the_real_packs()
    kinds = (
        ("reply", packs.replies),
        ("topic", packs.topics),
        ("service", packs.services),
        ("guide", packs.guides),
    )
    sent = {DeskTap("give", what, which).packed() for what, which_ones in kinds for which in which_ones}
    assert len(sent) == len(packs.replies) + len(packs.topics) + len(packs.services) + len(packs.guides)
    assert all(DeskTap("refer", service).packed() for service in packs.services)


def test_the_longest_name_that_a_guide_may_have_fits_into_the_buttons_that_show_and_send_it() -> None:
    longest = "g" * 16
    for tap in (DeskTap("guide", longest), DeskTap("give", "guide", longest), DeskTap("found", GUIDES)):
        assert unpacked(tap.packed()) == tap


def test_a_colleague_and_an_outcome_fit_into_their_buttons() -> None:
    assert DeskTap("hand", "f" * 32).packed()
    assert all(DeskTap("close", outcome).packed() for outcome in OUTCOMES)


@given(newest, st.lists(st.integers(1, 999), max_size=9))
def test_a_whole_album_fits_into_the_buttons_that_send_or_keep_it(first: int, steps: list[int]) -> None:
    ids = tuple(first + sum(steps[:count]) for count in range(len(steps) + 1))
    for name in ("send", "keep"):
        tap = DeskTap(name, *numbers.packed(ids))
        assert unpacked(tap.packed()) == tap
        assert numbers.unpacked(tap.argument, tap.detail) == ids
