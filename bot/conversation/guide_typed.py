"""An answer to a guide in words: a number, a day, a stay, a town. Whatever is none of these is a question as ever."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.conversation import guides
from bot.conversation.guide_views import Missed
from bot.conversation.guides import Known
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn
from bot.guides.ninety_days import Stay, entered, pending, written
from bot.guides.playing import next_step
from bot.language.dates import days_in
from bot.language.folding import folded
from bot.packs.assets import Guide
from bot.packs.guide_schema import GuideStep

NUMBER: Final = re.compile(r"(?<!\d)\d{1,6}(?!\d)")
SHORT: Final = 5
"""Words: whatever is longer is no answer to "how many?" or "when?"."""
AHEAD: Final = timedelta(days=730)
"""A stay that lies farther ahead, or farther back, is a slip of the pen."""
MOST: Final = 40
"""Stays that are kept while the guide is played."""


@dataclass(frozen=True)
class _Asked:
    """The step that waits for words."""

    guide: Guide
    step: GuideStep
    draft: tuple[str, ...]


def typed(conversation: Conversation, text: str, known: Known) -> Turn | None:
    """The turn where this answers what the guide has asked; None for any other text."""
    waiting = _asked(conversation, known)
    if waiting is None:
        return None
    match waiting.step.ask:
        case "number":
            return _number(conversation, waiting, text, known)
        case "date":
            return _day(conversation, waiting, text, known)
        case "stays":
            return _stay(conversation, waiting, text, known)
        case "place":
            return _place(conversation, waiting, text, known)
        case _:
            return None


def _asked(conversation: Conversation, known: Known) -> _Asked | None:
    playing = conversation.guide
    guide = guides.found(playing.guide, known) if playing else None
    if conversation.awaiting != "guide" or playing is None or guide is None or playing.version != guide.facts.version:
        return None
    step = next_step(playing, guide.facts)
    return _Asked(guide, step, playing.draft) if step else None


def place_told(conversation: Conversation, place: str, known: Known) -> Turn | None:
    """The municipality of a point that was shared; None where no town is asked for."""
    waiting = _asked(conversation, known)
    if waiting is None or waiting.step.ask != "place":
        return None
    return _settled(conversation, waiting, place, known)


def _given(conversation: Conversation, waiting: _Asked, value: str, known: Known) -> Turn:
    return guides.answered(conversation, waiting.guide, guides.Given(waiting.step, (value,)), known, None)


def _missed(conversation: Conversation, waiting: _Asked, missed: Missed, known: Known) -> Turn | None:
    """Asked for again, but for where a counsellor reads along: there most words are for them."""
    if conversation.in_case:
        return None
    return guides.asked(conversation, waiting.guide, known, missed=missed)


def _number(conversation: Conversation, waiting: _Asked, text: str, known: Known) -> Turn | None:
    found, step = NUMBER.findall(text), waiting.step
    if len(found) != 1 or len(text.split()) > SHORT:
        return None
    if not (step.at_least or 0) <= int(found[0]) <= (step.at_most or 0):
        return _missed(conversation, waiting, "number", known)
    return _given(conversation, waiting, str(int(found[0])), known)


def _days(text: str, conversation: Conversation, known: Known) -> tuple[date, ...] | None:
    return days_in(text, conversation.language, known[1].date())


def _looks_like_a_day(text: str) -> bool:
    return len(text.split()) <= SHORT and any(map(str.isdigit, text))


def _day(conversation: Conversation, waiting: _Asked, text: str, known: Known) -> Turn | None:
    days = _days(text, conversation, known)
    if days is not None and len(days) == 1:
        return _given(conversation, waiting, days[0].isoformat(), known)
    if days is None and not _looks_like_a_day(text):
        return None
    return _missed(conversation, waiting, "date", known)


def _stay(conversation: Conversation, waiting: _Asked, text: str, known: Known) -> Turn | None:
    """Entry and exit in one message, or one after the other."""
    days = _days(text, conversation, known)
    if days is None and not _looks_like_a_day(text):
        return None
    if not days:
        return _missed(conversation, waiting, "date", known)
    entry = pending(waiting.draft[-1]) if waiting.draft else None
    first, last = _told(days, entry)
    if missed := _is_odd(first, last, known[1].date()):
        return _missed(conversation, waiting, missed, known)
    before = waiting.draft[:-1] if entry else waiting.draft
    stay = written(Stay(first, last)) if last else entered(first)
    return guides.drafted(conversation, waiting.guide, (*before, stay)[-MOST:], known, None)


def _told(days: tuple[date, ...], entry: date | None) -> tuple[date, date | None]:
    """Entry and exit; one day alone is the exit of what was entered, else an entry whose exit is to come."""
    if len(days) > 1:
        return days[0], days[1]
    return (entry, days[0]) if entry else (days[0], None)


def _is_odd(first: date, last: date | None, today: date) -> Missed:
    if last is not None and last < first:
        return "days"
    return "future" if any(abs(day - today) > AHEAD for day in (first, last or first)) else ""


def _place(conversation: Conversation, waiting: _Asked, text: str, known: Known) -> Turn | None:
    plain, asking = folded(text), known[0].asking
    found = asking.asked(plain, conversation.language)
    if not found.places:
        found = asking.nearly(plain, conversation.language)
    if not (found.places and found.names_only):
        asks = known[0].finder.find(text, conversation.language).decision == "answer"
        short = len(text.split()) <= SHORT and "?" not in text and not asks
        return _missed(conversation, waiting, "place", known) if short else None
    if len(found.places) > 1:
        return guides.asked(conversation, waiting.guide, known, among=found.places)
    return _settled(conversation, waiting, found.places[0], known)


def _settled(conversation: Conversation, waiting: _Asked, place: str, known: Known) -> Turn:
    """The town is the answer; it is remembered for the directory only where the question says so."""
    if waiting.step.remembers:
        country = known[0].packs.places[place].country
        conversation = conversation.changed(place=place, country=country, home=None)
    return _given(conversation, waiting, place, known)
