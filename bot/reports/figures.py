"""What a programme knows from elsewhere and enters by hand: how it is checked before it is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.language.formats import short_date
from bot.language.phrases import Speaker
from bot.packs.indicator_schema import Indicator

LONGEST: Final = 200
"""Letters of a source."""
MOST: Final = 100_000
"""People in one figure: more is a slip of the finger."""
PROFILE: Final = re.compile(
    r"(?<![\w.])@\w{3,}|\b(?:t|wa|fb)\.me/|\b(?:facebook|fb|instagram|linkedin|tiktok)\.com/", re.IGNORECASE
)
"""Somebody's name or page, in Telegram and elsewhere."""
WHOLE: Final = re.compile(r"[0-9]{1,9}")

Faults = Mapping[str, str]
"""What is wrong, a sentence by field."""


@dataclass(frozen=True)
class Figure:
    """`n` people on a day; of `known` of them it is known whether they are what is asked, and `having` are.

    `source` says where it is from, and names nobody. `id` and `entered_on` come with keeping it.
    """

    indicator: str
    day: date
    n: int
    source: str
    having: int | None = None
    known: int | None = None
    id: int = 0
    entered_on: date = date.min


def source_hint(say: Speaker) -> str:
    """What stands beside the field for the source."""
    return say.gettext(
        "Where the number is from: a list of participants, a report, with place and day. No names of people, no "
        "telephone numbers: this is read by many."
    )


def checked(
    typed: Mapping[str, str], indicators: Mapping[str, Indicator], today: date, say: Speaker
) -> Figure | Faults:
    """What was typed (indicator, day, n, having, known, source) as a figure, or what is wrong with it by field."""
    form = _Form({field: text.strip() for field, text in typed.items()}, say)
    indicator = form.indicator(indicators)
    day = form.day(indicator, today)
    n = form.people("n", needed=True)
    having, known = form.shares(indicator, n)
    source = form.source()
    if form.faults or indicator is None or day is None or n is None:
        return form.faults
    return Figure(indicator.id, day, n, source, having, known)


class _Form:
    """Reads the fields one by one and keeps what is wrong with them."""

    def __init__(self, typed: Mapping[str, str], say: Speaker) -> None:
        self._typed = typed
        self._say = say
        self.faults: dict[str, str] = {}

    def indicator(self, indicators: Mapping[str, Indicator]) -> Indicator | None:
        found = indicators.get(self._typed.get("indicator", ""))
        if found is None or not found.by_hand:
            self.faults["indicator"] = self._say.gettext("Please choose one of the indicators in the list.")
            return None
        return found

    def day(self, indicator: Indicator | None, today: date) -> date | None:
        try:
            day = date.fromisoformat(self._typed.get("day", ""))
        except ValueError:
            self.faults["day"] = self._say.gettext("Please give the day, such as 2026-10-31.")
            return None
        if day > today:
            self.faults["day"] = self._say.gettext("This day is still to come. Please enter what has happened already.")
        elif indicator and not indicator.covers(day, day):
            said = self._say.gettext("The programme's days are {days}. Please give one of them.")
            self.faults["day"] = said.format(days=period(indicator, self._say))
        return day

    def people(self, field: str, *, needed: bool = False) -> int | None:
        """A whole number that is not below zero; None where it is missing or wrong."""
        text = self._typed.get(field, "")
        if not text and not needed:
            return None
        if not WHOLE.fullmatch(text) or int(text) > MOST:
            said = self._say.gettext("Please write a whole number from 0 to {most}, in digits only.")
            self.faults[field] = said.format(most=MOST)
            return None
        return int(text)

    def shares(self, indicator: Indicator | None, n: int | None) -> tuple[int | None, int | None]:
        """How many have what is asked, of how many it is known; both or neither."""
        having, known = self.people("having"), self.people("known")
        if {"having", "known"} & self.faults.keys() or (having is None and known is None):
            return None, None
        if indicator and indicator.minimum_share is None:
            self.faults["having"] = self._say.gettext("This indicator asks for no share. Please leave this empty.")
        elif having is None:
            self.faults["having"] = self._say.gettext("Please say also how many of them there are, 0 if none.")
        elif known is None:
            self.faults["known"] = self._say.gettext("Please say also of how many people it is known.")
        else:
            self._compare(having, known, n)
        return having, known

    def _compare(self, having: int, known: int, n: int | None) -> None:
        if having > known:
            self.faults["having"] = self._say.gettext("These cannot be more than those of whom it is known.")
        elif n is not None and known > n:
            self.faults["known"] = self._say.gettext("These cannot be more than all people of this figure.")

    def source(self) -> str:
        # What cannot be printed cannot be meant, and a database refuses some of it.
        text = "".join(filter(str.isprintable, " ".join(self._typed.get("source", "").split())))
        if not text:
            self.faults["source"] = self._say.gettext("Please say where the number is from.")
        elif len(text) > LONGEST:
            said = self._say.gettext("Please say it in at most {most} letters; these are {given}.")
            self.faults["source"] = said.format(most=LONGEST, given=len(text))
        elif _names_somebody(text):
            self.faults["source"] = self._say.gettext(
                "Please leave out telephone numbers, e-mail addresses and profiles: they lead to a person."
            )
        return text


def _names_somebody(text: str) -> bool:
    """Whether it leads to a person; a plain name nobody can tell from that of a place."""
    # It reads YAML, for which a running bot has no other use.
    from bot.checks.contacts import DIGITS, MAIL, is_phone  # noqa: PLC0415 -- see above

    return bool(MAIL.search(text) or PROFILE.search(text)) or any(map(is_phone, DIGITS.findall(text)))


def period(indicator: Indicator, say: Speaker) -> str:
    """The programme's days in words, of which one end may be open."""
    first, last = (day and short_date(day, say.language) for day in (indicator.since, indicator.until))
    if first and last:
        return say.gettext("from {first} to {last}").format(first=first, last=last)
    if first:
        return say.gettext("from {first} on").format(first=first)
    return say.gettext("until {last}").format(last=last)
