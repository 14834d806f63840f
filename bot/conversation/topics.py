"""Opening a topic, at one of its parts, if it is still fresh enough to be shown."""

from dataclasses import replace
from datetime import datetime

from bot.conversation.knowledge import Knowledge
from bot.conversation.nearby import offers
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn, show
from bot.conversation.views import HelpersFor, Menu, Part, TopicShown, TopicWithheld

SHOWN = 3
"""Services under "who can help": more do not fit one phone screen."""


def opened(
    conversation: Conversation,
    slug: str,
    knowledge: Knowledge,
    now: datetime,
    *,
    switched_from: str | None = None,
) -> Turn:
    """The topic's summary, as an answer to a question."""
    if knowledge.packs.topics[slug].freshness(now.date()) == "withheld":
        return show(conversation, TopicWithheld(slug)).counting("withheld", slug)
    view = TopicShown(slug, switched_from=switched_from)
    return show(conversation, view, subject=slug).counting("topic", slug)


def unfolded(conversation: Conversation, slug: str, part: Part, tapped: int, known: tuple[Knowledge, datetime]) -> Turn:
    """A part of the topic, in place of the message with the button."""
    knowledge, now = known
    topic = knowledge.packs.topics.get(slug)
    if topic is None:
        return show(conversation, Menu("button"), tapped)
    if topic.freshness(now.date()) == "withheld":
        return show(conversation, TopicWithheld(slug), tapped).counting("withheld", slug)
    kind = "topic" if part == "summary" else part
    changed = replace(conversation, awaiting="nothing")
    return show(changed, TopicShown(slug, part), tapped, subject=slug).counting(kind, slug)


def helpers(conversation: Conversation, slug: str, knowledge: Knowledge, tapped: int) -> Turn:
    """Who helps with this subject, near the client's municipality where it is known."""
    topic = knowledge.packs.topics.get(slug)
    if topic is None:
        return show(conversation, Menu("button"), tapped)
    found = [
        offer
        for category in topic.facts.services
        for offer in offers(knowledge.packs, conversation.place, category)[:SHOWN]
    ]
    view = HelpersFor(slug, conversation.place, tuple(found[:SHOWN]))
    return show(conversation, view, tapped, subject=slug).counting("helpers", slug)
