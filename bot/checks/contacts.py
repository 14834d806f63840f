"""Rule for numbers and addresses: they live in services, where one change mends them everywhere."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.checks.passages import Owner, passages
from bot.checks.place_of import within as _within
from bot.packs.problem import Problem
from bot.packs.reading import Reading

MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
DIGITS: Final = re.compile(r"(?<![\w.,/])\+?(?:\(\d+\) ?)?\d(?:(?:[ ./\u00a0-]{0,2}| ?\(0\) ?)\d)*(?![\w/])")
"""Digits as people group them; a dash of a range (2025 to 2026) ends them."""

NO_PHONE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"[1-9]\d{0,2}(?:[ .\u00a0]\d{3})+",  # an amount: 1.000.000
        r"\d{1,2}[./-] ?\d{1,2}[./-] ?\d{4}",  # 22.11.2026
        r"\d{4}-\d{2}(?:-\d{2})?",  # 2026-11-22
        r"\d+/\d{2,4}",  # a law: 96/2017
        r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?",  # a year or two
    )
)
HARMONISED: Final = re.compile(r"116[ .]?\d{3}")
"""The numbers that mean the same in every country of the EU; they look like an amount."""

SHORTEST: Final = 6
"""Digits from which a number is one to call rather than one to count with."""

PRINTED: Final = frozenset({"emergency", "helpline"})
"""Kinds of service whose numbers may stand in any text: in danger nobody should have to press a button."""


def numbers_live_in_services(reading: Reading, _today: date) -> Iterator[Problem]:
    everywhere, hidden = _may_be_printed(reading), _must_not(reading)
    for passage in passages(reading):
        allowed = everywhere | _own(passage.owner, reading)
        for mail in MAIL.findall(passage.text):
            yield _within(passage, mail, f"The mail address '{mail}' stands in a text.", "Put it into a service.")
        for found in DIGITS.findall(passage.text):
            number = _plain(found)
            if number in hidden:
                sentence = f"The number '{found}' waits for a test call and must not be shown."
                yield _within(passage, found, sentence, "Remove it.")
            elif not _is_one_of(allowed, number) and is_phone(found):
                sentence = f"The number '{found}' looks like a telephone number."
                yield _within(passage, found, sentence, "Put it into a service, and the service under 'services'.")


def is_phone(text: str) -> bool:
    if text.startswith("+") or HARMONISED.fullmatch(text):
        return True
    return len(_plain(text)) >= SHORTEST and not any(form.fullmatch(text) for form in NO_PHONE)


def _is_one_of(phones: set[str], number: str) -> bool:
    """Also without the code of its country: 044 455 21 42 is +41 44 455 21 42."""
    short = number.lstrip("0")
    return number in phones or (len(short) >= SHORTEST and any(phone.endswith(short) for phone in phones))


def _plain(number: str) -> str:
    return re.sub(r"\D", "", number)


def _may_be_printed(reading: Reading) -> set[str]:
    called = {number for _, signal in reading.signals.values() for row in signal.numbers.values() for number in row}
    for _, _, service in reading.services.values():
        if service.category in PRINTED:
            called.update(service.shown_phones)
    return {_plain(number) for number in called}


def _own(owner: Owner, reading: Reading) -> set[str]:
    """The words of a service may say which of its numbers is for whom."""
    if owner.noun != "service" or owner.name not in reading.services:
        return set()
    return {_plain(number) for number in reading.services[owner.name][2].shown_phones}


def _must_not(reading: Reading) -> set[str]:
    """Numbers that every service with them hides."""
    phones = [service for _, _, service in reading.services.values()]
    hidden = {_plain(number) for service in phones if not service.shown_phones for number in service.phones}
    return hidden - {_plain(number) for service in phones for number in service.shown_phones}
