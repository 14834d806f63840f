"""What rendering needs besides a view, with defaults; and how a test looks at what came out."""

from datetime import date
from functools import cache
from pathlib import Path

from bot.conversation.taps import Tap, unpacked
from bot.desk.taps import DeskTap
from bot.desk.taps import unpacked as unpacked_at_desk
from bot.language.phrases import Phrases
from bot.packs.assets import Packs
from bot.rendering.context import Context, Reader
from bot.rendering.message import Message, Rows
from tests.builders import TODAY, some_packs

LOCALES = Path(__file__).parents[1] / "locales"


@cache
def the_phrases() -> Phrases:
    """The real phrases, read once for all tests of a process."""
    return Phrases.load(LOCALES)


def a_context(packs: Packs | None = None, *, desk: bool = True, today: date = TODAY) -> Context:
    return Context.on(some_packs() if packs is None else packs, the_phrases(), today, desk=desk)


def a_reader(packs: Packs | None = None, language: str = "en", *, desk: bool = True, today: date = TODAY) -> Reader:
    return Reader(language, a_context(packs, desk=desk, today=today))


def labels(message: Message) -> list[str]:
    return [button.label for row in message.rows for button in row]


def taps(rows: Rows) -> list[Tap]:
    """What the buttons mean when they come back; a button that would not come back is left out."""
    return [tap for row in rows for button in row if (tap := unpacked(button.data or "")) is not None]


def ways(rows: Rows) -> list[Tap]:
    """The same without the quick exit, which stands under nearly everything."""
    return [tap for tap in taps(rows) if tap.name != "exit"]


def desk_taps(rows: Rows) -> list[DeskTap]:
    """What the buttons of counsellors mean when they come back."""
    return [tap for row in rows for button in row if (tap := unpacked_at_desk(button.data or "")) is not None]
