"""Makes whole pieces of single translations: with every part they need, or not at all, for then English is shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import ValidationError

from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.translation.entries import Entries, Entry, entries
from bot.translation.fingerprints import fingerprint, is_stale, known
from bot.translation.pieces import Keys, Piece, assembled
from bot.translation.taking import Taken, Taking

Place = tuple[str, Keys]
"""Where a piece is: its file in the English folder, and its name."""

NAMED: Final = 3
"""Missing parts that are named before the rest is only counted."""

TOO_LONG: Final = "string_too_long"
"""Pydantic's name for what was told already, with the number of characters."""


def by_piece(sources: Entries) -> dict[Place, list[Entry]]:
    """The entries of each piece, in the order of the file."""
    found: dict[Place, list[Entry]] = {}
    for entry in sources.values():
        found.setdefault((entry.file, entry.piece.name), []).append(entry)
    return found


@dataclass
class Building:
    """`pieces` is what is new; `fingerprints` is, by pack, what each text of it was translated from."""

    reading: Reading
    language: str
    taking: Taking
    pieces: dict[Place, dict[str, Any]] = field(default_factory=dict)
    fingerprints: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._said = entries(self.reading, self.language)
        self._known = {
            pack: known(self.reading.root, pack, self.language)[0].fingerprints for pack in self.reading.packs
        }

    def build(self) -> None:
        taken = {(one.entry.domain, one.entry.key): one for one in self.taking.taken if self._is_news(one)}
        for place, listed in by_piece(self.taking.sources).items():
            new = {entry.keys: one for entry in listed if (one := taken.get((entry.domain, entry.key)))}
            if new:
                self._build(place, listed, new)

    def _is_news(self, one: Taken) -> bool:
        """Whether the pack has nothing newer: an old PO file must not take a translation back."""
        entry, fingerprints = one.entry, self._known.get(one.entry.domain.pack, {})
        packed = self._said.get((entry.domain, entry.key))
        newer = entry.key in fingerprints and not is_stale(entry.key, entry.text, fingerprints)
        if not one.is_stale or packed is None or not newer:
            return True
        if packed.text != one.text:
            self.taking.remarks.append(f"{entry.key}: the pack has a newer translation; left out.")
        return False

    def _build(self, place: Place, listed: list[Entry], new: dict[Keys, Taken]) -> None:
        texts = {entry.keys: text for entry in listed if (text := self._text(entry, new))}
        lacking = ["/".join(entry.keys) for entry in listed if entry.keys not in texts and entry.required]
        name = "/".join(place[1])
        if lacking:
            more = f" and {len(lacking) - NAMED} more" if len(lacking) > NAMED else ""
            missing = ", ".join(lacking[:NAMED]) + more
            self.taking.remarks.append(f"{name}: left out and shown in English, because it lacks {missing}.")
            return
        data = assembled({**texts, **self._own_besides(listed)})
        self.taking.problems += _faults(listed[0].piece, data, new)
        self.pieces[place] = data
        self._remember(listed[0].domain.pack, new)

    def _text(self, entry: Entry, new: Mapping[Keys, Taken]) -> str | None:
        if entry.keys in new:
            return new[entry.keys].text
        packed = self._said.get((entry.domain, entry.key))
        return packed.text if packed else None

    def _own_besides(self, listed: list[Entry]) -> dict[Keys, str]:
        """Phrasings that this language has and English has not."""
        domain, name, ours = listed[0].domain, listed[0].piece.name, {entry.keys for entry in listed}
        return {
            entry.keys: entry.text
            for entry in self._said.values()
            if entry.own and (entry.domain, entry.piece.name) == (domain, name) and entry.keys not in ours
        }

    def _remember(self, pack: str, new: Mapping[Keys, Taken]) -> None:
        """What each text was translated from; at once stale where that is not today's English."""
        for one in new.values():
            if not one.entry.own:
                self.fingerprints.setdefault(pack, {})[one.entry.key] = fingerprint(one.saw)
            if one.is_stale:
                remark = "the English text has changed since this was exported; the translation is taken as stale."
                self.taking.remarks.append(f"{one.entry.key}: {remark}")


def _faults(piece: Piece, data: dict[str, Any], new: Mapping[Keys, Taken]) -> Iterator[Problem]:
    """What the schema has against the piece as a whole: five questions at least, say."""
    if piece.model is None:
        return
    try:
        piece.model.model_validate(data)
    except ValidationError as fault:
        for error in (error for error in fault.errors() if error["type"] != TOO_LONG):
            where = tuple(map(str, error["loc"]))
            at = max(new, key=lambda keys: (_shared(keys, where), -new[keys].line))
            sentence = f"{'/'.join((*piece.name, *where))}: {error['msg']}."
            yield Problem(new[at].path, new[at].line, sentence, "Correct the translation.")


def _shared(keys: Keys, where: Keys) -> int:
    """How much of the way to both is the same."""
    pairs = zip(keys, where, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(keys), len(where)))
