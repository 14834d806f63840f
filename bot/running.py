"""Builds the running bot out of its parts, in one visible place, and keeps it going until it is told to stop."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from bot import learnt, logs, memory
from bot.casework import Casework
from bot.channels.budget import Budget
from bot.channels.calls import SetCommands
from bot.channels.chosen import channel as chosen_channel
from bot.channels.counted import Counted
from bot.channels.delivery import Delivery
from bot.channels.errors import Throttled, Trouble
from bot.channels.handling import Handling
from bot.channels.intake import Intake
from bot.channels.posting import Posting
from bot.channels.protocol import Channel, Identity
from bot.channels.punctual import Punctual
from bot.channels.timing import timing, untimed
from bot.channels.waiting import growing
from bot.channels.weekly import Weekly
from bot.desk_service import DeskService
from bot.desk_setting import Desk
from bot.desk_standing import Standing
from bot.desks import Desks
from bot.errors import ChannelError, SettingsError
from bot.language.phrases import Phrases
from bot.opening.rules import read
from bot.publishing import Publishing
from bot.rendering.commands import commands, desk_commands
from bot.service import Service
from bot.settings import Settings, secret_of, token_of
from bot.storage import inbox, outbox, version
from bot.storage.database import Database
from bot.storage.vault import Vault

if TYPE_CHECKING:  # loaded only when somebody may ask
    from bot.console.health import Allowed, Health
    from bot.console.scraping import Queue
    from bot.metrics import Box, Metrics

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
    punctual: Punctual
    phrases: Phrases
    languages: tuple[str, ...]
    http: tuple[str, int]
    """Host and port of the console."""
    allowed: "Allowed" = "off"
    """Who may ask for readiness and metrics."""
    metrics: "Metrics | None" = None
    outside: str | None = None
    """The console's address as people reach it, where that is not the one at which it is served."""
    console_address: str = ""
    """Once it is served."""

    @classmethod
    def build(cls, settings: Settings, clock: Callable[[], datetime] = now) -> "Bot":
        """Raises SettingsError, ContentError or StorageError before anything has happened."""
        token, vault = token_of(settings), Vault(secret_of(settings))
        _check_hours(settings.desk_chat)
        knowledge = learnt.knowledge(settings.content_dir, settings.index_file, desk=bool(settings.desk_chat))
        packs = knowledge.packs
        phrases = Phrases.load(settings.locales_dir)
        database = Database.open(settings.database_url)
        channel, metrics = chosen_channel(settings.channel, token, settings.telegram_api), _metrics(settings)
        timed = timing(metrics.observe_turn) if metrics else untimed
        channel = Counted(channel, metrics.count_call) if metrics else channel
        desks, keep = Desks(settings.desk_chat, vault), timedelta(days=settings.case_keep_days)
        casework = Casework(vault, knowledge, clock, desks, settings.call_minutes, keep)
        budget = Budget()
        desk = DeskService(Service(database, vault, knowledge, clock, casework), budget.minute)
        posting = Posting(packs, phrases, clock, bool(desks), settings.case_keep_days)
        delivery = Delivery(channel, desk, posting, budget, Standing(database, desks))
        handling = Handling(channel, desk, delivery, timed)
        intake = Intake(channel, database, vault, clock, handling.put, handling.lanes.room)
        punctual = Punctual(desk, delivery.put, timed)
        parts = channel, database, vault, handling, delivery, intake, punctual, phrases, packs.languages
        return cls(*parts, (settings.http_host, settings.http_port), settings.metrics, metrics, settings.console_url)

    async def run(self, stopped: asyncio.Event, ready: Callable[[Identity], None] = lambda _: None) -> None:
        """Until `stopped` is set. What was taken in before the last stop is finished first."""
        try:
            await version.make_ready(self.database)
            await version.check_key(self.database, self.vault)
            async with self._console():
                await self.delivery.standing.remember_moves()
                identity = await _patiently(self.channel.open)
                self.delivery.letting_in.known_as(identity.username, self.console_base)
                memory.settle()
                await self._go_on()
                ready(identity)
                await self._until(stopped)
        finally:
            await self._close()

    @asynccontextmanager
    async def _console(self) -> AsyncIterator[None]:
        """The console beside the bot. Raises SettingsError where its port is taken, before anything is read."""
        from bot.console.access import Access  # noqa: PLC0415 -- no setting that is refused has to wait for it
        from bot.console.app import Console, create_app  # noqa: PLC0415 -- see above
        from bot.console.health import add_health  # noqa: PLC0415 -- see above
        from bot.console.pages import add_pages  # noqa: PLC0415 -- see above
        from bot.console.published import sources  # noqa: PLC0415 -- see above
        from bot.console.sign_in import add_sign_in  # noqa: PLC0415 -- see above
        from bot.serving import served  # noqa: PLC0415 -- see above

        posting = self.delivery.posting
        console = Console(posting.packs, self.phrases, self.database, self.vault, posting.clock)
        app = create_app(console)
        add_health(app, self._health())
        add_sign_in(app, Access(self.delivery.administrators.is_admin, lambda: self.console_base))
        add_pages(app, sources(console))
        async with served(app, *self.http) as self.console_address:
            logs.get().info("console_served", address=self.console_address)
            yield

    @property
    def console_base(self) -> str:
        """What the links of the console begin with, without a slash at the end."""
        return (self.outside or self.console_address).rstrip("/")

    def _health(self) -> "Health":
        """What operators may ask beside the console."""
        from bot.console.health import Health  # noqa: PLC0415 -- see _console

        packs, clock, scraping = self.delivery.posting.packs, self.delivery.posting.clock, None
        if self.metrics is not None:
            from bot.console.scraping import Scraping  # noqa: PLC0415 -- a bot without metrics needs none of it

            queues: dict[Box, Queue] = {"inbox": self.handling.lanes, "outbox": self.delivery.lanes}
            scraping = Scraping(self.metrics, self.database, packs, clock, queues)
        return Health(self.allowed, self.database, packs, lambda: self.intake.running, scraping)

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
        posting = self.delivery.posting
        waits: set[asyncio.Future[Any]] = {
            asyncio.ensure_future(stopped.wait()),
            asyncio.ensure_future(self.intake.run()),
            asyncio.ensure_future(self._set_commands()),
            asyncio.ensure_future(Weekly(self.database, posting, self.delivery.news_of_first).run()),
            asyncio.ensure_future(self.punctual.run()),
            asyncio.ensure_future(Publishing(self.database, posting.packs, posting.clock).run()),
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
        """The command menus, once for everybody (Albanian) and once for each language; that of a desk is its own."""
        desks = self.delivery.standing.desks
        for language in (None, *self.languages):
            spoken = language or "sq"
            await self._set(SetCommands(commands(spoken, self.phrases), language))
            for desk in desks.all:
                await self._set(SetCommands(desk_commands(spoken, self.phrases), language, desks.number(desk)))

    async def _set(self, call: SetCommands) -> None:
        try:
            await _patiently(lambda: self.channel.perform(call))
        except ChannelError as fault:
            logs.get().warning("commands_not_set", error=type(fault).__name__)

    async def _close(self) -> None:
        await self.handling.lanes.stop(PATIENCE / 2)
        await self.delivery.lanes.stop(PATIENCE / 2)
        await self.channel.close()
        await self.database.close()
        logs.get().info("stopped")


def _check_hours(desks: tuple[Desk, ...]) -> None:
    """Raises SettingsError for hours that nobody can read: a client would be told that the desk is always there."""
    for desk in desks:
        if desk.hours is not None and read(desk.hours) is None:
            raise SettingsError(
                f"UDHA_DESK_CHAT: the hours [{desk.hours}] cannot be read. Write them as OpenStreetMap does, as in "
                "Mo-Fr 08:00-16:00. The table of settings is in README.md."
            )


def _metrics(settings: Settings) -> "Metrics | None":
    """Where nobody may ask for them there are none, and their library is not loaded."""
    if settings.metrics == "off":
        return None
    from prometheus_client import CollectorRegistry  # noqa: PLC0415 -- see above

    from bot.metrics import Metrics  # noqa: PLC0415 -- see above

    return Metrics(CollectorRegistry())


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
