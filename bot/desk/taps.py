"""What a button at the desk says back; the form is that of the client's buttons, behind a mark of its own."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

MARK: Final = "d:"
LIMIT: Final = 64
"""Bytes of callback data (Bot API, InlineKeyboardButton)."""

DeskTapName = Literal[
    "claim",  # I take this case
    "take",  # argument: the key of whoever has it, once it was confirmed; take it over from them
    "release",  # give it back to the queue
    "hand",  # argument: a colleague's key, or nothing to choose one
    "urgent",  # argument: "on" or "off"
    "snooze",  # argument: hours, or nothing to choose
    "close",  # argument: an outcome, or nothing to choose one; detail: "apart" where it stands by itself
    "reopen",
    "send",  # argument: numbers of messages that wait for a second tap
    "keep",  # the same: they stay here
    "card",  # the card of the case, out of whatever list stands here
    "case",  # all that can be done with the case
    "found",  # what there is to send, in a message of its own; argument: "guides" for those, anything else for the
    # rest, in place of what stands here
    "reply",  # argument: a vetted reply to look at
    "topic",  # argument: a topic to look at
    "service",  # argument: a service to look at
    "guide",  # argument: a guide to look at
    "give",  # argument: "reply", "topic", "service" or "guide", detail: which; send it to the client
    "refer",  # argument: a service; ask the client whether we may refer them
    "queue",
    "duty",  # argument: "on" or "off"
    "language",  # argument: a language
    "help",
]

NAMES: Final[frozenset[str]] = frozenset(get_args(DeskTapName))


@dataclass(frozen=True)
class DeskTap:
    """One button's meaning; `argument` and `detail` are ids or numbers, never words."""

    name: DeskTapName
    argument: str = ""
    detail: str = ""

    def packed(self) -> str:
        """As callback data. Raises ValueError over Telegram's limit."""
        data = f"{MARK}{self.name}:{self.argument}:{self.detail}".rstrip(":")
        if len(data.encode()) > LIMIT:
            raise ValueError(f"callback data over {LIMIT} bytes: {data}")
        return data


def unpacked(data: str) -> DeskTap | None:
    """The tap behind callback data; None for a client's button and for what no version of ours has made."""
    if not data.startswith(MARK):
        return None
    name, _, rest = data.removeprefix(MARK).partition(":")
    argument, _, detail = rest.partition(":")
    if name not in NAMES:
        return None
    return DeskTap(name, argument, detail)  # type: ignore[arg-type]  # membership was checked in the line above
