"""A web application at an address of its own, for as long as it is wanted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web

from bot.errors import SettingsError

FAREWELL: Final = 1.0
"""Seconds for the pages that are under way when it ends."""


@asynccontextmanager
async def served(app: web.Application, host: str, port: int, *, or_any: bool = False) -> AsyncIterator[str]:
    """Gives the address. `or_any` takes another port where this one is taken; else a taken one raises SettingsError."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=FAREWELL)
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
