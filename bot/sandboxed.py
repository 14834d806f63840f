"""The whole bot against the stand-in Telegram, in one process, with nothing to configure."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from bot.desk_setting import Desk
from bot.running import Bot
from bot.sandbox.server import DESK_CHAT, TOKEN, create_app
from bot.serving import served
from bot.settings import Settings, kept_secret

DATABASE = Path("data/sandbox.db")
KEY = Path("data/secret.key")


async def play(
    settings: Settings,
    stopped: asyncio.Event,
    say: Callable[[str], None],
    say_console: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the stand-in Telegram and run the bot behind it; gives away the addresses of the page and of the console.

    Where nobody chose a port and the usual one is taken, another one does.
    """
    chosen_by_nobody = "http_port" not in settings.model_fields_set
    async with served(create_app(), settings.http_host, settings.http_port, or_any=chosen_by_nobody) as address:
        say(address)
        # Building imports the channel's library, which may take seconds: the page is there meanwhile.
        bot = await asyncio.to_thread(Bot.build, sandbox_settings(settings, address))
        await bot.run(stopped, lambda _: say_console(bot.console_address))


def sandbox_settings(settings: Settings, address: str) -> Settings:
    """The same settings with the stand-in in Telegram's place.

    Its chats live in memory and are gone at the end, so their database is one of its own and starts empty: what was
    played never meets what is real. The page has the port of the settings, so the console takes any free one.
    """
    for left in DATABASE.parent.glob(f"{DATABASE.name}*"):
        left.unlink()
    mine = {
        "telegram_token": TOKEN,
        "telegram_api": address,
        "desk_chat": (Desk(DESK_CHAT),),
        "http_port": 0,
        "secret_key": settings.secret_key or kept_secret(KEY),
        "database_url": f"sqlite:///{DATABASE}",
    }
    return settings.model_copy(update=mine)
