"""Which translations of a PO file are taken, which are not, and why."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from babel.messages.catalog import Message

from bot.packs.problem import Problem
from bot.translation.catalogs import PoFile
from bot.translation.entries import Entries, Entry
from bot.translation.fingerprints import fingerprint
from bot.translation.pieces import GUIDES, apart

GAP: Final = re.compile(r"{\w*}")
SEVERAL_LINES: Final = frozenset({"details", "text"})


@dataclass(frozen=True)
class Taken:
    """A translation of an English entry; `saw` is the text that the translator had, `path` and `line` where it is."""

    entry: Entry
    text: str
    saw: str
    path: Path
    line: int

    @property
    def is_stale(self) -> bool:
        return not self.entry.own and fingerprint(self.saw) != fingerprint(self.entry.text)


@dataclass
class Taking:
    """What came of reading PO files: `problems` stop the import, `remarks` are for the editor to know."""

    sources: Entries
    taken: list[Taken] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def take(self, file: PoFile) -> None:
        """Whatever is translated for certain."""
        unsure = 0
        for key, message in file.messages.items():
            entry = self.sources.get((file.domain, key))
            if not message.string:
                continue
            if message.fuzzy:
                unsure += 1
            elif entry is None:
                self.remarks.append(f"{file.path.name}: '{key}' is no longer in the packs; left out.")
            else:
                self._take(file, entry, message)
        if unsure:
            self.remarks.append(f"{file.path.name}: {unsure} translations are marked as unsure (fuzzy); left out.")

    def _take(self, file: PoFile, entry: Entry, message: Message) -> None:
        taken = Taken(entry, _tidy(entry, str(message.string)), str(message.id), file.path, message.lineno or 1)
        for fault in _faults(taken):
            sentence = f"{entry.key}: {fault}."
            self.problems.append(Problem(file.path, taken.line, sentence, "Correct the translation."))
        self.taken.append(taken)


def _tidy(entry: Entry, text: str) -> str:
    """Phrasings one a line; details, replies and what guides say with their paragraphs; all else on one line."""
    if entry.own:
        return "\n".join(apart(text))
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    return ("\n" if _has_lines(entry) else " ").join(lines)


def _has_lines(entry: Entry) -> bool:
    """In a guide as in its English text."""
    return "\n" in entry.text if entry.piece.name[0] == GUIDES else entry.keys[-1] in SEVERAL_LINES


def _faults(taken: Taken) -> list[str]:
    faults, limit = [], taken.entry.limit
    if limit and len(taken.text) > limit:
        faults.append(f"it has {len(taken.text)} characters, and there is room for {limit}")
    if set(GAP.findall(taken.text)) != set(GAP.findall(taken.saw)):
        faults.append("the gaps that are filled in ({...}) are not those of the English text")
    return faults
