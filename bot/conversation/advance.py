"""One event handled: the whole of what Udha decides. Pure; time is an argument."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.conversation import answering, checklists, handover, menu, whereabouts
from bot.conversation.events import (
    Answered,
    ButtonPressed,
    ClientBlocked,
    ClientReturned,
    CommandGiven,
    Event,
    LocationShared,
    MediaSent,
    MessageEdited,
    ReminderDue,
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
        case ClientBlocked():
            return handover.told(conversation, knows=False)
        case ClientReturned():
            return handover.told(conversation, knows=True)
        case ReminderDue(guide):
            return checklists.reminder(conversation, guide, knowledge)
        case TextWritten() | MediaSent() | LocationShared() | MessageEdited() if not knowledge.desk:
            # No desk is left that it could go to, so it is answered as if there were no case; the case stays as it is.
            alone = _spoken(conversation.changed(reachable=True, case="none"), event, knowledge, now)
            return replace(alone, conversation=alone.conversation.changed(case=conversation.case))
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
        case TextWritten():
            return answering.written(conversation, event, (knowledge, now))
        case ButtonPressed(tap, tapped):
            return menu.pressed(conversation, tap, tapped, (knowledge, now))
        case LocationShared():
            return whereabouts.located(conversation, event, (knowledge, now))
        case MediaSent():
            return handover.media(conversation, event)
        case MessageEdited():
            return answering.edited(conversation, event, (knowledge, now))
        case TurnFailed():
            return show(conversation, Menu("failed"), awaiting="nothing")
        case _:
            assert_never(event)
