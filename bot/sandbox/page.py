"""The page on which one person plays clients and counsellors: three files, no build step."""

from pathlib import Path

from aiohttp import web

_STATIC = Path(__file__).parent / "static"
_HEADERS = {
    "Cache-Control": "no-store",
    # Nothing from outside, and no script or style but the files beside: a message cannot bring its own.
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
}


def add_page(app: web.Application) -> None:
    app.router.add_get("/", _index)
    app.router.add_static("/static", _STATIC)


async def _index(request: web.Request) -> web.FileResponse:  # noqa: ARG001 -- aiohttp hands it to every handler
    return web.FileResponse(_STATIC / "index.html", headers=_HEADERS)
