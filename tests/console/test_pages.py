"""The managers' pages as a browser asks for them: what they show, to whom, and what they never have."""

import re
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from bot.console.page_catalogue import FIGURES, PAGES
from tests.console.made_up import MadeUp
from tests.console.mounted import Mounted, mounted

EVERY: Final = ("console", *(f"console/{page.name}" for page in PAGES), f"console/{FIGURES}")
OF_EDITORS: Final = [page.name for page in PAGES if page.role == "editor"]
OF_MANAGERS: Final = [page.name for page in PAGES if page.role == "manager"]
OCTOBER_TO_SEPTEMBER: Final = "from=2026-07&to=2026-09"


@pytest.fixture
async def managers(tmp_path: Path) -> AsyncIterator[Mounted]:
    async with mounted(tmp_path) as pages:
        yield pages


@pytest.fixture
async def editors(tmp_path: Path) -> AsyncIterator[Mounted]:
    async with mounted(tmp_path, "editor") as pages:
        yield pages


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("path", EVERY)
async def test_every_page_opens_in_every_language(managers: Mounted, path: str, language: str) -> None:
    text = await managers.text(f"/{path}?lang={language}")
    assert f'<html lang="{language}">' in text
    assert text.count("<h1>") == 1
    assert 'aria-current="page"' in text


@pytest.mark.parametrize("path", EVERY)
async def test_a_page_runs_nothing_and_has_nothing_from_elsewhere(managers: Mounted, path: str) -> None:
    answer = await managers.client.get(f"/{path}?lang=en")
    text = await answer.text()
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", text)
    assert not re.search(r"https?:|[\"']//", text)
    assert answer.headers["Cache-Control"] == "no-store"
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self';")
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", EVERY)
async def test_every_address_in_a_page_leads_on_below_any_folder(managers: Mounted, path: str) -> None:
    text = await managers.text(f"/{path}?lang=en")
    found = [unescape(each) for each in re.findall(r'(?:href|src|action)="([^"]*)"', text)]
    assert not [each for each in found if each.startswith("/")]
    depth = path.count("/")
    for address in found:
        assert address.startswith(("?", "#", "../" * depth + "console"))


@pytest.mark.parametrize("path", EVERY)
async def test_whoever_is_not_signed_in_sees_no_page(tmp_path: Path, path: str) -> None:
    async with mounted(tmp_path) as pages:
        pages.client.session.cookie_jar.clear()
        assert "<table" not in await pages.text(f"/{path}", 401)


@pytest.mark.parametrize("name", OF_MANAGERS)
async def test_an_editor_is_refused_on_a_page_for_managers_with_its_pictures_and_files(
    editors: Mounted, name: str
) -> None:
    for path in (name, f"chart/{name}/topics.svg", f"file/{name}.csv"):
        assert "<table" not in await editors.text(f"/console/{path}?lang=en&{OCTOBER_TO_SEPTEMBER}", 403)
    assert editors.made_up.asked == []


async def test_an_editor_is_refused_where_figures_are_entered(editors: Mounted) -> None:
    assert "csrf" not in await editors.text(f"/console/{FIGURES}?lang=en", 403)


@pytest.mark.parametrize("name", OF_EDITORS)
async def test_an_editor_sees_what_is_about_the_content(editors: Mounted, name: str) -> None:
    text = await editors.text(f"/console/{name}?lang=en")
    assert "1,234" not in text
    assert not re.search("console/(" + "|".join((*OF_MANAGERS, FIGURES, "sessions")) + r")[?]", text)


async def test_the_overview_of_an_editor_has_no_numbers_of_people(editors: Mounted) -> None:
    text = await editors.text("/console?lang=en")
    assert "Subjects that were opened" in text
    assert "Words that were not understood" in text
    assert not re.search("1,234|Against the targets|How long people waited", text)
    assert {name for name, *_ in editors.made_up.asked} == {"usage", "content"}


async def test_the_overview_has_a_part_of_each_report_and_the_way_to_the_whole(managers: Mounted) -> None:
    text = unescape(await managers.text("/console?lang=en"))
    assert "<dt>Reached</dt><dd>1,234</dd>" in text
    assert '<progress max="100" value="71" aria-label="People who know the risks better">' in text
    assert "chart/subjects/topics.svg?lang=en&from=2026-10&to=2026-10" in text
    assert "<li>konsullata</li>" in text
    assert "October 2026" in text
    assert "July\N{EN DASH}September 2026" in text
    assert 'href="console/use?lang=en&from=2026-07&to=2026-09"' in text
    assert "comes on" not in text
    assert "Its numbers come on 1 December 2026, so that nobody can be found by comparing days." in text


async def test_a_hidden_number_is_called_hidden_and_that_is_explained_once(managers: Mounted) -> None:
    text = await managers.text("/console/subjects?lang=en")
    assert '<th scope="row">Health insurance</th><td class="number"><span class="hidden">hidden</span></td>' in text
    assert '<th scope="row">Joining one&#39;s family in Italy</th><td class="number">0</td>' in text
    assert text.count("so that nobody can be found by it") == 1


async def test_a_sum_of_which_a_part_is_hidden_is_at_least_so_many(managers: Mounted) -> None:
    text = await managers.text("/console/desk?lang=en")
    assert '<td class="number">≥ 52</td>' in text
    assert text.count("some parts of this sum are hidden") == 1


async def test_a_share_stands_with_its_interval(managers: Mounted) -> None:
    text = await managers.text("/console/indicators?lang=en")
    assert '<td class="share">34.2% <small>28.1%\N{EN DASH}40.9%</small></td>' in text


async def test_where_nobody_knows_there_is_no_bar(managers: Mounted) -> None:
    text = await managers.text("/console/indicators?lang=en")
    assert text.count("<progress") == 2
    assert text.count("<h3>People in economic measures</h3>") == 1


async def test_a_table_says_what_it_is_and_can_be_scrolled_with_the_keyboard(managers: Mounted) -> None:
    text = await managers.text("/console/use?lang=en")
    assert '<div class="table" role="region" tabindex="0" aria-label="People">' in text
    assert "<caption>People</caption>" in text
    assert '<th scope="col" class="number">At most</th>' in text


async def test_a_picture_says_in_words_what_it_shows(managers: Mounted) -> None:
    text = await managers.text("/console/subjects?lang=en")
    assert re.search(r'<img src="\.\./console/chart/subjects/topics\.svg[^"]*" alt="[^"]+128', text)


async def test_a_fresh_installation_explains_itself_on_every_page(tmp_path: Path) -> None:
    async with mounted(tmp_path, made_up=MadeUp(empty=True), published=()) as pages:
        for page in PAGES:
            text = await pages.text(f"/console/{page.name}?lang=en")
            assert "<table" not in text
            told = 'class="nothing"' if page.by == "now" else "There is nothing to show yet"
            assert told in text
        assert "Its numbers come on 1 January 2027" in await pages.text("/console/needs?lang=en")
        assert "Its numbers come on 1 December 2026" in await pages.text("/console/use?lang=en")
        overview = await pages.text("/console?lang=en")
        assert "There is nothing to show yet" in overview
        assert "<table" not in overview


async def test_months_without_anything_say_so_in_place_of_an_empty_table(tmp_path: Path) -> None:
    async with mounted(tmp_path, made_up=MadeUp(empty=True)) as pages:
        for page in PAGES:
            text = await pages.text(f"/console/{page.name}?lang=en")
            assert "<table" not in text
            assert "<img" not in text
            assert 'class="nothing"' in text
        assert "Nothing has to be checked now. Good." in await pages.text("/console/due?lang=en")


async def test_a_page_is_about_the_last_quarter_that_is_over(managers: Mounted) -> None:
    text = await managers.text("/console/desk?lang=en")
    assert "<strong>July\N{EN DASH}September 2026</strong>" in text
    assert [(f"{first:%m}", f"{last:%m}") for _, first, last in managers.made_up.asked] == [("07", "09")]


async def test_the_indicators_are_about_the_whole_programme(managers: Mounted) -> None:
    assert "<strong>January\N{EN DASH}September 2026</strong>" in await managers.text("/console/indicators?lang=en")


async def test_chosen_months_go_along_to_the_other_pages_and_languages(managers: Mounted) -> None:
    text = unescape(await managers.text("/console/desk?lang=en&from=2026-Q1&to=2026-Q2"))
    assert "<strong>January\N{EN DASH}June 2026</strong>" in text
    assert 'href="../console/needs?lang=en&from=2026-Q1&to=2026-Q2"' in text
    assert 'href="?lang=sq&from=2026-Q1&to=2026-Q2"' in text
    assert '<option value="2026-Q1" selected>January\N{EN DASH}March 2026</option>' in text


async def test_of_the_running_quarter_the_months_that_are_over_can_be_chosen(managers: Mounted) -> None:
    assert "October\N{EN DASH}December 2026, so far</option>" in await managers.text("/console/desk?lang=en")
    assert "so far" not in await managers.text("/console/needs?lang=en")


async def test_a_page_about_how_it_is_now_has_no_months(managers: Mounted) -> None:
    text = await managers.text("/console/due?lang=en")
    assert "<select" not in text
    assert "<strong>22 November 2026</strong>" in text


async def test_a_role_s_name_in_the_address_changes_nothing(editors: Mounted) -> None:
    await editors.text("/console/use?lang=en&role=manager", 403)


@pytest.mark.parametrize("path", ["/console/nothing", "/console/chart/use", "/console/file/use", "/console/use/more"])
async def test_an_address_that_leads_nowhere_is_said_kindly(managers: Mounted, path: str) -> None:
    assert "There is no such page" in await managers.text(path + "?lang=en", 404)


async def test_the_stylesheet_and_the_sign_are_open_to_everybody(tmp_path: Path) -> None:
    async with mounted(tmp_path) as pages:
        pages.client.session.cookie_jar.clear()
        for name, kind in (("console-pages.css", "text/css"), ("icon.svg", "image/svg+xml")):
            answer = await pages.client.get(f"/console/{name}")
            assert (answer.status, answer.content_type) == (200, kind)
            assert answer.headers["Cache-Control"] == "private, max-age=3600"
