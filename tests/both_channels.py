"""Runs a test through each library."""

from functools import cache

import pytest

from bot.channels.chosen import channel
from bot.channels.protocol import Channel, RawUpdate
from bot.channels.update import Update

NAMES = ("aiogram", "python-telegram-bot")

through_both = pytest.mark.parametrize("library", NAMES)


@cache
def _unopened(library: str) -> Channel:
    return channel(library, "10000:token", "http://127.0.0.1:9")


def decoded(library: str, raw: RawUpdate) -> Update:
    """Decode without asking anybody anything."""
    return _unopened(library).decode(raw)
