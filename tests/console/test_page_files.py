"""The pictures and the files of a page."""

import csv
import json
from collections.abc import AsyncIterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from tests.console.mounted import Mounted, mounted

SUMMER: Final = "lang=en&from=2026-07&to=2026-09"


@pytest.fixture
async def managers(tmp_path: Path) -> AsyncIterator[Mounted]:
    async with mounted(tmp_path) as pages:
        yield pages


@pytest.mark.parametrize("path", ["use/months", "subjects/topics", "desk/waited", "indicators/overview"])
async def test_a_picture_is_svg_and_may_do_nothing(managers: Mounted, path: str) -> None:
    answer = await managers.client.get(f"/console/chart/{path}.svg?{SUMMER}")
    assert (answer.status, answer.content_type) == (200, "image/svg+xml")
    assert ET.fromstring(await answer.read()).tag.endswith("svg")  # noqa: S314 -- we have written it
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "private, max-age=600"
    assert answer.headers["Vary"] == "Cookie"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["use/people", "use/nothing", "words/words", "subjects/people", "subjects/hours", "needs/topics"],
    ids=["not drawn", "not there", "not drawn here", "for managers", "of another page", "of another report"],
)
async def test_there_is_no_picture_of_anything_else(managers: Mounted, path: str) -> None:
    assert (await managers.client.get(f"/console/chart/{path}.svg?{SUMMER}")).status == 404


@pytest.mark.parametrize("asked", ["", "?from=yesterday", "?from=2026-13&to="])
async def test_without_months_there_is_neither_a_picture_nor_a_file(managers: Mounted, asked: str) -> None:
    for path in ("chart/use/months.svg", "file/use.csv"):
        assert (await managers.client.get(f"/console/{path}{asked}")).status == 404


async def test_a_page_and_its_pictures_are_of_one_report(managers: Mounted) -> None:
    await managers.text(f"/console/use?{SUMMER}")
    for name in ("use/months", "subjects/topics"):
        await managers.client.get(f"/console/chart/{name}.svg?{SUMMER}")
    await managers.text("/console/subjects?lang=en")
    assert len(managers.made_up.asked) == 1
    await managers.text("/console/subjects?lang=sq")
    assert len(managers.made_up.asked) == 2


async def test_a_file_is_called_after_its_page_its_months_and_its_language(managers: Mounted) -> None:
    answer = await managers.client.get(f"/console/file/subjects.xlsx?{SUMMER}")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="udha-subjects-2026-Q3-en.xlsx"'
    assert answer.content_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert "xl/workbook.xml" in ZipFile(BytesIO(await answer.read())).namelist()
    assert answer.headers["Cache-Control"] == "no-store"


async def test_a_file_has_what_is_on_its_page_and_nothing_else(tmp_path: Path) -> None:
    async with mounted(tmp_path, "editor") as pages:
        found: dict[str, Any] = json.loads(await pages.text(f"/console/file/subjects.json?{SUMMER}"))
        assert [each["name"] for each in found["sections"]] == ["topics", "asked"]
        rows = list(csv.reader(StringIO(await pages.text(f"/console/file/subjects.csv?{SUMMER}"))))
        assert "1234" not in {cell for row in rows for cell in row}
        assert ["topics", "Health insurance", "hidden"] in [row[:3] for row in rows]


@pytest.mark.parametrize("form", ["table", "exe", "xls"])
async def test_there_is_no_file_of_another_form(managers: Mounted, form: str) -> None:
    assert (await managers.client.get(f"/console/file/use.{form}?{SUMMER}")).status == 404
