"""Rules for replies: a counsellor can tell them apart, and nothing in them leads where the packs do not."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.checks.figures import address
from bot.checks.passages import Passage, passages
from bot.checks.place_of import at as _at
from bot.checks.place_of import within as _within
from bot.checks.readability import ENDS
from bot.checks.wording import LINK, of_language, pattern_of, words_of
from bot.packs.problem import Problem
from bot.packs.reading import Reading

LONGEST_NAME: Final = 40
"""Characters: the name has to fit a button's 64 bytes beside the rest (Bot API, callback_data)."""

LONGEST_SENTENCE: Final = 15
"""Words (voice rule 2)."""

ACCOUNT: Final = re.compile(r"(?<!\w)@\w{4,}")
"""Somebody's name in Telegram."""

NEAR: Final = r"[^.!?\n]{0,30}"
"""What may stand between a street and the number of its house."""


def names_fit_buttons(reading: Reading, _today: date) -> Iterator[Problem]:
    for name, (path, _) in reading.replies.items():
        if len(name) > LONGEST_NAME:
            sentence = f"The name '{name}' is longer than {LONGEST_NAME} characters."
            yield _at(path, (), sentence, "Shorten the name of the file.")


def titles_differ(reading: Reading, _today: date) -> Iterator[Problem]:
    """Of two replies with one title the wrong one is sent by chance."""
    first: dict[tuple[str, str], str] = {}
    for passage in _of_replies(reading):
        if passage.part == "title":
            owner = first.setdefault((passage.language, passage.text.casefold()), passage.owner.name)
            if owner != passage.owner.name:
                sentence = f"The reply '{owner}' has the same title."
                yield _at(passage.path, passage.keys, sentence, "Give each its own.")


def sentences_are_short(reading: Reading, _today: date) -> Iterator[Problem]:
    """People read a reply, or a guide, in fear or slowly."""
    for passage in passages(reading):
        for sentence in ENDS.split(passage.text) if passage.owner.noun in {"reply", "guide"} else ():
            found = words_of(sentence)
            if len(found) > LONGEST_SENTENCE:
                said = f"A sentence has {len(found)} words, {LONGEST_SENTENCE} are enough."
                yield _within(passage, found[0].word, said, "Make two of it.", "advice")


def addresses_are_known(reading: Reading, _today: date) -> Iterator[Problem]:
    """Streets and pages live in services, as numbers do (see bot.checks.contacts)."""
    pages = _pages(reading)
    for passage in _of_replies(reading):
        for found in _addresses(passage, reading):
            if address(found) not in pages:
                yield _within(passage, found, f"The address '{found}' stands in no service.", "Put it into a service.")


def _of_replies(reading: Reading) -> Iterator[Passage]:
    return (passage for passage in passages(reading) if passage.owner.noun == "reply")


def _pages(reading: Reading) -> set[str]:
    """The pages of services, and those that a reply names as its source."""
    services = {service.website for _, _, service in reading.services.values() if service.website}
    sources = {source.url for _, reply in reading.replies.values() for source in reply.sources}
    return {address(page) for page in services | sources}


def _addresses(passage: Passage, reading: Reading) -> Iterator[str]:
    """Pages, accounts, and streets with a number; commands of the bot (/menu) lead nowhere else."""
    yield from (found[0] for found in LINK.finditer(passage.text) if not found[0].startswith("/"))
    yield from ACCOUNT.findall(passage.text)
    if streets := of_language(reading, "streets", passage.language):
        street = rf"(?<!\w){pattern_of(streets)}(?!\w)"
        house = re.compile(rf"{street}{NEAR}\d+|\d+{NEAR}{street}", re.IGNORECASE)
        yield from (found[0] for found in house.finditer(passage.text))
