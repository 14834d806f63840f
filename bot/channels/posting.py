"""Which call an action means: for the client's chat, or for the thread of a case."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.channels.calls import Call, CloseThread, CopyMessage, CreateThread, EditMessage, React, SendMessage, SendVenue
from bot.conversation.actions import CloseCase, CopyToClient, CopyToDesk, OpenCase, Show, ShowOnMap, TellDesk
from bot.desk.alias import alias
from bot.language.phrases import Phrases
from bot.packs.assets import Packs
from bot.rendering.context import Context
from bot.rendering.desk import case_card, told
from bot.rendering.views import render, venue
from bot.storage.outbox import Parcel

DELIVERED: Final = "👍"
"""One of the signs that every group has (Bot API, ReactionTypeEmoji); it costs nothing of the 20 messages a minute."""


@dataclass(frozen=True)
class Posting:
    """Renders at the last moment, so that nothing with words in it is ever stored."""

    packs: Packs
    phrases: Phrases
    clock: Callable[[], datetime]
    desk: int | None

    def context(self) -> Context:
        return Context(self.packs, self.phrases, self.clock(), desk=self.desk is not None)

    def to_client(self, parcel: Parcel) -> Call | None:
        match parcel.action:
            case Show(view, language, replaces):
                message = render(view, language, self.context())
                if replaces is not None:
                    return EditMessage(parcel.chat, replaces, message)
                return SendMessage(parcel.chat, message)
            case ShowOnMap(service, language):
                place = venue(service, language, self.context())
                return SendVenue(parcel.chat, place) if place else None
            case CopyToClient(message_id) if self.desk is not None:
                return CopyMessage(parcel.chat, self.desk, message_id)
            case _:
                return None

    def to_desk(self, parcel: Parcel, thread: int) -> Call | None:
        if self.desk is None or parcel.case is None:
            return None
        match parcel.action:
            case OpenCase():
                card = case_card(alias(parcel.case), parcel.action, self.context())
                return SendMessage(self.desk, card, thread)
            case CopyToDesk(message_id):
                return CopyMessage(self.desk, parcel.chat, message_id, thread)
            case TellDesk():
                return SendMessage(self.desk, told(parcel.action, self.context()), thread)
            case CloseCase():
                return CloseThread(self.desk, thread)
            case _:
                # Show, ShowOnMap of a parcel that also names a case
                return self.to_client(parcel)

    def receipt(self, parcel: Parcel) -> React | None:
        """On a counsellor's message, once the client has it: the client sees nothing of it."""
        if self.desk is None or not isinstance(parcel.action, CopyToClient):
            return None
        return React(self.desk, parcel.action.message_id, DELIVERED)

    def new_thread(self, parcel: Parcel) -> CreateThread:
        """The thread of the parcel's case, named by its alias and nothing else."""
        if self.desk is None or parcel.case is None:
            raise ValueError("a thread is opened for a case, at a desk")
        return CreateThread(self.desk, alias(parcel.case))
