"""When and how a person takes part: opening a case, passing messages on, ending it."""

from typing import Final

from bot.conversation import numbers
from bot.conversation.actions import AnswerReferral, CopyToDesk, EditAtDesk, EndCase, Forget, OpenCase, TellDesk, Wipe
from bot.conversation.actions import Show as Showing
from bot.conversation.case_views import AskShare, Notice, Personal
from bot.conversation.events import MediaSent, Medium, MessageEdited
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap
from bot.conversation.turn import Turn, show
from bot.conversation.views import Hint, Menu, ServiceCard

HINTS: dict[Medium, Hint] = {
    "photo": "photo",
    "video": "photo",
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
}
"""What we say to what we cannot look at or listen to; everything else is "media"."""

PERSONAL: Final[dict[Medium, Personal]] = {
    "contact": "contact",
    "photo": "face",
    "video": "face",
    "video_note": "face",
}
"""What may show who somebody is: the client is asked before a counsellor sees it."""

MUTE: Final = frozenset({"menu", "section", "near", "needs", "countries", "events", "guides", "none", "talk", "accept"})
"""Buttons that are silent while a counsellor has the case; what the counsellor sent stays alive."""
MUTE_COMMANDS: Final = frozenset({"menu", "services", "guides", "counsellor", "unknown"})


def asked(conversation: Conversation, knowledge: Knowledge, tapped: int | None = None) -> Turn:
    """The client would like a person: consent comes before anybody sees a word."""
    if conversation.in_case:
        return show(conversation, Notice("case_open"), tapped)
    return show(conversation, Notice("consent" if knowledge.desk else "no_desk"), tapped, awaiting="nothing").counting(
        "person_asked"
    )


def accepted(conversation: Conversation, knowledge: Knowledge, tapped: int | None) -> Turn:
    """The client agreed that a counsellor reads along."""
    if conversation.in_case or not knowledge.desk:
        return asked(conversation, knowledge, tapped)
    told = conversation.place, conversation.subject, conversation.signal, conversation.country
    more = conversation.minor, conversation.shown
    opening = OpenCase(conversation.language, *told, *more, replaces=tapped or None)
    turn = Turn(conversation.changed(case="open", awaiting="nothing", signal=None, unsure=0), (opening,))
    return turn.counting("case_opened", conversation.subject or "")


def ended(conversation: Conversation, tapped: int | None) -> Turn:
    """The client ends the case."""
    if not conversation.in_case:
        return show(conversation, Menu(), tapped)
    turn = show(conversation, Notice("case_ended"), tapped, case="none")
    return turn.then(EndCase("client")).counting("case_closed")


def erased(conversation: Conversation, tapped: int | None) -> Turn:
    """The client wants all of it gone: the case first, then what is kept of the chat. Also a case that is over."""
    gone = Showing(Notice("deleted"), conversation.language, tapped)
    return Turn(Conversation(conversation.language), (EndCase("deleted"), gone, Forget())).counting("deleted")


def left(conversation: Conversation) -> Turn:
    """Quick exit: both sides of the chat are wiped, one neutral line stays, nothing is remembered."""
    line = Showing(Notice("left"), conversation.language, silent=True)
    return Turn(Conversation(conversation.language), (EndCase("left"), Wipe(), line, Forget())).counting("left")


def media(conversation: Conversation, event: MediaSent) -> Turn:
    """Whatever is no text: for a person only, and what may show who somebody is only when they say so twice."""
    if not conversation.in_case:
        return show(conversation, Menu(HINTS.get(event.medium, "media"))).counting("media", event.medium)
    if event.medium in PERSONAL:
        return show(conversation, AskShare(PERSONAL[event.medium], event.message_ids))
    return Turn(conversation, (CopyToDesk(event.message_ids, event.reply_to, event.quote),))


def shared(conversation: Conversation, tap: Tap, tapped: int) -> Turn:
    """The client says that the counsellor may see it, or may not; an old button finds the case over."""
    if not conversation.in_case:
        return show(conversation, Menu("button"), tapped)
    ids = numbers.unpacked(tap.argument, tap.detail)
    if tap.name == "withhold" or not ids:
        return show(conversation, Notice("kept_back"), tapped)
    return show(conversation, Notice("passed_on"), tapped).then(CopyToDesk(ids))


def edited(conversation: Conversation, event: MessageEdited) -> Turn:
    """A counsellor must not go on reading what the client has taken back."""
    if conversation.in_case:
        return Turn(conversation, (EditAtDesk(event.message_id, event.html, event.caption),))
    return show(conversation, Menu("edited"))


def referral(conversation: Conversation, tap: Tap, tapped: int, knowledge: Knowledge) -> Turn:
    """Whether the client wants to go to a service that the counsellor named: its card, if so."""
    if tap.detail not in knowledge.packs.services:
        return show(conversation, Menu("button"), tapped)
    if tap.argument != "yes":
        turn = show(conversation, Notice("not_referred"), tapped)
        return turn.then(AnswerReferral(tap.detail, agreed=False))
    turn = show(conversation, ServiceCard(tap.detail, sent=True), tapped).then(AnswerReferral(tap.detail, agreed=True))
    return turn.counting("referred", tap.detail)


def reached(conversation: Conversation, tap: Tap, tapped: int, knowledge: Knowledge) -> Turn:
    """Some days later: did the service help? Only the answer is counted."""
    if tap.detail not in knowledge.packs.services or tap.argument not in REACHED:
        return show(conversation, Menu("button"), tapped)
    view = Notice("thanks") if tap.argument == "helped" else Notice("not_helped")
    return show(conversation, view, tapped).counting("referral", f"{tap.detail}:{tap.argument}")


def rated(conversation: Conversation, tap: Tap, tapped: int) -> Turn:
    """How the talk was; whoever was not helped may say why, from buttons."""
    if tap.argument not in RATINGS:
        return show(conversation, Menu("button"), tapped)
    view = Notice("thanks") if tap.argument == "yes" else Notice("why_not")
    return show(conversation, view, tapped).counting("rating", tap.argument)


def reason(conversation: Conversation, tap: Tap, tapped: int) -> Turn:
    if tap.argument not in REASONS:
        return show(conversation, Menu("button"), tapped)
    return show(conversation, Notice("thanks"), tapped).counting("rating_reason", tap.argument)


RATINGS: Final = ("yes", "partly", "no")
REASONS: Final = ("waited", "misunderstood", "other_help", "other")
REACHED: Final = ("helped", "not_helped", "not_reached")


def told(conversation: Conversation, *, knows: bool) -> Turn:
    """The client stopped the bot, or came back."""
    turn = Turn(conversation.changed(reachable=knows)).counting("reachable" if knows else "blocked")
    return turn.then(TellDesk("back" if knows else "unreachable")) if conversation.in_case else turn
