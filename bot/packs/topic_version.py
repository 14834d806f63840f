"""Names the words of a topic as somebody read them, so that what is said of an answer can be laid beside its text."""

from functools import lru_cache
from hashlib import blake2b
from typing import Final

from bot.packs.assets import Topic

LENGTH: Final = 3
"""Bytes that tell the versions of one topic apart; as six letters they fit a button beside a slug."""

REMEMBERED: Final = 2048
"""Texts whose version is known already; all topics in all languages are some hundreds."""


def version_of(topic: Topic, language: str) -> str:
    """Six hexadecimal digits: another text has another version.

    The words are those that a reader of this language gets, `topic` is the one that holds in their country. Its sources
    belong to the text; the days on which somebody read them again do not: what was found right is still the same text.
    """
    words = topic.said(language).words
    sources = (part for source in topic.facts.sources for part in (source.title, source.url, source.dated))
    return _digest((words.title, words.summary, words.details, *words.steps, words.warning or "", *sources))


@lru_cache(maxsize=REMEMBERED)
def _digest(said: tuple[str, ...]) -> str:
    """However the words are wrapped."""
    plain = "\n".join(" ".join(part.split()) for part in said)
    return blake2b(plain.encode(), digest_size=LENGTH).hexdigest()
