"""What every answer under /console says to browsers: keep nothing, run nothing, show it in no frame."""

from collections.abc import MutableMapping
from typing import Final

ROOT: Final = "/console"
FORCED: Final = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
USUAL: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
}
"""A picture or a stylesheet may say something else of itself: that the browser itself may keep it."""
ONLY_HTTPS: Final = "max-age=31536000"
"""Seconds: a year. Nothing is said of other names below ours, which may be somebody else's."""


def in_console(path: str) -> bool:
    """Whether it belongs to the console; /console.css is everybody's."""
    return path == ROOT or path.startswith(ROOT + "/")


def dress(headers: MutableMapping[str, str]) -> None:
    headers.update(FORCED)
    for name, value in USUAL.items():
        headers.setdefault(name, value)
