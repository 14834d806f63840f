"""The pages of signing in as HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.console import sign_in_words, wording
from bot.console.app import CONSOLE, Console
from bot.console.page import environment
from bot.console.turned_away import TurnedAway, Why
from bot.desk.console import Role
from bot.language.formats import language_name
from bot.language.phrases import Speaker


@dataclass(frozen=True)
class Said:
    """A notice in one language; `start` names the way to the first page, if there is one for this reader."""

    language: str
    title: str
    sentence: str
    start: str = ""


def turned_away(request: web.Request, away: TurnedAway) -> web.Response:
    """In every language where nobody knows who reads it."""
    console = request.app[CONSOLE]
    languages = (away.language,) if away.language else console.packs.languages
    said = [_why(console.phrases.speak(each), away.why, known=away.language is not None) for each in languages]
    return _notice(request, said, away.status)


def signed_out(request: web.Request, language: str) -> web.Response:
    return _notice(request, [Said(language, *sign_in_words.signed_out(_speaker(request, language)))], 200)


def entrance(request: web.Request, role: Role, language: str) -> web.Response:
    """What a link leads to: one button, for whatever opens links by itself presses none."""
    console, say = request.app[CONSOLE], _speaker(request, language)
    return page(
        request,
        "entrance.html",
        say,
        words=sign_in_words.entrance(say, role),
        choose=wording.page(say)["language"],
        languages=_named(console),
    )


def page(request: web.Request, template: str, say: Speaker, status: int = 200, **told: Any) -> web.Response:
    """Every word is escaped where it is set."""
    base = "../" * (request.path.count("/") - 1)
    html = environment().get_template(template).render(lang=say.language, base=base, css=base + "console.css", **told)
    return web.Response(text=html, status=status, content_type="text/html")


def _why(say: Speaker, why: Why, *, known: bool) -> Said:
    start = sign_in_words.sessions(say)["start"] if known else ""
    return Said(say.language, *sign_in_words.turned_away(say)[why], start)


def _notice(request: web.Request, said: Iterable[Said], status: int) -> web.Response:
    listed = list(said)
    return page(request, "console_notice.html", _speaker(request, listed[0].language), status, said=listed)


def _named(console: Console) -> list[tuple[str, str]]:
    return [(each, language_name(each)) for each in console.packs.languages]


def _speaker(request: web.Request, language: str) -> Speaker:
    return request.app[CONSOLE].phrases.speak(language)
