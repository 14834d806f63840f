"""The interface's phrases, read from the PO files as they are: no build step, no second copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from bot.errors import ContentError


@dataclass(frozen=True)
class Speaker:
    """Says the interface's phrases in one language; what that language lacks is said in English."""

    language: str
    translations: NullTranslations

    def gettext(self, sentence: str) -> str:
        return self.translations.gettext(sentence)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.translations.ngettext(one, many, number)

    def pgettext(self, context: str, sentence: str) -> str:
        return self.translations.pgettext(context, sentence)


@dataclass(frozen=True)
class Phrases:
    """The phrases of every language that has a PO file."""

    translations: Mapping[str, NullTranslations]

    @classmethod
    def load(cls, folder: Path) -> "Phrases":
        """Read `<folder>/<language>/LC_MESSAGES/messages.po`. Raises ContentError for a folder without any."""
        files = sorted(folder.glob("*/LC_MESSAGES/messages.po"))
        if not files:
            raise ContentError(
                f"There are no phrases in '{folder.name}'. It must hold <language>/LC_MESSAGES/messages.po."
            )
        return cls({path.parents[1].name: _translations(path) for path in files})

    def speak(self, language: str) -> Speaker:
        return Speaker(language, self.translations.get(language, NullTranslations()))


def _translations(path: Path) -> NullTranslations:
    """Go through the binary form in memory, so that plural rules and fallback are the standard library's."""
    compiled = BytesIO()
    try:
        with path.open("rb") as source:
            write_mo(compiled, read_po(source, locale=path.parents[1].name, abort_invalid=True))
    except (PoFileError, UnicodeDecodeError) as fault:
        language = path.parents[1].name
        raise ContentError(
            f"The phrases in '{language}' cannot be read: {fault}. Open the PO file and mend it."
        ) from fault
    compiled.seek(0)
    return GNUTranslations(compiled)
