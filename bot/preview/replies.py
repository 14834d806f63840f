"""Vetted replies: what counsellors send, what each is for, and the words by which they find it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from bot.packs.assets import Packs, Reply
from bot.packs.reading import Reading
from bot.packs.reply_schema import Purpose
from bot.preview.cells import Row, Words, row
from bot.preview.topics import SourceLine, source_line


@dataclass(frozen=True)
class ReplyCard:
    """One reply; `keywords` where any language has some."""

    name: str
    purpose: Purpose
    pack: str
    rows: tuple[Row, ...]
    sources: tuple[SourceLine, ...]
    keywords: tuple[Row, ...]


def reply_cards(reading: Reading, packs: Packs) -> tuple[ReplyCard, ...]:
    """In the order in which the desk lists them."""
    purposes = get_args(Purpose)
    listed = sorted(packs.replies.values(), key=lambda reply: purposes.index(reply.facts.purpose))
    return tuple(_card(reply, reading, packs.languages) for reply in listed)


def _card(reply: Reply, reading: Reading, languages: tuple[str, ...]) -> ReplyCard:
    path, _ = reading.replies[reply.name]
    titles: Mapping[str, Words] = {language: said.title for language, said in reply.words.items()}
    texts: Mapping[str, Words] = {language: said.text for language, said in reply.words.items()}
    keywords: Mapping[str, Words] = {language: said.keywords for language, said in reply.words.items()}
    return ReplyCard(
        reply.name,
        reply.facts.purpose,
        path.relative_to(reading.root).parts[0],
        (row("Counsellors see", titles, languages), row("Clients get", texts, languages)),
        tuple(source_line(source) for source in reply.facts.sources),
        (row("Found by", keywords, languages),) if any(keywords.values()) else (),
    )
