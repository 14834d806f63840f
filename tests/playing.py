"""The whole bot against a sandbox, both in this process.

async with playing("python-telegram-bot", tmp_path) as play:
    await play.client_text(1001, "/start")
    await play.quiet()                     # nothing is left to handle or to send
    assert (await play.last(1001)).labels
"""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from bot.running import Bot
from bot.sandbox.server import DESK_CHAT, TOKEN, World
from bot.settings import Settings
from tests.builders import TODAY
from tests.sandbox_client import SandboxClient, running_sandbox

SECRET: Final = "a secret for tests only"
LOOK_EVERY: Final = 0.002
PATIENCE: Final = 15.0


@dataclass
class Clock:
    """The bot's clock stands still at noon of a day; a test may set another one, or let time pass."""

    today: date = TODAY
    later: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.combine(self.today, time(12), UTC) + self.later


class Playing(SandboxClient):
    """The people of the sandbox, with the world and the bot at hand."""

    def __init__(self, base_url: str, world: World, bot: Bot) -> None:
        super().__init__(base_url)
        self.world = world
        self.bot = bot
        self.restarted: Callable[[int | str | None], Awaitable[Bot]]

    async def again(self, desk: int | str | None = None) -> None:
        """Stop the bot as SIGTERM does and start it anew on the same database, with other desks if given."""
        self.bot = await self.restarted(desk)

    async def quiet(self, patience: float = PATIENCE) -> None:
        """Wait until the bot has read everything, handled everything and sent everything."""
        try:
            async with asyncio.timeout(patience):
                while self._busy():  # noqa: ASYNC110 -- three parts would have to tell of it only for tests
                    await asyncio.sleep(LOOK_EVERY)
        except TimeoutError:
            raise TimeoutError(f"The bot still had something to do after {patience} s.") from None

    def _busy(self) -> bool:
        # In this order an update cannot slip through: it is handed on before it is acknowledged.
        return bool(self.world.updates.pending() or self.bot.handling.lanes.pending or self.bot.delivery.lanes.pending)


def settings_for(library: str, address: str, database_url: str, *, desk: int | str | None = DESK_CHAT) -> Settings:
    """Stand-in settings, as `udha sandbox` makes them; nothing is read from the environment that matters here."""
    return Settings(
        telegram_token=TOKEN,
        telegram_api=address,
        channel=library,
        desk_chat=desk,
        database_url=database_url,
        secret_key=SECRET,
        http_port=0,
    )


def sqlite_in(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'udha.db'}"


@asynccontextmanager
async def running_bot(settings: Settings, clock: Callable[[], datetime]) -> AsyncIterator[Bot]:
    """A bot that is up; it is stopped as SIGTERM stops it."""
    # The first build imports the channel's library, which takes seconds for aiogram.
    bot = await asyncio.to_thread(Bot.build, settings, clock)
    stopped, up = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(bot.run(stopped, lambda _: up.set()))
    ready = asyncio.create_task(up.wait())
    await asyncio.wait((running, ready), return_when=asyncio.FIRST_COMPLETED)
    try:
        if up.is_set():
            yield bot
    finally:
        ready.cancel()
        stopped.set()
        await running
        gc.unfreeze()  # a bot that runs for good settles its memory; here the next one comes in a moment


@asynccontextmanager
async def playing(  # noqa: PLR0913 -- each has its usual value
    library: str,
    folder: Path,
    database_url: str | None = None,
    clock: Callable[[], datetime] | None = None,
    *,
    desk: int | str | None = DESK_CHAT,
    groups: tuple[int, ...] = (DESK_CHAT,),
) -> AsyncIterator[Playing]:
    """A sandbox of its own and a bot on it, until the end of the block; its database lies in `folder`.

    `desk` is what UDHA_DESK_CHAT says, `groups` are the groups of counsellors that there are.
    """
    world = World(desks=groups)
    async with running_sandbox(world) as people:
        url = database_url or sqlite_in(folder)
        async with AsyncExitStack() as running:

            async def started(other: int | str | None = None) -> Bot:
                await running.aclose()
                chosen = settings_for(library, people.base_url, url, desk=other or desk)
                return await running.enter_async_context(running_bot(chosen, clock or Clock()))

            async with Playing(people.base_url, world, await started()) as play:
                play.restarted = started
                yield play
