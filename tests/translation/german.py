"""A translator from English into German: knows some things by heart, and fills the rest in by machine."""

import shutil
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from bot.packs.loader import read
from bot.saving import save
from bot.translation.exporting import exported, file_of
from bot.translation.importing import plan

QUESTIONS = """Wie kann ich mit einem Visum in Deutschland arbeiten?
Brauche ich eine Ausbildung, um in Deutschland zu arbeiten?
ich habe einen arbeitsvertrag in deutschland was muss ich jetzt tun
welche papiere brauche ich für das arbeitsvisum
was kostet das visum zum arbeiten
wer beantragt die zustimmung ich oder mein chef
arbeit in deutschland legal"""
TOPIC = {
    "title": "Legal in Deutschland arbeiten",
    "label": "Arbeit in Deutschland",
    "summary": "Ja, es gibt einen legalen Weg, auch ohne Ausbildung. Sie brauchen einen Arbeitsvertrag und ein Visum.",
    "warning": "Termine und Zustimmungen werden nicht verkauft. Zahlen Sie nichts.",
    "questions": QUESTIONS,
}
DANGER = {
    "say": "Sie sind nicht schuld. Gehen Sie, wenn Sie können, an einen sicheren Ort.",
    "phrases": "mein mann schlägt mich\nmein vater schlägt mich\ner bringt mich um\nich habe angst vor meinem mann",
    "negatives": "das herz schlägt",
}
MENU = {
    "menu/sections/leaving/title": "Ich will weggehen",
    "menu/sections/leaving/intro": "Legale Wege und was man vorher wissen muss.",
    "menu/sections/risks/title": "Gefahren",
    "menu/sections/risks/intro": "Wie Menschen getäuscht werden.",
    "menu/courtesies/hello": "guten tag\ngrüß gott\nmoin",
}
WORDS = {
    **{f"topics/work-germany/{part}": text for part, text in TOPIC.items()},
    **{f"signals/violence-now/{part}": text for part, text in DANGER.items()},
    **MENU,
}
"""By content key."""

REST = "Fragen Sie vor Ort nach, bevor Sie etwas unterschreiben oder bezahlen."

Translate = Callable[[str, str], str]


def from_memory(key: str, _english: str) -> str:
    """What is known by heart; for the rest of its subject a sentence that is never wrong; else nothing."""
    of_topic = key.startswith("topics/work-germany/") and "near_misses" not in key
    return WORDS.get(key) or (REST if of_topic else "")


def by_machine(_key: str, english: str) -> str:
    """Everything, unchanged: no limit is ever passed."""
    return english


def fill(path: Path, translate: Translate) -> None:
    """As a PO editor does it: every entry, all of them sure, and the header as it was."""
    head, _, _ = path.read_text("utf-8").partition("\n\n")
    with path.open("rb") as file:
        catalog = read_po(file)
    for message in catalog:
        if message.id:
            message.string = translate(message.context or "", str(message.id))
            message.flags.discard("fuzzy")
    entries = BytesIO()
    write_po(entries, catalog, omit_header=True)
    path.write_bytes(f"{head}\n\n".encode() + entries.getvalue())


def export(content: Path, folder: Path, language: str = "de") -> list[Path]:
    files = {file_of(folder, file.domain): file.content for file in exported(read(content), language, folder)}
    save(files)
    return list(files)


def translated(content: Path, folder: Path, translate: Translate, language: str = "de") -> list[str]:
    """Export, translate, import; gives the remarks."""
    for path in export(content, folder, language):
        fill(path, translate)
    planned = plan(read(content), language, [folder])
    assert planned.problems == []
    save(planned.files)
    return planned.remarks


def phrases(locales: Path, folder: Path, said: Mapping[str, str], language: str = "de") -> Path:
    """A copy of the interface's phrases with some of a new language, as `pybabel init` begins them."""
    shutil.copytree(locales, folder)
    path = folder / language / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    with (locales / "messages.pot").open("rb") as file:
        catalog = read_po(file, locale=language)
    for message in catalog:
        name = message.id if isinstance(message.id, str) else message.id[0]
        if name in said:
            message.string = said[name] if isinstance(message.id, str) else (said[name], said[message.id[1]])
    with path.open("wb") as file:
        write_po(file, catalog)
    return folder
