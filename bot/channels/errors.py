"""What Telegram answers when it does not do what it was asked, named by what we can do about it."""

from typing import Literal

from bot.errors import ChannelError


class Throttled(ChannelError):
    """429: wait `seconds`, then ask again (Bot API, ResponseParameters.retry_after)."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Telegram asks to wait {seconds} s.")
        self.seconds = seconds


class Trouble(ChannelError):
    """5xx, a time-out or a dropped connection: it may or may not have been done; ask again later.

    `how` says which of them, a 5xx where nothing is said; `lost` is also an answer that nobody can read.
    """

    def __init__(self, said: str = "", how: Literal["5xx", "timeout", "lost"] = "5xx") -> None:
        super().__init__(said)
        self.how = how


class DeskLost(Trouble):
    """The group of counsellors cannot be reached, or lets the bot open no threads: only a person can mend it."""


class Unreachable(ChannelError):
    """403, or the chat is gone: this chat cannot be written to."""


class NotInGroup(ChannelError):
    """403 of a group: the bot was removed from it. It says nothing of a client, even where their chat was meant."""


class ThreadMissing(ChannelError):
    """The thread was deleted."""


class ThreadShut(ChannelError):
    """The thread is closed, and the bot may not write in a closed one."""


class NothingToDo(ChannelError):
    """It is so already: not modified, already closed, too old a tap. As good as done."""


class MessageGone(ChannelError):
    """The message to edit or copy is no longer there (or cannot be edited or copied)."""


class ChatMoved(ChannelError):
    """The group became a supergroup and has another id now."""

    def __init__(self, chat: int) -> None:
        super().__init__("The group became a supergroup; set UDHA_DESK_CHAT to its new id.")
        self.chat = chat


class Refused(ChannelError):
    """Any other 4xx: asking again changes nothing."""


class TokenRefused(ChannelError):
    """401 or 404 on the token itself."""


class Conflict(ChannelError):
    """409: somebody else polls with this token, or a webhook is set."""
