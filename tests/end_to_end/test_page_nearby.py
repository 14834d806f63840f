"""What is near, and a poster's link, as a person tries them: on the page, in a real browser, wide and narrow."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.conversation.start_code import for_poster
from tests.browser import PICTURES, opened_page
from tests.builders import the_real_packs
from tests.playing import playing

SIZES = pytest.mark.parametrize(("width", "height"), [(1280, 860), (390, 844)], ids=["wide", "narrow"])


@SIZES
async def test_a_lawyer_near_shkoder_is_found_looked_at_and_corrected(width: int, height: int, tmp_path: Path) -> None:
    async with playing("python-telegram-bot", tmp_path) as play, opened_page(play.base_url, width, height) as page:
        phone = page.get_by_test_id("phone-messages")
        await page.get_by_test_id("start").click()
        await expect(phone).to_contain_text("Përshëndetje")
        await _write(page, "avokat falas ne shkoder")
        await expect(phone.locator("article").last).to_contain_text("Avokat · falas:")
        await _picture(page, f"nearby-list-{width}")
        await phone.get_by_role("button", name="Zgjidhni sipas…").click()
        await expect(phone.locator("article").last).to_contain_text("Si duhet të jetë")
        await _picture(page, f"nearby-choose-{width}")
        await phone.get_by_role("button", name="✓ Falas").click()
        await expect(phone.get_by_role("button", name="✓ Falas")).to_have_count(0)
        await phone.get_by_role("button", name="✅ M'i trego").click()
        await phone.get_by_role("button", name="3. Komisioneri kundër…").click()
        await expect(phone.locator("article").last).to_contain_text("Burimi:")
        await _picture(page, f"nearby-card-{width}")
        await phone.get_by_role("button", name="Kjo është gabim").click()
        await phone.get_by_role("button", name="Numri i telefonit").click()
        await expect(phone.locator("article").last).to_contain_text("Askush nuk e di që ishit ju")
        await phone.get_by_role("button", name="⬅ Kthehu").click()
        await phone.get_by_role("button", name="⬅ Lista").click()
        await _write(page, "jam ne gjermani")
        await expect(phone.locator("article").last).to_contain_text("Gjermani")
        await _picture(page, f"nearby-abroad-{width}")


async def test_the_link_of_a_poster_leads_straight_to_its_subject(tmp_path: Path) -> None:
    code = for_poster("first-steps", "kukes", the_real_packs())
    async with playing("python-telegram-bot", tmp_path) as play, opened_page(play.base_url) as page:
        await _write(page, f"/start {code}")
        await expect(page.get_by_test_id("phone-messages")).to_contain_text("Ditët e para pas kthimit")
        await _picture(page, "poster-link")


async def _write(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("send").click()


async def _picture(page: Page, name: str) -> None:
    await page.screenshot(path=PICTURES / f"{name}.png")
