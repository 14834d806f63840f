"""Commands and buttons. Every one leads somewhere: what is gone leads kindly to the menu."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Literal, TypeAlias, assert_never

from bot.conversation import guide_taps, guides, handover, helpful, nearby, nearby_taps, start_code, topics, whats_on
from bot.conversation.case_views import Notice
from bot.conversation.events import Command
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap, TapName
from bot.conversation.turn import Turn, show
from bot.conversation.views import Choice, Menu, Section, Welcome

Known: TypeAlias = tuple[Knowledge, datetime]
Pressed: TypeAlias = Callable[[Conversation, Tap, int, Known], Turn]


def started(conversation: Conversation, code: str, knowledge: Knowledge, now: datetime) -> Turn:
    """First contact, or what a link or a poster leads to; where the poster hangs is counted, never remembered.

    While a counsellor has the case there is no menu, and so no welcome.
    """
    fresh = replace(conversation, awaiting="nothing", unsure=0)
    led = start_code.unpacked(code, knowledge.packs)
    if led is None:
        return show(fresh, Notice("case_open") if conversation.case == "held" else Welcome()).counting("started")
    if led.topic in knowledge.packs.guides:
        turn = guides.opened(fresh, led.topic, (knowledge, now))
    else:
        turn = topics.opened(fresh, led.topic, knowledge, now)
    return replace(turn.counting("started", led.topic), campaign=led.campaign if led.place else "")


def command(conversation: Conversation, name: Command, known: Known) -> Turn:
    calm = replace(conversation, awaiting="nothing")
    if conversation.case == "held" and name in handover.MUTE_COMMANDS:
        return show(calm, Notice("case_open"))
    match name:
        case "services":
            return nearby.at(calm, known) if calm.place else nearby.asked(calm)
        case "guides":
            return guides.overview(calm, "", known)
        case "counsellor":
            return handover.asked(calm, known[0])
        case "exit":
            return handover.left(conversation)
        case _:
            return show(calm, _plain(name))


def _plain(name: Literal["menu", "unknown", "language", "help", "privacy", "delete"]) -> Menu | Notice:
    """Commands that only show something."""
    match name:
        case "language" | "help" | "privacy":
            return Notice(name)
        case "delete":
            return Notice("ask_delete")
        case "menu" | "unknown":
            return Menu()
        case _:
            assert_never(name)


def pressed(conversation: Conversation, tap: Tap | None, tapped: int, known: Known) -> Turn:
    """A button, however old: what it means is in the button itself."""
    if tap is not None and conversation.case == "held" and tap.name in handover.MUTE:
        return show(conversation, Notice("case_open"), tapped)
    if tap is None or tap.name not in PRESSED:
        return show(conversation, Menu("button"), tapped)
    return PRESSED[tap.name](conversation, tap, tapped, known)


def _menu(conversation: Conversation, _tap: Tap, tapped: int, _known: Known) -> Turn:
    return show(conversation, Menu(), tapped, awaiting="nothing", unsure=0)


def _language(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    """Another language; from a topic (detail) the same topic again, else the welcome."""
    knowledge, _ = known
    if tap.argument not in knowledge.packs.languages:
        return show(conversation, Menu("button"), tapped)
    spoken = replace(conversation, language=tap.argument)
    if tap.detail:
        return topics.unfolded(spoken, Tap("topic", tap.detail), tapped, known)
    return show(spoken, Welcome(), tapped).counting("language", tap.argument)


def _section(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    if tap.argument not in known[0].packs.sections:
        return show(conversation, Menu("button"), tapped)
    return show(conversation, Section(tap.argument), tapped, awaiting="nothing").counting("section", tap.argument)


def _topic(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    return topics.unfolded(conversation, tap, tapped, known)


def _home(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    """The topic as it holds in this country, and every other subject from now on."""
    if tap.argument not in known[0].packs.homes:
        return show(conversation, Menu("button"), tapped)
    return topics.unfolded(replace(conversation, home=tap.argument), Tap("topic", tap.detail), tapped, known)


def _who(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    return topics.helpers(conversation, tap.argument, known[0], tapped)


def _abroad(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    return topics.helpers(conversation, tap.detail, known[0], tapped, abroad=tap.argument)


def _events(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    return whats_on.shown(conversation, tap, tapped, known)


def _talk(conversation: Conversation, _tap: Tap, tapped: int, known: Known) -> Turn:
    return handover.asked(conversation, known[0], tapped)


def _accept(conversation: Conversation, _tap: Tap, tapped: int, known: Known) -> Turn:
    return handover.accepted(conversation, known[0], tapped)


def _end(conversation: Conversation, _tap: Tap, tapped: int, _known: Known) -> Turn:
    return handover.ended(conversation, tapped)


def _shared(conversation: Conversation, tap: Tap, tapped: int, _known: Known) -> Turn:
    return handover.shared(conversation, tap, tapped)


def _refer(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    return handover.referral(conversation, tap, tapped, known[0])


def _reached(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    return handover.reached(conversation, tap, tapped, known[0])


def _rate(conversation: Conversation, tap: Tap, tapped: int, _known: Known) -> Turn:
    return handover.rated(conversation, tap, tapped)


def _reason(conversation: Conversation, tap: Tap, tapped: int, _known: Known) -> Turn:
    return handover.reason(conversation, tap, tapped)


def _exit(conversation: Conversation, _tap: Tap, _tapped: int, _known: Known) -> Turn:
    return handover.left(conversation)


def _erase(conversation: Conversation, _tap: Tap, tapped: int, _known: Known) -> Turn:
    return handover.erased(conversation, tapped or None)


def _help(conversation: Conversation, _tap: Tap, tapped: int, _known: Known) -> Turn:
    return show(conversation, Notice("help"), tapped, awaiting="nothing")


def _privacy(conversation: Conversation, _tap: Tap, tapped: int, _known: Known) -> Turn:
    return show(conversation, Notice("privacy"), tapped, awaiting="nothing")


def _delete(conversation: Conversation, _tap: Tap, tapped: int, _known: Known) -> Turn:
    return show(conversation, Notice("ask_delete"), tapped, awaiting="nothing")


def _none(conversation: Conversation, _tap: Tap, tapped: int, _known: Known) -> Turn:
    """None of the offered subjects: a person is nearest then."""
    return show(conversation, Choice((), again=True), tapped).counting("asked", "none")


PRESSED: dict[TapName, Pressed] = {
    **nearby_taps.PRESSED,
    **guide_taps.PRESSED,
    **helpful.PRESSED,
    **dict.fromkeys(topics.PARTS, _topic),
    "menu": _menu,
    "lang": _language,
    "section": _section,
    "who": _who,
    "abroad": _abroad,
    "home": _home,
    "events": _events,
    "talk": _talk,
    "accept": _accept,
    "end": _end,
    "share": _shared,
    "withhold": _shared,
    "refer": _refer,
    "reached": _reached,
    "rate": _rate,
    "reason": _reason,
    "exit": _exit,
    "help": _help,
    "privacy": _privacy,
    "delete": _delete,
    "erase": _erase,
    "none": _none,
}
"""What each button of a client does."""
