"""What every page of the console is made with: where its numbers are from, and who looks at it."""

from dataclasses import dataclass, replace
from typing import Final

from aiohttp import web

from bot.console.app import CONSOLE, Console
from bot.console.page_catalogue import Page
from bot.console.page_frame import Frame, base_of
from bot.console.page_made import Made
from bot.console.page_period import Choice
from bot.console.page_sources import Sources
from bot.console.signed_in import SIGNED_IN
from bot.exports.period import Period
from bot.language.phrases import Speaker
from bot.reports.report import Report


@dataclass(frozen=True)
class Context:
    """`made` holds the reports of the last moments."""

    sources: Sources
    made: Made

    async def report(self, page: Page, months: Period, say: Speaker) -> Report:
        """What of its report belongs on the page."""
        report = await self.made.report(page.report, months.first, months.last, say)
        return replace(report, sections=tuple(page.chosen(report)))


CONTEXT: Final = web.AppKey("pages", Context)


def console_of(request: web.Request) -> Console:
    return request.app[CONSOLE]


def speaker_of(request: web.Request) -> Speaker:
    """In the language of whoever is signed in, or that they chose."""
    return console_of(request).phrases.speak(request[SIGNED_IN].language)


def frame_of(request: web.Request, name: str, chosen: Choice | None = None) -> Frame:
    """Around the page of this name; the months go along to other pages where somebody chose them."""
    who, languages = request[SIGNED_IN], console_of(request).packs.languages
    period = chosen.query if chosen and chosen.by_hand else {}
    return Frame(speaker_of(request), languages, who.role, who.csrf, name, base_of(request), period)
