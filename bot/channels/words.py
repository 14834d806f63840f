"""The words of a message with their markup, as either library writes it in Telegram's HTML."""

import re
from typing import Final

from bot.channels.update import Message

_PERSON: Final = re.compile(r'<a href="tg://user\?id=\d+">(.*?)</a>', re.DOTALL)
"""A mention of somebody without a username carries their number; it is nobody's business."""


def words_of(message: Message) -> str:
    """Text or caption, without markup."""
    return message.text or message.caption or ""


def words_and_links(message: Message) -> str:
    """The same, and below them where what is behind them leads, a line each."""
    entities = (*(message.entities or ()), *(message.caption_entities or ()))
    people = (f"tg://user?id={entity.user.id}" for entity in entities if entity.user)
    links = (entity.url for entity in entities if entity.url)
    return "\n".join((words_of(message), *links, *people))


def html_of(message: Message) -> str:
    """Text or caption in Telegram's HTML."""
    if not words_of(message):
        return ""
    # aiogram has one property for both, python-telegram-bot one for each.
    name = "text_html" if message.text else "caption_html"
    written = getattr(message, "html_text", None) or getattr(message, name, None) or ""
    return _PERSON.sub(r"\1", str(written))
