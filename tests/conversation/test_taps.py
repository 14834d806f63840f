"""What a button carries comes back as it was; what nobody of us made is told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.menu import PRESSED
from bot.conversation.taps import LIMIT, NAMES, Tap, unpacked

names = st.sampled_from(sorted(NAMES))
slugs = st.from_regex(r"[a-z0-9]+([-_][a-z0-9]+)*", fullmatch=True) | st.just("")


@given(st.builds(Tap, names, slugs, slugs))
def test_a_tap_survives_the_way_to_the_phone_and_back(tap: Tap) -> None:
    try:
        data = tap.packed()
    except ValueError:
        assert len(f"{tap.name}:{tap.argument}:{tap.detail}") > LIMIT
        return
    assert len(data.encode()) <= LIMIT
    assert unpacked(data) == tap


def test_a_slug_that_fits_no_button_is_refused_when_the_button_is_made() -> None:
    assert Tap("topic", "x" * 58).packed() == "topic:" + "x" * 58
    with pytest.raises(ValueError, match="over 64 bytes"):
        Tap("topic", "x" * 59).packed()


def test_the_limit_counts_bytes_and_not_letters() -> None:
    with pytest.raises(ValueError, match="over 64 bytes"):
        Tap("topic", "\u00eb" * 30).packed()


@given(st.text())
def test_data_of_another_making_is_no_tap(data: str) -> None:
    tap = unpacked(data)
    assert tap is None or tap.name in NAMES


@given(names, st.text(max_size=100))
def test_forged_data_with_a_name_of_ours_is_a_tap_with_whatever_it_carries(name: str, rest: str) -> None:
    tap = unpacked(f"{name}:{rest}")
    assert tap is not None
    assert tap.name == name
    assert f"{tap.argument}:{tap.detail}".rstrip(":") == rest.rstrip(":")


def test_every_button_does_something_for_a_client() -> None:
    assert PRESSED.keys() == NAMES
