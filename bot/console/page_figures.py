"""Figures that the programme knows from elsewhere: a form to enter one, and all of them, each to be removed."""

from collections.abc import Mapping
from typing import Final

from aiohttp import web

from bot.console import page_words
from bot.console.page_catalogue import FIGURES
from bot.console.page_context import CONTEXT, console_of, frame_of, speaker_of
from bot.console.page_frame import rendered
from bot.console.signed_in import signed_in
from bot.language.formats import number, short_date
from bot.language.phrases import Speaker
from bot.packs.assets import Packs, in_language
from bot.packs.indicator_schema import Indicator
from bot.reports.figures import Faults, Figure, checked, source_hint
from bot.storage import figures

FIELDS: Final = ("indicator", "day", "n", "known", "having", "source")
"""In the order of the form."""
DONE: Final = frozenset({"added", "removed"})
"""What the page says above itself once it is done."""
LARGEST: Final = 2**63
"""Beyond what a database counts up to."""
Typed = Mapping[str, str]


def add_figures(app: web.Application) -> None:
    """Add the page; managers only."""
    app.router.add_get(f"/console/{FIGURES}", signed_in(_show))
    app.router.add_post(f"/console/{FIGURES}", signed_in(_enter))
    app.router.add_post(f"/console/{FIGURES}/remove", signed_in(_remove))


async def _show(request: web.Request) -> web.Response:
    return await _page(request, {}, {}, 200)


async def _enter(request: web.Request) -> web.Response:
    """Keep it. After a fault the form comes back with every letter that was typed."""
    console, say, typed = console_of(request), speaker_of(request), await _typed(request)
    today = console.clock().date()
    found = checked(typed, console.packs.indicators, today, say)
    if not isinstance(found, Figure):
        return await _page(request, typed, found, 422)
    async with console.database.transaction() as tx:
        await figures.add(tx, found, today)
    return _done(request, "", "added")


async def _remove(request: web.Request) -> web.Response:
    """One that somebody else has just removed is gone all the same."""
    which = str((await request.post()).get("figure", ""))
    if which.isdecimal() and int(which) < LARGEST:
        async with console_of(request).database.transaction() as tx:
            await figures.remove(tx, int(which))
    return _done(request, f"../{FIGURES}", "removed")


def _done(request: web.Request, there: str, what: str) -> web.Response:
    """On a page of its own, so that loading it again does nothing twice; reports have to show it at once."""
    request.app[CONTEXT].made.clear()
    raise web.HTTPSeeOther(f"{there}?lang={speaker_of(request).language}&done={what}")


async def _typed(request: web.Request) -> Typed:
    posted = await request.post()
    found = ((name, posted.get(name, "")) for name in FIELDS)
    return {name: value if isinstance(value, str) else "" for name, value in found}


async def _page(request: web.Request, typed: Typed, faults: Faults, status: int) -> web.Response:
    console, frame = console_of(request), frame_of(request, FIGURES)
    say, packs = frame.say, console.packs
    async with console.database.transaction() as tx:
        kept = await figures.listed(tx)
    done = request.query.get("done", "")
    return rendered(
        "page_figures.html",
        frame,
        status,
        lead=page_words.leads(say)[FIGURES],
        empty=page_words.empty(FIGURES, say),
        said={**page_words.figures(say), "source_hint": source_hint(say), "having_hint": _shares(packs, say)},
        indicators=[(one.id, _name(one, say)) for one in packs.indicators.values() if one.by_hand],
        typed={name: typed.get(name, "") for name in FIELDS},
        faults=faults,
        done=done if done in DONE else "",
        today=console.clock().date().isoformat(),
        kept=[(each.id, _row(each, packs, say)) for each in kept],
    )


def _row(figure: Figure, packs: Packs, say: Speaker) -> dict[str, str]:
    """As it stands in the list; an indicator that has left the packs goes by its id."""
    indicator, known = packs.indicators.get(figure.indicator), figure.known
    share = page_words.figures(say)["share"].format(having=figure.having, known=known) if known is not None else ""
    asked = indicator.minimum_share if indicator else None
    if share and asked:
        share = f"{in_language(asked.name, say.language).words}: {share}"
    return {
        "indicator": _name(indicator, say) if indicator else figure.indicator,
        "day": short_date(figure.day, say.language),
        "n": number(figure.n, say.language),
        "share": share,
        "source": figure.source,
    }


def _shares(packs: Packs, say: Speaker) -> str:
    """Of whom a share was promised, by indicator."""
    promised = ((one, one.minimum_share) for one in packs.indicators.values() if one.by_hand and one.minimum_share)
    return " · ".join(f"{_name(one, say)}: {in_language(of.name, say.language).words}" for one, of in promised if of)


def _name(indicator: Indicator, say: Speaker) -> str:
    return in_language(indicator.name, say.language).words
