"""Nothing that the bot can do is missing from the dialogues."""

from typing import Any, get_args

import pytest
import pytest_asyncio

from bot.conversation import thumbs
from bot.conversation.actions import Action, Alert, Show
from bot.conversation.case_views import AskShare, Notice
from bot.conversation.events import ButtonPressed, CommandGiven, Event
from bot.conversation.guide_taps import OF_A_GUIDE
from bot.conversation.guide_views import (
    AskTell,
    Checklist,
    GuideIntro,
    GuideNotice,
    GuideQuestion,
    GuideResult,
    GuideText,
)
from bot.conversation.taps import Tap
from bot.conversation.views import Danger, Menu, Part, Reason, Section, TopicShown, View
from bot.desk.actions import DeskAction
from bot.desk.events import Commanded, DeskEvent, Pressed
from bot.desk.taps import DeskTapName
from bot.desk.views import AskSure, DeskView, Sentence, Told
from bot.guides.outcome import unpacked
from tests.dialogues.played import packs, played_in_core
from tests.dialogues.story import files

LANGUAGES = ("sq", "en")
FEWEST = 14
PARTS = get_args(Part)

BY_DELIVERY: frozenset[Told] = frozenset(
    {"edited", "not_copied", "not_passed_on", "not_reached", "not_deleted", "too_old", "thread_again", "please_delete",
     "desk_lost", "desk_again", "no_threads"}
)  # fmt: skip
"""What counsellors are told when Telegram refuses something, which no dialogue can bring about."""
ELSEWHERE: frozenset[Told] = frozenset({"no_case"})
"""What is said outside the thread of any case, where no dialogue plays."""
UNSAID: frozenset[Told] = frozenset({"erased"})
"""There is a sentence for it, and no rule says it: a thread whose time is over goes silently."""
UNSHOWN = {"desk_away"}
"""What clients are told when the desk cannot be reached, which only delivery finds out."""
UNPRESSED = {"help"}
"""A button that stands nowhere any more; an old one is still understood."""
UNPLAYED = {"changed", "number"}
"""What is said where questions changed while somebody answered them, which takes other packs; and of an odd number, for
which no guide of the packs asks."""
WAYS = {"start", "on", "back", "again", "leave"}
"""What the buttons for moving about in a guide say."""


class Appeared:
    """What happened in all dialogues together, and what the desk was told."""

    def __init__(self) -> None:
        self.things: list[tuple[str, Event | DeskEvent | Action | DeskAction]] = []
        self.told: list[DeskView] = []

    def of(self, kind: type[Any]) -> list[Any]:
        return [thing for _, thing in self.things if isinstance(thing, kind)]

    def views(self, kind: type[Any]) -> list[Any]:
        return [action.view for action in self.of(Show) if isinstance(action.view, kind)]

    def at_desk(self, kind: type[Any]) -> list[Any]:
        return [view for view in self.told if isinstance(view, kind)]

    @property
    def taps(self) -> list[Tap]:
        """Every button that clients pressed."""
        return [event.tap for event in self.of(ButtonPressed) if event.tap is not None]

    def results(self, language: str) -> set[str]:
        """Every result of a guide that was shown in the dialogues of a language."""
        shown = (action.view for told, action in self.things if told == language and isinstance(action, Show))
        return {result_of(view) for view in shown if isinstance(view, GuideResult)}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def appeared() -> Appeared:
    found = Appeared()
    for path in files():
        player = await played_in_core(path)
        found.things += ((path.parent.name, thing) for thing in player.appeared)
        found.told += player.told
    return found


def test_every_language_has_fourteen_dialogues() -> None:
    told = [path.parent.name for path in files()]
    assert {language: told.count(language) >= FEWEST for language in LANGUAGES} == dict.fromkeys(LANGUAGES, True)


def test_every_event_and_action_happens_in_some_dialogue(appeared: Appeared) -> None:
    happened = {type(thing) for _, thing in appeared.things}
    assert {*get_args(Event), *get_args(Action)} - happened == set()


def test_every_event_and_action_of_the_desk_happens_in_some_dialogue(appeared: Appeared) -> None:
    happened = {type(thing) for _, thing in appeared.things}
    assert {*get_args(DeskEvent), *get_args(DeskAction)} - happened == set()


def test_every_kind_of_view_is_shown_in_some_dialogue(appeared: Appeared) -> None:
    assert set(get_args(View)) - {type(view) for view in appeared.views(object)} == set()


def test_every_kind_of_view_of_the_desk_is_shown_in_some_dialogue(appeared: Appeared) -> None:
    assert set(get_args(DeskView)) - {type(view) for view in appeared.told} == set()


def test_the_desk_is_told_everything_in_some_dialogue_but_what_no_dialogue_brings(appeared: Appeared) -> None:
    told = {sentence.what for sentence in appeared.at_desk(Sentence)}
    assert set(get_args(Told)) - told - BY_DELIVERY - ELSEWHERE - UNSAID == set()
    assert told & UNSAID == set(), "take it off the list: it is said now"


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        (Notice, "what"), (AskShare, "what"), (Menu, "hint"), (CommandGiven, "command"), (Commanded, "command"),
        (GuideNotice, "what"), (GuideText, "what"), (Checklist, "note"), (GuideQuestion, "missed"),
        (TopicShown, "thumbs"),
    ],
    ids=["notice", "share", "hint", "command", "desk-command", "guide", "guide-text", "checklist", "missed", "thumbs"],
)  # fmt: skip
def test_every_variant_appears_in_some_dialogue(appeared: Appeared, kind: type[Any], named: str) -> None:
    found = {getattr(thing, named) for thing in (*appeared.of(kind), *appeared.views(kind))}
    assert set(_values(kind.__annotations__[named])) - found - UNSHOWN - UNPLAYED == set()


def test_every_button_of_the_desk_is_pressed_in_some_dialogue(appeared: Appeared) -> None:
    pressed = {event.tap.name for event in appeared.of(Pressed) if event.tap is not None}
    assert set(get_args(DeskTapName)) - pressed - UNPRESSED == set()


def test_every_way_to_find_a_counsellor_is_asked_about_in_some_dialogue(appeared: Appeared) -> None:
    assert set(_values(AskSure.__annotations__["why"])) - {view.why for view in appeared.at_desk(AskSure)} == set()


def test_every_section_is_opened_in_some_dialogue(appeared: Appeared) -> None:
    assert set(packs().sections) - {view.section for view in appeared.views(Section)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_unfolded_in_every_language(appeared: Appeared, language: str) -> None:
    shown = (action for told, action in appeared.things if told == language and isinstance(action, Show))
    parts = {(action.view.slug, action.view.part) for action in shown if isinstance(action.view, TopicShown)}
    assert {(slug, part) for slug in packs().topics for part in PARTS} - parts == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_of_every_guide_is_reached_in_every_language(appeared: Appeared, language: str) -> None:
    results = {f"{guide.name}: {result.id}" for guide in packs().guides.values() for result in guide.facts.results}
    assert results - appeared.results(language) == set()


def test_every_part_of_a_result_is_opened_in_some_dialogue(appeared: Appeared) -> None:
    opened = {f"{view.guide}: {view.part}" for view in appeared.views(GuideResult)}
    every = ((guide.name, result) for guide in packs().guides.values() for result in guide.facts.results)
    assert {f"{name}: {part}" for name, result in every for part in result.parts} - opened == set()


def test_every_button_of_a_guide_is_pressed_in_some_dialogue(appeared: Appeared) -> None:
    assert {"guides", *OF_A_GUIDE} - {tap.name for tap in appeared.taps} == set()
    assert WAYS - {tap.detail for tap in appeared.taps if tap.name == "play"} == set()


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        *((GuideIntro, named) for named in ("under_way", "listed", "second", "sent")),
        *((GuideQuestion, named) for named in ("chosen", "why", "town", "among", "overheard")),
        *((GuideResult, named) for named in ("nearest", "half", "before")),
    ],
)
def test_a_guide_is_shown_in_every_state_in_some_dialogue(appeared: Appeared, kind: type[Any], named: str) -> None:
    unsaid = getattr(kind, named)
    assert any(getattr(view, named) != unsaid for view in appeared.views(kind))


def test_a_result_is_shown_to_a_counsellor_within_a_case_and_without_one(appeared: Appeared) -> None:
    assert {view.opens for view in appeared.views(AskTell)} == {True, False}


def test_every_reason_why_an_answer_did_not_help_is_given_in_some_dialogue(appeared: Appeared) -> None:
    given = {tap.detail.rpartition(".")[2] for tap in appeared.taps if tap.name == "because"}
    assert {*get_args(Reason), thumbs.UNSAID} - given == set()


def test_every_answer_that_tells_of_danger_is_given_in_some_dialogue(appeared: Appeared) -> None:
    steps = ((guide.name, step) for guide in packs().guides.values() for step in guide.facts.steps)
    danger = {f"{name}: {step.id}.{each.id}" for name, step in steps for each in step.answers if each.signal}
    given = {f"{tap.argument}: {tap.detail.removesuffix('.on')}" for tap in appeared.taps}
    assert danger - given == set()


def test_every_sign_of_danger_is_met_in_some_dialogue(appeared: Appeared) -> None:
    assert set(packs().signals) - {view.signal for view in appeared.views(Danger)} == set()


def test_the_desk_hears_of_every_sign_of_danger_that_is_now(appeared: Appeared) -> None:
    now = {kind for kind, signal in packs().signals.items() if signal.facts.level == "now"}
    assert now - {alert.signal for alert in appeared.of(Alert)} == set()


def result_of(view: GuideResult) -> str:
    """Which result it is; `outcome` is packed."""
    came = unpacked(view.outcome, packs().guides[view.guide].facts)
    return f"{view.guide}: {came.result if came else 'of no version that there is'}"


def _values(annotation: Any) -> list[Any]:
    """The strings of a Literal, also inside a union with None."""
    inner = get_args(annotation)
    return [value for part in inner for value in (get_args(part) or (part,)) if isinstance(value, str)]
