"""From PO files to the files of the packs: planned as a whole, so that all of it is written or nothing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.translation.building import Building, Place, by_piece
from bot.translation.entries import SOURCE, entries
from bot.translation.fingerprints import Translated, known, path_of
from bot.translation.languages import check_language
from bot.translation.pieces import Keys, pieces, put
from bot.translation.received import received
from bot.translation.taking import Taking
from bot.translation.yaml_text import dumped, with_language

Data = dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """What an import would do. `problems` are why it does nothing at all; `pieces` is how many, by pack and section."""

    problems: list[Problem]
    remarks: list[str]
    files: dict[Path, bytes] = field(default_factory=dict)
    pieces: Counter[str] = field(default_factory=Counter)


def plan(reading: Reading, language: str, paths: Iterable[Path]) -> Plan:
    """Nothing is written yet. Raises ContentError where there is nothing to import, or nothing to import into."""
    check_language(reading, language)
    sources = entries(reading, SOURCE)
    files, problems = received(paths, language, {domain for domain, _ in sources})
    taking = Taking(sources, problems=problems)
    for file in () if problems else files:
        taking.take(file)
    building = Building(reading, language, taking)
    building.build()
    if taking.problems:
        return Plan(sorted(taking.problems), taking.remarks)
    written = _Files(reading, language, building)
    return Plan([], taking.remarks, dict(written.all()), Counter(map(_section, building.pieces)))


def _section(place: Place) -> str:
    pack, _, section, *_ = Path(place[0]).with_suffix("").parts
    return f"{pack}/{section}"


@dataclass
class _Files:
    reading: Reading
    language: str
    building: Building

    def __post_init__(self) -> None:
        root = self.reading.root
        self._places = by_piece(self.building.taking.sources)
        self._packed: dict[Place, tuple[Keys, Data]] = {
            (_in(SOURCE, piece.path.relative_to(root)), piece.name): (piece.at, dict(piece.data))
            for piece in pieces(self.reading, self.language)
        }

    def all(self) -> dict[Path, bytes]:
        """Every file of the packs that changes, with what it will hold."""
        root, found = self.reading.root, {}
        for file in dict.fromkeys(file for file, _ in self.building.pieces):
            data = self._data(file, self.building.pieces)
            if data != self._data(file, {}):
                found[root / _in(self.language, Path(file))] = dumped(data).encode()
        for pack in {path.relative_to(root).parts[0] for path in found} | self.building.fingerprints.keys():
            found |= self._of_pack(pack)
        return found

    def _data(self, file: str, new: dict[Place, Data]) -> Data:
        """What the file holds: in the order of the English one, then what only this language has."""
        data: Data = {}
        listed = {place: found[0].piece.at for place, found in self._places.items() if place[0] == file}
        for place in dict.fromkeys((*listed, *(place for place in self._packed if place[0] == file))):
            at, packed = self._packed.get(place, (listed.get(place, ()), None))
            piece = new.get(place, packed)
            if piece is not None:
                put(data, at, piece)
        return data

    def _of_pack(self, pack: str) -> dict[Path, bytes]:
        """`translated.yaml` and `pack.yaml`, where they change."""
        root, new = self.reading.root, self.building.fingerprints.get(pack, {})
        before = known(root, pack, self.language)[0].fingerprints
        alive = {entry.key for entry in entries(self.reading, self.language).values() if entry.domain.pack == pack}
        prints = {key: value for key, value in sorted((before | new).items()) if key in alive or key in new}
        found = {}
        if prints != before:
            found[path_of(root, pack, self.language)] = dumped(Translated(fingerprints=prints).model_dump()).encode()
        path = root / pack / "pack.yaml"
        text = path.read_text("utf-8")
        if with_language(text, self.language) != text:
            found[path] = with_language(text, self.language).encode()
        return found


def _in(language: str, file: Path) -> str:
    """The file of this language's folder that says the same."""
    pack, _, *rest = file.parts
    return Path(pack, language, *rest).as_posix()
