"""A view of the desk, in a language, as the message that counsellors see; each family has a file of its own."""

from typing import TypeAlias, assert_never

from bot.desk.views import (
    Alarm,
    AskSure,
    CaseCard,
    CaseMenu,
    ChooseColleague,
    ChooseOutcome,
    ChooseSnooze,
    ConfirmTaking,
    DeskView,
    Findings,
    Help,
    OutcomeTold,
    Preview,
    Queue,
    Sentence,
)
from bot.rendering.context import Context, Reader
from bot.rendering.desk_card import case_card, case_menu
from bot.rendering.desk_choices import ask_sure, choose_colleague, choose_outcome, choose_snooze, confirm_taking
from bot.rendering.desk_finds import findings, preview
from bot.rendering.desk_help import desk_help
from bot.rendering.desk_news import alarm
from bot.rendering.desk_outcome import outcome_told
from bot.rendering.desk_queue import queue
from bot.rendering.desk_sentences import sentence, toast
from bot.rendering.message import Message

__all__ = ["at_desk", "toast"]

Asking: TypeAlias = ChooseColleague | ChooseOutcome | ChooseSnooze | ConfirmTaking | AskSure
Looking: TypeAlias = Findings | Preview | OutcomeTold | Queue | Help | Alarm


def at_desk(view: DeskView, language: str, context: Context, alias: str = "") -> Message:
    """`alias` is the name of the case that the view is about, if there is one."""
    reader = Reader(language, context)
    match view:
        case Sentence():
            return sentence(view, reader, alias)
        case CaseCard():
            return case_card(view, reader, alias)
        case CaseMenu():
            return case_menu(view, reader, alias)
        case Findings() | Preview() | OutcomeTold() | Queue() | Help() | Alarm():
            return _looking(view, reader)
        case _:
            return _asking(view, reader)


def _asking(view: Asking, reader: Reader) -> Message:
    match view:
        case ChooseColleague():
            return choose_colleague(view, reader)
        case ChooseOutcome():
            return choose_outcome(view, reader)
        case ChooseSnooze():
            return choose_snooze(reader)
        case ConfirmTaking():
            return confirm_taking(view, reader)
        case AskSure():
            return ask_sure(view, reader)
        case _:
            assert_never(view)


def _looking(view: Looking, reader: Reader) -> Message:  # noqa: C901 -- one line a view
    match view:
        case Findings():
            return findings(view, reader)
        case Preview():
            return preview(view, reader)
        case OutcomeTold():
            return outcome_told(view, reader)
        case Queue():
            return queue(view, reader)
        case Help():
            return desk_help(reader)
        case Alarm():
            return alarm(view, reader)
        case _:
            assert_never(view)
