"""The names of sheets: whatever a section is called, Excel opens the file."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.exports.sheet_names import LONGEST, sheet_names

TITLES = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
    | st.sampled_from(["Topics", "topics", "History", "'", "[]", "", "A" * 31, "a" * 31, "A" * 40]),
    max_size=8,
)


def test_a_short_title_is_the_name() -> None:
    assert sheet_names(["Topics", "Ditët e para"]) == ("Topics", "Ditët e para")


def test_what_excel_forbids_is_left_out() -> None:
    names = sheet_names(["'Asked: yes/no [all]?'", "*", "History"])
    assert names == ("Asked yes no all", "-", "History 2")


def test_a_long_title_is_cut_between_words() -> None:
    assert sheet_names(["Topics that were opened most, by month"]) == ("Topics that were opened most,…",)
    assert sheet_names(["x" * 40]) == ("x" * 30 + "…",)


def test_no_name_is_there_twice_also_if_it_is_long_or_written_large() -> None:
    assert sheet_names(["Topics", "TOPICS", "topics"]) == ("Topics", "TOPICS 2", "topics 3")
    long = "Services that were shown and asked for"
    names = sheet_names([long, long])
    assert len(set(names)) == 2
    assert names[1].endswith("… 2")


@given(TITLES)
def test_any_titles_have_names_that_excel_takes(titles: list[str]) -> None:
    names = sheet_names(titles)
    assert len({name.lower() for name in names}) == len(titles)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.lower() != "history"
