"""Builds the running bot out of its parts, in one visible place, and keeps it going until it is told to stop."""

import asyncio
import ctypes
import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from bot import learnt, logs
from bot.channels.calls import SetCommands
from bot.channels.chosen import channel as chosen_channel
from bot.channels.delivery import Delivery
from bot.channels.errors import Throttled, Trouble
from bot.channels.handling import Handling
from bot.channels.intake import Intake
from bot.channels.posting import Posting
from bot.channels.protocol import Channel, Identity
from bot.channels.waiting import growing
from bot.channels.weekly import Weekly
from bot.errors import ChannelError
from bot.language.phrases import Phrases
from bot.rendering.commands import commands
from bot.service import Service
from bot.settings import Settings, secret_of, token_of
from bot.storage import inbox, outbox, version
from bot.storage.database import Database
from bot.storage.vault import Vault

YOUNG: Final = 20_000
"""Objects made before the collector looks at the young ones: a few turns' worth, not a tenth of one (700)."""
Result = TypeVar("Result")
PATIENCE: Final = 8.0
"""Seconds for what is under way when we are told to stop: a container is killed after 10 (Docker's default)."""


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Bot:
    """The parts that run; everything they need is in them."""

    channel: Channel
    database: Database
    vault: Vault
    handling: Handling
    delivery: Delivery
    intake: Intake
    phrases: Phrases
    languages: tuple[str, ...]
    http: tuple[str, int]
    """Host and port of the console."""
    console_address: str = ""
    """Once it is served."""

    @classmethod
    def build(cls, settings: Settings, clock: Callable[[], datetime] = now) -> "Bot":
        """Raises SettingsError, ContentError or StorageError before anything has happened."""
        token, vault = token_of(settings), Vault(secret_of(settings))
        knowledge = learnt.knowledge(settings.content_dir, settings.index_file, desk=settings.desk_chat is not None)
        packs = knowledge.packs
        phrases = Phrases.load(settings.locales_dir)
        database = Database.open(settings.database_url)
        channel = chosen_channel(settings.channel, token, settings.telegram_api)
        service = Service(database, vault, knowledge, clock)
        delivery = Delivery(channel, service, Posting(packs, phrases, clock, settings.desk_chat))
        handling = Handling(channel, service, delivery)
        intake = Intake(channel, database, vault, clock, handling.put, handling.lanes.room)
        http = settings.http_host, settings.http_port
        return cls(channel, database, vault, handling, delivery, intake, phrases, packs.languages, http)

    async def run(self, stopped: asyncio.Event, ready: Callable[[Identity], None] = lambda _: None) -> None:
        """Until `stopped` is set. What was taken in before the last stop is finished first."""
        try:
            await version.make_ready(self.database)
            await version.check_key(self.database, self.vault)
            async with self._console():
                identity = await _patiently(self.channel.open)
                _settle_memory()
                await self._go_on()
                ready(identity)
                await self._until(stopped)
        finally:
            await self._close()

    @asynccontextmanager
    async def _console(self) -> AsyncIterator[None]:
        """The console beside the bot. Raises SettingsError where its port is taken, before anything is read."""
        from bot.console.app import Console, create_app  # noqa: PLC0415 -- no setting that is refused has to wait for it
        from bot.serving import served  # noqa: PLC0415 -- see above

        posting = self.delivery.posting
        console = Console(posting.packs, self.phrases, self.database, self.vault, posting.clock)
        async with served(create_app(console), *self.http) as self.console_address:
            logs.get().info("console_served", address=self.console_address)
            yield

    async def _go_on(self) -> None:
        """Take up what waited in inbox and outbox, before anything new."""
        async with self.database.transaction() as tx:
            unsent = await outbox.waiting(tx, self.vault)
            unhandled = await inbox.waiting(tx, self.vault)
        self.delivery.put(unsent)
        for item in unhandled:
            self.handling.put(item)
        logs.get().info("started", count=len(unhandled) + len(unsent))

    async def _until(self, stopped: asyncio.Event) -> None:
        waits: set[asyncio.Future[Any]] = {
            asyncio.ensure_future(stopped.wait()),
            asyncio.ensure_future(self.intake.run()),
            asyncio.ensure_future(self._set_commands()),
            asyncio.ensure_future(Weekly(self.database, self.delivery.posting, self.channel.perform).run()),
            asyncio.ensure_future(self.handling.lanes.failure()),
            asyncio.ensure_future(self.delivery.lanes.failure()),
        }
        try:
            while not stopped.is_set():
                done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
                waits -= done
        finally:
            for task in waits:
                task.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def _set_commands(self) -> None:
        """The command menu, once for everybody (Albanian) and once for each language."""
        for language in (None, *self.languages):
            listed = commands(language or "sq", self.phrases)
            try:
                await _patiently(lambda: self.channel.perform(SetCommands(listed, language)))  # noqa: B023 -- awaited within the loop
            except ChannelError as fault:
                logs.get().warning("commands_not_set", error=type(fault).__name__)

    async def _close(self) -> None:
        await self.handling.lanes.stop(PATIENCE / 2)
        await self.delivery.lanes.stop(PATIENCE / 2)
        await self.channel.close()
        await self.database.close()
        logs.get().info("stopped")


def _settle_memory() -> None:
    """Libraries, packs and indexes stay for good: the garbage collector need not look through them again and again."""
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()
    # glibc keeps what starting has freed; a few MiB go back to the machine.
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


async def _patiently(ask: Callable[[], Awaitable[Result]]) -> Result:
    """Telegram may be away when we start; only a refused token is final."""
    for pause in growing():
        try:
            return await ask()
        except Throttled as asked:
            await asyncio.sleep(asked.seconds)
        except Trouble as trouble:
            logs.get().warning("asking_again", error=type(trouble).__name__)
            await asyncio.sleep(pause)
    raise AssertionError("the pauses never end")
