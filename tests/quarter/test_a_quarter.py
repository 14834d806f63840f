"""A whole quarter with 5,000 people: what is counted is true, and nobody is in it."""

import asyncio
import json
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count, product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot import reporting
from bot.counting import Counting
from bot.exports import forms
from bot.language.phrases import Phrases
from bot.publishing import publish
from bot.reports.suppression import LEAST
from bot.settings import ROOT
from bot.storage.database import Database
from bot.storage.tables import PERIOD_KEYS, SKETCHES
from bot.storage.version import make_ready
from bot.usage import people as distinct
from bot.usage.people import Quarter, What
from tests.builders import knowledge_of, the_real_packs
from tests.quarter.found import found_in
from tests.quarter.played import Played
from tests.quarter.simulated import Person, Truth, people, truth
from tests.quarter.subtracting import Subtracting
from tests.stage import VAULT, staged
from tests.usage.sketching import seeded, seems_in

MANY = 5_000
SEED = 20260701
OVER = datetime(2026, 10, 1, 0, 0, 5, tzinfo=UTC)
THIS = Quarter(2026, 3)
SPANS = {
    ("2026-07",): (date(2026, 7, 1), date(2026, 7, 31)),
    ("2026-08",): (date(2026, 8, 1), date(2026, 8, 31)),
    ("2026-09",): (date(2026, 9, 1), date(2026, 9, 30)),
    ("2026-07", "2026-08"): (date(2026, 7, 1), date(2026, 8, 31)),
    ("2026-08", "2026-09"): (date(2026, 8, 1), date(2026, 9, 30)),
    ("2026-07", "2026-08", "2026-09"): (date(2026, 7, 1), date(2026, 9, 30)),
}
WHOLE = "2026-07-01/2026-09-30"


@dataclass(frozen=True)
class PlayedQuarter:
    """`running` is a copy of the database from its last evening, `over` the database afterwards."""

    running: Path
    over: Path
    people: list[Person]
    truth: Truth
    points: list[tuple[float, float]]


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> PlayedQuarter:
    return asyncio.run(_played(tmp_path_factory.mktemp("over"), tmp_path_factory.mktemp("running")))


async def _played(over: Path, running: Path) -> PlayedQuarter:
    packs = the_real_packs()
    them = people(MANY, SEED, packs)
    async with opened(over) as database:
        await make_ready(database)
        stage = staged(database, knowledge_of(packs, desk=True))
        # The key is chance too: by another one the number is beyond its bounds in 3 quarters of 1,000.
        stage.service.counting = Counting(seeded(SEED))
        played = Played(stage, packs, count(1000))
        for person in them:
            await played.everything_of(person)
        shutil.copytree(over, running, dirs_exist_ok=True)
        stage.clock.now = OVER
        await stage.service.quarters_over()
    return PlayedQuarter(running, over, them, truth(them), [played.point_of(person) for person in them if person.town])


@pytest.fixture(scope="module")
def files(quarter: PlayedQuarter) -> dict[tuple[str, str], dict[str, Any]]:
    """Every report of every span of months, as the file that somebody is sent."""
    return asyncio.run(_written(quarter))


async def _written(quarter: PlayedQuarter) -> dict[tuple[str, str], dict[str, Any]]:
    packs, say = the_real_packs(), Phrases.load(ROOT / "locales").speak("en")
    made: dict[tuple[str, str], dict[str, Any]] = {}
    async with opened(quarter.over) as database:
        await publish(database, packs, OVER.date() + timedelta(days=1))
        for name, (first, last) in product(reporting.UNITS, SPANS.values()):
            report = await reporting.report(name, database, packs, say, first, last, OVER.date())
            made[name, f"{first}/{last}"] = json.loads(forms.written("json", report, say))
    return made


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Database]:
    database = Database.open(f"sqlite:///{folder / 'udha.db'}")
    try:
        yield database
    finally:
        await database.close()


async def test_how_many_people_there_were_is_right_within_two_per_cent(quarter: PlayedQuarter) -> None:
    async with opened(quarter.over) as database, database.transaction() as tx:
        counted = {each.what: each for each in await distinct.over(tx) if each.period == str(THIS)}
    real = {
        What.REACHED: quarter.truth.reached,
        What.TOPIC: quarter.truth.read,
        What.SERVICE: quarter.truth.served,
        What.GUIDE: quarter.truth.finished,
    }
    for what, n in real.items():
        assert abs(counted[what].n - n) <= 0.02 * n, what
        assert counted[what].low <= n <= counted[what].high, what


def test_nobody_is_in_the_database_while_the_quarter_runs_nor_afterwards(quarter: PlayedQuarter) -> None:
    for folder in (quarter.running, quarter.over):
        assert found_in(folder, quarter.people, quarter.points) == set()


def test_the_search_would_find_them(quarter: PlayedQuarter, tmp_path: Path) -> None:
    somebody, point = quarter.people[7], quarter.points[3]
    for name, written in {
        "digits": b"chat %d" % somebody.number,
        "bytes": b"abc" + somebody.number.to_bytes(8, "big"),
        "words": somebody.text.encode(),
        "a folded name": somebody.name.lower().split()[0].encode(),
        "phone": b"tel %010d" % somebody.phone,
        "place": f"at {point[0]:.5f}".encode(),
    }.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "udha.db").write_bytes(written)
        assert found_in(folder, quarter.people, quarter.points), name


async def test_once_the_key_is_gone_nobody_can_be_tested_for(quarter: PlayedQuarter) -> None:
    """Even who copied the sketches while the quarter ran, and has the secret and the database of afterwards."""
    async with opened(quarter.running) as database, database.transaction() as tx:
        copied = (await tx.execute(select(SKETCHES.c.sketch).where(SKETCHES.c.what == What.PERSON))).scalar_one()
    async with opened(quarter.over) as database, database.transaction() as tx:
        assert (await tx.execute(select(PERIOD_KEYS))).all() == []
        assert (await tx.execute(select(SKETCHES))).all() == []
    members = [person.number for person in quarter.people if person.case]
    strangers = [number + 1_000_000_000 for number in members]
    there, elsewhere = (
        sum(seems_in(copied, (VAULT.chat_key(each).hex(), str(each))) for each in side) for side in (members, strangers)
    )
    assert len(members) > 50
    assert max(there, elsewhere) <= 0.1 * len(members), "by chance, and members no oftener than strangers"


Files = dict[tuple[str, str], dict[str, Any]]


def rows_of(files: Files, report: str, section: str, span: str = WHOLE) -> list[dict[str, Any]]:
    """The rows of a section, by the titles of its columns."""
    found = next((each for each in files[report, span]["sections"] if each["name"] == section), None)
    assert found is not None, [each["name"] for each in files[report, span]["sections"]]
    titles = [column["title"] for column in found["columns"]]
    return [dict(zip(titles, row, strict=True)) for row in found["rows"]]


def test_the_indicators_say_what_is_true(quarter: PlayedQuarter, files: Files) -> None:
    pairs, gained = quarter.truth.pairs, sum(n for (_, gain), n in quarter.truth.pairs.items() if gain)
    knowledge, access, *_ = rows_of(files, "indicators", "overview")
    assert knowledge["So far"] == gained
    assert abs(access["So far"] - quarter.truth.served) <= 0.02 * quarter.truth.served
    (of,) = rows_of(files, "indicators", "of-knowledge")
    assert of["Took both halves"] == sum(pairs.values())
    assert of["Went on to the second half"]["value"] == pytest.approx(sum(pairs.values()) / quarter.truth.first_halves)
    share = of["Share with more points"]
    assert share["value"] == pytest.approx(gained / sum(pairs.values()))
    assert share["low"] < share["value"] < share["high"]
    told = sum(n for (gender, gain), n in pairs.items() if gain and gender != "unsaid")
    assert (of["Women and girls"], of["Known of"]) == (pairs["woman", True], told)
    assert knowledge["Share"]["value"] == pytest.approx(pairs["woman", True] / told)
    assert of["Share not known"]["value"] == pytest.approx(1 - told / gained)
    women = next(row for row in rows_of(files, "indicators", "gender-of-knowledge") if row["Gender"] == "Woman or girl")
    assert women["Took both halves"] == pairs["woman", True] + pairs["woman", False]


def test_what_people_read_and_need_is_what_the_reports_say(quarter: PlayedQuarter, files: Files) -> None:
    packs = the_real_packs()
    topics = {packs.topics[slug].said("en").words.title: n for slug, n in quarter.truth.topics.items()}
    assert {row["Topic"]: row["Times"] for row in rows_of(files, "usage", "topics")} == topics
    by_town = Counter[str]()
    for (_, town), n in quarter.truth.needs.items():
        by_town[town] += n
    shown = {row["Municipality or country"]: row["Needs"] for row in rows_of(files, "needs", "places")}
    assert shown
    for town, n in by_town.items():
        assert town == "-" or shown.get(packs.place_name(town, "en"), n) == n


def test_nothing_small_is_in_any_file(files: Files) -> None:
    for (report, span), file in files.items():
        for section in file["sections"]:
            counted = [at for at, column in enumerate(section["columns"]) if column["kind"] == "number"]
            small = [
                row for row in section["rows"] for at in counted if isinstance(row[at], int) and 0 < row[at] < LEAST
            ]
            assert not small, (report, span, section["name"])


def test_who_subtracts_all_files_from_each_other_finds_nothing_small(files: Files) -> None:
    for report in reporting.UNITS:
        reader = Subtracting()
        for months, (first, last) in SPANS.items():
            reader.add(files[report, f"{first}/{last}"], months)
        found = reader.worked_out()
        assert {cell: n for cell, n in found.items() if 0 < n < LEAST or n < 0 or n.denominator > 1} == {}, report


def test_the_reader_would_find_what_was_hidden_badly() -> None:
    def section(*rows: list[Any]) -> dict[str, Any]:
        columns = [{"title": "Where", "kind": "text"}, {"title": "People", "kind": "number"}]
        return {"sections": [{"name": "where", "columns": columns, "rows": list(rows)}]}

    reader = Subtracting()
    reader.add(section(["Has", {"hidden": True}], ["Tirana", 20], ["Together", 23]), ["2026-07"])
    assert reader.worked_out()["where", "Has", "People", "2026-07"] == 3
    later = Subtracting()
    later.add(section(["Has", 12]), ["2026-07"])
    later.add(section(["Has", {"hidden": True}]), ["2026-08"])
    later.add(section(["Has", 14]), ["2026-07", "2026-08"])
    assert later.worked_out()["where", "Has", "People", "2026-08"] == 2
