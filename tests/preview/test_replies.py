"""What counsellors can send stands on the page too."""

from pathlib import Path

import pytest

from tests.checks.tiny_pack import TinyPack
from tests.preview.pages import card, page, shown, text

SOURCE = "{title: Who says so, url: 'https://example.org/who', dated: '2026', checked: 2026-11-01}"


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def test_a_reply_stands_with_its_words_and_those_that_find_it(pack: TinyPack) -> None:
    pack.give_it_a_reply(facts=f"for: safety\nsources: [{SOURCE}]\n")
    html = page(pack)
    reply = text(card(html, "hello"))
    assert reply.startswith("hello For: safety · pack core Part Albanian English Counsellors see Call Hello Call Hello")
    assert "Clients get Call the police. Call the police." in reply
    assert "Source Who says so , dated 2026, checked 1 November 2026" in reply
    assert "Words by which counsellors find it Phrasings Albanian English Found by who helps who helps" in reply
    assert '<a href="#replies">' in html
    assert "1 replies of counsellors" in text(html)


def test_they_stand_in_the_order_of_a_talk(pack: TinyPack) -> None:
    pack.give_it_a_reply("bye", "for: closing\n")
    pack.give_it_a_reply("hello", "for: opening\n")
    assert [reply.name for reply in shown(pack.root).replies] == ["hello", "bye"]


def test_a_language_without_the_words_is_marked(pack: TinyPack) -> None:
    pack.give_it_a_reply()
    pack.change("pack.yaml", "languages: [sq, en]", "languages: [sq, en, de]")
    assert "Call the police. Call the police. Missing" in text(card(page(pack), "hello"))


def test_words_of_a_reply_are_escaped(pack: TinyPack) -> None:
    pack.give_it_a_reply(en="title: Hello\ntext: <script>alert(1)</script>\n")
    assert "&lt;script&gt;alert(1)" in card(page(pack), "hello")


def test_without_replies_there_is_no_empty_part(pack: TinyPack) -> None:
    assert "#replies" not in page(pack)
