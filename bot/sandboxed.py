"""The whole bot against the stand-in Telegram, in one process, with nothing to configure."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from bot.errors import SettingsError
from bot.running import Bot
from bot.sandbox.server import DESK_CHAT, TOKEN, create_app
from bot.settings import Settings, kept_secret

DATABASE = Path("data/sandbox.db")
KEY = Path("data/secret.key")


@asynccontextmanager
async def served(host: str, port: int, *, or_any: bool = False) -> AsyncIterator[str]:
    """The stand-in Telegram at an address of its own, which it gives.

    `or_any` takes another port where this one is taken; else a taken one raises SettingsError.
    """
    runner = web.AppRunner(create_app(), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as fault:
            if not or_any:
                raise SettingsError(
                    f"Port {port} on {host} cannot be used ({fault.strerror}). "
                    "Set UDHA_HTTP_PORT to another one, or to 0 for any."
                ) from None
            await web.TCPSite(runner, host, 0).start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def play(settings: Settings, stopped: asyncio.Event, say: Callable[[str], None]) -> None:
    """Serve the page and run the bot behind it."""
    chosen_by_nobody = "http_port" not in settings.model_fields_set
    async with served(settings.http_host, settings.http_port, or_any=chosen_by_nobody) as address:
        say(address)
        # Building imports the channel's library, which may take seconds: the page is there meanwhile.
        bot = await asyncio.to_thread(Bot.build, sandbox_settings(settings, address))
        await bot.run(stopped)


def sandbox_settings(settings: Settings, address: str) -> Settings:
    """The same settings with the stand-in in Telegram's place.

    Its chats live in memory and are gone at the end, so their database is one of its own and starts empty: what was
    played never meets what is real.
    """
    for left in DATABASE.parent.glob(f"{DATABASE.name}*"):
        left.unlink()
    mine = {
        "telegram_token": TOKEN,
        "telegram_api": address,
        "desk_chat": DESK_CHAT,
        "secret_key": settings.secret_key or kept_secret(KEY),
        "database_url": f"sqlite:///{DATABASE}",
    }
    return settings.model_copy(update=mine)
