"""What a bot tells about itself: names, descriptions, commands, the menu button."""

from bot.sandbox.wire import Wire

_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_OF_ONE_CHAT = frozenset({"chat", "chat_administrators"})

PRIVATE_SCOPES = ("chat", "all_private_chats", "default")
GROUP_SCOPES = ("chat_administrators", "chat", "all_chat_administrators", "all_group_chats", "default")
"""Where Telegram looks for the commands of an administrator in a group; the first that has some holds."""


class Profile:
    """Each text by language code, `""` for all others; commands by scope and language."""

    def __init__(self, name: str) -> None:
        self.texts: dict[str, dict[str, str]] = {"name": {"": name}, "description": {}, "short_description": {}}
        self.menu_button: Wire = {"type": "commands"}
        self._commands: dict[tuple[str, str], list[Wire]] = {}

    def set_text(self, kind: str, language: str, text: str) -> bool:
        """Set a text, or return False where it is too long."""
        if len(text) > _LIMITS[kind]:
            return False
        if text:
            self.texts[kind][language] = text
        elif language or kind != "name":
            self.texts[kind].pop(language, None)
        return True

    def text(self, kind: str, language: str | None) -> str:
        texts = self.texts[kind]
        return texts.get((language or "")[:2]) or texts.get("", "")

    def set_commands(self, scope: Wire | None, language: str, commands: list[Wire]) -> None:
        self._commands[_key(scope), language] = commands

    def drop_commands(self, scope: Wire | None, language: str) -> None:
        self._commands.pop((_key(scope), language), None)

    def commands(self, scope: Wire | None, language: str) -> list[Wire]:
        return self._commands.get((_key(scope), language), [])

    def commands_for(self, chat_id: int, language: str | None, kinds: tuple[str, ...] = PRIVATE_SCOPES) -> list[Wire]:
        """List what the menu of a chat shows: the nearest scope first, in it the person's language first."""
        scopes = [{"type": kind} | ({"chat_id": chat_id} if kind in _OF_ONE_CHAT else {}) for kind in kinds]
        places = [(_key(scope), code) for scope in scopes for code in ((language or "")[:2], "")]
        return next((self._commands[place] for place in places if place in self._commands), [])


def _key(scope: Wire | None) -> str:
    parts = scope or {"type": "default"}
    return ":".join(str(parts[name]) for name in ("type", "chat_id", "user_id") if name in parts)
