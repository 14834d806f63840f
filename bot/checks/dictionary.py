"""The dictionary of a language, where the machine has one: Hunspell's, as Debian installs them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

from bot.language.formats import REGIONS

Knows = Callable[[str], bool]

FOLDERS: Final = (Path("/usr/share/hunspell"), Path("/usr/share/myspell"), Path("/usr/share/myspell/dicts"))


@dataclass(frozen=True)
class Dictionaries:
    """Where dictionaries lie, and the library that reads them: only checks need it, a running bot does not."""

    folders: tuple[Path, ...] = FOLDERS
    library: str = "hunspell"

    def of(self, language: str) -> Knows | None:
        """Tells whether a word is in the dictionary; None where there is no dictionary or nothing to read it with."""
        files = [file for folder in self.folders for file in _files(folder, language)]
        return _opened(self.library, files[0]) if files and self.readable() else None

    def readable(self) -> bool:
        try:
            import_module(self.library)
        except ImportError:
            return False
        return True


def _files(folder: Path, language: str) -> list[Path]:
    """The one for our region first, where there are several: en_GB before en_US."""
    ours = REGIONS.get(language, language)
    files = (*folder.glob(f"{language}.dic"), *folder.glob(f"{language}_*.dic"))
    return sorted(files, key=lambda file: (file.stem != ours, file.name))


@cache
def _opened(library: str, file: Path) -> Knows:
    speller = import_module(library).Hunspell(file.stem, hunspell_data_dir=str(file.parent))
    knows: Knows = speller.spell
    return knows
