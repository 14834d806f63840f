"""Somebody says whether an answer helped, and why not. Counted by the words that they read, never by who it was."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeAlias, get_args

from bot.conversation import thumbs, topics
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap, TapName
from bot.conversation.thumbs import AGAIN, UNSAID, Thumb
from bot.conversation.turn import Turn, show
from bot.conversation.views import Reason, Thumbs, TopicShown
from bot.packs.topic_version import version_of

Known: TypeAlias = tuple[Knowledge, datetime]

AFTER: Final[Mapping[TapName, Thumbs]] = {"helpful": "thanked", "unhelpful": "why", "because": "sorry"}
"""What stands below the answer after each of these buttons."""

COUNTED: Final[Mapping[tuple[TapName, str], tuple[str, Reason | str]]] = {
    ("helpful", ""): ("helpful", "yes"),
    ("helpful", AGAIN): ("", ""),
    ("unhelpful", ""): ("unhelpful", UNSAID),
    ("because", UNSAID): ("", ""),
    **{("because", reason): ("unhelpful_why", reason) for reason in get_args(Reason)},
}
"""The kind and the end of the subject of what is counted for what a button says; nothing where it was counted before.

So each thumb is counted once, and a reason beside it: the thumbs down are never added up from their reasons.
"""


def pressed(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    """The same answer, with what comes next below it.

    An old button may speak of other words than those of today: these are shown as they are now, and nothing is counted.
    """
    thumb, more = thumbs.unpacked(tap)
    if (tap.name, more) not in COUNTED or not _stands(conversation, thumb, known):
        opens = Tap(topics.OPENS[thumb.part], thumb.slug)
        return replace(topics.unfolded(conversation, opens, tapped, known), counts=())
    before = thumb.before if thumb.before in known[0].packs.languages else None
    view = TopicShown(thumb.slug, thumb.part, before, home=conversation.rules_of, thumbs=AFTER[tap.name])
    turn = show(conversation, view, tapped)
    kind, said = COUNTED[tap.name, more]
    return turn.counting(kind, thumb.of(said)) if kind else turn


def _stands(conversation: Conversation, thumb: Thumb, known: Known) -> bool:
    """Whether it speaks of words as they are today, and is still asked of them."""
    knowledge, now = known
    topic = knowledge.packs.topics.get(thumb.slug)
    if topic is None or not thumbs.asked(conversation, thumb.slug, knowledge):
        return False
    here = topic.for_country(conversation.rules_of)
    return here.freshness(now.date()) != "withheld" and version_of(here, conversation.language) == thumb.version


PRESSED: Final[Mapping[TapName, Callable[[Conversation, Tap, int, Known], Turn]]] = dict.fromkeys(AFTER, pressed)
