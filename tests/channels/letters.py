"""What there can be in a message, and how an update is read, through either library."""

import json
from pathlib import Path
from typing import Any, Final

from bot.channels.inbound import Spoke, read
from tests.both_channels import decoded
from tests.builders_telegram import DESK, Raw, a_user, the_desk

FIELDS: dict[str, Any] = json.loads(Path(__file__).with_name("message_fields.json").read_text(encoding="utf-8"))
"""Every optional field of a Message (Bot API 10.3) with the least that is valid."""

MEDIA = (
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "sticker",
    "contact",
    "poll",
    "animation",
    "video_note",
    "dice",
)
OTHER = (
    "story",
    "game",
    "paid_media",
    "checklist",
    "rich_message",
    "invoice",
    "giveaway",
    "users_shared",
    "chat_shared",
    "passport_data",
)

SECOND_DESK: Final = -1001000000002
DESKS: Final = frozenset({DESK, SECOND_DESK})
ANONYMOUS: Final = {"from": a_user(1087968824, is_bot=True), "sender_chat": the_desk()}
CHANNEL: Final = {
    "from": a_user(136817688, is_bot=True),
    "sender_chat": {"id": -1002, "type": "channel", "title": "News"},
}


def field(name: str) -> Raw:
    return {name: FIELDS[name]}


def heard(library: str, raw: Raw) -> Spoke | None:
    """What this update means at two desks."""
    return read(decoded(library, raw), DESKS)


def without_nothing(raw: Raw) -> Raw:
    """Telegram leaves out what is not there."""
    return {key: value for key, value in raw.items() if value is not None}


def plainly(html: str) -> str:
    """The libraries escape quotation marks each in its own way, and write spoilers so; to Telegram it is the same."""
    for theirs, ours in (("&quot;", '"'), ("&#x27;", "'"), ('<span class="tg-spoiler">', "<tg-spoiler>")):
        html = html.replace(theirs, ours)
    return html.replace("</span>", "</tg-spoiler>")
