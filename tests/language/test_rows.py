from hypothesis import given
from hypothesis import strategies as st

from bot.language.columns import Columns
from bot.language.rows import Rows, checksum, columns_of


def numbered(features: list[str]) -> Columns:
    """The first feature has row 0, and so on."""
    return columns_of({checksum(feature): row for row, feature in enumerate(features)})


def test_each_feature_has_its_row_and_a_strange_one_has_none() -> None:
    rows = Rows(numbered(["azil", "pune", "vize"]))
    assert [rows.get(feature) for feature in ("azil", "pune", "vize", "", "zzz")] == [0, 1, 2, None, None]
    assert len(rows) == 3


def test_where_nothing_was_learnt_nothing_is_known() -> None:
    assert Rows(numbered([])).get("azil") is None


@given(st.sets(st.text(max_size=5), max_size=60))
def test_any_text_can_be_a_feature(features: set[str]) -> None:
    listed = sorted(features)
    rows = Rows(numbered(listed))
    assert [rows.get(feature) for feature in listed] == list(range(len(listed)))
