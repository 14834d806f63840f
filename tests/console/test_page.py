"""A provider's whole way in a real browser: from the editor's link, on a small phone, to the line in the pack."""

import asyncio
from pathlib import Path
from typing import Final

import typer
from playwright.async_api import Page, expect
from typer.testing import CliRunner

from bot.serving import served
from bot.settings import ROOT, Settings
from bot.workshop import invite, proposals
from tests.browser import opened_page
from tests.checks.tiny_pack import TODAY, TinyPack
from tests.console.pages import console

PICTURE: Final = ROOT / "build" / "screenshots" / "provider-form.png"
WIDTH: Final = 360
"""Pixels: the narrowest telephones that are still sold."""


def editor(settings: Settings, *arguments: str) -> str:
    """What the editor's terminal says."""
    app = typer.Typer()
    for command in (invite, proposals):
        command.register(app, lambda: settings, lambda: TODAY)
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output or result.exception
    return result.output


async def test_from_the_invitation_over_the_form_to_the_pack(tmp_path: Path) -> None:
    pack = TinyPack.copied_to(tmp_path)
    settings = Settings(
        secret_key="a secret of some length", content_dir=pack.root, database_url=f"sqlite:///{tmp_path / 'udha.db'}"
    )
    before = {path: path.read_text("utf-8").splitlines() for path in pack.root.rglob("*.yaml")}
    async with console(tmp_path, pack.root) as (app, _), served(app, "127.0.0.1", 0) as address:
        given = settings.model_copy(update={"console_url": address})
        link = (await asyncio.to_thread(editor, given, "invite", "al_office")).split()[0]
        async with opened_page(f"{link}?lang=en", WIDTH, 740) as page:
            await _fill_in(page)
    assert "hours: not known → Mo-Fr 08:00-16:00" in await asyncio.to_thread(editor, settings, "proposals")
    await asyncio.to_thread(editor, settings, "accept", "1")
    changed = {
        path.name: [line for line in path.read_text("utf-8").splitlines() if line not in lines]
        for path, lines in before.items()
        if path.read_text("utf-8").splitlines() != lines
    }
    assert changed == {
        "kukes.yaml": [
            "    hours: 'Mo-Fr 08:00-16:00'",
            "    languages: [sq, en]",
            "    verified: {on: 2026-11-22, how: provider, by_role: editor}",
            "    recheck_by: 2027-05-22",
        ]
    }


async def _fill_in(page: Page) -> None:
    await expect(page.get_by_role("heading", level=1)).to_have_text("The office (en)")
    assert await page.evaluate("document.documentElement.scrollWidth") == WIDTH
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=PICTURE, full_page=True)
    await page.get_by_label("Opening hours").fill("Mo-Fr 8:00-16:00")
    await page.get_by_label("Albanian", exact=True).check()
    await page.get_by_label("English", exact=True).check()
    await page.get_by_label("A remark for the editor").fill("Since May.")
    await page.get_by_role("button", name="Send the corrections").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")


async def test_all_is_right_takes_one_press(tmp_path: Path) -> None:
    pack = TinyPack.copied_to(tmp_path)
    settings = Settings(
        secret_key="a secret of some length", content_dir=pack.root, database_url=f"sqlite:///{tmp_path / 'udha.db'}"
    )
    async with console(tmp_path, pack.root) as (app, _), served(app, "127.0.0.1", 0) as address:
        given = settings.model_copy(update={"console_url": address})
        link = (await asyncio.to_thread(editor, given, "invite", "al_line")).split()[0]
        async with opened_page(f"{link}?lang=sq", WIDTH, 740) as page:
            await page.get_by_role("link", name="English").click()
            await page.get_by_role("button", name="All of this is right").click()
            await expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert "all of it is right" in await asyncio.to_thread(editor, settings, "proposals")
