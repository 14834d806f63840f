"""What the client has been shown last: a counsellor who takes over need not begin with it."""

from typing import Final

from bot.conversation.state import Conversation

KEPT: Final = 3
"""Topics, services and signs of danger; more than that is a history of what somebody read, which nobody needs."""

SIGNAL: Final = "signal:"
"""Before the kind of a sign of danger, so that it is told from a topic."""


def having_seen(conversation: Conversation, name: str) -> Conversation:
    """After a topic (slug), a service (id) or what to do in danger (`signal:` and its kind) was shown."""
    before = tuple(each for each in conversation.shown if each != name)
    return conversation.changed(shown=(*before, name)[-KEPT:])
