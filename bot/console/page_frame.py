"""What stands around every page: who looks at it, in which language, and the ways to the other pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from bot.console import page_words
from bot.console.page import environment
from bot.console.page_catalogue import GROUPS, OVERVIEW, SESSIONS, may_see
from bot.console.signed_in import csrf_field
from bot.desk.console import Role
from bot.language.formats import language_name
from bot.language.phrases import Speaker


@dataclass(frozen=True)
class Link:
    """`here` where it leads to the page that it stands on."""

    title: str
    href: str
    here: bool = False


@dataclass(frozen=True)
class Frame:
    """`name` is the page's; `base` the way from it to where all addresses begin, for a folder may be around us.

    `period` is what somebody chose, to be kept from page to page; empty where nobody did.
    """

    say: Speaker
    languages: tuple[str, ...]
    role: Role
    csrf: str
    name: str
    base: str
    period: Mapping[str, str] = field(default_factory=dict)

    def to(self, name: str, **query: str) -> str:
        """The way to another page in the same language, about the same months if somebody chose them."""
        path = "console" if name == OVERVIEW else f"console/{name}"
        return f"{self.base}{path}?{urlencode({'lang': self.say.language, **self.period, **query})}"

    @property
    def menu(self) -> list[tuple[str, list[Link]]]:
        """The pages that this role may see, under their headings."""
        titles, headings = page_words.titles(self.say), page_words.headings(self.say)
        groups = ((headings[group], [name for name in names if may_see(self.role, name)]) for group, names in GROUPS)
        return [
            (heading, [Link(titles[name], self.to(name), name == self.name) for name in names])
            for heading, names in groups
            if names
        ]

    @property
    def tongues(self) -> list[tuple[str, Link]]:
        """The same page in each language."""
        period = dict(self.period)
        return [
            (each, Link(language_name(each), "?" + urlencode({"lang": each, **period}), each == self.say.language))
            for each in self.languages
        ]

    @property
    def sessions(self) -> str:
        """Where a manager sees which browsers are signed in; nothing for an editor."""
        return self.to(SESSIONS) if self.role == "manager" else ""


def base_of(request: web.Request) -> str:
    """The way back to where all addresses begin."""
    return "../" * (request.path.count("/") - 1)


def rendered(template: str, frame: Frame, status: int = 200, **told: Any) -> web.Response:
    """The page; every word is escaped where it is set."""
    html = (
        environment()
        .get_template(template)
        .render(
            frame=frame,
            words=page_words.frame(frame.say),
            titles=page_words.titles(frame.say),
            csrf_field=csrf_field,
            **told,
        )
    )
    return web.Response(text=html, status=status, content_type="text/html")
