"""A link in Telegram opens the console once; who may not see it is told how to get one, and nothing else."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.storage.console_access import IDLE, LINK, LONGEST, STEP
from bot.storage.tables import METADATA
from tests.console.signing_in import BESNIK, CHROME, DESK, MIRA, Door, door

GUESSED = "/console/in/" + "A" * 43


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Door]:
    async with door(tmp_path) as found:
        yield found


async def test_a_tap_on_the_button_behind_the_link_opens_the_console(here: Door) -> None:
    link = await here.link()
    async with here.client.get(link) as page:
        assert page.status == 200
        assert "<button>Open the console</button>" in await page.text()
    async with here.client.post(link) as first:
        assert (first.status, first.url.path) == (200, "/console")
    async with here.client.get("/console/needs") as page:
        assert await page.text() == "numbers for a manager"


async def test_looking_at_a_link_uses_nothing_up_and_sets_no_cookie(here: Door) -> None:
    """Telegram, mail filters and browsers open links by themselves."""
    link = await here.link()
    for verb in ("GET", "HEAD", "GET"):
        async with here.client.request(verb, link) as page:
            assert (page.status, dict(page.cookies)) == (200, {})
    assert (await here.client.post(link, allow_redirects=False)).status == 303


async def test_a_link_opens_once_and_a_second_browser_not_at_all(here: Door) -> None:
    link = await here.link()
    assert (await here.client.post(link, allow_redirects=False)).status == 303
    async with here.browser(CHROME) as other:
        for verb in ("GET", "POST"):
            async with other.request(verb, link) as answer:
                assert answer.status == 404
                assert dict(answer.cookies) == {}
        assert await here.status("/console/needs", other) == 401
    assert await here.status("/console/needs") == 200


async def test_of_two_taps_at_once_one_begins_a_session(here: Door) -> None:
    link = await here.link()
    answers = await asyncio.gather(*(here.client.post(link, allow_redirects=False) for _ in range(4)))
    assert sorted(each.status for each in answers) == [303, 404, 404, 404]
    async with here.database.transaction() as tx:
        assert len((await tx.execute(select(METADATA.tables["console_sessions"]))).all()) == 1


async def test_a_used_an_old_and_a_guessed_link_are_answered_alike(here: Door) -> None:
    used, old = await here.link(), await here.link()
    await here.client.post(used, allow_redirects=False)
    here.advance(seconds=LINK)
    texts = []
    for path in (used, old, GUESSED, "/console/in/x", "/console/in/" + "A" * 3000):
        for verb in ("GET", "POST"):
            async with here.client.request(verb, path) as answer:
                texts.append((answer.status, (await answer.text()).replace("\n", "")))
    assert {status for status, _ in texts} == {404}
    assert len({text for _, text in texts}) == 1


async def test_whoever_is_not_signed_in_reads_in_both_languages_how_to_get_a_link(here: Door) -> None:
    async with here.client.get("/console/needs") as answer:
        text = await answer.text()
    assert answer.status == 401
    assert '<section lang="sq">' in text
    assert '<section lang="en">' in text
    assert "writes /console in the counsellors&#39; group" in text


@pytest.mark.parametrize("path", ["/console", "/console/needs", "/console/words", "/console/sessions"])
async def test_no_page_is_shown_without_a_session(here: Door, path: str) -> None:
    assert await here.status(path) == 401


@pytest.mark.parametrize("path", ["/console/words", "/console/sessions", "/console/out"])
async def test_nothing_is_taken_without_a_session(here: Door, path: str) -> None:
    assert (await here.client.post(path, data={"what": "x"})).status == 401


async def test_the_page_behind_a_link_is_in_the_language_of_who_asked_or_in_the_one_that_is_chosen(here: Door) -> None:
    link = await here.link()
    for query, language in (("", "en"), ("?lang=sq", "sq"), ("?lang=xx", "en")):
        async with here.client.get(link + query) as page:
            assert f'<html lang="{language}">' in await page.text()
    answer = await here.client.post(link + "?lang=sq", allow_redirects=False)
    assert answer.headers["Location"] == "../../console?lang=sq"


async def test_a_session_ends_after_half_an_hour_without_a_page(here: Door) -> None:
    await here.sign_in()
    here.advance(seconds=IDLE - 1)
    assert await here.status("/console/needs") == 200
    here.advance(seconds=IDLE)
    assert await here.status("/console/needs") == 401


async def test_a_session_ends_after_a_working_day_however_busy_it_is(here: Door) -> None:
    await here.sign_in()
    for _ in range(LONGEST // (IDLE - STEP)):
        here.advance(seconds=IDLE - STEP)
        assert await here.status("/console/needs") == 200
    here.advance(seconds=IDLE - STEP)
    assert await here.status("/console/needs") == 401


async def test_the_same_cookie_in_another_browser_is_refused_and_ends_the_session(here: Door) -> None:
    await here.sign_in()
    assert await here.status("/console/needs") == 200
    async with here.client.get("/console/needs", headers={"User-Agent": CHROME}) as answer:
        assert answer.status == 401
        assert answer.cookies["udha"].value == ""
    assert await here.status("/console/needs") == 401


async def test_signing_in_again_ends_the_session_that_this_browser_had(here: Door) -> None:
    before = (await here.sign_in()).cookies["udha"].value
    await here.sign_in()
    async with here.browser() as other, other.get("/console/needs", cookies={"udha": before}) as answer:
        assert answer.status == 401
    assert await here.status("/console/needs") == 200


async def test_an_editor_sees_the_content_and_not_the_rest(here: Door) -> None:
    await here.sign_in("editor")
    assert await here.status("/console/words") == 200
    for path in ("/console/needs", "/console/chart/needs.svg", "/console/sessions"):
        async with here.client.get(path) as answer:
            assert answer.status == 403
            assert "This page is for managers" in await answer.text()


async def test_a_removed_administrator_is_out_at_once_with_every_session_and_link(here: Door) -> None:
    await here.sign_in()
    link, theirs = await here.link(), await here.link(BESNIK)
    here.telegram.administrators.discard((DESK, MIRA))
    here.advance(seconds=61)
    assert await here.status("/console/needs") == 401
    here.telegram.administrators.add((DESK, MIRA))
    assert await here.status("/console/needs") == 401
    assert await here.status(link) == 404
    assert await here.status(theirs) == 200


async def test_the_link_of_somebody_who_is_no_administrator_any_more_opens_nothing(here: Door) -> None:
    link = await here.link()
    here.telegram.administrators.clear()
    async with here.client.post(link, allow_redirects=False) as answer:
        assert (answer.status, "udha" in answer.cookies and answer.cookies["udha"].value) == (401, "")
    here.telegram.administrators.add((DESK, MIRA))
    assert await here.status(link) == 404


async def test_telegram_is_asked_once_a_minute_and_not_at_each_page(here: Door) -> None:
    await here.sign_in()
    asked = here.telegram.asked
    for _ in range(5):
        assert await here.status("/console/needs") == 200
    assert here.telegram.asked == asked
    here.advance(seconds=61)
    await asyncio.gather(*(here.status("/console/needs") for _ in range(5)))
    assert here.telegram.asked == asked + 1


async def test_while_telegram_is_away_the_last_answer_holds_for_a_quarter_of_an_hour(here: Door) -> None:
    await here.sign_in()
    here.telegram.away = True
    here.advance(minutes=14)
    assert await here.status("/console/needs") == 200
    here.advance(minutes=2)
    async with here.client.get("/console/needs") as answer:
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "60"
    here.telegram.away = False
    here.advance(seconds=11)
    assert await here.status("/console/needs") == 200


async def test_while_telegram_is_away_a_link_is_not_used_up(here: Door) -> None:
    link = await here.link()
    here.telegram.away = True
    assert (await here.client.post(link, allow_redirects=False)).status == 503
    here.telegram.away = False
    here.advance(seconds=11)
    assert (await here.client.post(link, allow_redirects=False)).status == 303


async def test_what_lies_in_the_database_opens_nothing_and_names_nobody(here: Door) -> None:
    link = await here.link()
    async with here.client.post(await here.link(), allow_redirects=False) as answer:
        cookie = answer.cookies["udha"].value
    assert await here.status("/console/needs") == 200
    csrf = await here.csrf()
    stored = here.stored()
    secrets = [link.rpartition("/")[2], cookie, csrf, str(MIRA), str(DESK), "Firefox", "manager"]
    numbers = [each.to_bytes(8, order, signed=True) for each in (MIRA, DESK) for order in ("big", "little")]
    assert [secret for secret in (*(each.encode() for each in secrets), *numbers) if secret in stored] == []
    assert len(stored) > 10_000
