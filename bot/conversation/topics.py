"""Opening a topic, at one of its parts, if it is still fresh enough to be shown."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice, zip_longest
from typing import Final

from bot.conversation import thumbs
from bot.conversation.knowledge import Knowledge
from bot.conversation.shown import having_seen
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap, TapName
from bot.conversation.turn import Turn, show
from bot.conversation.views import HelpersFor, Menu, Part, Thumbs, TopicShown, TopicWithheld
from bot.directory.finding import Somewhere, at_any_hour
from bot.directory.offer import Offer
from bot.directory.wish import Wish
from bot.packs.terms import Category

SHOWN: Final = 3
"""Services under "who can help": more do not fit one phone screen."""

ABROAD: Final = 9
"""Services in a country abroad, in one message: there is no second page."""

EVERYWHERE: Final = "EU"
"""The country of a service that holds in all of the European Union."""

OPENS: Final[Mapping[Part, TapName]] = {"summary": "topic", "details": "more", "steps": "steps", "sources": "sources"}
"""Which button opens which part of a topic."""
PARTS: Final[Mapping[TapName, Part]] = {name: part for part, name in OPENS.items()}


def opened(
    conversation: Conversation,
    slug: str,
    knowledge: Knowledge,
    now: datetime,
    *,
    switched_from: str | None = None,
) -> Turn:
    """The topic's summary, as an answer to a question."""
    topic = knowledge.packs.topics[slug].for_country(conversation.rules_of)
    if topic.freshness(now.date()) == "withheld":
        return show(conversation, TopicWithheld(slug)).counting("withheld", slug)
    seen = having_seen(conversation, slug)
    home, below = conversation.rules_of, _below(seen, slug, knowledge)
    view = TopicShown(slug, switched_from=switched_from, home=home, thumbs=below)
    return show(seen, view, subject=slug).counting("topic", slug)


def unfolded(conversation: Conversation, tap: Tap, tapped: int, known: tuple[Knowledge, datetime]) -> Turn:
    """The part of the topic that the button names, in place of the message with it."""
    knowledge, now = known
    slug, part = tap.argument, PARTS[tap.name]
    topic = knowledge.packs.topics.get(slug)
    if topic is None:
        return show(conversation, Menu("button"), tapped)
    if topic.for_country(conversation.rules_of).freshness(now.date()) == "withheld":
        return show(conversation, TopicWithheld(slug), tapped).counting("withheld", slug)
    kind = "topic" if part == "summary" else part
    seen = having_seen(replace(conversation, awaiting="nothing"), slug)
    below = _below(seen, slug, knowledge, rated=tap.detail == thumbs.RATED)
    view = TopicShown(slug, part, home=conversation.rules_of, thumbs=below)
    return show(seen, view, tapped, subject=slug).counting(kind, slug)


def _below(conversation: Conversation, slug: str, knowledge: Knowledge, *, rated: bool = False) -> Thumbs:
    if not thumbs.asked(conversation, slug, knowledge):
        return "none"
    return "rated" if rated else "asked"


def helpers(
    conversation: Conversation, slug: str, knowledge: Knowledge, tapped: int, *, abroad: str | None = None
) -> Turn:
    """Who helps with this subject: near the client's municipality, at home, or in a country abroad."""
    topic = knowledge.packs.topics.get(slug)
    if topic is None:
        return show(conversation, Menu("button"), tapped)
    needs = topic.for_country(conversation.rules_of).facts.services
    countries = _countries(needs, knowledge) if topic.facts.help_in == "abroad" else ()
    if abroad in countries:
        view = HelpersFor(slug, None, _there(abroad, needs, knowledge)[:ABROAD], country=abroad)
    elif countries:
        view = HelpersFor(slug, None, _there(EVERYWHERE, needs, knowledge), countries=countries)
    else:
        view = HelpersFor(slug, conversation.place, _at_home(conversation, needs, knowledge))
    return show(conversation, view, tapped, subject=slug).counting("helpers", slug)


def _at_home(conversation: Conversation, needs: Iterable[Category], knowledge: Knowledge) -> tuple[Offer, ...]:
    """The best of each kind in turn, so that three offices of one kind do not hide the doctor."""
    ranked = [_near(conversation, need, knowledge)[:SHOWN] for need in needs]
    found = (offer for row in zip_longest(*ranked) for offer in row if offer is not None)
    return tuple(islice(found, SHOWN))


def _near(conversation: Conversation, need: Category, knowledge: Knowledge) -> tuple[Offer, ...]:
    """Of this kind only: what leads on elsewhere belongs to the directory."""
    here = Somewhere(conversation.place, conversation.rules_of)
    found = knowledge.directory.near(here, Wish(need), at_any_hour)
    return () if found.farther else found.offers


def _countries(needs: Iterable[Category], knowledge: Knowledge) -> tuple[str, ...]:
    found = (country for need in needs for country in knowledge.directory.countries_abroad(Wish(need)))
    return tuple(sorted(set(found)))


def _there(country: str, needs: Iterable[Category], knowledge: Knowledge) -> tuple[Offer, ...]:
    """What there is abroad for these needs, in their order; for each, what holds in all of the EU comes last."""
    founds = (knowledge.directory.abroad(country, Wish(need), at_any_hour) for need in needs)
    return tuple(offer for found in founds if not found.farther for offer in found.offers)
