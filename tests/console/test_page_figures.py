"""Figures entered by hand: only through the form of whoever is signed in, and never without it."""

import re
from collections.abc import AsyncIterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from bot.reports.figures import Figure
from bot.storage import figures
from tests.checks.tiny_pack import TinyPack
from tests.console.made_up import MadeUp
from tests.console.mounted import Mounted, mounted

TRAINING: Final = {
    "indicator": "providers",
    "day": "2026-09-30",
    "n": "24",
    "known": "24",
    "having": "14",
    "source": "List of participants, training in Kukes",
}
INDICATORS: Final = """indicators:
  - id: providers
    name: {sq: Ofrues të trajnuar, en: Service providers trained}
    definition: {sq: I shënon programi., en: Entered by the programme.}
    sources: [{kind: by_hand}]
    counts: people
    target: 160
    minimum_share: {trait: gender, value: woman, share: 0.50, name: {sq: Gra, en: Women}}
  - id: services
    name: {sq: Njerëz te shërbimet, en: People with access to services}
    definition: {sq: I numëron Udha., en: Counted by Udha.}
    sources: [{kind: service_shown}]
    counts: people
    target: 1028
"""
PAGE: Final = "/console/figures?lang=en"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder in which two indicators are promised."""
    root = TinyPack.copied_to(tmp_path).root
    (root / "indicators.yaml").write_text(INDICATORS, "utf-8")
    return root


@pytest.fixture
async def pages(tmp_path: Path, content: Path) -> AsyncIterator[Mounted]:
    async with mounted(tmp_path, content=content) as found:
        yield found


async def kept(pages: Mounted) -> list[Figure]:
    async with pages.database.transaction() as tx:
        return await figures.listed(tx)


async def csrf(pages: Mounted) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', await pages.text(PAGE))
    assert found
    return found[1]


async def test_a_figure_is_kept_and_listed_with_its_share(pages: Mounted) -> None:
    answer = await pages.client.post(PAGE, data={**TRAINING, "csrf": await csrf(pages)})
    text = await answer.text()
    assert (answer.status, answer.url.query_string) == (200, "lang=en&done=added")
    assert "The figure was added." in text
    assert "<strong>24</strong> Service providers trained <small>(Women: 14 of 24)</small>" in text
    assert "30/09/2026 · List of participants, training in Kukes" in text
    (found,) = await kept(pages)
    assert (found.indicator, found.day, found.n, found.having, found.known) == (
        "providers",
        date(2026, 9, 30),
        24,
        14,
        24,
    )


@pytest.mark.parametrize("given", [None, "", "wrong", "é"], ids=["none", "empty", "wrong", "no ASCII"])
async def test_without_the_token_of_the_session_nothing_is_kept_or_removed(pages: Mounted, given: str | None) -> None:
    await pages.client.post(PAGE, data={**TRAINING, "csrf": await csrf(pages)})
    (found,) = await kept(pages)
    token = {} if given is None else {"csrf": given}
    entered = await pages.client.post(PAGE, data={**TRAINING, **token})
    removed = await pages.client.post("/console/figures/remove?lang=en", data={"figure": str(found.id), **token})
    assert (entered.status, removed.status) == (403, 403)
    assert await kept(pages) == [found]


async def test_the_token_of_another_session_is_refused(
    pages: Mounted, tmp_path_factory: pytest.TempPathFactory
) -> None:
    async with mounted(tmp_path_factory.mktemp("other")) as others:
        foreign = await csrf(others)
    assert (await pages.client.post(PAGE, data={**TRAINING, "csrf": foreign})).status == 403
    assert await kept(pages) == []


async def test_a_page_of_another_site_cannot_send_the_form(pages: Mounted) -> None:
    data = {**TRAINING, "csrf": await csrf(pages)}
    answer = await pages.client.post(PAGE, data=data, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status == 403
    assert await kept(pages) == []


async def test_an_editor_can_neither_enter_nor_remove(tmp_path: Path, content: Path) -> None:
    async with mounted(tmp_path, "editor", content=content) as pages:
        found = re.search(r'name="csrf" value="([^"]+)"', await pages.text("/console?lang=en"))
        assert found
        for path in (PAGE, "/console/figures/remove"):
            answer = await pages.client.post(path, data={**TRAINING, "figure": "1", "csrf": found[1]})
            assert answer.status == 403
        assert await kept(pages) == []


async def test_a_fault_is_said_beside_its_field_and_nothing_that_was_typed_is_lost(pages: Mounted) -> None:
    typed = {**TRAINING, "n": "many", "source": 'call "Arta" <+355 69 222 3344>', "csrf": await csrf(pages)}
    answer = await pages.client.post(PAGE, data=typed)
    text = await answer.text()
    assert answer.status == 422
    assert 'role="alert"' in text
    assert 'id="n" name="n" aria-describedby="n-fault" aria-invalid="true"' in text
    assert 'aria-describedby="source-hint source-fault" aria-invalid="true"' in text
    assert '<option value="providers" selected>' in text
    assert typed["source"] in unescape(text)
    assert "<+355" not in text
    assert await kept(pages) == []


async def test_a_figure_is_removed_and_removing_it_again_does_no_harm(pages: Mounted) -> None:
    token = await csrf(pages)
    await pages.client.post(PAGE, data={**TRAINING, "csrf": token})
    (found,) = await kept(pages)
    for _ in range(2):
        data = {"figure": str(found.id), "csrf": token}
        answer = await pages.client.post("/console/figures/remove?lang=en", data=data)
        assert (answer.status, answer.url.path, answer.url.query_string) == (
            200,
            "/console/figures",
            "lang=en&done=removed",
        )
        assert "The figure was removed." in await answer.text()
    assert await kept(pages) == []


@pytest.mark.parametrize("number", ["", "all", "-1", "²", "9" * 40, "1 OR 1=1"])
async def test_a_number_that_is_none_removes_nothing(pages: Mounted, number: str) -> None:
    token = await csrf(pages)
    await pages.client.post(PAGE, data={**TRAINING, "csrf": token})
    answer = await pages.client.post("/console/figures/remove", data={"figure": number, "csrf": token})
    assert answer.status == 200
    assert len(await kept(pages)) == 1


async def test_what_was_entered_is_in_the_reports_at_once(tmp_path: Path, content: Path) -> None:
    made_up = MadeUp()
    async with mounted(tmp_path, made_up=made_up, content=content) as pages:
        await pages.text("/console/indicators?lang=en")
        await pages.text("/console/indicators?lang=en")
        assert len(made_up.asked) == 1
        await pages.client.post(PAGE, data={**TRAINING, "csrf": await csrf(pages)})
        await pages.text("/console/indicators?lang=en")
        assert len(made_up.asked) == 2


async def test_the_form_offers_only_what_is_entered_by_hand_and_says_of_whom_a_share_was_promised(
    pages: Mounted,
) -> None:
    text = await pages.text(PAGE)
    assert '<option value="providers">Service providers trained</option>' in text
    assert 'value="services"' not in text
    assert "Service providers trained: Women" in text
    assert 'max="2026-11-22"' in text


async def test_where_no_indicator_takes_figures_the_page_says_so(tmp_path: Path) -> None:
    async with mounted(tmp_path) as pages:
        text = await pages.text(PAGE)
        assert "No indicator takes figures by hand." in text
        assert "<select" not in text
