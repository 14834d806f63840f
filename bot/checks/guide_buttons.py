"""Rules for the buttons of guides: whatever a tap has to say fits into Telegram's 64 bytes."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.checks.guides import RESERVED
from bot.checks.place_of import at as _at
from bot.guides.outcome import Outcome, flagged, packed
from bot.packs.guide_schema import DATES_RECKONED, DAYS_RECKONED, UNSAID, GuideFile, GuideResult, GuideStep
from bot.packs.problem import Problem
from bot.packs.reading import Reading

LIMIT: Final = 64
"""Bytes of callback data that Telegram allows (Bot API, InlineKeyboardButton)."""

LONGEST_NAME: Final = 16
NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

MOST_DAYS: Final = 999
"""More days than anybody tells of."""
LAST_DAY: Final = date(2199, 12, 31)


def guide_names_fit_buttons(reading: Reading, _today: date) -> Iterator[Problem]:
    for name, (path, _) in reading.guides.items():
        if len(name) > LONGEST_NAME:
            sentence = f"The name '{name}' is longer than {LONGEST_NAME} characters."
            yield _at(path, (), sentence, "Shorten the name of the file.")
        if not NAME.fullmatch(name):
            sentence = f"The name '{name}' has other characters than small letters, digits and '-'."
            yield _at(path, (), sentence, "Rename the file.")


def answers_fit_buttons(reading: Reading, _today: date) -> Iterator[Problem]:
    """The longest answer, for a town the longest of our towns."""
    towns = [place.id for _, _, place in reading.places.values()]
    for name, (path, guide) in reading.guides.items():
        for at, step in enumerate(guide.steps):
            data = max((f"{tap}:{name}:{step.id}.{rest}" for tap, rest in _rest(step, towns)), key=len)
            if len(data.encode()) > LIMIT:
                sentence = f"A button of '{step.id}' would hold {len(data.encode())} bytes; Telegram takes {LIMIT}."
                yield _at(path, ("steps", at, "id"), sentence, "Shorten the ids.")


def _rest(step: GuideStep, towns: list[str]) -> Iterator[tuple[str, str]]:
    yield "answer", UNSAID
    yield from (("pick", f"{name}.off") for name in step.ids)
    yield from (("answer", town) for town in towns if step.ask == "place")


def results_fit_buttons(reading: Reading, _today: date) -> Iterator[Problem]:
    """All that a result says stands in its buttons: at worst every reason, every item and the longest part."""
    for name, (path, guide) in reading.guides.items():
        for at, result in enumerate(guide.results):
            data = f"result:{name}:{_worst(guide, result)}.{max((*RESERVED, *result.parts), key=len)}"
            # A checklist is kept with the conversation, and not in its buttons.
            if len(data.encode()) > LIMIT and result.lists != "checklist":
                sentence = f"A button of '{result.id}' would hold {len(data.encode())} bytes; Telegram takes {LIMIT}."
                remedy = "Shorten the name of the guide or the ids of result and parts, or have fewer items."
                yield _at(path, ("results", at), sentence, remedy)


def _worst(guide: GuideFile, result: GuideResult) -> str:
    given = [step.points(name) for step in guide.steps for name in step.ids]
    points = sum(map(abs, given)) * (-1 if min(given, default=0) < 0 else 1)
    days = (MOST_DAYS,) * len(DAYS_RECKONED.get(guide.reckon or "", ()))
    dates = (LAST_DAY.toordinal(),) * len(DATES_RECKONED.get(guide.reckon or "", ()))
    worst = Outcome(
        guide.version,
        result.id,
        points=points,
        reasons=flagged(guide),
        items=tuple(item.id for item in guide.items) if result.lists else (),
        reckoned=(*days, *dates),
        before=points if guide.has_forms else None,
    )
    return packed(worst, guide)
