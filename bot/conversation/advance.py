"""One event handled: the whole of what Udha decides. Pure; time is an argument."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.conversation import answering, handover, menu, whereabouts
from bot.conversation.actions import TellDesk
from bot.conversation.events import (
    Answered,
    ButtonPressed,
    ClientBlocked,
    ClientReturned,
    CommandGiven,
    CounsellorClosed,
    CounsellorReplied,
    Event,
    LocationShared,
    MediaSent,
    MessageEdited,
    Started,
    TextWritten,
    TurnFailed,
)
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn, show
from bot.conversation.views import Menu


def advance(conversation: Conversation, event: Event, knowledge: Knowledge, now: datetime) -> Turn:
    """The turn that this event makes of this conversation."""
    match event:
        case CounsellorReplied() | CounsellorClosed():
            return handover.from_desk(conversation, event)
        case ClientBlocked():
            return _reached(conversation, knows=False)
        case ClientReturned():
            return _reached(conversation, knows=True)
        case _:
            return _spoken(replace(conversation, reachable=True), event, knowledge, now)


def _spoken(  # noqa: C901 -- one line per kind of event is the plainest form of this table
    conversation: Conversation, event: Answered, knowledge: Knowledge, now: datetime
) -> Turn:
    match event:
        case Started(code):
            return menu.started(conversation, code, knowledge, now)
        case CommandGiven(command):
            return menu.command(conversation, command, (knowledge, now))
        case TextWritten(text, message_id):
            return answering.written(conversation, text, message_id, (knowledge, now))
        case ButtonPressed(tap, tapped):
            return menu.pressed(conversation, tap, tapped, (knowledge, now))
        case LocationShared():
            return whereabouts.located(conversation, event, (knowledge, now))
        case MediaSent(medium, message_id):
            return handover.media(conversation, medium, message_id)
        case MessageEdited(message_id):
            return handover.edited(conversation, message_id)
        case TurnFailed():
            return show(conversation, Menu("failed"), awaiting="nothing")
        case _:
            assert_never(event)


def _reached(conversation: Conversation, *, knows: bool) -> Turn:
    turn = Turn(replace(conversation, reachable=knows)).counting("reachable" if knows else "blocked")
    if conversation.case == "open":
        return turn.then(TellDesk("back" if knows else "unreachable"))
    return turn
