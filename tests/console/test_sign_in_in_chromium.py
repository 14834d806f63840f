"""Signing in with a real browser: its own ideas of cookies, origins and policies, and what there is to see."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser import PICTURES, opened_page
from tests.console.signing_in import BESNIK, Door, door

PHONE = 390


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Door]:
    async with door(tmp_path) as found:
        yield found


async def picture(page: Page, name: str) -> None:
    assert await page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    await page.screenshot(path=PICTURES / f"{name}.png")


@pytest.mark.parametrize("language", ["sq", "en"])
async def test_the_way_in_through_the_pages_and_out_again(here: Door, language: str) -> None:
    """The page fails the test if the browser refuses anything of it, such as a style or a form."""
    address = str(here.client.make_url(await here.link()))
    async with opened_page(f"{address}?lang={language}", PHONE, 844) as page:
        await picture(page, f"console-entrance-{language}")
        await page.get_by_role("main").get_by_role("button").click()
        assert page.url.endswith(f"/console?lang={language}")
        (cookie,) = await page.context.cookies()
        assert (cookie["path"], cookie["httpOnly"], cookie["sameSite"]) == ("/console", True, "Strict")
        here.advance(seconds=5)
        await here.sign_in("editor", BESNIK)
        await page.goto(str(here.client.make_url(f"/console/sessions?lang={language}")))
        await picture(page, f"console-sessions-{language}")
        rows = page.get_by_role("main").get_by_role("listitem")
        await expect(rows).to_have_count(2)
        await rows.first.get_by_role("button").click()
        await expect(rows).to_have_count(1)
        await page.locator('a[href="#menu"]').click()
        await page.locator('form[action*="console/out"] button').click()
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert await page.context.cookies() == []
