"""A service with its words, for the tests of the form."""

from typing import Any

from bot.console.entry import Entry
from bot.packs.service_schema import ServiceWords
from tests.builders import a_service

WORDS = {
    "sq": ServiceWords(name="Zyra e punës", serves="Kush kërkon punë"),
    "en": ServiceWords(name="Employment office", serves="Whoever looks for work", doubt="We do not know its hours."),
}


def an_entry(**facts: Any) -> Entry:
    return Entry(a_service("al_line", **facts), WORDS)
