"""Danger comes before everything, in every state (design rule 3), whatever told of it: words or an answer."""

from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from bot.conversation.actions import Alert, TellDesk
from bot.conversation.knowledge import Knowledge
from bot.conversation.shown import SIGNAL, having_seen
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn, show
from bot.conversation.views import Danger

Known: TypeAlias = tuple[Knowledge, datetime]


def met(conversation: Conversation, kind: str, known: Known, spoken: str, *, alarming: bool) -> Turn:
    """The number first, and the offer of a person unless one is there already.

    `alarming` is whether the desk hears of it where no case is open; in a case it always does.
    """
    knowledge, _ = known
    can_offer = knowledge.desk and not conversation.in_case
    seen = having_seen(conversation, SIGNAL + kind)
    view = Danger(kind, conversation.country, can_offer, conversation.guide.guide if conversation.guide else None)
    turn = show(seen, view, signal=kind, awaiting="nothing", unsure=0, language=spoken)
    if not (conversation.in_case or alarming):
        return turn.counting("danger", kind)
    return _alarmed(turn, conversation, kind, known).counting("danger", kind)


def _alarmed(turn: Turn, before: Conversation, kind: str, known: Known) -> Turn:
    """The desk hears of it at once, without a word of what was written; of the same danger once an hour."""
    knowledge, now = known
    hour = int(now.timestamp()) // 3600
    if not knowledge.desk or (before.signal, before.alerted) == (kind, hour):
        return turn
    told = replace(turn, conversation=turn.conversation.changed(alerted=hour))
    if before.in_case:
        return told.then(TellDesk("danger", kind))
    return told.then(Alert(kind, turn.conversation.language, before.place, before.country))
