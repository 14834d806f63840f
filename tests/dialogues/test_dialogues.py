"""Every dialogue through the core, and through the whole bot with both libraries."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.budget import MINUTE
from bot.sandbox.server import DESK_CHAT
from tests.both_channels import through_both
from tests.dialogues.end_to_end import EndToEnd
from tests.dialogues.played import packs, played_in_core
from tests.dialogues.player import play
from tests.dialogues.story import Dialogue, files
from tests.playing import Clock, Playing, playing

every_dialogue = pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}/{path.stem}")


class Houses:
    """One bot and one sandbox for each library, with a desk and without one, for all stories."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders
        self._open: dict[tuple[str, bool], tuple[Playing, Clock]] = {}
        self.stack = AsyncExitStack()

    async def get(self, library: str, *, desk: bool) -> tuple[Playing, Clock]:
        if (library, desk) not in self._open:
            clock = Clock()
            opening = playing(library, self._folders.mktemp("udha"), clock=clock, desk=DESK_CHAT if desk else None)
            house = await self.stack.enter_async_context(opening)
            # All stories together write more in a minute than a group takes; here every look is a minute later.
            house.bot.delivery.budget.clock = count(0, MINUTE).__next__
            self._open[library, desk] = house, clock
        return self._open[library, desk]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def houses(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Houses]:
    found = Houses(tmp_path_factory)
    async with found.stack:
        yield found


@every_dialogue
async def test_a_dialogue_goes_as_promised_in_the_core(path: Path) -> None:
    await played_in_core(path)


@pytest.mark.asyncio(loop_scope="module")
@through_both
@every_dialogue
async def test_a_dialogue_goes_as_promised_over_telegram(path: Path, library: str, houses: Houses) -> None:
    dialogue = Dialogue(path)
    if dialogue.story.alone:
        return  # five tries take eight seconds, and the clock is everybody's; tests/end_to_end has these roads
    house, clock = await houses.get(library, desk=dialogue.story.desk)
    clock.today = dialogue.story.today
    player = EndToEnd(dialogue, house)
    await player.start()
    await play(dialogue, player, packs())
