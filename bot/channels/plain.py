"""A message without its markup, for when Telegram could not parse it."""

import re
from dataclasses import replace
from html import escape, unescape

from bot.rendering.message import Message

TAG = re.compile(r"<[^<>]*>")


def without_markup(message: Message) -> Message:
    return replace(message, html=escape(unescape(TAG.sub("", message.html)), quote=False))
