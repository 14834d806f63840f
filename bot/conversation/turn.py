"""What comes of one event: the new conversation, what to do, what to count."""

from dataclasses import dataclass, replace
from typing import Any

from bot.conversation.actions import Action, Show
from bot.conversation.state import Conversation, Count
from bot.conversation.views import Menu, TopicShown, View


@dataclass(frozen=True)
class Turn:
    conversation: Conversation
    actions: tuple[Action, ...] = ()
    counts: tuple[Count, ...] = ()
    campaign: str = ""
    """The poster or link that led to this very turn; the next one knows nothing of it."""
    unclear: tuple[str, ...] = ()
    """Single words that no pack has, of a message that was not understood; see `bot/usage/unclear.py`."""

    def then(self, *actions: Action) -> "Turn":
        return replace(self, actions=(*self.actions, *actions))

    def counting(self, kind: str, subject: str = "") -> "Turn":
        return replace(self, counts=(*self.counts, Count(kind, subject)))


def show(conversation: Conversation, view: View, replaces: int | None = None, **changes: Any) -> Turn:
    """Change the conversation and show a view in its language; `replaces` 0 or None sends a new message."""
    changed = replace(conversation, **changes)
    return Turn(changed, (Show(_with_way_back(view, changed), changed.language, replaces or None),))


def _with_way_back(view: View, conversation: Conversation) -> View:
    """To the guide that was interrupted, if one was."""
    if conversation.guide is None or not isinstance(view, Menu | TopicShown):
        return view
    return replace(view, guide=conversation.guide.guide)
