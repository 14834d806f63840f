"""What a page of the console costs over two years of counts, beside a file that is only handed out, in the same run.

`python -m benchmarks.console [TIMES]` prints a table for benchmarks/README.md. The counts are made up; the packs are
those of content/.
"""

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import insert

from bot.console.access import Access
from bot.console.app import Console, create_app
from bot.console.page_catalogue import PAGES
from bot.console.pages import add_pages
from bot.console.published import sources
from bot.console.sign_in import add_sign_in
from bot.language.phrases import Phrases
from bot.packs.assets import Packs
from bot.packs.loader import load
from bot.publishing import publish
from bot.settings import ROOT
from bot.storage import console_access
from bot.storage.console_access import Pass
from bot.storage.database import Database
from bot.storage.tables import COUNTS, PEOPLE
from bot.storage.vault import Vault
from bot.storage.version import make_ready
from bot.usage.people import Quarter, What

BEGUN, NOW = date(2024, 10, 1), datetime(2026, 10, 2, 9, tzinfo=UTC)
VAULT = Vault("a secret of some length")
CHUNK = 5_000
BASELINE = "/console/icon.svg"


def days() -> Iterator[date]:
    return (BEGUN + timedelta(days=n) for n in range((NOW.date() - BEGUN).days - 1))


def counts(packs: Packs) -> Iterator[dict[str, Any]]:
    """Some hundred and fifty counters a day, with places, languages and everything else that a page shows."""
    chance = random.Random(1)  # noqa: S311 -- the same in every run
    places, kinds = list(packs.places), subjects(packs)
    for day in days():
        for kind, each in kinds.items():
            for subject, language in product(chance.sample(each, min(20, len(each))), ("sq", "en")):
                where = {"language": language, "area": chance.choice(places)}
                yield row(day, kind, subject, n=chance.randrange(1, 9), **where)
        if day.day == 1:
            yield from by_month(day, places, chance)


def by_month(day: date, places: list[str], chance: random.Random) -> Iterator[dict[str, Any]]:
    for what, place in product(("reached", "placed", "topic", "service"), places):
        yield row(day, "people", what, language="sq", area=place, n=chance.randrange(60))
    for hour in range(24):
        yield row(day, "hour", f"{hour:02}", language="", area="", n=chance.randrange(900))


def subjects(packs: Packs) -> dict[str, list[str]]:
    return {
        "topic": list(packs.topics),
        "service": list(packs.services),
        "services": list(packs.needs),
        "asked": ["answer", "choose", "unsure", "none"],
        "guide_result": [f"{name}:1:done" for name in packs.guides],
        "danger": list(packs.signals),
        "need": [f"{need}:{place}" for need in ("housing", "papers", "income") for place in packs.places],
        "waited": ["5m", "15m", "1h", "4h"],
        "helpful": [f"{slug}@a1b2c3:yes" for slug in packs.topics],
        "unhelpful": [f"{slug}@a1b2c3:-" for slug in packs.topics],
        "quiz_gain": ["know:1:3>5:a", "know:1:3>2:b"],
    }


def row(day: date, kind: str, subject: str, **more: Any) -> dict[str, Any]:
    return {"day": day, "kind": kind, "subject": subject, "campaign": "", **more}


async def filled(database: Database, packs: Packs) -> int:
    """Two years of it, published; gives how many counters there are."""
    made = list(counts(packs))
    quarters = sorted({Quarter.of(day) for day in days()})
    people = [
        {"period": str(each), "what": str(what), "n": 4000, "low": 3900, "high": 4100}
        for each in quarters
        for what in What
    ]
    async with database.transaction() as tx:
        for start in range(0, len(made), CHUNK):
            await tx.execute(insert(COUNTS), made[start : start + CHUNK])
        await tx.execute(insert(PEOPLE), people)
    start_of_it = time.perf_counter()
    await publish(database, packs, NOW.date())
    print(f"publishing {len(quarters)} quarters: {time.perf_counter() - start_of_it:.1f} s")
    return len(made)


async def is_admin(_desk: int, _person: int) -> bool:
    return True


async def measured(console: Console, paths: Sequence[str]) -> dict[str, float]:
    """Milliseconds for each page, in a browser that has just signed in to a console that has made no report yet."""
    app = create_app(console)
    add_sign_in(app, Access(is_admin, lambda: "http://127.0.0.1"))
    add_pages(app, sources(console))
    took = {}
    async with TestClient(TestServer(app)) as client:
        async with console.database.transaction() as tx:
            token = await console_access.make_link(tx, VAULT, Pass(1, -1, "manager", "sq"), int(NOW.timestamp()))
        await client.get(f"/console/in/{token}")  # as people do: the button that signs in stands on this page
        await client.post(f"/console/in/{token}", allow_redirects=False)
        for path in paths:
            start = time.perf_counter()
            answer = await client.get(path)
            await answer.read()
            took[path] = 1000 * (time.perf_counter() - start)
            if answer.status != HTTPStatus.OK:
                sys.exit(f"{path} answered {answer.status}")
    return took


async def main(times: int) -> None:
    packs, phrases = load(ROOT / "content"), Phrases.load(ROOT / "locales")
    paths = (BASELINE, "/console", *(f"/console/{page.name}?from=2024-Q4&to=2026-Q3" for page in PAGES))
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(f"sqlite:///{Path(folder) / 'udha.db'}")
        await make_ready(database)
        print(f"{await filled(database, packs):,} counters\n")
        console = Console(packs, phrases, database, VAULT, lambda: NOW)
        first, *rounds = [await measured(console, paths) for _ in range(times + 1)]
        print("| page | half below, ms | slowest, ms | the very first, ms |\n|---|---|---|---|")
        for path in paths:
            took = [each[path] for each in rounds]
            print(f"| {path} | {median(took):.1f} | {max(took):.1f} | {first[path]:.1f} |")
        await database.close()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
