"""What a provider says of its own service: which field is what, and a remark. It reads and writes no YAML."""

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import Field

from bot.packs.service_schema import Service
from bot.packs.terms import Language, Part, PhoneStatus, Text

Value = str | bool | tuple[str, ...] | None

FACTS: Final = (
    "address",
    "phones",
    "hours",
    "languages",
    "cost",
    "appointment",
    "women_staff",
    "groups",
    "website",
)
"""What a provider can correct of the facts; where it is on the map and who has checked it are the editor's."""
WORDS: Final = ("name", "serves", "does", "bring")
"""The same of the words, in each language."""
LONGEST_REMARK: Final = 300
"""Characters."""


class Change(Part):
    """One field, as the provider saw it and as it should be; `language` is None for facts, else whose words these are.

    A value of None, False or nothing at all says that it is not known.
    """

    field: Text
    language: Language | None = None
    old: Value = None
    new: Value = None

    @property
    def name(self) -> str:
        """For the editor: `hours`, or `name (sq)`."""
        return f"{self.field} ({self.language})" if self.language else self.field


class Correction(Part):
    """All that a provider sent at once; without any change it says that everything is right."""

    changes: tuple[Change, ...] = ()
    remark: Annotated[str, Field(max_length=LONGEST_REMARK)] = ""

    def of(self, language: str | None) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.language == language)

    @property
    def languages(self) -> tuple[str, ...]:
        """Those whose words it changes."""
        return tuple(dict.fromkeys(change.language for change in self.changes if change.language))


def phone_status(before: Service, new: Mapping[str, Value]) -> PhoneStatus | None:
    """Whoever writes a number down has not called it: only a test call confirms it, or brings it out of hiding."""
    phones = new.get("phones", before.phones)
    if not isinstance(phones, tuple) or not phones:
        return None
    if before.phone_status == "hidden" or set(phones) <= set(before.phones):
        return before.phone_status
    return "unconfirmed"
