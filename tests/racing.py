"""One of several processes on the same database: does what it is told at the moment that it is told.

    python -m tests.racing postgresql+asyncpg://... Mira 700100200301

reads a line of JSON for each thing to do (`Deed`), and answers with one (`Came of it`).
"""

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass
from itertools import count
from typing import Any, Self

from bot.desk.events import Pressed
from bot.desk.taps import DeskTap
from bot.desk_service import Person, Where
from bot.settings import ROOT
from bot.storage.database import Database
from tests.builders import some_packs
from tests.fakes import Canned
from tests.stage import GROUP, Stage, staged, tap


@dataclass(frozen=True)
class Deed:
    """`at` is a moment of the machine's clock that never goes back, in seconds: the same in every process."""

    at: float
    what: str
    chat: int
    thread: int


@dataclass(frozen=True)
class Outcome:
    """Who was told what, and when it was begun and done."""

    toast: str
    name: str
    began: float
    ended: float


async def done(stage: Stage, deed: Deed, by: Person) -> Outcome:
    """Everything that takes time comes before the moment."""
    came = await stage.take_in(deed.chat)
    await asyncio.sleep(max(0.0, deed.at - time.monotonic() - 0.002))
    while time.monotonic() < deed.at:
        pass
    began, toast = time.monotonic(), None
    if deed.what == "end":
        await stage.service.client_turn(came, deed.chat, tap("end"))
    else:
        pressed = Pressed(DeskTap(deed.what), 60)  # type: ignore[arg-type]  # each is the name of a tap
        toast = (await stage.desk.turn(came, Where(GROUP, deed.thread), pressed, by)).toast
    return Outcome(toast.what if toast else "", toast.name if toast else "", began, time.monotonic())


async def play(url: str, by: Person) -> None:
    database = Database.open(url)
    stage = staged(database, Canned().knowledge(some_packs()))
    stage.updates = count(by.number * 1000)
    for line in iter(sys.stdin.readline, ""):
        outcome = await done(stage, Deed(**json.loads(line)), by)
        sys.stdout.write(json.dumps(asdict(outcome)) + "\n")
        sys.stdout.flush()
    await database.close()


class Racer:
    """Such a process, from outside."""

    def __init__(self, url: str, by: Person) -> None:
        self._command = (sys.executable, "-m", "tests.racing", url, by.name, str(by.number))

    async def __aenter__(self) -> Self:
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(*self._command, stdin=pipe, stdout=pipe, cwd=ROOT)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        await self._process.wait()

    async def does(self, deed: Deed) -> Outcome:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(deed)).encode() + b"\n")
        answer: dict[str, Any] = json.loads(await self._process.stdout.readline())
        return Outcome(**answer)


if __name__ == "__main__":
    asyncio.run(play(sys.argv[1], Person(int(sys.argv[3]), sys.argv[2])))
