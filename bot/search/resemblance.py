"""Finds signs of danger said in words of one's own: more like what people in danger type than like anything else."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.packs.assets import Packs
from bot.search.document import Document, pooled
from bot.search.postings import Postings
from bot.search.space import Space
from bot.search.vocabulary import Vocabulary

# Fitted by maximum likelihood to the danger, harmless, topic and out-of-scope sentences of tests/questions; margin is
# the lead over all that is no danger. LIKELY is low, for a danger missed is worse than one seen where there is none. In
# ten-fold cross-validation it saw, with the phrases, 55 of 60 dangers (phrases alone 23) and 12 in 364 other sentences,
# a third of which do tell of violence.
CONSTANT: Final = -4.5
COSINE: Final = 15.9
MARGIN: Final = 18.6
LIKELY: Final = -0.6

WINDOW: Final = 20
"""Words looked at together. One sentence about danger must not drown in a long story."""

FEWEST: Final = 3
"""Words that a text must have. Two are like many things; where they say enough, they are a phrase of the packs."""

ALL_LANGUAGES: Final = ""
"""No stems are cut: a wrong guess at the language must not hide a danger."""


class Resemblance:
    """Phrases of each kind, against their negatives and the questions that people ask about topics."""

    def __init__(self, packs: Packs) -> None:
        dangers, others = list(_dangers(packs)), list(_others(packs))
        vocabulary = Vocabulary()
        pools = [pooled(vocabulary, document) for document in (*dangers, *others)]
        rows = vocabulary.closed()
        self._kinds = tuple(document.slug for document in dangers)
        self._space = Space(ALL_LANGUAGES, rows, pools)
        self._postings = Postings(len(rows), [self._space.unit(pool) for pool in pools])

    def kinds(self, said: Sequence[str]) -> Iterator[str]:
        """What folded words probably say; at most one kind for each window."""
        for window in _windows(said) if len(said) >= FEWEST else ():
            cosines = self._postings.products(self._space.asked(window))
            dangers, others = cosines[: len(self._kinds)], cosines[len(self._kinds) :]
            most = max(dangers, default=0.0)
            if CONSTANT + COSINE * most + MARGIN * (most - max(others, default=0.0)) >= LIKELY:
                yield self._kinds[dangers.index(most)]


def _windows(said: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, max(1, len(said) - WINDOW // 2), WINDOW // 2):
        yield said[start : start + WINDOW]


def _dangers(packs: Packs) -> Iterator[Document]:
    for signal in packs.signals.values():
        for words in signal.words.values():
            yield Document(signal.kind, ALL_LANGUAGES, words.phrases)


def _others(packs: Packs) -> Iterator[Document]:
    for signal in packs.signals.values():
        for words in signal.words.values():
            yield Document(signal.kind, ALL_LANGUAGES, words.negatives)
    for topic in packs.topics.values():
        for said in topic.words.values():
            yield Document(topic.slug, ALL_LANGUAGES, said.questions)
