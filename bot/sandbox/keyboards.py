"""Reply keyboards: the buttons under a client's composer, which send what they say."""

from typing import Any

from bot.sandbox.chats import Client, Message
from bot.sandbox.speaking import Speaker
from bot.sandbox.wire import Wire

_TIRANA = {"latitude": 41.3275, "longitude": 19.8187}


def reply_button(speaker: Speaker, pressed: Wire) -> Wire | None:
    """Find the button with this label."""
    keyboard: Wire = getattr(speaker.chat, "keyboard", None) or {}
    rows: Any = keyboard.get("keyboard", [])
    return next((button for row in rows for button in row if button["text"] == pressed.get("label")), None)


async def press_reply_button(speaker: Speaker, pressed: Wire) -> list[Message]:
    """Send the label, or the place or telephone number it asks for."""
    button = reply_button(speaker, pressed) or {}
    said: Wire = {"kind": "text", "text": pressed["label"]}
    if button.get("request_location"):
        said = {"kind": "location"} | _TIRANA | pressed
    elif button.get("request_contact"):
        said = {"kind": "contact", "name": speaker.person.name, "user_id": speaker.person.id} | pressed
    written = await speaker.write(said)
    if isinstance(speaker.chat, Client):
        used_once(speaker.chat)
    return written


def used_once(client: Client) -> None:
    """Take a one-time keyboard away once the client has written."""
    if client.keyboard is not None and client.keyboard.get("one_time_keyboard"):
        client.keyboard = None
