"""A client wrote something: danger first, then the case, then places, then the vetted answer or an honest doubt."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.conversation import danger, guide_typed, handover, nearby, topics, whereabouts
from bot.conversation.actions import CopyToDesk
from bot.conversation.events import MessageEdited, TextWritten
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn, show
from bot.conversation.views import Choice, Menu
from bot.language.folding import folded
from bot.search.answer import Found, Match
from bot.search.signals import SignalFound

LONGEST: Final = 1200
"""Characters of a message that are searched: a long story says what it is about before that."""
OFFERED: Final = 3
WORTH_OFFERING: Final = 0.25
"""Below this a topic has nothing to do with what was written; offering it would look like mockery."""
NEXT_TO_A_GUESS: Final = 0.01
"""The same where one topic is likely: what is near it is worth a look."""
A_FEW: Final = 6
SURE: Final = 0.9
"""Words from which on, or likelihood from which on, a mere resemblance to danger counts in a talk with a counsellor."""
SHORT: Final = 4
"""Words: an answer to "where are you?" that is longer is rather a question."""


def written(conversation: Conversation, event: TextWritten, known: tuple[Knowledge, datetime]) -> Turn:
    """The turn for a text; in a case it is copied to the desk whatever else it brings."""
    knowledge, _ = known
    # Folded once for all that look at it: folding again what is folded changes nothing and costs little.
    plain = folded(event.text)
    conversation = _of_age(conversation, plain, knowledge)
    in_danger = _danger(conversation, plain, known)
    if conversation.in_case:
        copied = CopyToDesk((event.message_id,), event.reply_to, event.quote)
        return (in_danger or _in_case(conversation, event.text, plain, known)).then(copied)
    if in_danger is not None:
        return in_danger
    if not plain:
        return show(conversation, Menu("empty"))
    return (
        guide_typed.typed(conversation, event.text, known)
        or _courteous(conversation, plain, knowledge)
        or whereabouts.named(conversation, plain, known)
        or _answer(conversation, plain, known)
    )


def edited(conversation: Conversation, event: MessageEdited, known: tuple[Knowledge, datetime]) -> Turn:
    """What somebody changed; danger comes first in that too."""
    carried = handover.edited(conversation, event)
    in_danger = _danger(conversation, folded(event.text), known)
    if in_danger is None:
        return carried
    return in_danger.then(*carried.actions) if conversation.in_case else in_danger


def _of_age(conversation: Conversation, text: str, knowledge: Knowledge) -> Conversation:
    """Whether this says that the client is a minor, or is none; asked for the language only where it says anything."""
    told = knowledge.ages.told(text)
    if not told:
        return conversation
    spoken = knowledge.identifier.identify(text).language or conversation.language
    return conversation.changed(minor=told.get(spoken, conversation.minor))


def _courteous(conversation: Conversation, text: str, knowledge: Knowledge) -> Turn | None:
    """Nothing but a greeting or thanks: answered in kind, with the menu."""
    kind = knowledge.courtesies.get(text)
    return show(conversation, Menu(kind)).counting("courtesy", kind) if kind else None


def _in_case(conversation: Conversation, typed: str, text: str, known: tuple[Knowledge, datetime]) -> Turn:
    """We are silent while a person reads along, unless this answers what we have just asked: a town, or in a guide."""
    if conversation.awaiting == "guide":
        return guide_typed.typed(conversation, typed, known) or Turn(conversation)
    town = whereabouts.named(conversation, text, known) if conversation.awaiting == "place" else None
    return town or Turn(replace(conversation, awaiting="nothing"))


def _danger(conversation: Conversation, text: str, known: tuple[Knowledge, datetime]) -> Turn | None:
    """The turn where this tells of danger."""
    knowledge, _ = known
    signs = knowledge.signals.find(text, conversation.language)
    found = [sign for sign in signs if sign.pressing and not _is_a_short_answer(conversation, text, sign)]
    if not found:
        return None
    spoken, first = _language(conversation, text, knowledge), found[0]
    return danger.met(conversation, first.kind, known, spoken, alarming=first.level == "now")


def _is_a_short_answer(conversation: Conversation, text: str, sign: SignalFound) -> bool:
    """To a counsellor who asks one answers in a few words: they resemble much, and a person reads them anyway."""
    return conversation.case == "held" and len(text.split()) < A_FEW and sign.likely < SURE


def _language(conversation: Conversation, text: str, knowledge: Knowledge) -> str:
    """The client's language; another one only on strong evidence."""
    identified = knowledge.identifier.identify(text)
    if identified.sure and identified.language in knowledge.packs.languages:
        return identified.language
    return conversation.language


def _answer(conversation: Conversation, text: str, known: tuple[Knowledge, datetime]) -> Turn:
    """In the client's language if that finds a sure answer; only else does another language come into question."""
    knowledge, now = known
    found = knowledge.finder.find(text[:LONGEST], conversation.language)
    spoken, before = conversation, None
    if found.decision != "answer":
        language = _language(conversation, text, knowledge)
        if language != conversation.language:
            found = knowledge.finder.find(text[:LONGEST], language)
            spoken, before = replace(conversation, language=language), conversation.language
    if found.decision == "answer":
        calm = replace(spoken, awaiting="nothing", unsure=0)
        opened = topics.opened(calm, found.matches[0].slug, knowledge, now, switched_from=before)
        return opened.counting("asked", "answer")
    if helped := whereabouts.in_a_country(spoken, text, known):
        return helped
    if found.decision == "choose":
        view = Choice(_offered(found, NEXT_TO_A_GUESS), switched_from=before)
        return show(spoken, view, awaiting="nothing", unsure=0).counting("asked", "choose")
    return _not_found(spoken, text, found, known, before)


def _not_found(
    spoken: Conversation, text: str, found: Found, known: tuple[Knowledge, datetime], before: str | None
) -> Turn:
    """No topic is near; `before` is the language spoken until now, where it is another."""
    knowledge, _ = known
    if named := whereabouts.in_a_country(spoken, text, known, bare=True):
        return named
    turn = _unsure(spoken, text, found, knowledge) if before is None else _doubt(spoken, found, before=before)
    return replace(turn, unclear=knowledge.finder.strange(text[:LONGEST], spoken.language))


def _unsure(conversation: Conversation, text: str, found: Found, knowledge: Knowledge) -> Turn:
    if conversation.awaiting == "place" and len(text.split()) <= SHORT:
        return nearby.unknown(conversation)
    if len(text) > LONGEST:
        return show(conversation, Menu("long"), awaiting="nothing").counting("asked", "unsure")
    return _doubt(conversation, found, foreign=knowledge.identifier.identify(text).foreign)


def _doubt(conversation: Conversation, found: Found, *, foreign: bool = False, before: str | None = None) -> Turn:
    """An honest "I am not sure"; at the second in a row a person is offered first."""
    times = conversation.unsure + 1
    view = Choice(_offered(found, WORTH_OFFERING), foreign, again=times > 1, switched_from=before)
    return show(conversation, view, awaiting="nothing", unsure=times).counting("asked", "unsure")


def _offered(found: Found, least: float) -> tuple[str, ...]:
    near: tuple[Match, ...] = tuple(match for match in found.matches if match.score >= least)
    return tuple(match.slug for match in near[:OFFERED])
