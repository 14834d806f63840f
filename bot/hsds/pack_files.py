"""The services as files of the packs: the same files that they came from, and only those in which something changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.hsds.pack_text import services_text, words_text
from bot.hsds.returned import Returned, changed_fields
from bot.packs.reading import Reading
from bot.packs.service_schema import Service, ServiceWords


@dataclass(frozen=True)
class Change:
    """`fields` are those that differ from the packs; empty for a service that is new."""

    key: str
    fields: tuple[str, ...]


class Merged:
    """The packs with what came back laid over them. A service that did not come back stays as it is."""

    def __init__(self, packs: Reading, back: Returned) -> None:
        self._packs = packs
        self._before = {key: service for key, (_, _, service) in packs.services.items()}
        self._words_before = {
            key: {language: words for language, (_, words) in by_language.items()}
            for key, by_language in packs.service_words.items()
        }
        self.services = self._before | {key: back.services[key] for key in sorted(back.services)}
        self.words: dict[str, Mapping[str, ServiceWords]] = {
            key: self._words_before.get(key, {}) | dict(back.words.get(key, {})) for key in self.services
        }

    def changes(self) -> Iterator[Change]:
        for key, service in self.services.items():
            if key not in self._before:
                yield Change(key, ())
                continue
            fields = changed_fields(self._before[key], service)
            spoken = [f"words in {language}" for language in sorted(self._changed_words(key))]
            if fields or spoken:
                yield Change(key, (*fields, *spoken))

    def files(self) -> dict[str, str]:
        """The text of each file that changes, by its path from the folder of the packs."""
        homes = {key: self._home(service) for key, service in self.services.items()}
        touched = {homes[change.key] for change in self.changes()}
        found: dict[str, str] = {}
        for home in sorted(touched):
            keys = [key for key in self.services if homes[key] == home]
            if any(self._before.get(key) != self.services[key] for key in keys):
                found[home.as_posix()] = services_text([self.services[key] for key in keys])
            for language in sorted({language for key in keys for language in self._changed_words(key)}):
                spoken = {key: self.words[key][language] for key in keys if language in self.words[key]}
                found[_beside(home, language).as_posix()] = words_text(spoken)
        return found

    def _changed_words(self, key: str) -> set[str]:
        before = self._words_before.get(key, {})
        return {language for language, words in self.words[key].items() if before.get(language) != words}

    def _home(self, service: Service) -> PurePosixPath:
        """The file it came from; for a new one that of its place, in the pack of its country."""
        if service.id in self._packs.services:
            path, _, _ = self._packs.services[service.id]
            return PurePosixPath(path.relative_to(self._packs.root).as_posix())
        own = [name for name, pack in self._packs.packs.items() if pack.countries == (service.country,)]
        folder = own[0] if own else service.country.lower()
        return PurePosixPath(folder, "services", f"{service.place or 'national'}.yaml")


def _beside(home: PurePosixPath, language: str) -> PurePosixPath:
    pack, *rest = home.parts
    return PurePosixPath(pack, language, *rest)
