"""The whole road as a person walks it: on the page, in a real browser, in both languages, wide and narrow."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import PICTURES, opened_page
from tests.playing import playing


@dataclass(frozen=True)
class Road:
    """What is typed, pressed and read on the way, in one language."""

    language: str
    question: str
    answer: str
    source: str
    more: str
    person: str
    accept: str
    counsellor: str
    closed: str


SQ: Final = Road(
    "Shqip",
    "a mundem me kerku azil n'gjermani si shqiptar",
    "Azili jepet kur dikush përndiqet",
    "kontrolluar më",
    "Çfarë mund të bëj",
    "/keshilltar",
    "Po, më lidhni",
    "Përshëndetje, ju dëgjoj.",
    "Këshilltari e mbylli bisedën",
)
EN: Final = Road(
    "English",
    "can i ask for asylum in germany as an albanian",
    "Asylum is for people",
    "checked on",
    "What I can do",
    "/counsellor",
    "Yes, connect me",
    "Hello, I am listening.",
    "The counsellor has closed",
)


@pytest.mark.parametrize("road", [SQ, EN], ids=["sq", "en"])
@pytest.mark.parametrize(("width", "height"), [(1280, 860), (390, 844)], ids=["wide", "narrow"])
async def test_the_whole_road_can_be_walked_by_hand(road: Road, width: int, height: int, tmp_path: Path) -> None:
    async with playing("python-telegram-bot", tmp_path) as play, opened_page(play.base_url, width, height) as page:
        phone = page.get_by_test_id("phone-messages")
        await page.get_by_test_id("start").click()
        await phone.get_by_role("button", name=road.language).click()
        await _ask(page, phone, road)
        await _find_a_service(page, phone)
        await page.screenshot(path=PICTURES / f"road-{road.language}-{width}-service.png")
        await _talk_to_a_person(page, phone, road)
        await page.screenshot(path=PICTURES / f"road-{road.language}-{width}.png")


async def _ask(page: Page, phone: Locator, road: Road) -> None:
    await _write(page, road.question)
    answer = phone.locator("article", has_text=road.answer)
    await expect(answer).to_contain_text(road.source)
    await page.screenshot(path=PICTURES / f"road-{road.language}-{page.viewport_size['width']}-answer.png")  # type: ignore[index]  # it has a size
    await answer.get_by_role("button", name=road.more).click()
    await expect(phone.get_by_text("edited").last).to_be_visible()


async def _find_a_service(page: Page, phone: Locator) -> None:
    await _write(page, "Kukes")
    await expect(phone.locator("article", has_text="Kukës").last).to_contain_text("📍")


async def _talk_to_a_person(page: Page, phone: Locator, road: Road) -> None:
    await _write(page, road.person)
    await phone.get_by_role("button", name=road.accept).click()
    await _write(page, "Kam një pyetje / I have a question")
    await _show(page, "desk")
    await page.locator("button.thread", has_text="Ulliri 1").click()
    await expect(page.get_by_test_id("desk-messages")).to_contain_text("I have a question")
    await page.get_by_test_id("desk-messages").get_by_role("button", name="E marr unë").click()
    await expect(page.get_by_test_id("desk-messages")).to_contain_text("👤 Mira")
    await page.get_by_test_id("desk-composer").fill(road.counsellor)
    await page.get_by_test_id("desk-send").click()
    await page.screenshot(path=PICTURES / f"road-{road.language}-{page.viewport_size['width']}-desk.png")  # type: ignore[index]  # it has a size
    await page.get_by_test_id("desk-composer").fill("/close")
    await page.get_by_test_id("desk-send").click()
    await page.get_by_test_id("desk-messages").get_by_role("button", name="Mori përgjigje").click()
    await _show(page, "phone")
    await expect(phone).to_contain_text(road.counsellor)
    await expect(phone).to_contain_text(road.closed)


async def _write(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("send").click()


async def _show(page: Page, panel: str) -> None:
    """On a narrow screen one panel is shown at a time."""
    switch = page.get_by_test_id(f"show-{panel}")
    if await switch.is_visible():
        await switch.click()
