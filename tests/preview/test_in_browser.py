"""The page as a reader has it: a file that is opened in a real browser, with no server and no network."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.preview.page import html
from tests.browser import PICTURES, opened_page
from tests.checks.tiny_pack import TinyPack
from tests.preview.pages import page, shown

CONTENT = Path(__file__).parents[2] / "content"
EVERYTHING = "2 topics · 2 services · 1 danger signals · 3 menu entries · "
FAULTS = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5")].map((each) => Number(each.tagName[1]));
  return {
    unnamed: [...document.querySelectorAll("input, select")].filter((each) => !each.labels.length).length,
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    skipped: levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1).length,
    tongueless: [...document.querySelectorAll("td")].filter((each) => !each.lang).length,
    lost: [...document.querySelectorAll("a[href^='#']")].filter((each) => !document.querySelector(each.hash)).length,
    first: levels[0], mains: document.querySelectorAll("main").length,
  };
}"""


@asynccontextmanager
async def opened(folder: Path, text: str, width: int = 1280) -> AsyncIterator[Page]:
    file = folder / "index.html"
    file.write_text(text, "utf-8")
    async with opened_page(file.as_uri(), width) as page:
        yield page


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


async def test_a_word_is_looked_for_while_it_is_typed(pack: TinyPack, tmp_path: Path) -> None:
    pack.change("sq/help/police.yaml", "The police helps.", "Policia është në çdo qytet.")
    async with opened(tmp_path, page(pack)) as seen:
        count = seen.get_by_role("status")
        await expect(count).to_contain_text(EVERYTHING)
        await seen.get_by_label("Search").press_sequentially("CDO eshte")
        await expect(count).to_contain_text("1 of 2 topics · 0 of 2 services · 0 of 1 danger signals")
        await expect(seen.locator("#topic-police")).to_be_visible()
        await expect(seen.locator("#topic-helplines")).to_be_hidden()
        await expect(seen.get_by_role("heading", name="Help (en)")).to_have_count(
            2
        )  # in the contents, and above the topic
        await expect(seen.get_by_role("heading", name="Services")).to_have_count(0)
        await seen.get_by_label("Search").fill("no such word")
        await expect(seen.get_by_text("Nothing on this page matches.")).to_be_visible()
        await seen.get_by_role("button", name="Clear").click()
        await expect(count).to_contain_text(EVERYTHING)


async def test_what_is_folded_away_opens_where_a_word_is_found_in_it(pack: TinyPack, tmp_path: Path) -> None:
    async with opened(tmp_path, page(pack)) as seen:
        phrasing = seen.locator("#topic-helplines").get_by_text("who answers at night").first
        await expect(phrasing).to_be_hidden()
        await seen.get_by_label("Search").fill("answers night")
        await expect(phrasing).to_be_visible()
        await seen.get_by_label("Search").fill("")
        await expect(phrasing).to_be_hidden()
        await seen.get_by_label("unfold phrasings").check()
        await expect(phrasing).to_be_visible()


async def test_filters_leave_what_a_reviewer_looks_for(pack: TinyPack, tmp_path: Path) -> None:
    pack.give_albania_its_own("{reviewed: 2026-11-01, review_by: 2026-11-10, withhold_after: 2028-01-01}\n")
    pack.change("services/kukes.yaml", "phone_status: confirmed", "phone_status: hidden")
    async with opened(tmp_path, page(pack)) as seen:
        count = seen.get_by_role("status")
        await seen.get_by_label("Pack").select_option("albania")
        await expect(count).to_contain_text("1 of 2 topics · 0 of 2 services")
        await seen.get_by_label("Pack").select_option("")
        await seen.get_by_label("only due or withheld").check()
        await expect(count).to_contain_text("1 of 2 topics · 0 of 2 services")
        await seen.get_by_label("only due or withheld").uncheck()
        await seen.get_by_label("only hidden or unconfirmed services").check()
        await expect(count).to_contain_text("0 of 2 topics · 2 of 2 services")
        await seen.get_by_role("button", name="Clear").click()
        await seen.get_by_label("Country").select_option("Albania")
        await expect(count).to_contain_text("2 of 2 topics · 2 of 2 services · 1 of 1 danger signals · 0 of")
        await seen.get_by_label("Section").select_option("help")
        await expect(count).to_contain_text("2 of 2 topics · 0 of 2 services")


async def test_a_link_leads_to_its_topic_even_when_a_search_has_hidden_it(pack: TinyPack, tmp_path: Path) -> None:
    async with opened(tmp_path, page(pack)) as seen:
        await seen.get_by_label("Search").fill("the police helps")
        await expect(seen.locator("#topic-helplines")).to_be_hidden()
        await seen.locator("#topic-police .extra a").click()
        await expect(seen.locator("#topic-helplines")).to_be_in_viewport()
        await expect(seen.get_by_label("Search")).to_have_value("")


async def test_the_keyboard_is_enough(pack: TinyPack, tmp_path: Path) -> None:
    async with opened(tmp_path, page(pack)) as seen:
        await seen.keyboard.press("Tab")
        await expect(seen.get_by_role("link", name="Skip to the topics")).to_be_focused()
        await seen.keyboard.press("Tab")
        await expect(seen.get_by_label("Search")).to_be_focused()
        await seen.keyboard.type("who answers")
        await expect(seen.locator("#topic-police")).to_be_hidden()
        await seen.keyboard.press("Enter")
        await seen.keyboard.press("Tab")
        await expect(seen.get_by_role("button", name="Clear")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
async def test_the_real_page_fits_the_window_and_asks_nobody_for_anything(tmp_path: Path, width: int) -> None:
    made = shown(CONTENT)
    async with opened(tmp_path, html(made), width) as seen:
        await expect(seen.get_by_role("status")).to_contain_text(
            f"{len(made.topics)} topics · {len(made.services)} ser"
        )
        assert await seen.evaluate("document.documentElement.scrollWidth") <= width
        assert await seen.evaluate("performance.getEntriesByType('resource').length") == 0
        assert await seen.evaluate(FAULTS) == {
            "unnamed": 0, "twice": [], "skipped": 0, "tongueless": 0, "lost": 0, "first": 1, "mains": 1,
        }  # fmt: skip
        await seen.screenshot(path=PICTURES / f"preview-{width}.png")
        topic = seen.locator("article").first
        cells = topic.locator("tbody tr").first.locator("td")
        left, right = await cells.nth(0).bounding_box(), await cells.nth(1).bounding_box()
        assert left
        assert right
        assert (left["y"] == right["y"]) == (width > 1000), "side by side where there is room, else below each other"
