"""The interface's phrases, read from the PO files as they are: no build step, no second copy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Message
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


def _fills_the_same_gaps(message: Message) -> bool:
    """A gap too many breaks the sentence when it is said, one too few drops a number: then English is better.

    One form of a plural may leave something out.
    """
    try:
        asked = set[str]().union(*map(_gaps, _strings(message.id)))
        filled = [_gaps(said) for said in _strings(message.string or "")]
    except ValueError:  # a brace without its other half
        return False
    return all(gaps <= asked if message.pluralizable else gaps == asked for gaps in filled)


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _strings(said: str | Iterable[str]) -> list[str]:
    return [said] if isinstance(said, str) else list(said)


def _translations(path: Path) -> NullTranslations:
    """Go through the binary form in memory, so that plural rules and fallback are the standard library's."""
    compiled = BytesIO()
    try:
        with path.open("rb") as source:
            catalog = read_po(source, locale=path.parents[1].name, abort_invalid=True)
        for message in catalog:
            if message.id and message.string and not _fills_the_same_gaps(message):
                message.string = ""
        write_mo(compiled, catalog)
    except (PoFileError, UnicodeDecodeError) as fault:
        language = path.parents[1].name
        raise ContentError(
            f"The phrases in '{language}' cannot be read: {fault}. Open the PO file and mend it."
        ) from fault
    compiled.seek(0)
    return GNUTranslations(compiled)
