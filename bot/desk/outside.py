"""What counsellors ask outside of any case: the queue, who is on duty, help, what there is to send."""

from dataclasses import dataclass, replace
from typing import Final

from bot.desk.case import Colleague
from bot.desk.events import Commanded, DeskEvent, Pressed
from bot.desk.finding import GUIDES, every_guide, findings
from bot.desk.known import DeskKnown
from bot.desk.offering import preview
from bot.desk.taps import DeskTap
from bot.desk.views import DeskView, Help, Queue, QueuedCase, Sentence

ANYWHERE: Final = frozenset({"queue", "duty", "help", "language"})
"""What is answered so in the thread of a case too."""
NO_CASE: Final = ANYWHERE | {"find", "case", "close", "undo", "found", "card", "reply", "topic", "service", "guide"}
"""What is answered where there is no case; anything else there is none of our business."""
OFF: Final = frozenset({"off", "jo", "no", "0"})
TURN: Final = 12 * 3600
"""Seconds after which duty ends by itself: a forgotten /duty must not call somebody at night."""


@dataclass(frozen=True)
class Outside:
    """An answer, and what it changes: until when somebody is on duty, which language they chose."""

    view: DeskView
    language: str
    replaces: int | None = None
    reply_to: int | None = None
    duty: int | None = None
    chosen: str | None = None


def is_outside(event: DeskEvent, *, in_case: bool) -> bool:
    """Whether it is answered without looking at a case."""
    answered = ANYWHERE if in_case else NO_CASE
    if isinstance(event, Commanded):
        return event.command in answered
    return isinstance(event, Pressed) and event.tap is not None and event.tap.name in answered


def outside(event: DeskEvent, by: Colleague, known: DeskKnown, queued: tuple[QueuedCase, ...], used: int) -> Outside:
    """`used` is how many messages of the last minute went to the group."""
    if isinstance(event, Pressed):
        tap = event.tap or DeskTap("help")
        return _answered(tap.name, tap.argument, by, _Asked(known, queued, used, event.tapped or None, None))
    if isinstance(event, Commanded):
        return _answered(event.command, event.rest, by, _Asked(known, queued, used, None, event.message_id))
    return Outside(Help(), by.language)


@dataclass(frozen=True)
class _Asked:
    known: DeskKnown
    queued: tuple[QueuedCase, ...]
    used: int
    replaces: int | None
    reply_to: int | None


def _answered(what: str, rest: str, by: Colleague, asked: _Asked) -> Outside:
    match what:
        case "duty":
            return _duty(rest, by, asked)
        case "language":
            return _language(rest, by, asked)
        case _:
            return Outside(_shown(what, rest, by, asked), by.language, asked.replaces, asked.reply_to)


def _shown(what: str, rest: str, by: Colleague, asked: _Asked) -> DeskView:
    match what:
        case "queue":
            names = tuple(each.name for each in asked.known.on_duty)
            return Queue(asked.queued, names, asked.used)
        case "find" | "found":
            return _found(rest if what == "find" else "", rest, by, asked)
        case "reply" | "topic" | "service" | "guide":
            return preview(DeskTap(what, rest), None, replace(asked.known, spoken=by.language), sends=False)
        case "close" | "undo" | "case":
            return Sentence("no_case")
        case _:
            return Help()


def _found(words: str, which: str, by: Colleague, asked: _Asked) -> DeskView:
    knowledge = asked.known.knowledge
    return every_guide(knowledge) if not words and which == GUIDES else findings(words, by.language, knowledge)


def _duty(rest: str, by: Colleague, asked: _Asked) -> Outside:
    on = rest.strip().lower() not in OFF
    view = Sentence("duty_on" if on else "duty_off", by.name)
    until = asked.known.now + TURN if on else 0
    return Outside(view, by.language, asked.replaces, asked.reply_to, duty=until)


def _language(rest: str, by: Colleague, asked: _Asked) -> Outside:
    """The one that is named, or the next one of the packs."""
    spoken = asked.known.knowledge.packs.languages
    chosen = rest.strip().lower()
    if chosen not in spoken:
        at = spoken.index(by.language) if by.language in spoken else -1
        chosen = spoken[(at + 1) % len(spoken)]
    return Outside(Sentence("language"), chosen, asked.replaces, asked.reply_to, chosen=chosen)
