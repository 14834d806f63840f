"""One event against the core, and the one view that it shows."""

from datetime import UTC, datetime
from functools import cache

from bot.conversation.actions import Action, Show
from bot.conversation.advance import advance
from bot.conversation.events import ButtonPressed, Event, TextWritten
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap, TapName
from bot.conversation.turn import Turn
from bot.conversation.views import View
from tests.builders import a_conversation, some_town_and_its_services
from tests.fakes import Canned

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MESSAGE = 40
"""The client's message, or the one with the button."""


@cache
def the_town(*, desk: bool = True) -> Knowledge:
    return Canned().knowledge(some_town_and_its_services(), desk=desk)


def after(event: Event, conversation: Conversation | None = None, knowledge: Knowledge | None = None) -> Turn:
    return advance(conversation or a_conversation(), event, knowledge or the_town(), NOW)


def tapping(name: TapName, argument: str = "", detail: str = "") -> ButtonPressed:
    return ButtonPressed(Tap(name, argument, detail), MESSAGE)


def writing(text: str) -> TextWritten:
    return TextWritten(text, MESSAGE)


def show_of(turn: Turn) -> Show:
    """The one thing that the client is shown."""
    (only,) = [action for action in turn.actions if isinstance(action, Show)]
    return only


def view_of(turn: Turn) -> View:
    return show_of(turn).view


def besides(turn: Turn) -> list[Action]:
    """What is done besides showing something."""
    return [action for action in turn.actions if not isinstance(action, Show)]
