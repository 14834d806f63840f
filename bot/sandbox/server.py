"""The sandbox as one aiohttp application: the Bot API, the people's side, the page."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.errors import SandboxError
from bot.sandbox.bot_api import WORLD, add_bot_api
from bot.sandbox.page import add_page
from bot.sandbox.people_routes import add_people
from bot.sandbox.world import DESK_CHAT, SECOND_DESK, World

__all__ = ["DESK_CHAT", "SECOND_DESK", "TOKEN", "World", "create_app"]

TOKEN = "10000:sandbox"  # noqa: S105 -- opens nothing; the sandbox takes any token
_LARGEST_BODY = 60 * 1024 * 1024


def create_app(world: World | None = None) -> web.Application:
    """One world for each application; hand one in to set its clock or to look into it."""
    app = web.Application(client_max_size=_LARGEST_BODY, middlewares=[_slips])
    app[WORLD] = World() if world is None else world
    add_bot_api(app)
    add_people(app)
    add_page(app)
    return app


@web.middleware
async def _slips(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer a slip on the people's side in a sentence."""
    try:
        return await handler(request)
    except SandboxError as slip:
        return web.json_response({"error": str(slip)}, status=400)
    except (KeyError, ValueError, TypeError) as slip:
        return web.json_response({"error": f"The body or the address does not fit: {slip!r}"}, status=400)
