"""A plan: what to do in which order, with the nearest who helps."""

from collections.abc import Mapping, Sequence

from bot.directory.offer import Offer
from bot.guides.outcome import SCREEN
from bot.packs.guide_schema import GuideItem
from bot.rendering.buttons import shown
from bot.rendering.guide_ended import Ended
from bot.rendering.markup import italic, lines, plain
from bot.rendering.offer import Found, found, phones, proof, where

Nearest = tuple[tuple[str, str], ...]
"""By item, the service that is nearest."""


def plan(end: Ended, nearest: Nearest, place: str | None, screen: int) -> tuple[str, ...]:
    """One paragraph a line of this screen of the plan, in short: whoever helps only by name."""
    helpers = _helpers(end, nearest, place)
    return tuple(
        lines(plain(f"{number}. {_text(item, end)}"), _named(helpers.get(item.id), end))
        for number, item in _on(screen, end)
    )


def whole_plan(end: Ended, nearest: Nearest, place: str | None, screen: int) -> tuple[str, ...]:
    """The same to be kept: with what to read, and how to reach who helps."""
    helpers = _helpers(end, nearest, place)
    return tuple(
        lines(plain(f"{number}. {_text(item, end)}"), plain(_to_read(item, end)), _reached(helpers.get(item.id), end))
        for number, item in _on(screen, end)
    )


def screens(end: Ended) -> Mapping[str, tuple[int, int]]:
    """The further screens of a plan by their part, with the first and the last line of each."""
    total = len(end.items) if end.facts.lists == "plan" else 0
    starts = enumerate(range(SCREEN, total, SCREEN), start=2)
    return {f"p{screen}": (start + 1, min(start + SCREEN, total)) for screen, start in starts}


def _on(screen: int, end: Ended) -> Sequence[tuple[int, GuideItem]]:
    """The lines of a screen, counted from one, with their numbers in the whole plan."""
    numbered = list(enumerate(end.items, 1))
    return numbered[(screen - 1) * SCREEN : screen * SCREEN]


def _text(item: GuideItem, end: Ended) -> str:
    return end.guide.words.items[item.id].text


def _helpers(end: Ended, nearest: Nearest, place: str | None) -> dict[str, Found]:
    """Without services that have left the packs, or whose proof is too old by now."""
    here = place if place in end.reader.packs.places else None
    looked_up = ((item, found(Offer(service), here, end.reader)) for item, service in nearest)
    return {item: helper for item, helper in looked_up if helper}


def _named(helper: Found | None, end: Ended) -> str:
    if helper is None:
        return ""
    may_help = end.reader.say.gettext("📍 May help with this: {name}").format(name=helper.said.words.name)
    return lines(plain(may_help), italic(proof(helper, end.reader)))


def _reached(helper: Found | None, end: Ended) -> str:
    if helper is None:
        return ""
    number = phones(helper.service, end.reader)
    there = plain(where(helper, end.reader))
    return lines(plain(helper.said.words.name), plain(number), there, plain(proof(helper, end.reader)))


def _to_read(item: GuideItem, end: Ended) -> str:
    if not item.topic or not shown(item.topic, end.reader):
        return ""
    title = end.reader.packs.topics[item.topic].said(end.reader.language).words.title
    return end.reader.say.gettext("To read here: {title}").format(title=title)
