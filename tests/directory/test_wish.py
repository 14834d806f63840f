"""A wish in a button."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.taps import Tap
from bot.directory.wish import LETTERS, Wish, unpacked
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


@given(st.text())
def test_forged_letters_are_a_wish_of_ours_or_none(letters: str) -> None:
    wish = unpacked("lawyer", letters)
    assert wish.need == "lawyer"
    assert set(wish.traits) <= set(get_args(Trait))


def test_every_trait_has_a_letter_of_its_own() -> None:
    assert set(LETTERS) == set(get_args(Trait))
    assert len(set(LETTERS.values())) == len(LETTERS)
