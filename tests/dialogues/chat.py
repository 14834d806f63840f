"""A chat in memory: a client's phone, or the thread of a case."""

import re
from dataclasses import dataclass, field, replace
from html import unescape

from bot.rendering.message import Message, Venue
from tests.dialogues.player import Shown

TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Kept:
    """A message, and whether the bot wrote it."""

    shown: Shown
    by_bot: bool


@dataclass
class Chat:
    kept: dict[int, Kept] = field(default_factory=dict)

    def add(self, shown: Shown, *, by_bot: bool = False) -> int:
        number = len(self.kept) + 1
        self.kept[number] = Kept(shown, by_bot)
        return number

    def show(self, message: Message, *, thread: bool = False) -> Shown:
        """The bot writes a message."""
        shown = replace(seen(message), thread=thread)
        self.add(shown, by_bot=True)
        return shown

    def change(self, number: int, message: Message) -> Shown | None:
        """The bot changes a message; nobody sees a change into the same, and a map has no text to change."""
        if self.kept[number].shown.holds != "text":
            return self.show(message)
        shown = replace(seen(message), in_place=True)
        same = replace(self.kept[number].shown, in_place=True) == shown
        self.kept[number] = Kept(shown, by_bot=True)
        return None if same else shown

    def copy(self, shown: Shown) -> Shown:
        """The bot passes on what somebody else wrote."""
        self.add(shown, by_bot=True)
        return shown

    @property
    def newest(self) -> int:
        return max(self.kept)

    def remove(self, number: int) -> None:
        """Nobody sees it any more; its number is not given again."""
        self.kept[number] = Kept(Shown(""), by_bot=True)

    def wipe(self) -> None:
        for number in self.kept:
            self.remove(number)

    def rewrite(self, text: str) -> int:
        """A person changes the newest text of their own."""
        mine = (number for number, kept in self.kept.items() if not kept.by_bot and kept.shown.holds == "text")
        number = max(mine)
        self.kept[number] = Kept(Shown(text), by_bot=False)
        return number

    def newest_with_buttons(self) -> int:
        return max(number for number, kept in self.kept.items() if kept.shown.buttons)

    def button(self, wanted: str) -> tuple[int, str]:
        """The newest message with a button that has this label or says this back, and what it says back."""
        for number, kept in sorted(self.kept.items(), reverse=True):
            for label, data in zip(kept.shown.buttons, kept.shown.taps, strict=True):
                if wanted in {label, data} and data is not None:
                    return number, data
        raise AssertionError(f"No message shows the button {wanted!r}.")


def seen(message: Message) -> Shown:
    """The message as Telegram shows it, without its markup."""
    buttons = [button for row in message.rows for button in row]
    labels = tuple(button.label for button in buttons)
    return Shown(unescape(TAG.sub("", message.html)), labels, tuple(button.data for button in buttons))


def placed(venue: Venue) -> Shown:
    """The place on the map as Telegram shows it."""
    return replace(seen(Message("", venue.rows)), text=f"{venue.title}\n{venue.address}", holds="map")
