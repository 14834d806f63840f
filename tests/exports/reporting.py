"""A small report with every kind of cell in it, and speakers of it."""

from datetime import date
from gettext import NullTranslations

from bot.language.phrases import Speaker
from bot.reports.report import AtLeast, Cell, Column, Report, Section, Share
from bot.reports.table import SUPPRESSED
from tests.builders import TODAY
from tests.contexts import the_phrases

LANGUAGES = ("sq", "en")
TOPICS = Section(
    "topics",
    "Topics",
    (
        Column("Topic", "text", "What people opened."),
        Column("July", "number", "How often it was opened in July."),
        Column("Both", "number"),
        Column("Share", "share", "Of all topics."),
        Column("Since", "day"),
    ),
    (
        ("Ditët e para", 1234, AtLeast(1240), Share(0.4212), date(2026, 7, 15)),
        ("Azili", SUPPRESSED, SUPPRESSED, SUPPRESSED, date(2026, 8, 1)),
        ("Kredia", 0, None, None, None),
    ),
    ("Opened, not read.",),
)
GAIN = Section(
    "gain",
    "Quiz",
    (Column("Gender", "text"), Column("Strengthened", "share", "More points in the second half.")),
    (("women", Share(0.61, 0.52, 0.69)), ("men", SUPPRESSED), ("not told", None)),
)


def a_report(*sections: Section, language: str = "en", **more: str) -> Report:
    return Report(
        "usage",
        more.get("title", "Use of Udha"),
        date(2026, 7, 1),
        date(2026, 9, 30),
        TODAY,
        language,
        sections,
        ("November is not over.",),
        (("people", "Different chats in a quarter."),),
    )


def a_table(*rows: tuple[Cell, ...], kinds: str = "tn", title: str = "Table") -> Section:
    """Its columns are called A, B, C…; `kinds` has the first letter of the kind of each."""
    named = {"t": "text", "n": "number", "s": "share", "d": "day"}
    columns = tuple(Column(chr(ord("A") + at), named[kind]) for at, kind in enumerate(kinds))  # type: ignore[arg-type]
    return Section("table", title, columns, rows)


def speaker(language: str = "en") -> Speaker:
    return the_phrases().speak(language)


class _Marked(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"«{message}»"


def marking() -> Speaker:
    """One who puts marks around every phrase, so that a test sees what goes through a translator's hands."""
    return Speaker("en", _Marked())
