"""From /console at the desk to a page in a browser, through each library."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
from aiohttp import ClientSession, CookieJar
from playwright.async_api import expect

from bot.sandbox.server import DESK_CHAT
from tests.browser import opened_page
from tests.end_to_end.deeds import ARTA, a_case, desk_texts, texts
from tests.playing import Clock, Playing, playing, running_bot, settings_for, sqlite_in
from tests.sandbox_client import BESNIK, MIRA, running_sandbox

LINK: Final = re.compile(r"http://\S+/console/in/[\w-]+")


@pytest.fixture
async def browser() -> AsyncIterator[ClientSession]:
    # So that an address in numbers may set a cookie.
    async with ClientSession(cookie_jar=CookieJar(unsafe=True), headers={"User-Agent": "Mozilla/5.0"}) as session:
        yield session


async def links(play: Playing, person: int) -> list[str]:
    """Those that somebody has in their own chat with the bot."""
    return [found for text in await texts(play, person) for found in LINK.findall(text)]


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


async def status(browser: ClientSession, address: str) -> int:
    async with browser.get(address) as answer:
        return answer.status


async def test_an_administrator_asks_at_the_desk_and_opens_the_console(
    play: Playing, browser: ClientSession, tmp_path: Path
) -> None:
    thread = await a_case(play, ARTA)
    await play.counsellor_text(thread.id, "/console")
    await play.quiet()
    (hint,) = [seen for seen in await play.desk_messages(thread.id) if seen.rows and seen.rows[0][0].url]
    assert hint.rows[0][0].url == "https://t.me/udha_sandbox_bot?start=console"
    assert "Mira" not in hint.text

    await play.client_text(MIRA, "/start console")
    await play.quiet()
    (first,) = await links(play, MIRA)
    await play.counsellor_text(thread.id, "/console")
    await play.quiet()
    _, second = await links(play, MIRA)
    assert "/console/in/" not in str([seen.look for seen in await play.desk_messages(thread.id)])
    assert (await play.wire(MIRA, (await play.last(MIRA)).id))["has_protected_content"]

    address = play.bot.console_address
    assert await status(browser, f"{address}/console") == 401
    assert await status(browser, second) == 200
    async with browser.post(second) as page:
        assert (page.status, page.url.path) == (200, "/console")
    assert await status(browser, f"{address}/console/sessions") == 200
    assert await status(browser, second) == 404

    stored = await asyncio.to_thread(everything_in, tmp_path)
    cookie = next(iter(browser.cookie_jar)).value
    secrets = [cookie, first.rpartition("/")[2], second.rpartition("/")[2], str(MIRA), str(abs(DESK_CHAT))]
    assert [secret for secret in secrets if secret.encode() in stored] == []


async def test_in_the_sandbox_the_button_leads_to_one_s_own_chat_with_the_bot(tmp_path: Path) -> None:
    async with playing("python-telegram-bot", tmp_path) as play, opened_page(play.base_url) as page:
        await page.get_by_test_id("counsellor").select_option(str(MIRA))
        await page.get_by_test_id("desk-composer").fill("/console")
        await page.get_by_test_id("desk-send").click()
        await page.get_by_test_id("desk-messages").get_by_role("button", name="Shkruajini botit").click()
        phone = page.get_by_test_id("phone-messages")
        await expect(phone.get_by_text("/console/in/")).to_be_visible()
        await expect(page.get_by_test_id(f"client-tab-{MIRA}")).to_have_attribute("aria-selected", "true")


async def test_links_begin_with_the_address_from_outside(tmp_path: Path) -> None:
    async with running_sandbox() as people:
        settings = settings_for("python-telegram-bot", people.base_url, sqlite_in(tmp_path))
        settings = settings.model_copy(update={"console_url": "https://udha.example/guide/"})
        async with running_bot(settings, Clock()):
            await people.client_text(MIRA, "/start console")
            await people.wait_for_text(MIRA, "https://udha.example/guide/console/in/")


async def test_off_at_the_desk_signs_out(play: Playing, browser: ClientSession) -> None:
    await play.client_text(MIRA, "/start console")
    await play.quiet()
    (link,) = await links(play, MIRA)
    await browser.post(link)
    assert await status(browser, f"{play.bot.console_address}/console") == 200
    await play.counsellor_text(None, "/console off")
    await play.quiet()
    assert "1" in (await desk_texts(play, None))[-1]
    assert await status(browser, f"{play.bot.console_address}/console") == 401


async def test_whoever_leaves_the_desk_is_out(play: Playing, browser: ClientSession) -> None:
    await play.client_text(BESNIK, "/start console")
    await play.quiet()
    (link,) = await links(play, BESNIK)
    play.world.desk_at(DESK_CHAT).staff.discard(BESNIK)  # type: ignore[union-attr]  # there is one
    async with browser.post(link) as answer:
        assert answer.status == 401
    await play.client_text(BESNIK, "/start console")
    await play.quiet()
    assert len(await links(play, BESNIK)) == 1
    assert "Udha" in (await texts(play, BESNIK))[-1], "a stranger is welcome"


async def test_a_client_who_finds_that_link_is_welcome_like_anybody(play: Playing) -> None:
    await play.client_text(ARTA, "/start console")
    await play.quiet()
    first = await texts(play, ARTA)
    await play.client_text(ARTA, "/start")
    await play.quiet()
    assert [*first, *first] == await texts(play, ARTA)
