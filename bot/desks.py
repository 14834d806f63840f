"""The groups of counsellors at hand: which one a case goes to, and under which number Telegram knows it now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.desk_setting import Desk
from bot.storage.vault import Vault


@dataclass
class Desks:
    """A desk keeps its name in the database when its group gets another number (group to supergroup)."""

    all: tuple[Desk, ...]
    vault: Vault
    _moved: dict[int, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.all)

    def __contains__(self, chat: object) -> bool:
        return isinstance(chat, int) and self.of_group(chat) is not None

    def key(self, desk: Desk) -> bytes:
        """Its name in the database: made of the number in the settings, whatever became of it."""
        return self.vault.chat_key(desk.chat)

    def number(self, desk: Desk) -> int:
        """Under which the group is reached now."""
        return self._moved.get(desk.chat, desk.chat)

    def now(self, chat: int) -> int:
        """Under which number the group is reached that had this one."""
        desk = self.of_group(chat)
        return chat if desk is None else self.number(desk)

    def of_group(self, chat: int) -> Desk | None:
        """The desk that this group is, under its old number too."""
        return next((desk for desk in self.all if chat in {desk.chat, self.number(desk)}), None)

    def named(self, key: bytes | None) -> Desk | None:
        """The desk with this name; the first one for a case of the time when there was only one, or whose desk left."""
        return next((desk for desk in self.all if self.key(desk) == key), self.all[0] if self.all else None)

    def moved(self, chat: int, to: int) -> None:
        desk = self.of_group(chat)
        if desk is not None:
            self._moved[desk.chat] = to

    def chosen(self, language: str, country: str | None, load: Mapping[bytes | None, int]) -> Desk:
        """For this client: who speaks the language, then who is for the country, then who has the least to do."""

        def worth(desk: Desk) -> tuple[bool, bool, int]:
            speaks, is_for = desk.fits(language, country)
            return not speaks, not is_for, load.get(self.key(desk), 0)

        return min(self.all, key=worth)
