"""Tells which of the packs' languages a text is in, from the packs' own words, or says that it cannot tell."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final, Self

from bot.language.folding import words
from bot.language.grams import GramModel, Judgement
from bot.language.neutral import NEUTRAL
from bot.packs.assets import Packs, Topic

SURE_MARGIN: Final = 4.0
"""Nats between the likeliest language and the next one (language notes §1)."""

SURE_WORDS: Final = 2
"""A single word cannot be told (language notes §1): `azil`, `help` and `Dublin` are written in every language."""

LIKELY_MARGIN: Final = 1.0

# Below FAMILIAR nats for each longer n-gram (see Judgement), less for short texts where chance does more, a text is in
# none of our languages. Set so that of snippets of Albanian, Gheg and English of any length about 2 in 100 fall below,
# measured on Tatoeba, FLORES and Gheg-GPS (language notes, data); of whole sentences in seven others 95 in 100.
FAMILIAR: Final = 2.7
SPREAD: Final = 4.0

ENOUGH: Final = 3000
"""N-grams that a language must have before what it lacks says anything: a new language begins with a few topics."""


@dataclass(frozen=True)
class Identified:
    """`language` is None without evidence, `sure` when a chat may switch to it.

    `foreign` is when the text is probably in no language of ours.
    """

    language: str | None
    sure: bool
    foreign: bool = False


UNTOLD: Final = Identified(language=None, sure=False)


class Identifier:
    """Naive Bayes over the n-grams of folded words: the only detector that holds on Albanian without its marks."""

    def __init__(self, texts: Mapping[str, Iterator[str]]) -> None:
        self._model = GramModel({language: _told(said) for language, said in texts.items()})

    @classmethod
    def from_packs(cls, packs: Packs) -> Self:
        return cls({language: _said(packs, language) for language in packs.languages})

    def identify(self, text: str) -> Identified:
        telling = [word for word in words(text) if word not in NEUTRAL and not word.isdigit()]
        if not telling:
            return UNTOLD
        judged = self._model.judge(telling)
        if _is_foreign(judged):
            return Identified(language=None, sure=False, foreign=True)
        if judged.margin < LIKELY_MARGIN:
            return UNTOLD
        return Identified(judged.best, sure=judged.margin >= SURE_MARGIN and len(telling) >= SURE_WORDS)


def _is_foreign(judged: Judgement) -> bool:
    if judged.known < ENOUGH:
        return judged.familiar == 0
    return judged.familiar < FAMILIAR - SPREAD / sqrt(judged.grams)


def _told(texts: Iterator[str]) -> Counter[str]:
    counts = Counter(word for text in texts for word in words(text))
    for word in NEUTRAL & counts.keys():
        del counts[word]
    return counts


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
