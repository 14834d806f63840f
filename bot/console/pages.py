"""The managers' pages: an overview, one page for each thing that is reported, and the figures entered by hand."""

import asyncio
from datetime import date
from functools import partial
from importlib.resources import files
from typing import Final

from aiohttp import web

from bot.console import page_words
from bot.console.page_catalogue import PAGES, Page
from bot.console.page_context import CONTEXT, Context, console_of, frame_of
from bot.console.page_figures import add_figures
from bot.console.page_files import download, picture
from bot.console.page_frame import Frame, rendered
from bot.console.page_made import Made
from bot.console.page_overview import overview
from bot.console.page_period import Choice, choice, months_name, not_over, quarter_name, shortcuts
from bot.console.page_report import FORMS, block, meanings
from bot.console.page_sources import Sources
from bot.console.page_span import month_before, query
from bot.console.signed_in import signed_in
from bot.exports.legend import legend
from bot.exports.period import Period
from bot.language.formats import long_date
from bot.reports.report import Report

OPEN_TO_ALL: Final = {"console-pages.css": "text/css", "icon.svg": "image/svg+xml"}
"""What tells nothing: files that any browser may have and keep, signed in or not."""
KEPT: Final = {"Cache-Control": "private, max-age=3600"}


def add_pages(app: web.Application, sources: Sources) -> None:
    """Add them to the console's application, each behind the sign-in, which has to be there already."""
    app[CONTEXT] = Context(sources, Made(sources.report))
    for name in OPEN_TO_ALL:
        app.router.add_get(f"/console/{name}", partial(_static, name))
    app.router.add_get("/console", signed_in(overview, "editor"))
    for page in PAGES:
        app.router.add_get(f"/console/{page.name}", signed_in(partial(_show, page), page.role))
        app.router.add_get(f"/console/chart/{page.name}/{{section}}.svg", signed_in(partial(picture, page), page.role))
        app.router.add_get(f"/console/file/{page.name}.{{form}}", signed_in(partial(download, page), page.role))
    add_figures(app)


async def _show(page: Page, request: web.Request) -> web.Response:
    """A page made of a report; where nothing is published yet, it says when there will be something."""
    context = request.app[CONTEXT]
    today, published = console_of(request).clock().date(), await context.sources.periods()
    chosen = None if page.by == "now" else choice(page, published, request.query, today)
    frame = frame_of(request, page.name, chosen)
    if chosen is None and page.by != "now":
        lead, soon = page_words.leads(frame.say)[page.name], not_over(page, today, frame.say)
        return rendered("page_fresh.html", frame, lead=lead, soon=soon)
    months = chosen.months if chosen else month_before(today)
    report = await context.report(page, months, frame.say)
    # Beside the loop: a long table takes some hundredths of a second, and in the loop the bot answers people.
    return await asyncio.to_thread(_set, page, report, frame, chosen, today)


def _set(page: Page, report: Report, frame: Frame, chosen: Choice | None, today: date) -> web.Response:
    """The page of a report."""
    asked = query(chosen.months if chosen else month_before(today))
    hrefs = {each.name: frame.to(f"chart/{page.name}/{each.name}.svg", **asked) for each in report.sections}
    return rendered(
        "page_report.html",
        frame,
        lead=page_words.leads(frame.say)[page.name],
        empty=page_words.empty(page.name, frame.say),
        period=_period(page, chosen, today, frame) if chosen else None,
        when=_when(page, report, today),
        blocks=[block(each, page, hrefs[each.name], frame.say) for each in report.sections],
        notes=report.notes if chosen else (),
        signs=legend(report.sections, frame.say),
        meanings=meanings(report, report.sections),
        files=[(form.upper(), frame.to(f"file/{page.name}.{form}", **asked)) for form in FORMS],
    )


def _when(page: Page, report: Report, today: date) -> str:
    """The months that it really is of, which may be fewer than were asked for; the day, where it is how it is now."""
    if page.by == "now":
        return long_date(today, report.language)
    return months_name(Period(report.first, report.last), report.language)


def _period(page: Page, chosen: Choice, today: date, frame: Frame) -> dict[str, object]:
    """What the choice of months is made of."""
    say = frame.say
    return {
        "soon": not_over(page, today, say),
        "quarters": [(str(each), quarter_name(each, today, say)) for each in chosen.quarters],
        "chosen": chosen.query,
        "shortcuts": [(title, frame.to(page.name, **asked)) for title, asked in shortcuts(chosen, today, say)],
    }


async def _static(name: str, request: web.Request) -> web.Response:  # noqa: ARG001 -- aiohttp hands it to every handler
    text = (files("bot.console") / "static" / name).read_text("utf-8")
    return web.Response(text=text, content_type=OPEN_TO_ALL[name], headers=KEPT)
