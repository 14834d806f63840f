"""Every page in a real browser, on a telephone and on a desk: nothing sticks out, and axe finds no fault in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Page, Route, expect

from bot.console.page_catalogue import FIGURES, PAGES, SESSIONS
from bot.serving import served
from bot.settings import ROOT
from tests.browser import PICTURES, opened_page
from tests.console.made_up import MadeUp
from tests.console.mounted import QUARTERS, link, with_pages

TELEPHONE: Final = 390
DESK: Final = 1280
NARROWEST: Final = 360
"""Pixels: the narrowest telephones that are still sold."""
NAMES: Final = ("", *(f"/{page.name}" for page in PAGES), f"/{FIGURES}", f"/{SESSIONS}")
RULES: Final = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@asynccontextmanager
async def signed_in(folder: Path, width: int, *, fresh: bool = False) -> AsyncIterator[tuple[Page, str]]:
    """A manager who has just pressed the button behind their link, and the address of the console."""
    published = () if fresh else QUARTERS
    async with with_pages(folder, MadeUp(empty=fresh), published, ROOT / "content") as (app, database):
        way = await link(database, "manager")
        async with (
            served(app, "127.0.0.1", 0) as address,
            opened_page(f"{address}{way}?lang=en", width, 844) as page,
        ):
            await page.get_by_role("button", name="Open the console").click()
            await expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
            yield page, f"{address}/console"


async def must_be_accessible(page: Page) -> None:
    results = await Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


@asynccontextmanager
async def as_if_all_were_well(page: Page) -> AsyncIterator[None]:
    """Chromium calls a page with a status of 422 a fault of the page, which fails the test."""

    async def well(route: Route) -> None:
        await route.fulfill(response=await route.fetch(), status=200)

    await page.route("**/*", well)
    yield
    await page.unroute("**/*")


async def all_opened(page: Page) -> None:
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("width", [TELEPHONE, DESK])
async def test_every_page_is_accessible_and_fits(tmp_path: Path, width: int, language: str) -> None:
    async with signed_in(tmp_path, width) as (page, console):
        for name in NAMES:
            await page.goto(f"{console}{name}?lang={language}")
            named = name.strip("/") or "overview"
            await page.screenshot(path=PICTURES / f"console-{named}-{language}-{width}.png", full_page=True)
            await all_opened(page)
            await must_be_accessible(page)
            await page.set_viewport_size({"width": min(width, NARROWEST), "height": 844})
            assert await page.evaluate("document.documentElement.scrollWidth") == min(width, NARROWEST), name
            await page.set_viewport_size({"width": width, "height": 844})


async def test_a_fresh_installation_is_accessible_and_fits(tmp_path: Path) -> None:
    async with signed_in(tmp_path, NARROWEST, fresh=True) as (page, console):
        for name in NAMES:
            await page.goto(f"{console}{name}?lang=en")
            await page.screenshot(path=PICTURES / f"console-fresh-{name.strip('/') or 'overview'}.png", full_page=True)
            await must_be_accessible(page)
            assert await page.evaluate("document.documentElement.scrollWidth") == NARROWEST, name


async def test_on_a_telephone_the_menu_is_a_sheet_under_the_thumb(tmp_path: Path) -> None:
    async with signed_in(tmp_path, TELEPHONE) as (page, _):
        menu = page.get_by_role("navigation", name="All pages")
        await expect(menu).to_be_hidden()
        await page.get_by_role("link", name="Menu", exact=False).first.click()
        await expect(menu).to_be_visible()
        await page.screenshot(path=PICTURES / "console-menu.png")
        await must_be_accessible(page)
        await menu.get_by_role("link", name="Close the menu").click()
        await expect(menu).to_be_hidden()
        await page.get_by_role("link", name="Menu", exact=False).first.click()
        await menu.get_by_role("link", name="Needs").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Needs")
        await expect(menu).to_be_hidden()


async def test_a_manager_chooses_months_and_takes_a_file_along(tmp_path: Path) -> None:
    async with signed_in(tmp_path, TELEPHONE) as (page, console):
        await page.goto(f"{console}/desk?lang=en")
        await page.get_by_text("Change the months").click()
        await page.get_by_label("From").select_option("2026-Q1")
        await page.get_by_label("To", exact=True).select_option("2026-Q2")
        await page.get_by_role("button", name="Show").click()
        await expect(page.locator(".period strong")).to_have_text("January\N{EN DASH}June 2026")
        async with page.expect_download() as downloading:
            await page.get_by_role("link", name="XLSX").click()
        assert (await downloading.value).suggested_filename == "udha-desk-2026-01-01_2026-06-30-en.xlsx"


async def test_a_manager_enters_a_figure_and_removes_it_again(tmp_path: Path) -> None:
    async with signed_in(tmp_path, TELEPHONE) as (page, console):
        await page.goto(f"{console}/{FIGURES}?lang=en")
        await page.get_by_label("Indicator").select_option("providers")
        await page.get_by_label("How many people").fill("24")
        await page.get_by_label("Where it is from").fill("Call +355 69 222 3344")
        async with as_if_all_were_well(page):
            await page.get_by_role("button", name="Add the figure").click()
            await expect(page.get_by_role("alert")).to_be_visible()
        await page.screenshot(path=PICTURES / "console-figures-faults.png", full_page=True)
        await must_be_accessible(page)
        await page.get_by_label("Day").fill("2026-09-30")
        await page.get_by_label("Where it is from").fill("List of participants, Kukes")
        await page.get_by_role("button", name="Add the figure").click()
        await expect(page.get_by_role("status")).to_have_text("The figure was added.")
        await must_be_accessible(page)
        await page.get_by_text("Remove", exact=True).click()
        await page.get_by_role("button", name="Remove: 24").click()
        await expect(page.get_by_role("status")).to_have_text("The figure was removed.")


async def test_the_pages_can_be_walked_with_the_keyboard(tmp_path: Path) -> None:
    async with signed_in(tmp_path, DESK) as (page, console):
        await page.goto(f"{console}/needs?lang=en")
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="To the content")).to_be_focused()
        await expect(page.get_by_role("link", name="To the content")).to_be_in_viewport()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        await expect(page.locator(".period summary")).to_be_focused()
