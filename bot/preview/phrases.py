"""The interface's own phrases in each language, under the part of the bot that says them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from bot.preview.cells import Row, Words, row

TEMPLATE: Final = "messages.pot"
Key = tuple[str | None, str]


@dataclass(frozen=True)
class PhraseGroup:
    """What one part of the bot says."""

    part: str
    rows: tuple[Row, ...]


def phrase_groups(folder: Path, languages: Iterable[str]) -> tuple[PhraseGroup, ...]:
    """Every phrase of the template, which has all that the code can say; a language without it shows as missing."""
    said = {language: _said(folder / language / "LC_MESSAGES" / "messages.po") for language in languages}
    groups: dict[str, list[Row]] = {}
    for message in _messages(folder / TEMPLATE):
        words = {language: known.get(_key(message)) for language, known in said.items()}
        groups.setdefault(_part(message), []).append(row(_key(message)[1], words, said))
    return tuple(PhraseGroup(part, tuple(groups[part])) for part in sorted(groups))


def _said(path: Path) -> dict[Key, Words]:
    """What counts as translated; a fuzzy phrase does not, as nobody is shown it."""
    return {_key(message): _strings(message) for message in _messages(path) if not message.fuzzy}


def _messages(path: Path) -> list[Message]:
    if not path.is_file():
        return []
    with path.open("rb") as opened:
        catalog: Catalog = read_po(opened)
    return [message for message in catalog if message.id]


def _key(message: Message) -> Key:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _strings(message: Message) -> tuple[str, ...]:
    """One line, or one for each plural form."""
    strings = [message.string] if isinstance(message.string, str) else message.string or ()
    return tuple(filter(None, strings))


def _part(message: Message) -> str:
    """The first module that says it: all of a notice's sentences stand together."""
    return PurePosixPath(message.locations[0][0]).stem if message.locations else "elsewhere"
