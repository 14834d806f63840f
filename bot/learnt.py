"""The packs and what was learnt of them, kept in a file: making that takes seconds, taking it up almost nothing."""

import mmap
from array import array
from pathlib import Path
from typing import Final

from bot import logs
from bot.conversation.knowledge import Knowledge
from bot.language.columns import Columns
from bot.packs.assets import Packs
from bot.packs.fingerprint import fingerprint
from bot.packs.packed import packed, unpacked
from bot.saving import save

MARK: Final = 32
"""Bytes of the fingerprint, before the columns."""

LEARNING: Final = tuple(Path(__file__).parent / folder for folder in ("language", "learning", "packs", "search"))
"""The program that reads and learns: another one makes something else of the same packs."""

PACKS: Final = "packs"
"""The column that holds the packs themselves."""


def knowledge(content: Path, file: Path, *, desk: bool) -> Knowledge:
    """From the file if it is of these packs and this program; else made now, and kept there for the next start.

    Raises ContentError when a file of the packs is broken.
    """
    mark = fingerprint(((content, (".yaml",)), *((folder, (".py", ".bin")) for folder in LEARNING)), MARK)
    found = _taken_up(file, mark)
    if found is None:
        found = packs, columns = _made(content)
        kept = Columns({**columns.numbers, PACKS: array("B", packed(packs))}, columns.words)
        _keep(file, mark + kept.to_bytes())
    packs, columns = found
    return Knowledge.of(packs, columns, desk=desk)


def _made(content: Path) -> tuple[Packs, Columns]:
    from bot.learning.everything import learnt  # noqa: PLC0415 -- most starts learn nothing, and need no numpy
    from bot.packs.loader import load  # noqa: PLC0415 -- nor do they read YAML

    packs = load(content)
    return packs, learnt(packs)


def _taken_up(file: Path, mark: bytes) -> tuple[Packs, Columns] | None:
    """A window into the file: only what is looked at takes up memory."""
    try:
        with file.open("rb") as opened:
            held = memoryview(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
        if held[:MARK] != mark:
            return None
        columns = Columns.from_bytes(held[MARK:])
        return unpacked(bytes(columns.whole(PACKS))), columns
    except (OSError, ValueError, LookupError):
        return None


def _keep(file: Path, held: bytes) -> None:
    """Where it cannot be written, the next start learns again."""
    try:
        save({file: held})
    except OSError as fault:
        logs.get().warning("index_not_kept", error=type(fault).__name__)
