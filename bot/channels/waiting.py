"""How long to wait before asking again."""

import random
from collections.abc import Iterator
from typing import Final

FIRST: Final = 0.5
LONGEST: Final = 30.0
"""Seconds: short enough that an answer comes soon after Telegram or the database is back."""


def growing() -> Iterator[float]:
    """Seconds, doubling up to the longest, each with up to a quarter of chance so that lanes do not march in step."""
    seconds = FIRST
    while True:
        yield seconds * (1 + random.random() / 4)  # noqa: S311 -- spreads load, guards nothing
        seconds = min(seconds * 2, LONGEST)
