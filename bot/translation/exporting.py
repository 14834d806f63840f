"""Makes the PO files for a translator: English as the source, what there is in the language, and notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message

from bot.errors import ContentError
from bot.packs.reading import Reading
from bot.translation.catalogs import read, written
from bot.translation.entries import SOURCE, Domain, Entries, Entry, entries, originals
from bot.translation.fingerprints import is_stale, known
from bot.translation.languages import check_language
from bot.translation.notes import notes

Drafts = dict[str, Message]
"""What a translator has in a PO file already, by content key."""


@dataclass(frozen=True)
class Exported:
    """One PO file, and how much of it is translated and how much of that is stale."""

    domain: Domain
    content: bytes
    texts: int
    translated: int
    stale: int


def exported(reading: Reading, language: str, folder: Path) -> Iterator[Exported]:
    """One file for each section of each pack. `folder` is where they go: drafts that stand there are kept."""
    check_language(reading, language)
    of_domain: dict[Domain, list[Entry]] = {}
    for entry in entries(reading, SOURCE).values():
        of_domain.setdefault(entry.domain, []).append(entry)
    said = entries(reading, language)
    written_in = originals(reading)
    helping = {name: entries(reading, name) for name in set(written_in.values()) - {SOURCE}}
    for domain, listed in of_domain.items():
        made = _Domain(domain, language, said, helping.get(written_in.get(domain.pack, SOURCE), {}))
        yield made.export(listed, reading, folder)


def file_of(folder: Path, domain: Domain) -> Path:
    return folder / domain.pack / f"{domain.section}.po"


@dataclass(frozen=True)
class _Domain:
    domain: Domain
    language: str
    said: Entries
    original: Entries

    def export(self, listed: list[Entry], reading: Reading, folder: Path) -> Exported:
        fingerprints = known(reading.root, self.domain.pack, self.language)[0].fingerprints
        drafts = _drafts(file_of(folder, self.domain))
        catalog = Catalog()
        for entry in listed:
            catalog[entry.text] = self._message(entry, fingerprints, drafts.get(entry.key))
        words = [message for message in catalog if message.id and message.string]
        stale = sum(message.fuzzy for message in words)
        content = written(catalog, self.domain, self.language)
        return Exported(self.domain, content, len(listed), len(words), stale)

    def _message(self, entry: Entry, fingerprints: Mapping[str, str], draft: Message | None) -> Message:
        packed = self.said.get((self.domain, entry.key))
        shown = _shown(entry, packed, fingerprints, draft)
        return Message(
            entry.text,
            shown.text,
            locations=[(entry.file, 1)],
            flags=["fuzzy"] if shown.unsure else [],
            auto_comments=notes(entry, self.original.get((self.domain, entry.key)), packed, shown.text),
            user_comments=[line for line in (draft.user_comments if draft else ()) if not line.startswith("|")],
            previous_id=[shown.previous] if shown.unsure and shown.previous else [],
            context=entry.key,
        )


class _Shown(NamedTuple):
    """The translation as the translator is shown it; `previous` is the source that it was made from, if known."""

    text: str
    unsure: bool
    previous: str = ""


def _shown(entry: Entry, packed: Entry | None, fingerprints: Mapping[str, str], draft: Message | None) -> _Shown:
    """What the translator wrote last is never lost; where the pack says something else by now, a person decides."""
    text = packed.text if packed else ""
    stale = bool(text) and not entry.own and is_stale(entry.key, entry.text, fingerprints)
    if draft is None or not draft.string:
        return _Shown(text, stale)
    wrote, source = str(draft.string), str(draft.id)
    same_source = entry.own or source == entry.text
    previous = "" if same_source else source
    if text and wrote != text:
        return _Shown(wrote, unsure=True, previous=previous)
    if same_source:
        return _Shown(wrote, draft.fuzzy and (stale or not text))
    return _Shown(wrote, stale or not text, previous)


def _drafts(path: Path) -> Drafts:
    """Raises ContentError where a file stands in the way that cannot be read, for it may hold somebody's work."""
    if not path.exists():
        return {}
    found, problems = read(path)
    if found is None:
        raise ContentError(f"{problems[0]} Nothing was exported.")
    return dict(found.messages)
