"""The head of a thread is one message that is changed when the state of the case changes, never with a message."""

from typing import Final

from bot.desk.actions import ShowAtDesk
from bot.desk.case import Case
from bot.desk.views import CaseCard

THE_CARD: Final = -1
"""Stands for the number of that message, which only delivery knows."""


def card_again(case: Case) -> ShowAtDesk:
    """The same message as it is now: whatever buttons were on it are dead."""
    return ShowAtDesk(CaseCard(case), case.desk_language, replaces=THE_CARD)


def is_card(action: object) -> bool:
    """Whether it is the head of the thread: sent with `replaces` None, changed with THE_CARD."""
    return isinstance(action, ShowAtDesk) and isinstance(action.view, CaseCard) and action.replaces in {None, THE_CARD}


def only_changes_the_card(action: object) -> bool:
    return isinstance(action, ShowAtDesk) and action.replaces == THE_CARD
