"""What a page of the console takes: only from itself, only so often; what it tells browsers; how one gets out again."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.console.access import ACCESS, PAGES, TRIES, TRIES_IN_ALL
from bot.console.sign_in_headers import FORCED, USUAL
from tests.console.signing_in import BESNIK, CHROME, MIRA, Door, door

OUTSIDE = "https://udha.example/guide"


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Door]:
    async with door(tmp_path) as found:
        yield found


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Door]:
    """Behind a web server that speaks HTTPS and has put it below a folder."""
    async with door(tmp_path, OUTSIDE) as found:
        yield found


async def sent(here: Door, csrf: str | None, **headers: str) -> int:
    data = {"what": "x"} | ({"csrf": csrf} if csrf is not None else {})
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with here.client.post("/console/words", data=data, headers=named) as answer:
        return answer.status


async def test_a_form_of_this_very_session_is_taken(here: Door) -> None:
    await here.sign_in()
    csrf = await here.csrf()
    assert await sent(here, csrf) == 200
    assert await sent(here, csrf, Origin=str(here.client.make_url("")).rstrip("/")) == 200
    assert await sent(here, csrf, Origin="null", Sec_Fetch_Site="same-origin") == 200


@pytest.mark.parametrize("csrf", [None, "", "0" * 32, "ë", "x" * 5000])
async def test_a_form_without_the_right_field_is_refused(here: Door, csrf: str | None) -> None:
    await here.sign_in()
    assert await sent(here, csrf) == 403


async def test_the_field_of_another_session_is_refused(here: Door) -> None:
    await here.sign_in()
    async with here.browser(CHROME) as other:
        await other.post(await here.link(BESNIK), allow_redirects=False)
        theirs = await here.csrf(other)
    assert theirs != await here.csrf()
    assert await sent(here, theirs) == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", ""])
async def test_what_another_site_sends_is_refused_even_with_the_right_field(here: Door, site: str) -> None:
    await here.sign_in()
    assert await sent(here, await here.csrf(), Sec_Fetch_Site=site) == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:9", "https://udha.example.evil.example"])
async def test_an_older_browser_that_names_another_origin_is_refused(here: Door, origin: str) -> None:
    await here.sign_in()
    assert await sent(here, await here.csrf(), Origin=origin) == 403


async def test_another_site_cannot_sign_anybody_in(here: Door) -> None:
    link = await here.link()
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert (await here.client.post(link, headers=headers, allow_redirects=False)).status == 403
    assert (await here.client.post(link, allow_redirects=False)).status == 303


async def test_a_body_that_nobody_can_read_and_one_too_long_are_answered_kindly(here: Door) -> None:
    await here.sign_in()
    broken = {"Content-Type": "application/x-www-form-urlencoded; charset=klingon"}
    async with here.client.post("/console/words", data=b"csrf=%ff", headers=broken) as answer:
        assert answer.status == 400
    async with here.client.post("/console/words", data=b"x" * 40_000, headers=broken) as answer:
        assert answer.status == 413
        assert "That was too much" in await answer.text()


async def test_behind_a_folder_and_https_the_cookie_and_the_forms_fit_the_address_from_outside(outside: Door) -> None:
    answer = await outside.sign_in()
    cookie = answer.cookies["__Secure-udha"]
    assert cookie["path"] == "/guide/console"
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Strict")
    assert (cookie["max-age"], cookie["expires"], cookie["domain"]) == ("", "", "")
    assert len(cookie.value) == 43
    named = {"__Secure-udha": cookie.value}
    async with outside.client.get("/console/words", cookies=named) as page:
        csrf = (await page.text()).split('value="')[1].split('"')[0]
    for origin, status in (("https://udha.example", 200), ("https://evil.example", 403)):
        data, headers = {"csrf": csrf}, {"Origin": origin}
        async with outside.client.post("/console/words", data=data, headers=headers, cookies=named) as taken:
            assert taken.status == status


async def test_without_https_the_cookie_is_as_safe_as_it_can_be(here: Door) -> None:
    cookie = (await here.sign_in()).cookies["udha"]
    assert (cookie["path"], cookie["secure"], cookie["httponly"]) == ("/console", "", True)
    assert cookie["samesite"] == "Strict"


async def test_every_answer_of_the_console_tells_browsers_to_keep_nothing_and_run_nothing(here: Door) -> None:
    link = await here.link()
    paths = ["/console", "/console/nothing", "/console/in/x", link, "/console/in", "/console/out"]
    for path in paths:
        async with here.client.get(path) as answer:
            assert (FORCED | USUAL).items() <= dict(answer.headers).items()
            assert "Strict-Transport-Security" not in answer.headers
    answer = await here.sign_in()
    assert (FORCED | USUAL).items() <= dict(answer.headers).items()


async def test_https_is_asked_to_stay_https(outside: Door) -> None:
    for path in ("/console", "/console/in/x"):
        async with outside.client.get(path) as answer:
            assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    async with outside.client.get("/console.css") as answer:
        assert "Strict-Transport-Security" not in answer.headers


async def test_what_there_is_not_is_said_in_a_sentence(here: Door) -> None:
    async with here.client.get("/console/nothing") as answer:
        assert answer.status == 404
        assert "There is no such page" in await answer.text()
    assert (await here.client.put("/console/words")).status == 405


async def test_so_many_tries_a_minute_are_taken_from_one_address(here: Door) -> None:
    assert {await here.status("/console/in/x") for _ in range(TRIES)} == {404}
    async with here.client.post(await here.link()) as answer:
        assert answer.status == 429
        assert 0 < int(answer.headers["Retry-After"]) <= 60
        assert "That was too often" in await answer.text()
    here.advance(seconds=61)
    assert (await here.sign_in()).status == 303


async def test_so_many_tries_a_minute_are_taken_in_all(here: Door) -> None:
    access = here.client.app[ACCESS]
    for number in range(TRIES_IN_ALL):
        access.tries_in_all.note("")
        here.advance(seconds=0 if number else 1)
    assert await here.status(await here.link()) == 429
    here.advance(seconds=61)
    assert await here.status(await here.link()) == 200


async def test_so_many_pages_a_minute_are_shown_to_one_session_and_pictures_do_not_count(here: Door) -> None:
    await here.sign_in()
    shown = await asyncio.gather(*(here.status("/console/needs") for _ in range(PAGES)))
    assert set(shown) == {200}
    assert await here.status("/console/chart/needs.svg") == 200
    async with here.client.get("/console/needs") as answer:
        assert answer.status == 429
        assert int(answer.headers["Retry-After"]) > 0
    async with here.browser(CHROME) as other:
        await other.post(await here.link(BESNIK), allow_redirects=False)
        assert await here.status("/console/needs", other) == 200
    here.advance(seconds=61)
    assert await here.status("/console/needs") == 200


async def test_signing_out_ends_the_session_and_clears_what_the_browser_keeps(here: Door) -> None:
    answer = await here.sign_in()
    cookie, csrf = answer.cookies["udha"].value, await here.csrf()
    async with here.client.post("/console/out", data={"csrf": csrf}) as out:
        assert out.status == 200
        assert out.headers["Clear-Site-Data"] == '"cache"'
        assert (out.cookies["udha"].value, out.cookies["udha"]["max-age"]) == ("", "0")
        assert "You are signed out" in await out.text()
    async with here.client.get("/console/needs", cookies={"udha": cookie}) as again:
        assert again.status == 401


async def test_nobody_is_signed_out_by_another_site(here: Door) -> None:
    await here.sign_in()
    assert (await here.client.post("/console/out", data={"csrf": "0" * 32})).status == 403
    assert await here.status("/console/out") == 405
    assert await here.status("/console/needs") == 200


async def test_a_manager_sees_who_is_signed_in_without_names_and_ends_one(here: Door) -> None:
    await here.sign_in()
    async with here.browser(CHROME) as other:
        await other.post(await here.link(BESNIK, "editor"), allow_redirects=False)
        async with here.client.get("/console/sessions?lang=en") as answer:
            text = await answer.text()
        assert answer.status == 200
        assert [text.count(each) for each in ("Manager</strong>", "Editor</strong>", "(this browser)")] == [1, 1, 1]
        assert "since 22 November 2026, 13:00" in text, "the hour by the clock of Albania, and no minute"
        assert not [name for name in (str(MIRA), str(BESNIK), "Firefox") if name in text]
        theirs = text.split("Editor</strong>")[1].split('name="end" value="')[1].split('"')[0]
        data = {"csrf": await here.csrf(), "end": theirs}
        async with here.client.post("/console/sessions?lang=en", data=data) as answer:
            assert (answer.status, answer.url.path) == (200, "/console/sessions")
        assert await here.status("/console/words", other) == 401
    assert await here.status("/console/needs") == 200


async def test_ending_all_ends_one_s_own_too_and_every_open_link(here: Door) -> None:
    await here.sign_in()
    link = await here.link(BESNIK)
    data = {"csrf": await here.csrf(), "end": "all"}
    async with here.client.post("/console/sessions", data=data, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "../console?lang=en")
        assert answer.cookies["udha"].value == ""
    assert await here.status("/console/needs") == 401
    assert await here.status(link) == 404


async def test_an_invented_session_ends_nothing(here: Door) -> None:
    await here.sign_in()
    for which in ("", "ë", "0" * 32):
        data = {"csrf": await here.csrf(), "end": which}
        assert (await here.client.post("/console/sessions", data=data)).status == 200
    assert await here.status("/console/needs") == 200
