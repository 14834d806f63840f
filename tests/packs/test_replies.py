"""Vetted replies: from their files to the packs, in the client's language and with a version."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.packs.fingerprint import fingerprint_of_words
from bot.packs.loader import load, read
from bot.packs.packed import packed, unpacked
from bot.packs.reply_schema import ReplyFile, ReplyWords
from tests.builders import a_reply, reply_words, some_packs, with_replies
from tests.checks.tiny_pack import TinyPack


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def test_a_reply_is_in_the_packs_with_its_words(pack: TinyPack) -> None:
    pack.give_it_a_reply()
    packs = load(pack.root)
    reply = packs.replies["hello"]
    assert (reply.name, reply.facts.purpose, reply.facts.sources) == ("hello", "opening", ())
    assert packs.reply("hello", "sq").words.title == "Call Hello"
    assert packs.reply("hello", "en").words.keywords == ("who helps",)


def test_the_folder_of_replies_is_no_section_of_topics(pack: TinyPack) -> None:
    pack.give_it_a_reply()
    assert set(read(pack.root).topic_words) == {"helplines", "police"}


def test_a_reply_without_words_in_any_language_is_left_out(pack: TinyPack) -> None:
    pack.add("replies/hello.yaml", "for: opening\n")
    assert load(pack.root).replies == {}


def test_a_reply_that_stands_in_two_packs_is_a_fault(pack: TinyPack) -> None:
    pack.give_it_a_reply()
    pack.give_albania_its_own()
    pack.add("../albania/replies/hello.yaml", "for: closing\n")
    assert [problem.sentence for problem in read(pack.root).errors] == ["The reply 'hello' stands in another file too."]


def test_packs_without_replies_are_packs(pack: TinyPack) -> None:
    assert load(pack.root).replies == {}


@pytest.mark.parametrize("said", [{}, {"for": "chatting"}, {"purpose": "opening"}, {"for": "opening", "title": "Hi"}])
def test_a_reply_says_what_it_is_for_and_nothing_else(said: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        ReplyFile.model_validate(said)


@pytest.mark.parametrize(("title", "text"), [("t" * 41, "text"), ("title", "t" * 601), ("", "text"), ("title", " ")])
def test_title_and_text_fit_their_place_and_are_not_empty(title: str, text: str) -> None:
    assert ReplyWords(title="t" * 40, text="t" * 600)
    with pytest.raises(ValidationError):
        ReplyWords(title=title, text=text)


def test_words_that_a_language_lacks_are_said_in_english() -> None:
    packs = with_replies(some_packs(), a_reply())
    assert (packs.reply("greeting", "rom").words.title, packs.reply("greeting", "rom").language) == (
        "greeting (en)",
        "en",
    )


def test_the_version_names_the_text_that_a_client_gets() -> None:
    words = {"sq": reply_words("Mirë", "Mirë se erdhët."), "en": reply_words("Hello", "Welcome."), "de": reply_words()}
    reply = a_reply(words=words)
    assert reply.version("rom") == reply.version("en") == fingerprint_of_words("Welcome.")
    assert len({reply.version(language) for language in words}) == len(words)
    retitled = a_reply(words=words | {"en": reply_words("Hi", "Welcome.", "greet")})
    assert retitled.version("en") == reply.version("en")


def test_a_version_is_short_and_does_not_change_with_the_width_of_lines() -> None:
    assert fingerprint_of_words("One two\nthree.") == fingerprint_of_words("One  two three.")
    assert len(fingerprint_of_words("One")) == 8


def test_replies_come_out_of_the_piece_as_they_went_in(pack: TinyPack) -> None:
    source = "sources: [{title: Who, url: 'https://example.org', dated: '2026', checked: 2026-11-01}]\n"
    pack.give_it_a_reply(facts=f"for: boundaries\n{source}")
    packs = load(pack.root)
    assert unpacked(packed(packs)).replies == packs.replies
