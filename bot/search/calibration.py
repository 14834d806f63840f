"""How sure we are that a topic answers a text: a logistic curve over how much it resembles the topic."""

from math import exp

from bot.packs.search_schema import TopicSureness
from bot.search.index import Likeness


def confidence(likeness: Likeness, sureness: TopicSureness) -> float:
    """From 0 to 1, how likely the topic is the one that was asked for."""
    odds = sureness.constant + sureness.cosine * likeness.cosine + sureness.margin * likeness.margin
    return 1 / (1 + exp(-odds))
