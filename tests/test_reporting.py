"""Reports are made of what was published, in both languages, and of nothing that was not."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert

from bot.language.phrases import Phrases
from bot.publishing import publish
from bot.reporting import UNITS, published_quarters, report
from bot.reports.errors import ReportError
from bot.reports.report import Cell, Report, Section
from bot.reports.suppression import LEAST
from bot.reports.table import SUPPRESSED
from bot.settings import ROOT
from bot.storage.database import Database
from bot.storage.tables import COUNTS, UNCLEAR_WORDS
from bot.storage.version import make_ready
from bot.usage.people import Quarter
from tests.builders import the_real_packs
from tests.publishing import count, count_people
from tests.reports.happening import QUARTER, a_programme, happened

PACKS = the_real_packs()
PHRASES = Phrases.load(ROOT / "locales")
FIRST, LAST, TODAY = date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 5)


@pytest.fixture
async def programme(tmp_path: Path) -> AsyncIterator[Database]:
    """A quarter of a programme that is published, with its counts gone."""
    database = Database.open(f"sqlite:///{tmp_path / 'udha.db'}")
    await make_ready(database)
    quarter = a_programme(PACKS, size=1000)
    await count(database, quarter.rows)
    await count_people(database, quarter)
    await publish(database, PACKS, TODAY)
    async with database.transaction() as tx:
        await tx.execute(delete(COUNTS))
    yield database
    await database.close()


async def made(name: str, database: Database, language: str = "en", last: date = LAST) -> Report:
    return await report(name, database, PACKS, PHRASES.speak(language), FIRST, last, TODAY)


def section(of: Report, name: str) -> Section:
    return next(each for each in of.sections if each.name == name)


def row(of: Report, name: str, first: str) -> tuple[Cell, ...]:
    return next(each[1:] for each in section(of, name).rows if each[0] == first)


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("name", UNITS)
async def test_every_report_is_made_in_both_languages_of_what_was_published(
    programme: Database, name: str, language: str
) -> None:
    got = await made(name, programme, language)
    assert (got.name, got.language, got.first, got.last, got.made) == (name, language, FIRST, LAST, TODAY)
    assert got.sections
    assert len({each.name for each in got.sections}) == len(got.sections)
    for each in got.sections:
        assert all(len(cells) == len(each.columns) for cells in each.rows)
        assert each.chart != "map" or len(each.places) == len(each.rows)
        assert all(0 < column < len(each.columns) for column in each.drawn)


@pytest.mark.parametrize("name", UNITS)
async def test_no_report_has_a_number_of_one_to_four(programme: Database, name: str) -> None:
    cells = [cell for each in (await made(name, programme)).sections for cells in each.rows for cell in cells]
    assert not [cell for cell in cells if isinstance(cell, int) and 0 < cell < LEAST]


@pytest.mark.parametrize("name", UNITS)
async def test_every_column_with_numbers_says_what_it_counts(programme: Database, name: str) -> None:
    columns = [(each, column) for each in (await made(name, programme)).sections for column in each.columns]
    assert not [(each.name, column.title) for each, column in columns if column.kind != "text" and not column.meaning]


async def test_use_says_how_many_people_and_what_they_opened(programme: Database) -> None:
    use = await made("usage", programme)
    assert row(use, "people", "Wrote to Udha") == (1500, 1500, 1500)
    assert row(use, "sections", "Risks")[0] not in (None, 0)
    assert [each[0] for each in section(use, "months").rows] == ["October 2026", "November 2026", "December 2026"]
    opened = [cells[1] for cells in section(use, "topics").rows]
    assert opened == sorted(opened, key=lambda n: -n if isinstance(n, int) else 0)
    assert row(use, "posters", "The first days back home: where to start · Kukës") == (375,)


async def test_use_tells_of_a_running_quarter_what_its_months_show(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'udha.db'}")
    await make_ready(database)
    await count(database, a_programme(PACKS, size=1000).rows)
    await publish(database, PACKS, date(2026, 11, 15))
    use = await report("usage", database, PACKS, PHRASES.speak("en"), FIRST, LAST, date(2026, 11, 15))
    await database.close()
    assert (use.first, use.last) == (FIRST, date(2026, 10, 31))
    assert use.notes
    assert row(use, "months", "October 2026")[0] == 1000
    assert "people" not in [each.name for each in use.sections]
    assert "October 2026" in section(use, "topics").notes[0]
    assert section(use, "topics").rows == ()


async def test_needs_are_told_by_place_on_a_map(programme: Database) -> None:
    needs = await made("needs", programme)
    places = section(needs, "places")
    assert set(places.places) <= set(PACKS.places)
    assert places.rows
    assert row(needs, "countries", "Home, rent")[0] not in (None, SUPPRESSED)


async def test_the_desk_says_how_long_people_waited(programme: Database) -> None:
    desk = await made("desk", programme)
    assert len(section(desk, "waited").rows) == 6
    share = row(desk, "at-once", "For a counsellor")[2]
    assert share not in (None, SUPPRESSED)
    assert row(desk, "referrals", "Agreed to be referred")[0] == 150


async def test_content_lists_what_helped_and_what_is_due(programme: Database) -> None:
    async with programme.transaction() as tx:
        told = [("bileta", 7), ("azyl", 12), ("konsullata", 33), ("qeveria", 4)]
        words = [{"word": word, "language": "sq", "chats": n, "day": TODAY} for word, n in told]
        await tx.execute(insert(UNCLEAR_WORDS), words)
    await count(programme, happened("mistake", {"al_line_129:phone": 3}, "2027-01"))
    content = await made("content", programme)
    assert [cells[::2] for cells in section(content, "words").rows] == [
        ("konsullata", "20+"), ("azyl", "10\N{EN DASH}19"), ("bileta", "5\N{EN DASH}9")
    ]  # fmt: skip
    assert section(content, "mistakes").rows == (("al_line_129", "The phone number"),)
    assert section(content, "due").rows
    assert section(content, "helpful").rows[0][1] == "aaaaaa"
    assert row(content, "reasons", "All topics")[0] == "I did not understand it"


async def test_what_is_overdue_and_what_nobody_sees_any_more_is_said(programme: Database) -> None:
    latest = max(deadline.withheld_after for deadline in PACKS.deadlines if deadline.withheld_after)
    content = await report("content", programme, PACKS, PHRASES.speak("en"), FIRST, LAST, latest + timedelta(days=1))
    states = {cells[5] for cells in section(content, "due").rows}
    assert states >= {"Clients no longer see it", "Overdue"}


@pytest.mark.parametrize("name", UNITS)
async def test_before_anything_is_published_a_report_says_when_there_will_be(database: Database, name: str) -> None:
    got = await made(name, database)
    assert "nothing is published yet" in " ".join(got.notes)
    assert (got.first, got.last) == (FIRST, LAST)


async def test_a_longer_span_adds_quarters_up(programme: Database) -> None:
    earlier = a_programme(PACKS, "2026-Q3", size=400)
    await count(programme, earlier.rows)
    await count_people(programme, replace(earlier))
    await publish(programme, PACKS, TODAY)
    both = await report("usage", programme, PACKS, PHRASES.speak("en"), date(2026, 7, 1), LAST, TODAY)
    assert [cells[0] for cells in section(both, "people-by-quarter").rows] == ["Q3 2026", "Q4 2026"]
    assert row(both, "people", "Wrote to Udha")[0] == 1500
    assert row(both, "posters", "Without a poster")[0] == 3 * (250 + 100)


async def test_quarters_of_which_something_is_published_are_offered(programme: Database) -> None:
    await count(programme, a_programme(PACKS, "2027-Q1", size=50).rows)
    await publish(programme, PACKS, date(2027, 2, 3))
    assert await published_quarters(programme) == [Quarter(2026, 4), Quarter(2027, 1)]


async def test_a_report_that_there_is_not_is_refused_by_name(programme: Database) -> None:
    with pytest.raises(ReportError, match="usage"):
        await made("everything", programme)
    assert QUARTER == "2026-Q4"
