"""A message without markup says the same words."""

from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.plain import without_markup
from bot.rendering.message import Button, Message

ROWS = ((Button("Menu", "menu"),),)


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<b>Call 129</b>", "Call 129"),
        ("a &lt; b &amp;&amp; c &gt; d", "a &lt; b &amp;&amp; c &gt; d"),
        ('<a href="https://example.org/?a=1&amp;b=2">source</a>', "source"),
        ("<b>not closed, <i>nor this", "not closed, nor this"),
        ("5 < 6", "5 &lt; 6"),
        ('say "hello"', 'say "hello"'),
        ("", ""),
    ],
)
def test_the_words_stay_and_the_markup_goes(html: str, plain: str) -> None:
    assert without_markup(Message(html)).html == plain


def test_the_buttons_stay() -> None:
    assert without_markup(Message("<b>a</b>", ROWS)) == Message("a", ROWS)


@given(st.text())
def test_what_a_text_says_is_never_changed(text: str) -> None:
    said = without_markup(Message(f"<b>{escape(text)}</b>")).html
    assert unescape(said) == unescape(escape(text))
    assert "<" not in said
