"""Finds the vetted reply that a counsellor means by a word or two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, get_args

from rapidfuzz import fuzz

from bot.language.folding import words
from bot.language.spelling import spelt
from bot.packs.assets import Packs, Reply
from bot.packs.reply_schema import Purpose, ReplyWords
from bot.search.stemming import stem

MOST: Final = 6
"""Replies that one list at the desk holds."""

ALIKE: Final = 80.0
"""How alike, of 100, the stems of two words must be: one slip in five letters."""

SHORTEST: Final = 4
"""Letters from which a word may have a slip; among shorter ones it would be another word."""

KEPT: Final = 256
"""Texts of replies whose words stay at hand: all of them, in four languages."""

BEGINS: Final[Mapping[str, int]] = {"title": 6, "keywords": 5, "text": 2}
RESEMBLES: Final[Mapping[str, int]] = {"title": 4, "keywords": 3, "text": 1}
"""What a typed word is worth where a word of this part begins with it, or is nearly it: in a text many are."""


def find_replies(query: str, language: str, packs: Packs) -> tuple[str, ...]:
    """Names of replies, best first, at most `MOST`: each typed word begins a word of the reply or is nearly one.

    They are looked for in this language, and where nothing fits, in the others: a counsellor may type in one language
    what the client reads in another. Without a word to look for, all of them by what they are for.
    """
    ordered = sorted(packs.replies.values(), key=_place)
    typed = words(query)
    if not typed:
        return tuple(reply.name for reply in ordered)
    for spoken in dict.fromkeys((language, *packs.languages)):
        if found := _fitting(typed, spoken, ordered):
            return tuple(sorted(found, key=found.__getitem__, reverse=True)[:MOST])
    return ()


def _place(reply: Reply) -> int:
    return get_args(Purpose).index(reply.facts.purpose)


def _fitting(typed: tuple[str, ...], language: str, replies: Iterable[Reply]) -> dict[str, int]:
    """What each reply is worth that has all the words, in this language alone."""
    wanted = [_Word.of(word, language) for word in typed]
    fields = {reply.name: _fields(reply.words[language], language) for reply in replies if language in reply.words}
    worth = {name: [_worth(word, parts) for word in wanted] for name, parts in fields.items()}
    return {name: sum(found) for name, found in worth.items() if all(found)}


@dataclass(frozen=True)
class _Word:
    folded: str
    stem: str

    @classmethod
    def of(cls, word: str, language: str) -> "_Word":
        return cls(word, stem(spelt(word, language), language))

    def resembles(self, other: "_Word") -> bool:
        if len(self.folded) < SHORTEST:
            return self.stem == other.stem
        return fuzz.ratio(self.stem, other.stem, score_cutoff=ALIKE) > 0


_Fields = Mapping[str, tuple[_Word, ...]]
"""The words of each part of a reply."""


@lru_cache(maxsize=KEPT)
def _fields(said: ReplyWords, language: str) -> _Fields:
    """Kept, for nearly all of the time of a search went into folding the same texts again."""
    parts = {"title": said.title, "keywords": " ".join(said.keywords), "text": said.text}
    return {part: tuple(_Word.of(word, language) for word in words(text)) for part, text in parts.items()}


def _worth(word: _Word, fields: _Fields) -> int:
    """That of the best place where the word stands; 0 where it is nowhere."""
    begun = [BEGINS[part] for part, said in fields.items() if any(each.folded.startswith(word.folded) for each in said)]
    nearly = [RESEMBLES[part] for part, said in fields.items() if any(map(word.resembles, said))]
    return max((*begun, *nearly), default=0)
