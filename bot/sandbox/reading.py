"""The parameters of a call, from any of the four ways in which Telegram takes them."""

import json
from typing import Any

from aiohttp import BodyPartReader, web

from bot.sandbox.files import Upload
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Wire


async def read_call(request: web.Request) -> Wire:
    """Texts, numbers and `Upload`s by name, unchecked; an empty text counts as absent, as with Telegram."""
    raw: Wire = dict(request.query)
    raw.update(await _body(request))
    return {name: value for name, value in raw.items() if value is not None and value != ""}


async def _body(request: web.Request) -> Wire:
    if not request.can_read_body:
        return {}
    if request.content_type == "application/json":
        return _object(await request.text())
    if request.content_type.startswith("multipart/"):
        return _attached(await _parts(request))
    return dict(await request.post())


def _object(body: str) -> Wire:
    try:
        found: Any = json.loads(body or "{}")
    except ValueError as fault:
        raise bad_request("can't parse JSON object") from fault
    if not isinstance(found, dict):
        raise bad_request("can't parse JSON object")
    return found


async def _parts(request: web.Request) -> Wire:
    found: Wire = {}
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name is not None:
            found[part.name] = await _part(part)
    return found


async def _part(part: BodyPartReader) -> Any:
    content = bytes(await part.read(decode=True))
    if part.filename is None:
        return content.decode()
    mime = part.headers.get("Content-Type", "application/octet-stream")
    return Upload(part.filename, mime, content)


def _attached(raw: Wire) -> Wire:
    """Put each file in the place that names it `attach://part`, as aiogram sends them."""
    links = {name: value[9:] for name, value in raw.items() if _is_link(value)}
    for name, part in links.items():
        if not isinstance(raw.get(part), Upload):
            raise bad_request("there is no file in the request that the parameter points to")
        raw[name] = raw[part]
    return {name: value for name, value in raw.items() if name not in links.values()}


def _is_link(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("attach://")
