"""A channel whose calls are counted: which method, how it ended, and nothing of what was in it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from bot.channels.calls import (
    AnswerTap,
    AskMember,
    Call,
    CloseThread,
    CopyMessage,
    CopyMessages,
    CreateThread,
    DeleteMessages,
    DeleteThread,
    EditCaption,
    EditMessage,
    React,
    ReopenThread,
    SendMessage,
    SendVenue,
    SetCommands,
)
from bot.channels.errors import NothingToDo, Throttled, Trouble
from bot.channels.protocol import Channel, Identity, RawUpdate
from bot.channels.update import Update
from bot.errors import ChannelError

if TYPE_CHECKING:  # a bot without metrics does without their library
    from bot.metrics import Method, Outcome

METHODS: "Final[dict[type[Call], Method]]" = {
    AnswerTap: "answerCallbackQuery",
    AskMember: "getChatMember",
    CloseThread: "closeForumTopic",
    CopyMessage: "copyMessage",
    CopyMessages: "copyMessages",
    CreateThread: "createForumTopic",
    DeleteMessages: "deleteMessages",
    DeleteThread: "deleteForumTopic",
    EditCaption: "editMessageCaption",
    EditMessage: "editMessageText",
    React: "setMessageReaction",
    ReopenThread: "reopenForumTopic",
    SendMessage: "sendMessage",
    SendVenue: "sendVenue",
    SetCommands: "setMyCommands",
}
"""As `bot.channels.wire` asks for them; a test compares."""


class Counted:
    """Around a channel. `count` hears of each call once it has ended; one that is cancelled has not."""

    def __init__(self, channel: Channel, count: "Callable[[Method, Outcome], None]") -> None:
        self._channel = channel
        self._count = count

    async def open(self) -> Identity:
        with self._counted("getMe"):
            return await self._channel.open()

    async def close(self) -> None:
        await self._channel.close()

    async def fetch(self, offset: int | None, wait: int) -> Sequence[RawUpdate]:
        with self._counted("getUpdates"):
            return await self._channel.fetch(offset, wait)

    def decode(self, raw: RawUpdate) -> Update:
        return self._channel.decode(raw)

    async def perform(self, call: Call) -> int | None:
        with self._counted(METHODS[type(call)]):
            return await self._channel.perform(call)

    async def copies(self, call: CopyMessages) -> tuple[int, ...]:
        with self._counted("copyMessages"):
            return await self._channel.copies(call)

    async def member(self, call: AskMember) -> str:
        with self._counted("getChatMember"):
            return await self._channel.member(call)

    @contextmanager
    def _counted(self, method: "Method") -> Iterator[None]:
        try:
            yield
        except ChannelError as fault:
            self._count(method, outcome_of(fault))
            raise
        self._count(method, "ok")


def outcome_of(fault: ChannelError) -> "Outcome":
    """What is so already is as good as done; all that Telegram will not do however often it is asked is refused."""
    match fault:
        case NothingToDo():
            return "ok"
        case Throttled():
            return "429"
        case Trouble():
            return fault.how
        case _:
            return "refused"
