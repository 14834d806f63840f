"""A real Chromium for the tests of pages; where there is none they fail with the sentence of tools/browser.sh."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Page, async_playwright

PICTURES: Final = Path(__file__).parents[1] / "build" / "pages"
"""Screenshots, kept by CI."""
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
# Without these Chromium asks Google for updates at every start, which a closed network refuses many times a second.
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@asynccontextmanager
async def opened_page(address: str, width: int = 1280, height: int = 800, scale: float = 1) -> AsyncIterator[Page]:
    """A page in a window of this size; fails at the end if the page's own script has failed.

    `scale` is how many dots of a picture stand for one of the page: with 2 its letters are sharp on a phone.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("The tests need Chromium. On Debian: sudo apt-get install chromium", pytrace=False)
    PICTURES.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    async with async_playwright() as playing:
        chromium = await playing.chromium.launch(executable_path=found, args=ARGUMENTS)
        page = await chromium.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        await page.goto(address)
        yield page
        await chromium.close()
    if faults:
        pytest.fail(f"The page's own script failed: {faults}", pytrace=False)
