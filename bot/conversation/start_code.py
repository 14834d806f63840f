"""What stands behind `t.me/BOT?start=`: the subject or guide that a link leads to, and where its poster hangs."""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from bot.errors import StartCodeError
from bot.packs.assets import Packs

LIMIT: Final = 64
"""Characters that Telegram passes on; it allows A-Z, a-z, 0-9, _ and - (Bot API, deep linking)."""

BETWEEN: Final = "_"
"""Between subject and place: no slug has one. On paper two of them would look like one long line."""

RISKS: Final = "risks"
"""The section whose subjects are dangers, also where nobody has to call for help at once."""

_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MARK: Final = 8
"""Digits in place of a subject's name: about eighty subjects need no more to differ."""


@dataclass(frozen=True)
class StartCode:
    """`topic` is a topic's slug or a guide's name, `place` the municipality in which a poster hangs.

    That is never where its reader is.
    """

    topic: str
    place: str | None = None

    def packed(self) -> str:
        """TOPIC or TOPIC_PLACE. Raises StartCodeError for what is no slug, and over Telegram's limit."""
        for part in (self.topic, self.place):
            if part is not None and not _SLUG.fullmatch(part):
                raise StartCodeError(f"'{part}' cannot stand in a link: only a-z, 0-9 and single hyphens between them.")
        if len(self._joined) > LIMIT:
            raise StartCodeError(
                f"'{self._joined}' has {len(self._joined)} characters; Telegram passes on {LIMIT}. "
                "The slug of the topic or of the place has to be shorter."
            )
        return self._joined

    @property
    def campaign(self) -> str:
        """As it is counted, cut to what the table of counts holds."""
        return self._joined[:LIMIT]

    @property
    def _joined(self) -> str:
        return BETWEEN.join(part for part in (self.topic, self.place) if part is not None)


def unpacked(code: str, packs: Packs) -> StartCode | None:
    """What a code leads to, by name or, for a topic, by mark; None for what the packs do not have.

    Anybody can write a link. So whatever follows the subject and is not exactly a place of the packs is forgotten.
    """
    topic, _, rest = code.partition(BETWEEN)
    is_named = topic in packs.topics or topic in packs.guides
    slug = topic if is_named else next((each for each in packs.topics if marked(each) == topic), None)
    if slug is None:
        return None
    return StartCode(slug, rest if rest in packs.places else None)


def marked(slug: str) -> str:
    """Letters and digits in place of a subject's name, the same on every machine and in every version."""
    return sha256(slug.encode()).hexdigest()[:_MARK]


def discreet(slug: str, packs: Packs) -> bool:
    """Whether a poster must not name this subject: who stops at it in public could be seen to be in danger."""
    return slug in packs.about_danger or packs.topics[slug].section == RISKS


def for_poster(slug: str, place: str, packs: Packs) -> str:
    """The code for a poster in this municipality. Raises StartCodeError as `StartCode.packed` does.

    A code is shown by the camera and kept by the browser, so a discreet subject stands in it as its mark.
    """
    return StartCode(marked(slug) if discreet(slug, packs) else slug, place).packed()
