"""A counsellor finds a reply by a word or two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.replies import MOST, find_replies
from tests.builders import a_reply, reply_words, some_packs, the_real_packs, with_replies

PASSPORT = a_reply(
    "passport",
    "information",
    {
        "sq": reply_words("Pasaportën mbajeni vetë", "Letrat janë tuajat.", "shefi"),
        "en": reply_words("Keep your passport", "The papers are yours.", "boss"),
    },
)
COPIES = a_reply(
    "copies",
    "information",
    {
        "sq": reply_words("Bëni kopje", "Bëni kopje të pasaportës.", "letra"),
        "en": reply_words("Make copies", "Copy the passport and the papers.", "photocopy"),
    },
)
WELCOME = a_reply("welcome", "opening", {"sq": reply_words("Mirë se erdhët", "Po ju lexoj."), "en": reply_words()})
PACKS = with_replies(some_packs(), PASSPORT, COPIES, WELCOME)
OURS = the_real_packs()


@pytest.mark.parametrize(
    ("query", "language", "found"),
    [
        ("pasaporta", "sq", ("passport", "copies")),
        ("PASAPORTEN", "sq", ("passport", "copies")),
        ("pasa", "sq", ("passport", "copies")),
        ("pasaprota", "sq", ("passport", "copies")),
        ("letra", "sq", ("copies", "passport")),
        ("shef", "sq", ("passport",)),
        ("kopje pasaporta", "sq", ("copies",)),
        ("passport", "en", ("passport", "copies")),
        ("kopje flutura", "sq", ()),
        ("xyz", "en", ()),
    ],
)
def test_every_typed_word_begins_a_word_of_the_reply_or_is_nearly_one(
    query: str, language: str, found: tuple[str, ...]
) -> None:
    assert find_replies(query, language, PACKS) == found


def test_short_words_are_taken_to_the_letter() -> None:
    assert find_replies("po", "sq", PACKS) == ("welcome",)
    assert find_replies("pa", "sq", PACKS)[0] == "passport"
    assert find_replies("bos", "en", PACKS) == ("passport",)
    assert find_replies("bas", "en", PACKS) == ()


@pytest.mark.parametrize("query", ["", "  ", "?!"])
def test_without_a_word_all_are_listed_by_what_they_are_for(query: str) -> None:
    assert find_replies(query, "sq", PACKS) == ("welcome", "passport", "copies")


def test_what_the_language_of_the_client_does_not_have_is_looked_for_in_the_others() -> None:
    assert find_replies("boss", "sq", PACKS) == ("passport",)
    assert find_replies("shefi", "en", PACKS) == ("passport",)
    assert find_replies("shefi", "rom", PACKS) == ("passport",)


def test_words_of_two_languages_are_not_mixed() -> None:
    assert find_replies("shefi photocopy", "sq", PACKS) == ()


def test_packs_without_replies_have_none_to_find() -> None:
    assert find_replies("", "sq", some_packs()) == ()
    assert find_replies("pasaporta", "sq", some_packs()) == ()


@given(st.text(max_size=60), st.sampled_from(["sq", "en", "rom"]))
def test_whatever_is_typed_each_reply_comes_once_and_a_search_gives_a_few(query: str, language: str) -> None:
    found = find_replies(query, language, OURS)
    assert len(set(found)) == len(found)
    assert set(found) <= set(OURS.replies)
    assert len(found) <= MOST or found == find_replies("", language, OURS)


@pytest.mark.parametrize(
    ("query", "language", "first"),
    [
        ("privatesia", "sq", "confidentiality"),
        ("anonim", "sq", "confidentiality"),
        ("femije", "sq", "children-with-you"),
        ("i mitur", "sq", "greeting-minor"),
        ("i rritur", "sq", "trusted-adult"),
        ("frik", "sq", "short-break"),
        ("panik", "sq", "short-break"),
        ("numrat", "sq", "call-now"),
        ("polici", "sq", "call-now"),
        ("dil", "sq", "quick-exit"),
        ("oferta", "sq", "check-an-offer"),
        ("referim", "sq", "consent-to-refer"),
        ("avokat", "sq", "lawyer-or-doctor"),
        ("turni", "sq", "end-of-shift"),
        ("kolege", "sq", "colleague-takes-over"),
        ("para", "sq", "no-money"),
        ("faleminderit", "sq", "closing-gently"),
        ("pasaporta", "sq", "keep-your-passport"),
        ("kopje", "sq", "keep-copies"),
        ("fault", "en", "not-your-fault"),
        ("shift", "en", "end-of-shift"),
        ("consent", "en", "consent-to-refer"),
        ("scam", "en", "check-an-offer"),
        ("exit", "en", "quick-exit"),
        ("money", "en", "no-money"),
        ("minor", "en", "greeting-minor"),
        ("doctor", "en", "lawyer-or-doctor"),
        ("sorry", "en", "sorry-you-waited"),
    ],
)
def test_what_counsellors_type_finds_our_own_replies(query: str, language: str, first: str) -> None:
    assert find_replies(query, language, OURS)[0] == first
