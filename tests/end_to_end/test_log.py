"""The log of a whole run, with everything that goes wrong in it, holds no text, no name and no number of anybody."""

import asyncio
import json
from pathlib import Path

from bot.channels.threads import NEWS
from bot.sandbox.server import DESK_CHAT, TOKEN, World
from tests.both_channels import NAMES as LIBRARIES
from tests.end_to_end.deeds import ARTA, NAMES
from tests.end_to_end.processes import BotProcess
from tests.playing import SECRET
from tests.sandbox_client import SandboxClient, running_sandbox

SAID = "burri më rreh dhe jam në Kukës"
REPLIED = "Jam Mira, ju dëgjoj"
PATIENCE = 20.0


async def test_the_log_of_a_whole_run_knows_nobody(tmp_path: Path) -> None:
    # Five tries of one update take eight seconds, so both libraries run side by side.
    folders = {library: tmp_path / library for library in LIBRARIES}
    for folder in folders.values():
        folder.mkdir()
    await asyncio.gather(*(_run(library, folder) for library, folder in folders.items()))


async def _run(library: str, folder: Path) -> None:
    async with running_sandbox(World()) as sandbox, BotProcess(sandbox, folder, library, "DEBUG") as bot:
        await bot.start()
        await _a_client_talks(sandbox)
        await _all_goes_wrong(sandbox)
        assert await bot.stop() == 0
    logged = bot.log.read_text("utf-8")
    facts = [json.loads(line)["event"] for line in logged.splitlines()]
    assert {"started", "stopped", "turn_failed", "set_aside", "sending_again", "client_unreachable"} <= set(facts)
    secrets = [SAID, "rreh", "Kukës", "42.08", REPLIED, "Mira", NAMES[ARTA], "Gjoka", str(ARTA), TOKEN, SECRET]
    assert [secret for secret in (*secrets, str(DESK_CHAT)) if secret in logged] == []


async def _a_client_talks(sandbox: SandboxClient) -> None:
    await sandbox.add_client(ARTA, NAMES[ARTA])
    await sandbox.client_text(ARTA, SAID)
    await sandbox.wait_for_text(ARTA, "129")
    await sandbox.press(ARTA, "accept")
    thread = (await sandbox.wait_for_thread(lambda found: found.name != NEWS)).id
    await sandbox.wait_for_desk(lambda seen: bool(seen.rows), thread)
    await sandbox.counsellor_presses("d:claim", thread=thread)
    await sandbox.wait_for_text(ARTA, "Tani është këtu")
    await sandbox.share_location(ARTA, 42.08, 20.42)
    await sandbox.counsellor_text(thread, REPLIED)
    await sandbox.wait_for_text(ARTA, REPLIED)


async def _all_goes_wrong(sandbox: SandboxClient) -> None:
    """Everything that makes the bot write a line."""
    await sandbox.fault("429", "sendMessage", retry_after=1)
    await sandbox.fault("drop_before", "sendMessage")
    await sandbox.fault("error", "copyMessage", code=400, description=f"Bad Request: {SAID}")
    await sandbox.client_text(ARTA, SAID)
    person = {"id": ARTA, "first_name": NAMES[ARTA], "is_bot": False}
    broken = {"message_id": 9, "chat": {"id": ARTA, "type": "private"}, "from": person, "text": SAID}
    await sandbox.inject({"message": broken})
    await sandbox.wait_for_text(ARTA, "nuk shkoi mirë nga ana jonë", PATIENCE)
    await sandbox.fault("error", "sendMessage", code=403, description=f"Forbidden: {NAMES[ARTA]} blocked the bot")
    await sandbox.client_text(ARTA, "/menu")
    thread = (await sandbox.wait_for_thread(lambda found: found.name != NEWS)).id
    await sandbox.wait_for_desk(lambda seen: "nuk arrihet" in seen.text, thread)
