"""Somebody taps and writes whatever comes to hand, ten thousand times in each guide: nothing is a dead end."""

import random
from datetime import UTC, datetime
from typing import Final

import pytest

from bot.conversation.actions import Show
from bot.conversation.advance import advance
from bot.conversation.events import ButtonPressed, Event, TextWritten
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.taps import NAMES, Tap, unpacked
from bot.rendering.context import Context
from bot.rendering.markup import LIMIT, units
from bot.rendering.views import render
from tests.builders import the_real_packs
from tests.contexts import the_phrases
from tests.fakes import Canned

NOW: Final = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
STEPS: Final = 10_000
MESSAGE: Final = 7
ONWARD: Final = frozenset({"answer", "done"})
"""Chosen more often than the ways back, or nobody would ever come to an end."""
OF_GUIDES: Final = ONWARD | {"guide", "play", "pick", "undo", "why", "result", "list", "tick", "remind", "forget"}
TYPED: Final = (
    "16", "999999", "12.03.2026 - 20.04.2026", "01.02.2026", "30.02.2026", "sot", "nesër", "Kukës", "Prishtinë",
    "jam në Shkodër", "asgjëkund", "nuk e di", "?", "çfarë është kjo", "1.1.1900", "31.12.9999", "how old am i",
)  # fmt: skip


class Walker:
    """Goes wherever the buttons of one guide lead."""

    def __init__(self, knowledge: Knowledge, guide: str, seed: int) -> None:
        self.knowledge, self.chance = knowledge, random.Random(seed)  # noqa: S311 -- a walk, not a secret
        self.conversation = Conversation("sq")
        self.context = Context(knowledge.packs, the_phrases(), NOW, desk=True)
        self.beginning = Tap("guide", guide).packed()
        self.guide, self.buttons = guide, [self.beginning]
        self.results = 0

    def tap(self, data: str) -> None:
        self._does(ButtonPressed(unpacked(data), MESSAGE))

    def wander(self) -> None:
        """Mostly onward, now and then back, and now and then in words."""
        if self.chance.random() < 0.05:
            self._does(TextWritten(self.chance.choice(TYPED), MESSAGE))
        else:
            ours = self.ours()
            self.tap(self.chance.choice([*ours, *self.onward() * 5] or [self.beginning]))

    def ours(self) -> list[str]:
        """The buttons of this guide that are seen now."""
        split = ((data, *data.split(":")[:2]) for data in self.buttons if ":" in data)
        return [data for data, name, guide in split if name in OF_GUIDES and guide == self.guide]

    def onward(self) -> list[str]:
        return [data for data in self.ours() if data.partition(":")[0] in ONWARD]

    def _does(self, event: Event) -> None:
        turn = advance(self.conversation, event, self.knowledge, NOW)
        # A counsellor's part is another story: here nobody ever waits for one.
        self.conversation = turn.conversation.changed(case="none")
        self.results += sum(count.kind == "guide_result" for count in turn.counts)
        assert turn.actions, "silence"
        for action in turn.actions:
            if isinstance(action, Show):
                self._sees(action)

    def _sees(self, action: Show) -> None:
        """In every language the text fits, and there is a way on, which we know how to go."""
        for language in self.knowledge.packs.languages:
            message = render(action.view, language, self.context)
            self.buttons = [button.data for row in message.rows for button in row if button.data]
            assert units(message.html) <= LIMIT
            assert self.buttons, f"no way on from {action.view}"
            assert all(map(unpacked, self.buttons))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Canned().knowledge(the_real_packs(), desk=True)


GUIDES: Final = sorted(the_real_packs().guides)


@pytest.mark.parametrize("name", GUIDES)
def test_ten_thousand_steps_in_a_guide_always_lead_on(knowledge: Knowledge, name: str) -> None:
    walker = Walker(knowledge, name, seed=7)
    for _ in range(STEPS):
        walker.wander()
    assert walker.results


@pytest.mark.parametrize("name", GUIDES)
def test_answers_alone_come_to_an_end_in_at_most_as_many_taps_as_there_are_steps(
    knowledge: Knowledge, name: str
) -> None:
    """Two taps a step: the answer, and the explanation that is read."""
    longest = 2 * len(knowledge.packs.guides[name].facts.steps)
    for seed in range(50):
        walker = Walker(knowledge, name, seed)
        walker.tap(Tap("play", name, "start").packed())
        for _ in range(longest):
            # After danger the guide is taken up again from the menu.
            walker.tap(walker.chance.choice(walker.onward() or [Tap("play", name, "on").packed()]))
            if walker.results:
                break
        assert walker.results, (name, seed)


def test_every_tap_of_a_guide_is_walked() -> None:
    assert OF_GUIDES <= NAMES
