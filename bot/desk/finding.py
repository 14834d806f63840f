"""What a counsellor looks for, in the packs: vetted replies, topics, services, guides."""

from collections.abc import Iterable
from typing import Final

from bot.conversation.knowledge import Knowledge
from bot.desk.replies import find_replies
from bot.desk.views import Findings
from bot.language.folding import folded
from bot.packs.assets import Packs
from bot.packs.service_schema import Service

GUIDES: Final = "guides"
"""What the button for them says."""
MOST: Final = 4
"""Of each kind: with more, a small screen is full of buttons."""
WORTH_SHOWING: Final = 0.05
"""How likely a topic must be the right one; a counsellor chooses for themselves."""


def findings(words: str, language: str, knowledge: Knowledge) -> Findings:
    """The best of each kind; without words the vetted replies in their order, and a way to the guides."""
    replies = find_replies(words, language, knowledge.packs)
    if not folded(words).split():
        return Findings(replies, (), (), more=bool(knowledge.packs.guides))
    topics, services = _topics(words, language, knowledge), _services(words, language, knowledge.packs)
    guides = _guides(words, language, topics[:1], knowledge.packs)
    return Findings(replies[:MOST], topics[:MOST], services[:MOST], guides[:MOST])


def every_guide(knowledge: Knowledge) -> Findings:
    return Findings((), (), (), tuple(knowledge.packs.guides))


def _guides(words: str, language: str, topics: Iterable[str], packs: Packs) -> tuple[str, ...]:
    """Those with such a title; then those that are offered under the topic that fits best."""
    titled = (one.name for one in packs.guides.values() if _begins(words, one.said(language).words.title))
    near = (one.name for slug in topics for one in packs.guides_by_topic.get(slug, ()))
    return tuple(dict.fromkeys((*titled, *near)))


def _topics(words: str, language: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Those that answer the words as a question; then those with such a title, for one word alone asks nothing."""
    matches = knowledge.finder.find(words, language).matches
    likely = (match.slug for match in matches if match.score >= WORTH_SHOWING)
    topics = knowledge.packs.topics.values()
    titled = (topic.slug for topic in topics if _begins(words, topic.said(language).words.title))
    return tuple(dict.fromkeys((*likely, *titled)))


def _services(words: str, language: str, packs: Packs) -> tuple[str, ...]:
    """By their name or place."""
    return tuple(one.id for one in packs.services.values() if _begins(words, _name_and_place(one, language, packs)))


def _name_and_place(service: Service, language: str, packs: Packs) -> str:
    name = packs.service(service.id, language).words.name
    if service.place is None or service.place not in packs.places:
        return name
    return f"{name} {packs.place_name(service.place, language)}"


def _begins(words: str, name: str) -> bool:
    """Whether every word that was typed begins a word of the name."""
    parts = folded(name).split()
    return all(any(part.startswith(word) for part in parts) for word in folded(words).split())
