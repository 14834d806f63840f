"""A wish in a button."""

from dataclasses import replace
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.taps import Tap
from bot.directory.wish import LETTERS, Wish, from_whole, unpacked
from bot.packs.directory_schema import Trait
from tests.builders import the_real_packs

wishes = st.builds(
    Wish,
    st.sampled_from(["", *the_real_packs().needs]),
    st.lists(st.sampled_from(get_args(Trait)), unique=True).map(
        lambda chosen: tuple(trait for trait in get_args(Trait) if trait in chosen)
    ),
    st.sampled_from(["", "sq", "rom"]),
)


@given(wishes)
def test_what_is_packed_comes_out_again_and_fits_a_button(wish: Wish) -> None:
    assert unpacked(wish.need, wish.packed()) == wish
    assert Tap("need", wish.need, f"9999{wish.packed()}").packed()


@given(wishes)
def test_the_whole_of_it_comes_out_again(wish: Wish) -> None:
    assert from_whole(wish.whole) == wish


@given(wishes, st.sampled_from((*LETTERS.values(), ".sq", ".rom")))
def test_a_mark_is_turned_on_and_off_again(wish: Wish, mark: str) -> None:
    turned = wish.toggled(mark)
    assert (mark in turned.marks) != (mark in wish.marks)
    # Of two languages the first is forgotten when the second is chosen.
    another = mark.startswith(".") and mark not in wish.marks
    assert turned.toggled(mark) == (replace(wish, speaks="") if another else wish)


@given(st.text())
def test_forged_letters_are_a_wish_of_ours_or_none(letters: str) -> None:
    wish = unpacked("lawyer", letters)
    assert wish.need == "lawyer"
    assert set(wish.traits) <= set(get_args(Trait))


def test_every_trait_has_a_letter_of_its_own() -> None:
    assert set(LETTERS) == set(get_args(Trait))
    assert len(set(LETTERS.values())) == len(LETTERS)
