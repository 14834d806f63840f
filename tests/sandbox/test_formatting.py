"""HTML in, entities out, and safe HTML for the page again."""

from typing import Any

import pytest

from bot.sandbox.detecting import with_detected
from bot.sandbox.formatting import parse_html
from bot.sandbox.refusals import Refusal
from bot.sandbox.showing import as_html
from bot.sandbox.texts import caption_content, text_content


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length} | more


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>a</b><strong>b</strong>", "ab", [entity("bold", 0, 1), entity("bold", 1, 1)]),
        ("<i>a <u>b</u></i>", "a b", [entity("italic", 0, 3), entity("underline", 2, 1)]),
        ("<S>a</s><del>b</del>", "ab", [entity("strikethrough", 0, 1), entity("strikethrough", 1, 1)]),
        ("1 &lt; 2 &amp; 3 &#x27;x&#39;", "1 < 2 & 3 'x'", []),
        ("a & b", "a & b", []),
        ('<a href="https://x.al/?a=1&amp;b=2">l</a>', "l", [entity("text_link", 0, 1, url="https://x.al/?a=1&b=2")]),
        ('<a href="nowhere">l</a>', "l", []),
        ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
        ("<pre>a</pre>", "a", [entity("pre", 0, 1)]),
        ('<pre><code class="language-py">a</code></pre>', "a", [entity("pre", 0, 1, language="py")]),
        ('<tg-emoji emoji-id="5">x</tg-emoji>', "x", [entity("custom_emoji", 0, 1, custom_emoji_id="5")]),
        ("\N{ROUND PUSHPIN}<b>ë</b>", "\N{ROUND PUSHPIN}ë", [entity("bold", 2, 1)]),
        ("<b></b>a", "a", []),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("ë<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("a&nbsp;b", 'Unsupported entity "&nbsp;" (Telegram shows it as it stands) at byte offset 1'),
    ],
)
def test_html_that_does_not_parse_is_refused_with_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(Refusal) as raised:
        parse_html(source)
    assert raised.value.description == f"Bad Request: can't parse entities: {words}"


def test_without_strictness_an_unknown_sign_stands_as_it_is() -> None:
    assert parse_html("a&nbsp;b", strict=False) == ("a&nbsp;b", [])


def test_commands_links_and_telephone_numbers_are_found() -> None:
    text = "/start https://udha.al, +355 69 123 4567 a@b.al @mira_k #tag 129"
    assert [one["type"] for one in with_detected(text, [])] == [
        "bot_command",
        "url",
        "phone_number",
        "email",
        "mention",
        "hashtag",
    ]


def test_nothing_is_found_inside_a_link() -> None:
    link = entity("text_link", 0, 15, url="https://a.al")
    assert with_detected("https://udha.al", [link]) == [link]


def test_white_space_around_a_text_goes_and_entities_move_with_it() -> None:
    content = text_content({"text": " \n<b>a </b>b ", "parse_mode": "HTML"}, strict=True)
    assert content == {"text": "a b", "entities": [entity("bold", 0, 2)]}


def test_a_text_of_4096_units_is_taken_and_one_more_refused() -> None:
    sign = "\N{ROUND PUSHPIN}"  # two units
    assert text_content({"text": f"<b>{sign * 2048}</b>", "parse_mode": "HTML"}, strict=True)
    with pytest.raises(Refusal, match="message is too long"):
        text_content({"text": sign * 2048 + "a"}, strict=True)


def test_a_caption_of_1024_units_is_taken_and_one_more_refused() -> None:
    assert caption_content({"caption": "a" * 1024}, strict=True)
    with pytest.raises(Refusal, match="message caption is too long"):
        caption_content({"caption": "a" * 1025}, strict=True)


def test_markdown_is_refused() -> None:
    with pytest.raises(Refusal, match="unsupported parse_mode"):
        text_content({"text": "a", "parse_mode": "MarkdownV2"}, strict=True)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("1 &lt; 2", "1 &lt; 2"),
        ("<b>a <i>b</i></b> c", "<b>a <i>b</i></b> c"),
        ("<blockquote expandable>a</blockquote>", 'aria-expanded="false">a</blockquote>'),
        (
            '<a href="https://a.al/&quot;x">l</a>',
            '<a href="https://a.al/&quot;x" rel="noreferrer" target="_blank">l</a>',
        ),
        ("<blockquote>a</blockquote><i>\nb</i>", "<blockquote>a</blockquote><i>b</i>"),
        ("<pre>a</pre>\nb", "<pre>a</pre>b"),
        ("<tg-spoiler>a</tg-spoiler>", '<span class="spoiler" role="button" tabindex="0">a</span>'),
    ],
)
def test_the_page_gets_safe_html(source: str, shown: str) -> None:
    assert shown in as_html(*parse_html(source))


def test_a_telephone_number_can_be_tapped() -> None:
    text = "+355 69 123-4567"
    assert 'href="tel:+355691234567"' in as_html(text, with_detected(text, []))


def test_entities_that_cross_or_lie_outside_do_no_harm() -> None:
    crossing = [entity("bold", 0, 3), entity("italic", 2, 9), entity("text_link", 4, 1, url="javascript:alert(1)")]
    assert as_html("ab<cd", crossing) == "<b>ab<i>&lt;</i></b>cd"
