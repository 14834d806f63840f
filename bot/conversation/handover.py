"""When and how a person takes part: opening a case, passing messages on, ending it."""

from dataclasses import replace

from bot.conversation.actions import CloseCase, CopyToClient, CopyToDesk, Forget, OpenCase, Show, TellDesk
from bot.conversation.events import CounsellorClosed, CounsellorReplied, Medium
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn, show
from bot.conversation.views import Hint, Menu, Notice

HINTS: dict[Medium, Hint] = {
    "photo": "photo",
    "video": "photo",
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
}
"""What we say to what we cannot look at or listen to; everything else is "media"."""


def asked(conversation: Conversation, knowledge: Knowledge, tapped: int | None = None) -> Turn:
    """The client would like a person: consent comes before anybody sees a word."""
    if conversation.case == "open":
        return show(conversation, Notice("case_open"), tapped)
    return show(conversation, Notice("consent" if knowledge.desk else "no_desk"), tapped, awaiting="nothing").counting(
        "person_asked"
    )


def accepted(conversation: Conversation, knowledge: Knowledge, tapped: int | None) -> Turn:
    """The client agreed that a counsellor reads along."""
    if conversation.case == "open" or not knowledge.desk:
        return asked(conversation, knowledge, tapped)
    opening = OpenCase(conversation.language, conversation.place, conversation.subject, conversation.signal)
    turn = show(conversation, Notice("case_opened"), tapped, case="open", awaiting="nothing", signal=None, unsure=0)
    return turn.then(opening).counting("case_opened", conversation.subject or "")


def ended(conversation: Conversation, tapped: int | None) -> Turn:
    """The client ends the case."""
    if conversation.case == "none":
        return show(conversation, Menu(), tapped)
    turn = show(conversation, Notice("case_ended"), tapped, case="none")
    return turn.then(TellDesk("ended_by_client"), CloseCase()).counting("case_closed")


def erased(conversation: Conversation, tapped: int | None) -> Turn:
    """The client wants all of it gone: the case first, then what is kept of the chat."""
    turn = Turn(Conversation(conversation.language))
    if conversation.case == "open":
        turn = turn.then(TellDesk("deleted_by_client"), CloseCase())
    gone = Show(Notice("deleted"), conversation.language, tapped)
    return turn.then(gone, Forget()).counting("deleted")


def media(conversation: Conversation, medium: Medium, message_id: int) -> Turn:
    """Whatever is no text: for a person only."""
    if conversation.case == "open":
        return Turn(conversation, (CopyToDesk(message_id),))
    hint = HINTS.get(medium, "media")
    return show(conversation, Menu(hint)).counting("media", medium)


def edited(conversation: Conversation, message_id: int) -> Turn:
    """A counsellor must not go on reading what the client has taken back."""
    if conversation.case == "open":
        return Turn(conversation, (TellDesk("edited"), CopyToDesk(message_id)))
    return show(conversation, Menu("edited"))


def from_desk(conversation: Conversation, event: CounsellorReplied | CounsellorClosed) -> Turn:
    """What counsellors do in the thread. A closed case takes nothing any more, and the desk is told."""
    if conversation.case == "none":
        return Turn(conversation, (TellDesk("closed"),))
    if isinstance(event, CounsellorReplied):
        return Turn(conversation, (CopyToClient(event.message_id),)).counting("counsellor_replied")
    closed = replace(conversation, case="none")
    told = Show(Notice("case_closed"), closed.language)
    return Turn(closed, (told, TellDesk("closed"), CloseCase())).counting("case_closed")
