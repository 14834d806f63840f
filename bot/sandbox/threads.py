"""A thread of the desk: what Telegram calls a forum topic."""

from dataclasses import dataclass

from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Wire

NAME_LIMIT = 128
GENERAL = 1
"""The thread every forum has; a bot must not name it."""

ICON_COLOURS = frozenset({7322096, 16766590, 13338331, 9367192, 16749490, 16478047})


@dataclass(slots=True)
class Thread:
    """Its number is that of the service message that opened it; `opened_by` is whose message that was."""

    id: int
    opened_by: int
    name: str
    icon_color: int
    icon_emoji: str | None = None
    closed: bool = False

    def wire(self) -> Wire:
        return {"message_thread_id": self.id} | self.look()

    def look(self) -> Wire:
        found: Wire = {"name": self.name, "icon_color": self.icon_color}
        return found | ({"icon_custom_emoji_id": self.icon_emoji} if self.icon_emoji else {})


def thread_name(name: str) -> str:
    """Take white space off a name and see that 1-128 characters are left."""
    found = name.strip()
    if not 1 <= len(found) <= NAME_LIMIT:
        raise bad_request("TOPIC_TITLE_EMPTY" if not found else "topic name is too long")
    return found
