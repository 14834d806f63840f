"""Our own replies: short, calm, in both languages, and harmless on a locked screen."""

from typing import get_args

import pytest

from bot.checks.readability import ENDS
from bot.checks.wording import words_of
from bot.language.folding import words
from bot.packs.reply_schema import Purpose, ReplyWords
from tests.builders import the_real_packs

REPLIES = the_real_packs().replies
WRITTEN = [
    pytest.param(said, id=f"{name}-{language}")
    for name, reply in REPLIES.items()
    for language, said in reply.words.items()
]
ON_A_LOCKED_SCREEN = 40
"""Characters (voice rule 9)."""

TELLING = ("dhun", "viol", "trafik", "traffick", "azil", "asyl", "rrezik", "dang", "polic", "streh", "shelter")
"""How a word begins that nobody else may read over the client's shoulder, folded."""

TO_AN_ADULT = frozenset({"ju", "juaj", "juaji", "tuaj", "tuaja", "jeni", "keni", "doni", "mundeni"})
TO_A_MINOR = frozenset({"ti", "yt", "tua", "ke", "je", "beson"})
"""Words that tell how a reply addresses the client."""

MARKED = "(ti)"


def test_there_are_replies_for_every_part_of_a_talk() -> None:
    assert {reply.facts.purpose for reply in REPLIES.values()} == set(get_args(Purpose))


@pytest.mark.parametrize("name", REPLIES)
def test_each_is_there_in_albanian_and_in_english(name: str) -> None:
    assert set(REPLIES[name].words) == {"sq", "en"}


@pytest.mark.parametrize("said", WRITTEN)
def test_sentences_are_short_and_calm(said: ReplyWords) -> None:
    assert max(len(words_of(sentence)) for sentence in ENDS.split(said.text)) <= 15
    assert "!" not in said.text


@pytest.mark.parametrize("said", WRITTEN)
def test_the_first_words_tell_nothing(said: ReplyWords) -> None:
    assert not [word for word in words(said.text[:ON_A_LOCKED_SCREEN]) if word.startswith(TELLING)]


@pytest.mark.parametrize("name", REPLIES)
def test_who_says_ti_says_so_in_the_title(name: str) -> None:
    said = REPLIES[name].words["sq"]
    spoken = {told.word.lower() for told in words_of(said.text)}
    if said.title.endswith(MARKED):
        assert not spoken & TO_AN_ADULT
        assert spoken & TO_A_MINOR
    else:
        assert not spoken & TO_A_MINOR


@pytest.mark.parametrize("said", WRITTEN)
def test_a_counsellor_can_find_it_by_other_words_than_its_title(said: ReplyWords) -> None:
    assert set(words(" ".join(said.keywords))) - set(words(said.title))
