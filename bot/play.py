"""`udha play`: a guide in the terminal, as a client would read it, so that an editor can walk every path."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from typing import Annotated, Final

import typer

from bot.conversation.actions import Action, Show
from bot.conversation.advance import advance
from bot.conversation.events import ButtonPressed, Event, TextWritten
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap, unpacked
from bot.errors import ContentError
from bot.language.phrases import Phrases
from bot.rendering.context import Context
from bot.rendering.message import Button, Message
from bot.rendering.views import render

END: Final = "q"
TAG: Final = re.compile(r"<[^>]*>")
AN_ANSWER: Final = 1
"""The number of a message, where there is none: nothing here is stored."""


@dataclass
class Play:
    """One conversation with somebody at a terminal."""

    knowledge: Knowledge
    phrases: Phrases
    clock: Callable[[], datetime]
    conversation: Conversation
    buttons: list[Button] = field(default_factory=list)

    def opened(self, guide: str) -> Iterator[str]:
        """The beginning of a guide. Raises ContentError where there is none of that name."""
        if guide not in self.knowledge.packs.guides:
            names = ", ".join(sorted(self.knowledge.packs.guides)) or "none yet"
            raise ContentError(f"There is no guide '{guide}'. There are: {names}.")
        return self._after(ButtonPressed(Tap("guide", guide), 0))

    def typed(self, line: str) -> Iterator[str]:
        """The number of a button, or words."""
        if line.isdecimal() and 0 < int(line) <= len(self.buttons):
            return self._after(ButtonPressed(unpacked(self.buttons[int(line) - 1].data or ""), 0))
        return self._after(TextWritten(line, AN_ANSWER))

    def _after(self, event: Event) -> Iterator[str]:
        turn = advance(self.conversation, event, self.knowledge, self.clock())
        self.conversation = turn.conversation
        return self._lines(turn.actions)

    def _lines(self, actions: Iterable[Action]) -> Iterator[str]:
        for action in actions:
            if isinstance(action, Show):
                yield from self._message(render(action.view, action.language, self._context()))
            else:
                yield f"({type(action).__name__}: nothing is done about it here)"

    def _context(self) -> Context:
        return Context(self.knowledge.packs, self.phrases, self.clock(), desk=True)

    def _message(self, message: Message) -> Iterator[str]:
        """The text without its markup, then its buttons, each with a number to type."""
        self.buttons = [button for row in message.rows for button in row]
        numbers = iter(range(1, len(self.buttons) + 1))
        yield ""
        yield unescape(TAG.sub("", message.html))
        yield ""
        for row in message.rows:
            yield "   ".join(f"{next(numbers)} [{button.label}]" for button in row)


def register(app: typer.Typer, knowledge: Callable[[], Knowledge], phrases: Callable[[], Phrases]) -> None:
    """Add the command."""

    @app.command()
    def play(
        guide: Annotated[str, typer.Argument(help="Its name, as the file is called.")],
        lang: Annotated[str, typer.Option(help="The client's language.")] = "sq",
    ) -> None:
        """Play a guide here, as a client would; nothing of it is kept."""
        session = Play(knowledge(), phrases(), lambda: datetime.now(UTC), Conversation(lang))
        _told(session.opened(guide))
        while (line := _line()) is not None:
            _told(session.typed(line))


def _line() -> str | None:
    """What is typed; None at the end."""
    try:
        said = input(f"\nA number, your words, or {END} to end: ").strip()
    except EOFError:
        return None
    return None if said == END else said


def _told(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)
