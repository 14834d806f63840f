"""Finds signs of danger said in words of one's own: more like what people in danger type than like anything else."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from bot.language.columns import Columns
from bot.packs.assets import Packs
from bot.search.document import Document, pooled
from bot.search.leaning import Leaning, leaning
from bot.search.postings import Postings, postings
from bot.search.space import Space, space
from bot.search.vocabulary import Vocabulary

# Fitted by maximum likelihood to 337 dangers typed as frightened people type, 479 harmless sentences written to sound
# like danger and 1,250 questions of topics, none of them learnt from; margin is the lead over all that is no danger.
# LIKELY is low, for a danger missed is worse than one seen where there is none: there 92 of 100 dangers were seen, and
# 11 of 100 of the harmless sentences and 2 of 100 of the questions were taken for one. Likeness without the leaning,
# taking 10 of 100 of the harmless sentences for danger, saw 56 (English) and 66 (Albanian) of 100. The packs have
# learnt from those misses since, so these sentences cannot measure any more.
CONSTANT: Final = -0.6
LEANING: Final = 0.74
COSINE: Final = 4.6
MARGIN: Final = 41.0
LIKELY: Final = -1.0

ASKED: Final = 50
"""Questions of a topic that say what is harmless. With all 130 of them, of 100 unseen dangers 6 more were missed."""

WINDOW: Final = 20
"""Words looked at together. One sentence about danger must not drown in a long story."""

FEWEST: Final = 3
"""Words that a text must have. Two are like many things; where they say enough, they are a phrase of the packs."""

ALL_LANGUAGES: Final = ""
"""No stems are cut: a wrong guess at the language must not hide a danger."""


class Resemblance:
    """Phrases of each kind, against their negatives and the questions that people ask about topics."""

    def __init__(self, columns: Columns) -> None:
        self._kinds = tuple(columns.words["kinds"])
        self._space = Space(ALL_LANGUAGES, columns.part("space"))
        self._postings = Postings(columns.part("pools"))
        self._leaning = Leaning(columns.part("leaning"))

    def kinds(self, said: Sequence[str]) -> Iterator[str]:
        """What folded words probably say; at most one kind for each window."""
        for window in _windows(said) if len(said) >= FEWEST else ():
            cosines = self._postings.products(self._space.asked(window))
            dangers, others = cosines[: len(self._kinds)], cosines[len(self._kinds) :]
            most = max(dangers, default=0.0)
            alike = COSINE * most + MARGIN * (most - max(others, default=0.0))
            if CONSTANT + alike + LEANING * self._leaning.odds(window) >= LIKELY:
                yield self._kinds[dangers.index(most)]


def resemblances(packs: Packs) -> Columns:
    """The columns for `Resemblance`."""
    dangers, others = list(_dangers(packs)), list(_others(packs))
    vocabulary = Vocabulary()
    pools = [pooled(vocabulary, document) for document in (*dangers, *others)]
    weighed = space(vocabulary, pools)
    unit = Space(ALL_LANGUAGES, weighed).unit
    parts = {
        "space": weighed,
        "pools": postings(len(vocabulary), [unit(pool) for pool in pools]),
        "leaning": leaning(_said(dangers), _said(others)),
    }
    return Columns(Columns.of(parts).numbers, {"kinds": [document.slug for document in dangers]})


def _windows(said: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, max(1, len(said) - WINDOW // 2), WINDOW // 2):
        yield said[start : start + WINDOW]


def _said(documents: Sequence[Document]) -> Iterator[str]:
    return chain.from_iterable(document.questions for document in documents)


def _dangers(packs: Packs) -> Iterator[Document]:
    for signal in packs.signals.values():
        for words in signal.words.values():
            yield Document(signal.kind, ALL_LANGUAGES, words.phrases)


def _others(packs: Packs) -> Iterator[Document]:
    for signal in packs.signals.values():
        for words in signal.words.values():
            yield Document(signal.kind, ALL_LANGUAGES, words.negatives)
    telling = {slug for signal in packs.signals.values() for slug in signal.facts.topics}
    for topic in packs.topics.values():
        for said in topic.words.values() if topic.slug not in telling else ():
            yield Document(topic.slug, ALL_LANGUAGES, said.questions[:ASKED])
