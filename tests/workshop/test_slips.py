from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from bot.workshop.slips import slipped


def test_the_same_text_always_gets_the_same_slip() -> None:
    assert slipped("dua te kerkoj azil") == slipped("dua te kerkoj azil") != "dua te kerkoj azil"


@given(st.text(alphabet="abcdefgh ijklmn"), st.integers(1, 3))
def test_a_slip_is_one_letter_left_out_doubled_swapped_or_hit_beside(text: str, slips: int) -> None:
    assert DamerauLevenshtein.distance(text, slipped(text, slips)) <= slips


def test_texts_get_every_kind_of_slip() -> None:
    lengths = {len(slipped("kerkoj azil" + "x" * more)) - len("kerkoj azil" + "x" * more) for more in range(40)}
    assert lengths == {-1, 0, 1}


@given(st.text(alphabet="0123456789 ?!"))
def test_what_has_no_letters_stays(text: str) -> None:
    assert slipped(text) == text
