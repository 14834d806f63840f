"""The buttons of guides. An old one finds the guide as it is now, or leads kindly to its beginning."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from bot.conversation import checklists, guide_results, guides
from bot.conversation.guides import Known
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap, TapName
from bot.conversation.turn import Turn, show
from bot.conversation.views import Menu
from bot.guides.ninety_days import STILL, Stay, pending, written
from bot.guides.playing import next_step
from bot.packs.assets import Guide
from bot.packs.guide_schema import UNSAID, GuideStep

Pressed = Callable[[Conversation, Guide, Tap, int, Known], Turn]


def pressed(conversation: Conversation, tap: Tap, tapped: int, known: Known) -> Turn:
    """A button of a guide; what has left the packs leads to the menu."""
    if tap.name == "guides":
        return guides.overview(conversation, tap.argument, known, tapped)
    guide = guides.found(tap.argument, known)
    if guide is None:
        return show(conversation, Menu("button"), tapped)
    return OF_A_GUIDE[tap.name](conversation, guide, tap, tapped, known)


def _guide(conversation: Conversation, guide: Guide, _tap: Tap, tapped: int, known: Known) -> Turn:
    return guides.opened(conversation, guide.name, known, tapped)


def _play(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, known: Known) -> Turn:
    match tap.detail:
        case "start" | "again":
            return guides.begun(conversation, guide, known, tapped)
        case "back":
            return guides.back(conversation, guide, known, tapped)
        case "leave":
            return guides.left(conversation, guide, tapped)
        case _:
            return guides.gone_on(conversation, guide, known, tapped)


def _step(guide: Guide, name: str) -> GuideStep | None:
    return next((step for step in guide.facts.steps if step.id == name), None)


def _answer(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, known: Known) -> Turn:
    name, _, value = tap.detail.partition(".")
    step = _step(guide, name)
    if step is None:
        return guides.gone_on(conversation, guide, known, tapped)
    if step.ask == "stays" and value == STILL:
        return _still_there(conversation, guide, tapped, known)
    if not _is_answer(step, value, known):
        return guides.gone_on(conversation, guide, known, tapped)
    if step.remembers:
        conversation = _remembering(conversation, value, known)
    return guides.answered(conversation, guide, guides.Given(step, (value,)), known, tapped)


def _remembering(conversation: Conversation, town: str, known: Known) -> Conversation:
    """With the town that was told; whoever would rather not say it is not near the one that they once told."""
    if town == UNSAID:
        return replace(conversation, place=None)
    place = known[0].packs.places[town]
    return replace(conversation, place=place.id, country=place.country, home=None)


def _is_answer(step: GuideStep, value: str, known: Known) -> bool:
    """Whether a button of ours could say this to this step."""
    if value == UNSAID:
        return step.ask != "info"
    match step.ask:
        case "choice" | "yes_no":
            return value in step.ids
        case "number":
            return value.isdecimal() and (step.at_least or 0) <= int(value) <= (step.at_most or 0)
        case "place":
            return value in known[0].packs.places
        case "date":
            return _is_day(value)
        case _:
            return False


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _still_there(conversation: Conversation, guide: Guide, tapped: int, known: Known) -> Turn:
    """The stay that was entered last goes on."""
    draft = conversation.guide.draft if conversation.guide else ()
    entry = pending(draft[-1]) if draft else None
    if entry is None or conversation.guide is None or conversation.guide.guide != guide.name:
        return guides.gone_on(conversation, guide, known, tapped)
    changed = (*draft[:-1], written(Stay(entry, None)))
    return guides.drafted(conversation, guide, changed, known, tapped)


def _pick(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, known: Known) -> Turn:
    """One of several is ticked, or is not any more; the button says which, so that a double tap does no harm."""
    name, _, rest = tap.detail.partition(".")
    value, _, state = rest.partition(".")
    step, playing = _step(guide, name), conversation.guide
    current = next_step(playing, guide.facts) if playing and playing.guide == guide.name else None
    if playing is None or step is None or step != current or value not in step.ids:
        return guides.gone_on(conversation, guide, known, tapped)
    without = tuple(each for each in playing.draft if each != value)
    draft = step.ticked(playing.draft, value) if state == "on" else without
    return guides.drafted(conversation, guide, draft, known, tapped)


def _done(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, known: Known) -> Turn:
    step = _step(guide, tap.detail)
    if step is None:
        return guides.gone_on(conversation, guide, known, tapped)
    return guides.done(conversation, guide, step, known, tapped)


def _undo(conversation: Conversation, guide: Guide, _tap: Tap, tapped: int, known: Known) -> Turn:
    """The last stay is taken back."""
    playing = conversation.guide
    if playing is None or playing.guide != guide.name:
        return guides.gone_on(conversation, guide, known, tapped)
    return guides.drafted(conversation, guide, playing.draft[:-1], known, tapped)


def _why(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, known: Known) -> Turn:
    """Why we ask, under the same question."""
    playing = conversation.guide
    current = next_step(playing, guide.facts) if playing and playing.guide == guide.name else None
    if current is None or current.id != tap.detail:
        return guides.gone_on(conversation, guide, known, tapped)
    return guides.asked(conversation, guide, known, tapped, why=True)


OF_A_GUIDE: Final[dict[TapName, Pressed]] = {
    "guide": _guide,
    "play": _play,
    "answer": _answer,
    "pick": _pick,
    "done": _done,
    "undo": _undo,
    "why": _why,
    "result": guide_results.pressed,
    "list": checklists.opened,
    "tick": checklists.ticked,
    "remind": checklists.reminded,
    "forget": checklists.deleted,
}

PRESSED: Final[dict[TapName, Callable[[Conversation, Tap, int, Known], Turn]]] = dict.fromkeys(
    ("guides", *OF_A_GUIDE), pressed
)
