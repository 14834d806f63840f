"""A service as its provider sees it in the form: what can be corrected, and how each value is typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.packs.assets import Packs
from bot.packs.correction import FACTS, WORDS, Value
from bot.packs.service_schema import Service, ServiceWords

YES = "yes"
"""The value of a box that is ticked."""


@dataclass(frozen=True)
class Slot:
    """A field of the form; `language` is None for facts."""

    field: str
    language: str | None = None

    @property
    def name(self) -> str:
        """As the form sends it: `hours`, `sq.name`."""
        return f"{self.language}.{self.field}" if self.language else self.field


@dataclass(frozen=True)
class Entry:
    """What the packs say about one service, with its words by language."""

    service: Service
    words: Mapping[str, ServiceWords]

    @property
    def hides_phones(self) -> bool:
        """Nobody has called its numbers yet. They may be somebody's own: not even this page shows them."""
        return self.service.phone_status == "hidden"

    def slots(self) -> Iterator[Slot]:
        """Everything that its provider can correct; of a hiding place never where it is."""
        for language in self.words:
            yield from (Slot(field, language) for field in WORDS)
        yield from (Slot(field) for field in FACTS if not (field == "address" and self.service.confidential))

    def value(self, slot: Slot) -> Value:
        """As it stands in the packs."""
        holder = self.words[slot.language] if slot.language else self.service
        found: Value = getattr(holder, slot.field)
        return found

    def typed(self, slot: Slot) -> tuple[str, ...]:
        """As it stands in the form before anybody has typed."""
        value = self.value(slot)
        if slot.field == "phones":
            return ("\n".join(self.service.shown_phones),)
        if isinstance(value, bool):
            return (YES,) if value else ()
        return value if isinstance(value, tuple) else (value or "",)


def entry_of(service_id: str, packs: Packs, language: str) -> Entry | None:
    """Look it up, with the words of the page's language first; None for a service that has left the packs."""
    service = packs.services.get(service_id)
    if service is None:
        return None
    words = packs.service_words[service_id]
    return Entry(service, {each: words[each] for each in dict.fromkeys((language, *packs.languages)) if each in words})
