"""An update that always fails is set aside after five tries: client and desk hear of it, nobody waits long."""

import asyncio
from pathlib import Path

from sqlalchemy import select

from bot.storage.tables import INBOX
from tests.both_channels import NAMES
from tests.end_to_end.deeds import ARTA, BLERI, desk_texts, introduce, seconds_until, texts
from tests.playing import Playing, playing
from tests.sandbox_client import Wire

TRIES = 5
PATIENCE = 25.0


def unreadable(client: int) -> Wire:
    """A message without a date: no library can read it."""
    chat = {"id": client, "type": "private", "first_name": "Arta"}
    return {"message": {"message_id": 900_001, "chat": chat, "from": chat | {"is_bot": False}, "text": "Kukës"}}


async def test_an_update_that_always_fails_is_set_aside_and_the_next_one_answered(tmp_path: Path) -> None:
    # Five tries take eight seconds, so both libraries are tried side by side.
    folders = {library: tmp_path / library for library in NAMES}
    for folder in folders.values():
        folder.mkdir()
    await asyncio.gather(*(_set_aside(library, folder) for library, folder in folders.items()))


async def _set_aside(library: str, folder: Path) -> None:
    async with playing(library, folder) as play:
        await introduce(play)
        await play.client_text(ARTA, "/start")
        await play.quiet()
        await play.inject(unreadable(ARTA))
        await play.client_text(ARTA, "Prishtinë")
        await play.client_text(BLERI, "Tiranë")
        assert await seconds_until(play, BLERI, "Pranë jush: Tiranë") < 1.0
        await play.quiet(PATIENCE)
        await _compare(play)


async def _compare(play: Playing) -> None:
    _, apology, answer = await texts(play, ARTA)
    assert "nuk shkoi mirë nga ana jonë" in apology
    assert answer.startswith("📍 Pranë jush: Prishtinë")
    (news,) = await play.threads()
    (told,) = await desk_texts(play, news.id)
    assert "u la mënjanë" in told
    async with play.bot.database.transaction() as tx:
        rows = (await tx.execute(select(INBOX.c.attempts, INBOX.c.set_aside))).all()
    assert [tuple(row) for row in rows] == [(TRIES, True)]
