"""What a translator reads beside a text: what it is for, how long it may be, and the text in the original's words."""

from collections.abc import Iterator
from typing import Final

from bot.language.formats import language_in
from bot.translation.entries import SOURCE, Entry
from bot.translation.pieces import GUIDES

FOR: Final = {
    "label": "It stands on a button.",
    "summary": "The answer comes first, in short sentences.",
    "details": "Keep the paragraphs and the bullets.",
    "steps": "One thing to do; translate every step, or none.",
    "warning": "Calm and short.",
    "say": "What somebody in danger reads under the emergency number: one calm sentence.",
    "does": "What one gets there, in one short sentence.",
    "bring": "Which papers to take along, and nothing else.",
    "doubt": "What we do not know for certain; it must not be left out.",
    "questions": "What people ask about this, as they type it: at least 5, better 20.",
    "near_misses": "Questions that sound like this subject and belong to another.",
    "phrases": "What people in this danger type, as they type it: the bot looks for these words.",
    "negatives": "What sounds like this danger and is not.",
    "text": "What a counsellor sends: kind, plain, no promise; the first words may be seen on a locked screen.",
    "keywords": "What a counsellor may type to find this reply.",
    "hello": "How people greet.",
    "thanks": "How people say thanks.",
}
"""By the name of the part."""

IN_GUIDES: Final = {
    "label": "It stands on a button.",
    "ask": "A question, or what is to be known first; short.",
    "why": "Why we ask this.",
    "reason": "Why this answer counts; read in a list of reasons.",
    "explain": "What is true, after somebody has answered; no judgement.",
    "share": "To be passed on: it begins harmlessly and says nothing of who asked.",
    "text": "Keep the paragraphs and the bullets, and what stands in {...}.",
}
"""By the last key."""

OWN: Final = "One a line, as many as you like. This is no translation: write what people really type in your language."
BUTTON: Final = 24
"""What is this short stands on a button (voice rule 1)."""


def notes(entry: Entry, original: Entry | None, packed: Entry | None, shown: str) -> list[str]:
    """Line by line; `packed` is what the pack says now where that is not what is `shown` as the translation."""
    return list(_notes(entry, original, packed, shown))


def _notes(entry: Entry, original: Entry | None, packed: Entry | None, shown: str) -> Iterator[str]:
    told = IN_GUIDES.get(entry.keys[-1]) if entry.piece.name[0] == GUIDES else FOR.get(entry.keys[0])
    use = told or (FOR["label"] if entry.limit == BUTTON else "")
    room = f"At most {entry.limit} characters." if entry.limit else ""
    yield " ".join(filter(None, (use, room)))
    if entry.own:
        yield OWN
    elif original is not None:
        yield from _quoted(language_in(original.language, SOURCE), original.text)
    if packed is not None and packed.text != shown:
        yield from _quoted("In the pack now", packed.text)


def _quoted(who: str, text: str) -> Iterator[str]:
    first, *rest = text.splitlines()
    yield f"{who}: {first}"
    yield from filter(None, rest)
