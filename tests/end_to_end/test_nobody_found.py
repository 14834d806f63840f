"""After a long play of chance nothing of a client is found: not at the desk, not in the database, not in the log."""

import json
import logging
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
import structlog
from sqlalchemy import select

from bot.sandbox.server import DESK_CHAT
from bot.storage.tables import METADATA
from tests.end_to_end.deeds import ARTA, BLERI, CIMI, NAMES, cases_of, introduce
from tests.playing import SECRET, Clock, Playing, playing
from tests.sandbox_client import BESNIK, MIRA, SandboxRefused

PEOPLE = (ARTA, BLERI, CIMI)
DEEDS = 600
WORDS = (
    "burri më rreh tani", "sa kushton viza", "jam 16 vjeç", "Kukës", "kam dy fëmijë", "/keshilltar", "/menu",
    "/privatesia", "faleminderit", "/fshi", "avokat falas në Tiranë", "më kanë marrë pasaportën",
)  # fmt: skip
STAFF = (
    "Mirëdita",
    "// e njoh",
    "/mbyll",
    "/gjej pasaport",
    "/radha",
    "/dezhur",
    "/kthe",
    "@mira_k",
    "069 123 4567",
    "/rasti",
)


@pytest.mark.parametrize("seed", [7, 11])
async def test_no_identifier_of_a_client_is_found_anywhere_after_a_long_random_play(
    tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    structlog.reset_defaults()
    logging.getLogger().setLevel(logging.DEBUG)
    clock = Clock()
    async with playing("python-telegram-bot", tmp_path, clock=clock) as play:
        await introduce(play)
        chance = Random(seed)  # noqa: S311 -- a play, not a secret
        for _ in range(DEEDS):
            await _something(play, chance, clock)
        await play.quiet(60)
        assert await cases_of(play), "The play brought no case about; it shows nothing."
        shown = json.dumps(await _shown_by_the_bot(play), ensure_ascii=False)
        stored = await _stored(play)
    assert _found(shown) == []
    assert _found(stored + (tmp_path / "udha.db").read_bytes().decode("latin-1")) == []
    assert _found("".join(capsys.readouterr())) == []


def _found(text: str) -> list[str]:
    """What would lead to a client."""
    secrets = [str(client) for client in PEOPLE]
    secrets += [part for name in NAMES.values() for part in (name, *name.split(), name.lower().replace(" ", "_"))]
    return [secret for secret in secrets if secret in text]


async def _something(play: Playing, chance: Random, clock: Clock) -> None:  # noqa: C901 -- one line a kind of deed
    """One thing that somebody does; a button that is not there is not pressed."""
    client, counsellor = chance.choice(PEOPLE), chance.choice((MIRA, BESNIK))
    try:
        match chance.randrange(7):
            case 0 | 1:
                await play.client_text(client, chance.choice(WORDS))
            case 2:
                await _presses(play, chance, client)
            case 3:
                await play.client_sends(client, chance.choice(("voice", "document", "photo", "sticker")))
            case 4:
                await _at_desk(play, chance, counsellor)
            case 5:
                await _presses_at_desk(play, chance, counsellor)
            case _:
                clock.later += timedelta(minutes=chance.choice((1, 7, 90)))
                await play.bot.punctual.look()
    except SandboxRefused:
        return
    if chance.random() < 0.5:
        await play.quiet(60)


async def _presses(play: Playing, chance: Random, client: int) -> None:
    shown = [seen for seen in await play.messages(client, limit=6) if seen.from_bot and seen.buttons]
    if shown:
        seen = chance.choice(shown)
        button = chance.choice([button for button in seen.buttons if button.data and button.data != "erase"])
        await play.press(client, button.data or "", message_id=seen.id, wait=0)


async def _at_desk(play: Playing, chance: Random, counsellor: int) -> None:
    threads = await cases_of(play)
    thread = chance.choice(threads).id if threads else None
    await play.counsellor_text(thread, chance.choice(STAFF), counsellor)


async def _presses_at_desk(play: Playing, chance: Random, counsellor: int) -> None:
    for thread in await cases_of(play):
        shown = [seen for seen in await play.desk_messages(thread.id) if seen.from_bot and seen.buttons]
        if shown and chance.random() < 0.6:
            seen = shown[0] if chance.random() < 0.5 else chance.choice(shown)
            data = chance.choice([button.data for button in seen.buttons if button.data])
            await play.counsellor_presses(data, counsellor, message_id=seen.id, thread=thread.id, wait=0)


async def _shown_by_the_bot(play: Playing) -> list[object]:
    """Everything at the desk that the bot wrote, names of threads included, and every call there."""
    shown: list[object] = [thread.name for thread in await play.threads()]
    for thread in (None, *(thread.id for thread in await play.threads())):
        shown += [seen.look for seen in await play.desk_messages(thread) if seen.from_bot]
    calls = [call for call in await play.calls() if str(call.params.get("chat_id")) == str(DESK_CHAT)]
    # A copy names the chat that it is made from, to Telegram alone.
    hidden = {"from_chat_id"}
    return shown + [{name: value for name, value in call.params.items() if name not in hidden} for call in calls]


async def _stored(play: Playing) -> str:
    """Every row, sealed columns as they lie there, and the same in hexadecimal."""
    rows: list[str] = []
    async with play.bot.database.transaction() as tx:
        for table in METADATA.sorted_tables:
            for row in await tx.execute(select(table)):
                rows += [value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in row]
    return SECRET.join(rows)
