"""What signing in is made of besides the console itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Final

from aiohttp import web

from bot.console.administrators import Administrators, Asking
from bot.console.rates import Rate

TRIES: Final = 20
"""Of signing in, within a minute from one address: a link is 256 random bits, so this only keeps the noise down."""
TRIES_IN_ALL: Final = 200
PAGES: Final = 120
"""Within a minute for one session."""
PICTURES: Final = 600
"""Of pages, within a minute for one session."""


@dataclass
class Access:
    """`base` is the address of everything as browsers see it, without a slash at the end; `now` counts seconds."""

    is_admin: Asking
    base: Callable[[], str]
    now: Callable[[], float] = monotonic
    administrators: Administrators = field(init=False)
    tries: Rate = field(init=False)
    tries_in_all: Rate = field(init=False)
    pages: Rate = field(init=False)
    pictures: Rate = field(init=False)

    def __post_init__(self) -> None:
        self.administrators = Administrators(self.is_admin, self.now)
        self.tries, self.tries_in_all = Rate(TRIES, self.now), Rate(TRIES_IN_ALL, self.now)
        self.pages, self.pictures = Rate(PAGES, self.now), Rate(PICTURES, self.now)

    @property
    def is_secure(self) -> bool:
        return self.base().startswith("https:")


ACCESS: Final = web.AppKey("access", Access)
