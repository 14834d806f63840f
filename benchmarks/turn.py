"""What a turn costs: Udha beside a bare echo bot on the same library, in the same run, against the same stand-in.

`python -m benchmarks.turn [MESSAGES]` prints a table for benchmarks/README.md.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from bot.sandbox.server import DESK_CHAT, TOKEN
from tests.sandbox_client import SandboxClient, SandboxProcess

LIBRARIES = {"aiogram": "aiogram", "python-telegram-bot": "telegram"}
CLIENTS = 25
WARM = 50
QUESTIONS = (
    "a mundem me kerku azil ne gjermani",
    "me kane ofruar pune pa kontrate",
    "si te kthehem ne shqiperi me ndihme",
    "ku e regjistroj femijen ne shkolle",
    "numri i policise",
)
MIB = 1024 * 1024


@dataclass(frozen=True)
class Figures:
    """Seconds to the first answer, CPU milliseconds a turn, resident MiB."""

    first: float
    cpu: float
    memory: float


async def imported(package: str) -> Figures:
    """What the library's own import costs: time and memory that no bot on it can do without."""
    script = f"import {package}, resource, time; import {package}.ext" if package == "telegram" else f"import {package}"
    script += "; import psutil; print(psutil.Process().memory_info().rss)"
    start = time.perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", script, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return Figures(time.perf_counter() - start, 0.0, int(out) / MIB)


async def measured(command: Sequence[str], environment: dict[str, str], messages: int) -> Figures:
    """Start the bot with one message waiting, warm it up, then have it answer `messages` more."""
    async with SandboxProcess() as sandbox:
        clients = range(2001, 2001 + CLIENTS)
        for user in clients:
            await sandbox.add_client(user, language="sq")
        await sandbox.client_text(2001, QUESTIONS[0])
        start = time.perf_counter()
        arguments = [part.replace("API", sandbox.base_url) for part in command]
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, env={**os.environ, **environment, "UDHA_TELEGRAM_API": sandbox.base_url}
        )
        try:
            await sandbox.wait_for_calls("sendMessage", 1, 60)
            first = time.perf_counter() - start
            await _answered(sandbox, clients, WARM, 1)
            seen = psutil.Process(process.pid)
            before = sum(seen.cpu_times()[:2])
            await _answered(sandbox, clients, messages, 1 + WARM)
            cpu = sum(seen.cpu_times()[:2]) - before
            memory = seen.memory_info().rss / MIB
        finally:
            process.terminate()
            await process.wait()
    return Figures(first, cpu / messages * 1000, memory)


async def _answered(sandbox: SandboxClient, clients: range, messages: int, already: int) -> None:
    """Steady arrivals, a few at a time, as many as the stand-in takes; returns when all are answered."""
    for start in range(0, messages, 10):
        texts = range(start, min(start + 10, messages))
        await asyncio.gather(*(sandbox.client_text(clients[n % CLIENTS], QUESTIONS[n % len(QUESTIONS)]) for n in texts))
    await sandbox.wait_for_calls("sendMessage", already + messages, 120)


async def main(messages: int) -> None:
    print(f"{messages} questions, {CLIENTS} clients, SQLite\n")
    print("| library | bot | start to first answer | CPU a turn | memory |\n|---|---|---|---|---|")
    for library, package in LIBRARIES.items():
        bare = await imported(package)
        print(f"| {library} | import alone | {bare.first:.2f} s | | {bare.memory:.0f} MiB |")
        echo = await measured(["-m", "benchmarks.echo", library, TOKEN, "API"], {}, messages)
        print(f"| {library} | echo | {echo.first:.2f} s | {echo.cpu:.2f} ms | {echo.memory:.0f} MiB |")
        with tempfile.TemporaryDirectory() as folder:
            fresh = await measured(["-m", "bot", "run"], _environment(library, Path(folder), "first.db"), WARM)
            ours = await measured(["-m", "bot", "run"], _environment(library, Path(folder), "second.db"), messages)
        print(f"| {library} | Udha, packs just changed | {fresh.first:.2f} s | | {fresh.memory:.0f} MiB |")
        print(f"| {library} | Udha | {ours.first:.2f} s | {ours.cpu:.2f} ms | {ours.memory:.0f} MiB |")
        over = Figures(ours.first - bare.first, ours.cpu - echo.cpu, ours.memory - bare.memory)
        print(f"| {library} | **Udha on top** | {over.first:.2f} s | {over.cpu:.2f} ms | {over.memory:.0f} MiB |")


def _environment(library: str, folder: Path, database: str) -> dict[str, str]:
    return {
        "UDHA_TELEGRAM_TOKEN": TOKEN,
        "UDHA_DESK_CHAT": str(DESK_CHAT),
        "UDHA_SECRET_KEY": "0123456789abcdef" * 2,
        "UDHA_CHANNEL": library,
        "UDHA_DATABASE_URL": f"sqlite:///{folder}/{database}",
        "UDHA_INDEX_FILE": f"{folder}/index.bin",
        "UDHA_LOG_LEVEL": "WARNING",
        "UDHA_HTTP_PORT": "0",
    }


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
