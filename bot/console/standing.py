"""The entry as it stands now, in words: what a provider reads before it says that all of it is right."""

from collections.abc import Iterator

from bot.console import wording
from bot.console.entry import YES, Entry, Slot
from bot.language.formats import all_of, hours_for_people, language_in
from bot.language.phrases import Speaker
from bot.packs.assets import Packs
from bot.packs.correction import Value


def rows(entry: Entry, packs: Packs, say: Speaker) -> list[tuple[str, str]]:
    """What each field is called and what it says; nothing where it is not known."""
    labels = wording.labels(say)
    first = next(iter(entry.words))
    slots = [slot for slot in entry.slots() if slot.language in {first, None}]
    return [(labels[slot.field], _said(slot, entry, packs, say)) for slot in slots]


def _said(slot: Slot, entry: Entry, packs: Packs, say: Speaker) -> str:
    value = entry.value(slot)
    if slot.field == "address":
        return _where(entry, packs, say)
    if slot.field == "phones":
        return wording.page(say)["hidden"] if entry.hides_phones else ", ".join(entry.service.shown_phones)
    if slot.field == "hours" and entry.service.hours:
        return hours_for_people(entry.service.hours, say)
    if slot.field == "languages":
        return all_of((language_in(each, say.language) for each in entry.service.languages), say.language)
    return ", ".join(_chosen(slot.field, value, say)) if slot.field in wording.choices(say) else str(value or "")


def _where(entry: Entry, packs: Packs, say: Speaker) -> str:
    place, address = entry.service.place or "", entry.service.address or ""
    town = packs.place_name(place, say.language) if place in packs.places else entry.service.city
    return ", ".join(filter(None, (address, town if town and town not in address else "")))


def _chosen(field: str, value: Value, say: Speaker) -> Iterator[str]:
    """What was chosen, as the form calls it."""
    held = value if isinstance(value, tuple) else (YES,) if value is True else (value,)
    return (name for choice, name in wording.choices(say)[field] if choice and choice in held)
