"""What a manager wants to know in ten seconds: a part of each report, and the way to the whole of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from aiohttp import web

from bot.console import page_words
from bot.console.page_bars import Tile, tiles
from bot.console.page_catalogue import BY_NAME, OVERVIEW, may_see
from bot.console.page_context import CONTEXT, Context, console_of, frame_of
from bot.console.page_frame import Frame, rendered
from bot.console.page_period import choice, months_name, not_over, quarter_of
from bot.console.page_report import Block, block
from bot.console.page_span import month_before, query
from bot.exports.legend import legend
from bot.exports.period import Period
from bot.reports.report import Section

Shape = Literal["tiles", "bars", "picture", "rows", "words"]


@dataclass(frozen=True)
class Glance:
    """A section of a page, how it looks here, and how many of its rows there is room for."""

    page: str
    section: str
    shape: Shape
    most: int
    by: Literal["quarter", "month", "now"] = "quarter"


GLANCES: Final = (
    Glance("use", "people", "tiles", 4),
    Glance("indicators", "overview", "bars", 8),
    Glance("subjects", "topics", "picture", 12, by="month"),
    Glance("desk", "waited", "picture", 12),
    Glance("due", "due", "rows", 5, by="now"),
    Glance("words", "words", "words", 12, by="now"),
)


@dataclass(frozen=True)
class Part:
    """One of them, ready to be set. `months` says of when, `rest` how many rows there was no room for."""

    glance: Glance
    months: str
    href: str
    block: Block
    empty: str
    tiles: list[Tile]
    rest: int


async def overview(request: web.Request) -> web.Response:
    """Each sees the parts of the pages that they may open; as long as nothing is published, only how it is now."""
    context = request.app[CONTEXT]
    today, published = console_of(request).clock().date(), await context.sources.periods()
    frame = frame_of(request, OVERVIEW)
    glances = [each for each in GLANCES if may_see(frame.role, each.page)]
    found = [await _part(each, _spans(each, published, today), frame, context) for each in glances]
    parts = [part for part in found if part]
    return rendered(
        "page_overview.html",
        frame,
        lead=page_words.leads(frame.say)[OVERVIEW],
        fresh=not published,
        soon=not_over(BY_NAME["use"], today, frame.say),
        parts=parts,
        notes=legend((part.block.section for part in parts), frame.say),
    )


def _spans(glance: Glance, published: Sequence[Period], today: date) -> Iterator[Period]:
    """About when it is, or else: a month that has too few to be divided has nothing to show, its quarter may have."""
    last = month_before(today)
    if glance.by == "now" or (glance.by == "month" and quarter_of(last.first) in published):
        yield last
    chosen = choice(BY_NAME[glance.page], published, {}, today)
    if chosen and glance.by != "now":
        yield chosen.months


async def _part(glance: Glance, spans: Iterable[Period], frame: Frame, context: Context) -> Part | None:
    """The first of the spans in which there is anything; the last of them where there is nothing in any."""
    found: tuple[Section, Period] | None = None
    for months in spans:
        report = await context.report(BY_NAME[glance.page], months, frame.say)
        section = next((each for each in report.sections if each.name == glance.section), None)
        if section:
            found = section, months
            if section.rows:
                break
    return _set(glance, *found, frame) if found else None


def _set(glance: Glance, section: Section, months: Period, frame: Frame) -> Part:
    page, say, shown = BY_NAME[glance.page], frame.say, _cut(section, glance)
    is_now = glance.by == "now"
    return Part(
        glance,
        "" if is_now else months_name(months, say.language),
        frame.to(page.name, **({} if is_now else query(months))),
        block(shown, page, frame.to(f"chart/{page.name}/{section.name}.svg", **query(months)), say),
        page_words.empty(page.name, say),
        tiles(shown, say) if glance.shape == "tiles" else [],
        len(section.rows) - len(shown.rows),
    )


def _cut(section: Section, glance: Glance) -> Section:
    """The rows and columns that are seen: of what is not there no sign has to be explained."""
    wide = {"tiles": 2, "bars": section.drawn[0] + 1, "words": 1}.get(glance.shape, len(section.columns))
    rows = tuple(row[:wide] for row in section.rows[: glance.most])
    return replace(section, columns=section.columns[:wide], rows=rows, places=section.places[: glance.most])
