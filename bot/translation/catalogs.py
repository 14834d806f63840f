"""One PO file: its header says which language, pack and section it is for, and from what it was translated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email import message_from_string
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, denormalize, normalize, read_po, write_po

from bot.packs.problem import Problem
from bot.translation.entries import SOURCE, Domain

LANGUAGE: Final = "Language"
PACK: Final = "X-Udha-Pack"
SECTION: Final = "X-Udha-Section"
FROM: Final = "X-Udha-Source"
_HEADER: Final = re.compile(r'^msgid ""\s*\nmsgstr ((?:[ \t]*".*"\s*\n)+)', re.MULTILINE)


@dataclass(frozen=True)
class PoFile:
    """What a PO file says: its header, and every message by its content key (msgctxt)."""

    path: Path
    header: Mapping[str, str]
    messages: Mapping[str, Message]

    @property
    def domain(self) -> Domain:
        return Domain(self.header.get(PACK, ""), self.header.get(SECTION, ""))


def written(catalog: Catalog, domain: Domain, language: str) -> bytes:
    """The file, the same on every machine and day; Babel's own header holds dates, and drops what it does not know."""
    fields = {
        LANGUAGE: language,
        "Plural-Forms": plural_forms(language),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        PACK: domain.pack,
        SECTION: domain.section,
        FROM: SOURCE,
    }
    header = normalize("".join(f"{name}: {value}\n" for name, value in fields.items()))
    messages = BytesIO()
    write_po(messages, catalog, omit_header=True, include_previous=True, include_lineno=False)
    return f'msgid ""\nmsgstr {header}\n\n'.encode() + messages.getvalue()


def plural_forms(language: str) -> str:
    """As Unicode's tables have it; Babel's default for a language that they do not know."""
    try:
        return Catalog(locale=Locale.parse(language)).plural_forms
    except UnknownLocaleError:
        return Catalog().plural_forms


def read(path: Path) -> tuple[PoFile | None, list[Problem]]:
    """The file, or what is wrong with it."""
    try:
        text = path.read_text("utf-8")
        catalog = read_po(text.splitlines(keepends=True), ignore_obsolete=True, abort_invalid=True)
    except UnicodeDecodeError:
        return None, [Problem(path, 1, "The file is not UTF-8 text.", "Save it as UTF-8.")]
    except (PoFileError, ValueError) as fault:  # ValueError: a header that Babel cannot read
        line = getattr(fault, "lineno", 0) + 1
        return None, [Problem(path, line, f"This is no valid PO file: {fault}.", "Open it with a PO editor, mend it.")]
    except OSError as fault:
        return None, [Problem(path, 1, f"The file cannot be read: {fault.strerror}.", "Name a PO file or its folder.")]
    found = [message for message in catalog if message.id]
    messages: dict[str, Message] = {}
    for message in found:
        if messages.setdefault(message.context or "", message) is not message:
            return None, [_twice(path, message)]
    return PoFile(path, _header(text), messages), []


def _header(text: str) -> dict[str, str]:
    found = _HEADER.search(text)
    return dict(message_from_string(denormalize(found[1]))) if found else {}


def _twice(path: Path, again: Message) -> Problem:
    """Which of the two counts nobody could say."""
    sentence = f"The key '{again.context}' stands twice." if again.context else "An entry has no key (msgctxt)."
    return Problem(path, again.lineno or 1, sentence, "Export anew and copy the translations over.")
