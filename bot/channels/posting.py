"""What an action looks like: rendered at the last moment, so that nothing with words in it is ever stored."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.channels.calls import Call, CreateThread, EditMessage, React, SendMessage, SendVenue
from bot.conversation.actions import Alert, Show, ShowOnMap
from bot.desk.actions import Announce, ShowAtDesk
from bot.desk.alias import alias
from bot.desk.case import DESK_LANGUAGE, Case
from bot.desk.views import Alarm, CaseCard, CaseMenu, DeskView, Sentence
from bot.language.phrases import Phrases
from bot.packs.assets import Packs
from bot.rendering.at_desk import at_desk, toast
from bot.rendering.context import Context
from bot.rendering.message import Message
from bot.rendering.views import render, venue

DELIVERED: Final = "👍"
"""One of the signs that every group has (Bot API, ReactionTypeEmoji); it costs nothing of the 20 messages a minute."""


@dataclass(frozen=True)
class Posting:
    """`desk` is whether a person can be reached at all, `keep_days` how long a closed case leads to its client."""

    packs: Packs
    phrases: Phrases
    clock: Callable[[], datetime]
    desk: bool
    keep_days: int = 14

    def context(self) -> Context:
        return Context(self.packs, self.phrases, self.clock(), desk=self.desk, keep_days=self.keep_days)

    def to_client(self, chat: int, action: Show | ShowOnMap) -> Call | None:
        """None for a service that has left the map."""
        match action:
            case Show(view, language, replaces, silent):
                message = render(view, language, self.context())
                if replaces is not None:
                    return EditMessage(chat, replaces, message)
                return SendMessage(chat, message, silent=silent)
            case ShowOnMap(service, language):
                place = venue(service, language, self.context())
                return SendVenue(chat, place) if place else None

    def shown(self, action: ShowAtDesk, number: int, case: Case) -> Message:
        """What counsellors see of this case; its card always as the case is now."""
        view: DeskView = action.view
        if isinstance(view, CaseCard | CaseMenu):
            view = replace(view, case=case)
        return at_desk(view, action.language, self.context(), alias(number))

    def answer(self, action: ShowAtDesk) -> Message:
        """What belongs to no case."""
        return at_desk(action.view, action.language, self.context())

    def news(self, action: Announce | Alert, number: int | None) -> Message:
        """What stands in the thread of the desk's own news."""
        if isinstance(action, Announce):
            return at_desk(action.view, action.language, self.context(), alias(number) if number else "")
        return at_desk(Alarm(action.signal, action.language, action.place), DESK_LANGUAGE, self.context())

    def toast(self, said: Sentence, language: str) -> str:
        return toast(said, language, self.context())

    def receipt(self, group: int, message_id: int) -> React:
        """On a counsellor's message, once the client has it: the client sees nothing of it."""
        return React(group, message_id, DELIVERED)

    def new_thread(self, group: int, number: int) -> CreateThread:
        """The thread of a case, named by its alias and nothing else."""
        return CreateThread(group, alias(number))
