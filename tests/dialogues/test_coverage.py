"""Nothing that the bot can do is missing from the dialogues."""

from typing import Any, get_args

import pytest
import pytest_asyncio

from bot.conversation.actions import Action, Show
from bot.conversation.events import CommandGiven, Event
from bot.conversation.views import Danger, Menu, Notice, Part, Section, TopicShown, View
from tests.dialogues.played import packs, played_in_core
from tests.dialogues.story import files

LANGUAGES = ("sq", "en")
FEWEST = 14
PARTS = get_args(Part)


class Appeared:
    """What happened in all dialogues together."""

    def __init__(self) -> None:
        self.things: list[tuple[str, Event | Action]] = []

    def of(self, kind: type[Any]) -> list[Any]:
        return [thing for _, thing in self.things if isinstance(thing, kind)]

    def views(self, kind: type[Any]) -> list[Any]:
        return [action.view for action in self.of(Show) if isinstance(action.view, kind)]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def appeared() -> Appeared:
    found = Appeared()
    for path in files():
        player = await played_in_core(path)
        found.things += ((path.parent.name, thing) for thing in player.appeared)
    return found


def test_every_language_has_fourteen_dialogues() -> None:
    told = [path.parent.name for path in files()]
    assert {language: told.count(language) >= FEWEST for language in LANGUAGES} == dict.fromkeys(LANGUAGES, True)


def test_every_event_and_action_happens_in_some_dialogue(appeared: Appeared) -> None:
    happened = {type(thing) for _, thing in appeared.things}
    assert {*get_args(Event), *get_args(Action)} - happened == set()


def test_every_kind_of_view_is_shown_in_some_dialogue(appeared: Appeared) -> None:
    assert set(get_args(View)) - {type(view) for view in appeared.views(object)} == set()


@pytest.mark.parametrize(
    ("kind", "named"), [(Notice, "what"), (Menu, "hint"), (CommandGiven, "command")], ids=["notice", "hint", "command"]
)
def test_every_variant_appears_in_some_dialogue(appeared: Appeared, kind: type[Any], named: str) -> None:
    found = {getattr(thing, named) for thing in (*appeared.of(kind), *appeared.views(kind))}
    assert set(_values(kind.__annotations__[named])) - found == set()


def test_every_section_is_opened_in_some_dialogue(appeared: Appeared) -> None:
    assert set(packs().sections) - {view.section for view in appeared.views(Section)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_unfolded_in_every_language(appeared: Appeared, language: str) -> None:
    shown = (action for told, action in appeared.things if told == language and isinstance(action, Show))
    parts = {(action.view.slug, action.view.part) for action in shown if isinstance(action.view, TopicShown)}
    assert {(slug, part) for slug in packs().topics for part in PARTS} - parts == set()


def test_every_sign_of_danger_is_met_in_some_dialogue(appeared: Appeared) -> None:
    assert set(packs().signals) - {view.signal for view in appeared.views(Danger)} == set()


def _values(annotation: Any) -> list[Any]:
    """The strings of a Literal, also inside a union with None."""
    inner = get_args(annotation)
    return [value for part in inner for value in (get_args(part) or (part,)) if isinstance(value, str)]
