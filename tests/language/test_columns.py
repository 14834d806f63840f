from array import array

import pytest

from bot.language.columns import Columns

COLUMNS = Columns.of(
    {
        "sq": Columns({"rows": array("H", [1, 2, 3]), "weights": array("f", [0.5])}, {"slugs": ["azili", "puna"]}),
        "en": Columns({"rows": array("H", []), "unknown": array("d", [2.5])}),
    }
)


def taken_up(held: bytes) -> Columns:
    return Columns.from_bytes(memoryview(held))


def test_what_was_kept_is_taken_up_again() -> None:
    again = taken_up(COLUMNS.to_bytes())
    assert list(again.part("sq").whole("rows")) == [1, 2, 3]
    assert list(again.part("sq").real("weights")) == [0.5]
    assert again.part("sq").words == {"slugs": ["azili", "puna"]}
    assert list(again.part("en").whole("rows")) == []
    assert list(again.part("en").real("unknown")) == [2.5]


def test_a_part_knows_nothing_of_the_others() -> None:
    assert COLUMNS.part("en").numbers.keys() == {"rows", "unknown"}
    assert COLUMNS.part("it").numbers == {}


@pytest.mark.parametrize("cut", [0, 5, 40, -8, -1])
def test_what_was_cut_short_is_not_taken_up(cut: int) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- which of them is Python's own affair
        taken_up(COLUMNS.to_bytes()[:cut])


def test_nothing_can_be_kept_too() -> None:
    assert taken_up(Columns().to_bytes()) == Columns()
