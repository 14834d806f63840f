"""Whether words would let a client find a counsellor: by a name in Telegram, a number, a link to a profile."""

import re
from typing import Final, Literal

import phonenumbers

from bot.packs.assets import Packs

Way = Literal["mention", "phone", "link", "mail"]

_SITES: Final = (
    r"(?:t|telegram)\.(?:me|dog)|(?:facebook|instagram|linkedin|tiktok|twitter|whatsapp)\.com|(?:fb|x)\.com"
    r"|(?:fb|wa|m|signal)\.me|instagr\.am"
)
_LINK: Final = re.compile(
    rf"(?<!\w)(?:(?:[\w-]+\.){{0,3}}(?:{_SITES})/|[\w-]+\.t\.me\b)|\b(?:tg|viber|whatsapp)://", re.IGNORECASE
)
_MENTION: Final = re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,}(?!\w)")
"""Names in Telegram are of plain letters, digits and lines: "@orën 8" is an hour."""
_HOURS: Final = re.compile(r"(?<!\d)[0-2]?\d[.:][0-5]\d\s*[-\u2013]\s*[0-2]?\d[.:][0-5]\d(?!\d)")
"""08.00-16.00 is when an office is open, and would be a number that can be called for nothing."""
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
_REGIONS: Final = ("AL", "XK")


def way_to(words: str, packs: Packs) -> Way | None:
    """The first way in the words that is not one of the packs' own; None where there is none."""
    if _LINK.search(words):
        return "link"
    if _MAIL.search(words):
        return "mail"
    if _MENTION.search(words):
        return "mention"
    return "phone" if any(not _is_ours(number, packs) for number in _numbers(words)) else None


def _numbers(words: str) -> frozenset[str]:
    """Every valid phone number in the words, in digits and without the number of its country.

    The short ones that only help lines have are not among them.
    """
    without_hours = _HOURS.sub(" ; ", words)
    found = (match for region in _REGIONS for match in phonenumbers.PhoneNumberMatcher(without_hours, region))
    return frozenset(str(match.number.national_number) for match in found)


def _is_ours(number: str, packs: Packs) -> bool:
    """Whether clients may see it as that of a service; there it stands with the number of its country or without."""
    return any(_digits(phone).endswith(number) for service in packs.services.values() for phone in service.shown_phones)


def _digits(phone: str) -> str:
    return "".join(letter for letter in phone if letter.isdigit())
