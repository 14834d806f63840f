"""Tells which language a text is in, ours or another, or says that it cannot tell: figures in `docs/language.md`."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final

from bot.language.columns import Columns
from bot.language.folding import words
from bot.language.grams import GramModel, grams_of, trained
from bot.language.neutral import NEUTRAL, is_neutral, one_word_names
from bot.language.table import table
from bot.packs.assets import Packs, Topic

OURS: Final = 5.0
"""Nats that each of the packs' languages is ahead: most who write to us write in one of them."""

LIKELY_MARGIN: Final = 1.0
SURE_MARGIN: Final = 5.0
"""Nats between the likeliest language and the next one: what a guess takes, and what switching a chat takes."""

SURE_WORDS: Final = 2
"""A single word cannot be told (language notes §1): `azil`, `help` and `Dublin` are written in every language."""

# Nats for each n-gram: a text that is less familiar than FAMILIAR is in none of the languages we know (French looks
# most like English), one that is less than SURELY_FAMILIAR switches no chat. Less is asked of short texts, where chance
# does more. Of sentences in five languages that the table lacks, 1 in 15 still passes for ours instead of 1 in 4.
FAMILIAR: Final = 4.5
SURELY_FAMILIAR: Final = 5.1
SPREAD: Final = 6.0


@dataclass(frozen=True)
class Identified:
    """`language` is one of ours, None without evidence; `sure` when a chat may switch to it.

    `foreign` is when the text is probably in no language of ours; `other` is then which one, if we know it.
    """

    language: str | None
    sure: bool
    foreign: bool = False
    other: str | None = None


UNTOLD: Final = Identified(language=None, sure=False)


@dataclass(frozen=True)
class _Judgement:
    """The likeliest language, its lead in nats over the next, and its nats over chance for each n-gram.

    Which one of two that are not ours it is does not matter; the next is then the likeliest of ours.
    """

    best: str
    margin: float
    familiar: float


class Identifier:
    """Naive Bayes over the n-grams of folded words: the only detector that holds on Albanian without its marks.

    Languages of the packs that the table lacks are told by what the packs say in them: `columns`, made by `learnt`.
    """

    def __init__(self, packs: Packs, columns: Columns) -> None:
        self._ours = packs.languages
        self._neutral = NEUTRAL | one_word_names(packs.places.values())
        self._table, self._learnt = GramModel(table()), GramModel(columns)

    def identify(self, text: str) -> Identified:
        telling = [word for word in words(text) if not is_neutral(word, self._neutral)]
        if not telling:
            return UNTOLD
        judged = self._judge(grams_of(telling))
        if judged.familiar < self._needed(judged.best, FAMILIAR):
            return _foreign(telling, None)
        if judged.margin < LIKELY_MARGIN:
            return UNTOLD
        if judged.best not in self._ours:
            return _foreign(telling, judged.best)
        return Identified(judged.best, sure=len(telling) >= SURE_WORDS and self._is_sure(judged))

    def _judge(self, grams: list[str]) -> _Judgement:
        leads = self._learnt.leads(grams) | self._table.leads(grams)
        ahead = {each: lead + OURS * (each in self._ours) for each, lead in leads.items()}
        best = max(ahead, key=ahead.__getitem__)
        rivals = [lead for each, lead in ahead.items() if each != best and (each in self._ours or best in self._ours)]
        familiar = leads[best] / len(grams) + SPREAD / sqrt(len(grams))
        return _Judgement(best, ahead[best] - max(rivals), familiar if leads[best] else 0)

    def _needed(self, language: str, familiar: float) -> float:
        """Of a language that begins with a few topics nearly all is new to us: only nothing at all is too little."""
        return familiar if language in self._table.languages else 0

    def _is_sure(self, judged: _Judgement) -> bool:
        return judged.margin >= SURE_MARGIN and judged.familiar >= self._needed(judged.best, SURELY_FAMILIAR)


def learnt(packs: Packs) -> Columns:
    """The columns for `Identifier`: what the words of the packs look like in each language that the table lacks."""
    lacking = [language for language in packs.languages if language not in GramModel(table()).languages]
    return trained({language: counted(_said(packs, language)) for language in lacking})


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each folded word is used, but for those that tell nothing."""
    return Counter(word for text in texts for word in words(text) if not is_neutral(word, NEUTRAL))


def _foreign(telling: list[str], other: str | None) -> Identified:
    """A single word in Latin letters tells too little: it can be anybody's name."""
    told = len(telling) >= SURE_WORDS or not any("a" <= letter <= "z" for letter in telling[0])
    return Identified(language=None, sure=False, foreign=True, other=other) if told else UNTOLD


def _said(packs: Packs, language: str) -> Iterator[str]:
    """All that the topics say in this language. Services are left out: their names are the same in each."""
    for topic in packs.topics.values():
        if language in topic.words:
            yield from _topic_texts(topic, language)


def _topic_texts(topic: Topic, language: str) -> Iterator[str]:
    said = topic.words[language]
    yield from (said.title, said.summary, said.details, said.warning or "")
    yield from said.steps
    yield from said.questions
