"""What people in danger type, against what sounds like it and against all that people ask; in each language."""

from array import array
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.language.columns import Columns
from bot.learning.corpus import Corpus
from bot.learning.document import Document
from bot.learning.leaning import Regression
from bot.learning.pools import Pools
from bot.packs.assets import Packs

ASKED: Final = 180
"""Questions of a topic that say what is harmless, from all over its list.

With 90 of them 3 of 100 dangers fewer are seen at as many false alarms; with all of them no more.
"""


def resemblances(packs: Packs) -> Columns:
    """The columns for `Resemblance`, by language."""
    return Columns.of({language: _resemblance(packs, language) for language in packs.languages})


def _resemblance(packs: Packs, language: str) -> Columns:
    dangers, others = list(_dangers(packs, language)), list(_others(packs, language))
    corpus = Corpus([*dangers, *others])
    pooled = corpus.pools()
    leaning = _leaning(pooled, corpus.each(), corpus.of < len(dangers))
    parts = {"space": pooled.space(), "pools": pooled.postings(), "leaning": leaning}
    return Columns(Columns.of(parts).numbers, {"kinds": [document.slug for document in dangers]})


def _leaning(pooled: Pools, texts: Pools, dangers: NDArray[np.bool_]) -> Columns:
    """The weight of each feature, by which of the texts are dangers."""
    weights = Regression(pooled.vectors(texts), dangers.astype(np.float64), len(pooled.sums)).fitted()
    return Columns(
        {
            "weights": array("f", weights[:-1].astype(np.float32).tobytes()),
            "constant": array("d", (float(weights[-1]),)),
        }
    )


def _dangers(packs: Packs, language: str) -> Iterator[Document]:
    for signal in packs.signals.values():
        if language in signal.words:
            yield Document(signal.kind, language, signal.words[language].phrases)


def _others(packs: Packs, language: str) -> Iterator[Document]:
    """Negatives of each kind, what lies outside, and the questions of topics that tell of no danger."""
    for signal in packs.signals.values():
        if language in signal.words:
            yield Document(signal.kind, language, signal.words[language].negatives)
    for subject, said in packs.outside.get(language, {}).items():
        yield Document(subject, language, said)
    for topic in packs.topics.values():
        if language in topic.words and topic.slug not in packs.about_danger:
            asked = topic.words[language].questions
            yield Document(topic.slug, language, asked[:: max(1, len(asked) // ASKED)])
