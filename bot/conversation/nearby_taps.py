"""The buttons of the directory: places, kinds of help, services. What is gone leads kindly to the menu."""

import re
from collections.abc import Callable
from typing import Final

from bot.conversation import abroad, cards, nearby
from bot.conversation.nearby import Known, Page
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap, TapName
from bot.conversation.turn import Turn
from bot.directory.wish import PACKED, STROKE, Wish, unpacked
from bot.language.formats import countries

SEEN: Final = re.compile(rf"([0-9]{{0,4}})((?:{PACKED.pattern}))")
"""How many services were seen already, then the letters of a wish: what we write into a button ourselves."""


def _near(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    """The remembered place, unless another one is wanted (any argument)."""
    if conversation.place and not tap.argument:
        return nearby.at(conversation, known, tapped=tapped)
    return nearby.asked(conversation, tapped)


def _place(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    place = known[0].packs.places.get(tap.argument)
    return nearby.moved(conversation, place, known, tapped) if place else nearby.asked(conversation, tapped)


def _countries(conversation: Conversation, _tap: Tap, tapped: int, known: Known) -> Turn:
    return abroad.countries(conversation, known, tapped)


def _country(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    """Detail: a need, then what was seen and the letters of the wish."""
    need, _, rest = tap.detail.partition(STROKE)
    seen, wish = _wish(need, rest)
    if not _is_need(need, known) or tap.argument not in countries():
        return nearby.gone(conversation, tapped)
    page = Page(wish if tap.detail else conversation.wished, seen)
    return abroad.chosen(conversation, tap.argument, known, page, tapped)


def _needs(conversation: Conversation, _tap: Tap, tapped: int, known: Known) -> Turn:
    return nearby.needs(conversation, known, tapped)


def _need(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    seen, wish = _wish(tap.argument, tap.detail)
    if not _is_need(tap.argument, known):
        return nearby.gone(conversation, tapped)
    return nearby.at(conversation, known, Page(wish, seen), tapped)


def _traits(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    _, wish = _wish(tap.argument, tap.detail)
    if not _is_need(tap.argument, known):
        return nearby.gone(conversation, tapped)
    return nearby.traits(conversation, known, wish, tapped)


def _service(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    need = tap.detail if _is_need(tap.detail, known) else ""
    return cards.card(conversation, tap.argument, need, known, tapped)


def _map(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    return cards.on_map(conversation, tap.argument, known, tapped)


def _wrong(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    if tap.detail:
        return cards.mistake_told(conversation, tap.argument, tap.detail, known, tapped)
    return cards.mistake_asked(conversation, tap.argument, known, tapped)


def _wish(need: str, detail: str) -> tuple[int, Wish]:
    found = SEEN.fullmatch(detail)
    return (int(found[1] or 0), unpacked(need, found[2])) if found else (0, Wish(need))


def _is_need(need: str, known: Known) -> bool:
    packs = known[0].packs
    return not need or need in packs.needs or need in packs.category_words


PRESSED: dict[TapName, Callable[[Conversation, Tap, int, Known], Turn]] = {
    "near": _near,
    "place": _place,
    "countries": _countries,
    "country": _country,
    "needs": _needs,
    "need": _need,
    "traits": _traits,
    "service": _service,
    "map": _map,
    "wrong": _wrong,
}
