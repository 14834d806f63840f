"""The way into the console: what somebody asks for at the desk, and what is done about it."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Role = Literal["manager", "editor"]
"""Who somebody is in the console: a manager sees everything, an editor what is about the content."""
Wish = Literal["manager", "editor", "off", "unclear"]
"""What follows /console: a way in for oneself, one to pass on to an editor, or an end to all of them."""
Outcome = Literal["sent", "write_first", "not_admin", "unknown", "anonymous", "ended", "unclear"]

WISHES: Final[dict[str, Wish]] = {
    "": "manager", "editor": "editor", "redaktor": "editor", "redaktore": "editor",
    "off": "off", "jo": "off", "no": "off", "0": "off",
}  # fmt: skip
START_CODE: Final = "console"
"""Behind the link to the bot that is given to whoever has never written to it; no subject is called so."""


@dataclass(frozen=True)
class LetIn:
    """Send this person a link into the console if they are an administrator of the desk, in private, never to a group.

    `person` is Telegram's number of them, `desk` that of the group in the settings. `reply_to` is the message at the
    desk with which they asked; None where they asked in private.
    """

    person: int
    desk: int
    role: Role
    language: str
    reply_to: int | None = None
    kind: Literal["let_in"] = "let_in"


@dataclass(frozen=True)
class AnswerAsker:
    """Say at the desk what came of it, naming nobody. `number` is how many ended, `bot` the bot's name on Telegram."""

    what: Outcome
    language: str
    reply_to: int | None = None
    number: int = 0
    bot: str = ""
    kind: Literal["answer_asker"] = "answer_asker"


ConsoleAction: TypeAlias = LetIn | AnswerAsker


def wished(rest: str) -> Wish:
    """Read what follows the command."""
    return WISHES.get(rest.strip().lower(), "unclear")
