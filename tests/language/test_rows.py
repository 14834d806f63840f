from array import array

from hypothesis import given
from hypothesis import strategies as st

from bot.language.columns import Columns
from bot.language.rows import Rows, checksum


def numbered(features: set[str]) -> Columns:
    return Columns({"sums": array("I", sorted(map(checksum, features)))})


def test_each_feature_has_its_row_and_a_strange_one_has_none() -> None:
    rows = Rows(numbered({"azil", "pune", "vize"}))
    assert {rows.get(feature) for feature in ("azil", "pune", "vize")} == {0, 1, 2}
    assert [rows.get(feature) for feature in ("", "zzz")] == [None, None]
    assert len(rows) == 3


def test_where_nothing_was_learnt_nothing_is_known() -> None:
    assert Rows(numbered(set())).get("azil") is None


@given(st.sets(st.text(max_size=5), max_size=60))
def test_any_text_can_be_a_feature(features: set[str]) -> None:
    rows = Rows(numbered(features))
    assert {rows.get(feature) for feature in features} == set(range(len(features)))
