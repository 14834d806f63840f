"""What the rules of the desk know besides the case: read-only, made anew for each event."""

from dataclasses import dataclass

from bot.conversation.knowledge import Knowledge
from bot.desk.case import Colleague


@dataclass(frozen=True)
class OnDuty:
    """A colleague who can be called by name; `number` is Telegram's."""

    number: int
    name: str


@dataclass(frozen=True)
class DeskKnown:
    """Moments are seconds since 1970, UTC.

    `spoken` is the client's language now, `before` how many cases wait before this one, `opens` when the desk opens
    if it is shut, `minutes` how long a call to the desk waits for an answer, `keep` for how many seconds a closed
    case still leads to its client.
    """

    knowledge: Knowledge
    now: int
    spoken: str
    before: int = 0
    opens: int | None = None
    minutes: int = 5
    keep: int = 14 * 86400
    on_duty: tuple[OnDuty, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    at_desk: str = "sq"
    """The language of the desk."""
