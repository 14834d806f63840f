"""A message as a person sees it: text (Telegram's HTML) and rows of buttons."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Button:
    """Either `data` (comes back to us when pressed) or `url` (opens a page)."""

    label: str
    data: str | None = None
    url: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Message:
    """`html` has at most 4096 UTF-16 units after parsing (Bot API, sendMessage)."""

    html: str
    rows: Rows = ()


@dataclass(frozen=True)
class Venue:
    """A place on the map (Bot API, sendVenue); degrees in WGS 84."""

    lat: float
    lon: float
    title: str
    address: str
    rows: Rows = ()
