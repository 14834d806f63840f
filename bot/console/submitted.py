"""What a provider has sent: which fields it changes, and which of them do not fit."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ValidationError

from bot.console.entry import YES, Entry, Slot
from bot.packs.correction import LONGEST_REMARK, Change, Correction, Value, phone_status
from bot.packs.service_schema import Service, ServiceWords

LONGEST: Final = 200
"""Characters of a fact; the words have their own measure in the schema."""
LONGEST_PHONE: Final = 24
"""Characters: fifteen digits at most (ITU-T E.164), the plus and the spaces between."""
MOST_PHONES: Final = 6
Typed = Mapping[str, Sequence[str]]

ONE_DIGIT: Final = re.compile(r"(?<!\d)(\d:\d\d)(?!\d)")
APART: Final = re.compile(r"[\r\n,;]")
BETWEEN_DIGITS: Final = re.compile(r"[-/.()]")


@dataclass(frozen=True)
class Submitted:
    """`typed` is what was sent, letter by letter; `faults` names the fields that do not fit."""

    correction: Correction
    typed: Typed
    faults: frozenset[str]


def submitted(entry: Entry, typed: Typed) -> Submitted:
    """Compare the form with the entry. A field that was not sent at all is not changed."""
    read = ((slot, _read(slot, typed[slot.name], entry)) for slot in entry.slots() if slot.name in typed)
    new = {slot: value for slot, value in read if value != entry.value(slot)}
    remark = cleaned(" ".join(typed.get("remark", ())))
    faults = {slot.name for slot, value in new.items() if _wrong(value, slot.field)}.union(_unfit(entry, new))
    if len(remark) > LONGEST_REMARK:
        faults.add("remark")
    changes = [
        Change.model_construct(field=slot.field, language=slot.language, old=entry.value(slot), new=value)
        for slot, value in new.items()
    ]
    return Submitted(Correction.model_construct(changes=tuple(changes), remark=remark), typed, frozenset(faults))


def cleaned(text: str) -> str:
    """One line, without what cannot be seen: no line ends, nothing that would move a terminal's cursor."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(char if char.isprintable() else " " for char in composed).split())


def _read(slot: Slot, typed: Sequence[str], entry: Entry) -> Value:
    before = entry.value(slot)
    if slot.field == "phones":
        phones = tuple(filter(None, map(_phone, APART.split("\n".join(typed)))))
        # Hidden numbers are not in the form: an empty field says nothing about them.
        return before if entry.hides_phones and not phones else phones
    if isinstance(before, tuple):
        chosen = [value for value in typed if value]
        return tuple(dict.fromkeys((*(value for value in before if value in chosen), *chosen)))
    if isinstance(before, bool):
        return YES in typed
    return _TIDY.get(slot.field, cleaned)(" ".join(typed)) or None


def _phone(text: str) -> str:
    return cleaned(BETWEEN_DIGITS.sub(" ", text))


def _hours(text: str) -> str:
    """With the small things mended that make no difference to people: 8:00, a long dash."""
    return ONE_DIGIT.sub(r"0\1", cleaned(text).replace("\N{EN DASH}", "-").replace(" - ", "-"))


def _website(text: str) -> str:
    said = cleaned(text)
    return said if not said or "://" in said else f"https://{said}"


_TIDY: Final[Mapping[str, Callable[[str], str]]] = {"hours": _hours, "website": _website}


def _wrong(value: Value, field: str) -> bool:
    """What the schema leaves open and a form must not."""
    if field == "phones" and isinstance(value, tuple):
        return len(value) > MOST_PHONES or any(len(phone) > LONGEST_PHONE for phone in value)
    return isinstance(value, str) and len(value) > LONGEST


def _unfit(entry: Entry, new: Mapping[Slot, Value]) -> Iterator[str]:
    """What the packs would refuse."""
    for language, words in entry.words.items():
        said = {slot.field: value for slot, value in new.items() if slot.language == language}
        yield from (Slot(field, language).name for field in _refused(ServiceWords, words, said))
    facts = {slot.field: value for slot, value in new.items() if slot.language is None}
    yield from _refused(Service, entry.service, {**facts, "phone_status": phone_status(entry.service, facts)})


def _refused(model: type[BaseModel], before: BaseModel, new: Mapping[str, object]) -> list[str]:
    try:
        model.model_validate(before.model_dump() | dict(new))
    except ValidationError as fault:
        return [str(error["loc"][0]) if error["loc"] else "" for error in fault.errors()]
    return []
