"""The settings name a channel, and only its library is loaded."""

import subprocess
import sys

import pytest

from bot.channels.chosen import channel
from bot.channels.errors import TokenRefused
from bot.errors import SettingsError

PROGRAM = """
import sys
from bot.channels.chosen import channel
channel({name!r}, "10000:token", "http://127.0.0.1:9")
print(sorted({{"aiogram", "telegram", "telegram.ext"}} & set(sys.modules)))
"""


@pytest.mark.parametrize(("name", "loaded"), [("aiogram", ["aiogram"]), ("python-telegram-bot", ["telegram"])])
def test_only_the_chosen_library_is_loaded(name: str, loaded: list[str]) -> None:
    program = [sys.executable, "-c", PROGRAM.format(name=name)]
    ended = subprocess.run(program, capture_output=True, text=True, check=True)  # noqa: S603  # our own words only
    assert ended.stdout.strip() == str(loaded)


def test_a_channel_that_does_not_exist_is_refused_in_a_sentence() -> None:
    with pytest.raises(SettingsError, match="UDHA_CHANNEL"):
        channel("telethon", "10000:token", "http://127.0.0.1:9")


@pytest.mark.parametrize(("name", "token"), [("aiogram", "no token"), ("aiogram", ""), ("python-telegram-bot", "")])
def test_what_cannot_be_a_token_is_refused_before_anybody_is_asked(name: str, token: str) -> None:
    with pytest.raises(TokenRefused, match="UDHA_TELEGRAM_TOKEN"):
        channel(name, token, "http://127.0.0.1:9")
