"""How sure we are that a topic answers a text: a logistic curve over how much it resembles the topic."""

from collections.abc import Sequence
from heapq import nlargest
from math import exp
from typing import Final

from bot.search.index import Likeness

EXAMPLE_SHARE: Final = 0.5
"""What the best example adds to the pooled topic (language notes §3)."""

# Fitted by maximum likelihood to tests/questions, each question once as it stands and once with a slip of the finger:
# the three topics most like it, right or wrong, and the out-of-scope sentences. In five-fold cross-validation a
# confidence of 0.6 answered 71 % of the questions, 4 % of all wrongly, and 5 % of what is out of scope. The share of
# the text's words that a topic knows, which language notes §3b also use, added nothing once strange words shorten the
# text's vector (see Space.asked).
CONSTANT: Final = -4.4
COSINE: Final = 19.0
EXAMPLE: Final = 1.0
MARGIN: Final = 12.0


def confidences(found: Sequence[Likeness]) -> dict[str, float]:
    """For each topic, from 0 to 1, how likely it is the one that was asked for."""
    likenesses = [one.cosine + EXAMPLE_SHARE * one.example for one in found]
    best, second = (*nlargest(2, likenesses), 0.0, 0.0)[:2]
    return {
        one.slug: _confidence(one, likeness - (second if likeness == best else best))
        for one, likeness in zip(found, likenesses, strict=True)
    }


def _confidence(one: Likeness, margin: float) -> float:
    return 1 / (1 + exp(-(CONSTANT + COSINE * one.cosine + EXAMPLE * one.example + MARGIN * margin)))
