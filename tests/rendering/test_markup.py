from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.markup import LIMIT, bold, italic, lines, link, page, plain, units
from bot.sandbox.formatting import parse_html


@given(st.text())
def test_whatever_is_written_arrives_as_it_was_written(text: str) -> None:
    assert parse_html(plain(text))[0] == text


@given(st.text(min_size=1))
def test_marked_words_arrive_as_they_were_written(text: str) -> None:
    assert parse_html(bold(text) + italic(text))[0] == text * 2


def test_nothing_is_not_marked() -> None:
    assert (bold(""), italic("")) == ("", "")


def test_an_address_keeps_its_signs() -> None:
    text, entities = parse_html(link("https://example.org/?a=1&b='2'", "a & b"))
    assert text == "a & b"
    assert entities[0]["url"] == "https://example.org/?a=1&b='2'"


@given(st.text(alphabet=st.characters(exclude_characters="\r", exclude_categories=["Cs"])))
def test_length_is_counted_as_telegram_counts_it(text: str) -> None:
    assert units(bold(text)) == len(text.encode("utf-16-le")) // 2


def test_empty_parts_leave_no_empty_lines() -> None:
    assert lines("a", "", "b") == "a\nb"
    assert page("a", "", "b") == "a\n\nb"


def test_a_page_has_room_for_all_that_telegram_takes() -> None:
    assert page("a" * (LIMIT - 10), "b") == "a" * (LIMIT - 10) + "\n\nb"


def test_what_telegram_has_no_room_for_is_left_out_and_that_is_seen() -> None:
    said = page("head", *("😀" * 600 for _ in range(9)), "tail")
    assert units(said) <= LIMIT
    assert said.count("…") == 1
    assert said.startswith("head")
    assert said.endswith("tail")
