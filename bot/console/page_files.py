"""The pictures of a page, and the page's report as a file to keep or to pass on."""

import asyncio
from dataclasses import replace
from typing import Final

from aiohttp import web

from bot.console import page_pictures
from bot.console.page_catalogue import Page
from bot.console.page_context import CONTEXT, console_of, speaker_of
from bot.console.page_report import FORMS
from bot.console.page_span import span
from bot.exports.forms import MEDIA_TYPES, file_name, written

OF_A_PICTURE: Final = {
    "Cache-Control": "private, max-age=600",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Vary": "Cookie",
}
"""The browser may keep it for the ten minutes in which somebody goes to and fro, and within the session in which it was
asked for. Opened by itself it is a document, which then may load and do nothing."""


async def picture(page: Page, request: web.Request) -> web.Response:
    """One section, drawn. It is drawn beside the loop, for in the loop the bot answers people."""
    context, months = request.app[CONTEXT], span(request.query)
    if months is None:
        raise web.HTTPNotFound
    say = speaker_of(request)
    report = await context.report(page, months, say)
    found = next((each for each in report.sections if each.name == request.match_info["section"]), None)
    if found is None or not page_pictures.is_drawn(found):
        raise web.HTTPNotFound
    drawn = await asyncio.to_thread(page_pictures.svg, found, console_of(request).packs, say)
    return web.Response(body=drawn, content_type="image/svg+xml", charset="utf-8", headers=OF_A_PICTURE)


async def download(page: Page, request: web.Request) -> web.Response:
    """The page's sections as a file; its name says which page, which months and which language it is of."""
    context, months = request.app[CONTEXT], span(request.query)
    form = next((each for each in FORMS if each == request.match_info["form"]), None)
    if months is None or form is None:
        raise web.HTTPNotFound
    say = speaker_of(request)
    report = await context.report(page, months, say)
    body = await asyncio.to_thread(written, form, report, say)
    name = file_name(form, replace(report, name=page.name))
    headers = {"Content-Type": MEDIA_TYPES[form], "Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=body, headers=headers)
