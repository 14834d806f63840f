"""What a turn wants of reminders, done within it; and at what hour they come."""

from datetime import datetime, time, timedelta
from typing import Final

from bot.conversation.actions import DropReminder, Forget, Remind
from bot.conversation.turn import Turn
from bot.opening.zones import zone_of
from bot.storage import reminders
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault

ZONE: Final = zone_of("AL")
MORNING: Final = time(9)
"""Never at night, whenever it was wished for: a phone that lights up then may be seen by somebody else."""
FURTHEST: Final = 89
"""Days: a conversation is kept for 90 after the last message (docs/privacy.md), and no reminder is to outlive it."""


def morning(now: datetime, days: int) -> int:
    """Nine o'clock in Albania and Kosovo so many days from now, in seconds since 1970; tomorrow at the earliest."""
    day = now.astimezone(ZONE).date() + timedelta(days=min(max(days, 1), FURTHEST))
    return int(datetime.combine(day, MORNING, ZONE).timestamp())


async def follow(tx: Transaction, vault: Vault, chat: int, turn: Turn, now: datetime) -> None:
    """Keep what the client wants to be reminded of; whoever is forgotten, or cannot be reached, of nothing."""
    key = vault.chat_key(chat)
    if not turn.conversation.reachable or any(isinstance(action, Forget) for action in turn.actions):
        await reminders.forget(tx, key)
        return
    for action in turn.actions:
        if isinstance(action, Remind):
            await reminders.put(tx, vault, chat, action.guide, morning(now, action.days))
        elif isinstance(action, DropReminder):
            await reminders.drop(tx, key, action.guide)
