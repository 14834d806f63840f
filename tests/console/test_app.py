"""The pages as a browser asks for them: only a good link opens the form, and only a proposal comes of it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import FormData

from bot.packs.correction import Change, Correction
from bot.storage.proposals import MOST
from tests.console.pages import Pages, opened, path_of
from tests.storage.storing import TODAY

OFFICE = path_of("al_office")


@pytest.fixture
async def pages(tmp_path: Path) -> AsyncIterator[Pages]:
    async with opened(tmp_path) as found:
        yield found


async def test_the_form_shows_the_entry_in_both_languages_and_nothing_else_can_read_it(pages: Pages) -> None:
    answer = await pages.client.get(OFFICE + "?lang=en")
    text = await answer.text()
    assert answer.status == 200
    assert "<h1>The office (en)</h1>" in text
    assert 'value="The office (sq)"' in text
    assert "+355 24 22 22 22" in text
    assert '<html lang="en">' in text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(("asked", "spoken"), [("", "sq"), ("?lang=en", "en"), ("?lang=xx", "sq")])
async def test_the_page_is_in_the_language_that_the_address_asks_for(pages: Pages, asked: str, spoken: str) -> None:
    assert f'<html lang="{spoken}">' in await (await pages.client.get(OFFICE + asked)).text()


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/p/nothing", 404, "This link opens nothing"),
        ("/p/%00%ff", 404, "This link opens nothing"),
        ("/", 404, "This link opens nothing"),
        ("/p/", 404, "This link opens nothing"),
        (path_of("al_gone"), 404, "This link opens nothing"),
        (path_of("al_office", TODAY - timedelta(days=1)), 410, "This link has run out"),
    ],
    ids=["nonsense", "no letters", "no page", "no token", "a service that is gone", "run out"],
)
async def test_any_other_link_ends_on_a_kind_page(pages: Pages, path: str, status: int, title: str) -> None:
    for answer in (await pages.client.get(path + "?lang=en"), await pages.client.post(path + "?lang=en", data={})):
        assert answer.status == status
        assert f"<h1>{title}</h1>" in await answer.text()
        assert answer.headers["Cache-Control"] == "no-store"
    assert await pages.waiting() == []


async def test_a_link_works_on_its_last_day(pages: Pages) -> None:
    assert (await pages.client.get(path_of("al_office", TODAY))).status == 200


async def test_one_button_says_that_all_of_it_is_right(pages: Pages) -> None:
    answer = await pages.client.post(OFFICE + "?lang=en", data={"confirm": "yes"})
    assert (answer.status, answer.url.query_string) == (200, "lang=en&sent=1")
    assert "Thank you" in await answer.text()
    (found,) = await pages.waiting()
    assert (found.service, found.given_on, found.correction) == ("al_office", TODAY, Correction())


async def test_what_is_changed_becomes_a_proposal(pages: Pages) -> None:
    await pages.client.post(OFFICE, data={"hours": "Mo-Fr 08:00-16:00", "remark": "Since May."})
    (found,) = await pages.waiting()
    assert found.correction == Correction(
        changes=(Change(field="hours", new="Mo-Fr 08:00-16:00"),), remark="Since May."
    )


async def test_a_fault_is_said_beside_its_field_and_nothing_that_was_typed_is_lost(pages: Pages) -> None:
    typed = {
        "hours": "from 8 <to> 4",
        "en.name": "",
        "sq.serves": 'Kush "kërkon"',
        "remark": "A remark",
        "cost": "paid",
    }
    answer = await pages.client.post(OFFICE + "?lang=en", data=typed)
    text = await answer.text()
    assert answer.status == 422
    assert 'role="alert"' in text
    assert text.count('class="fault"') == 2
    assert 'aria-describedby="hours-hint hours-fault" aria-invalid="true"' in text
    assert 'value="from 8 &lt;to&gt; 4"' in text
    assert "Kush &#34;kërkon&#34;</textarea>" in text
    assert "A remark</textarea>" in text
    assert '<option value="paid" selected>' in text
    assert await pages.waiting() == []


async def test_sending_nothing_new_is_answered_with_where_to_press(pages: Pages) -> None:
    answer = await pages.client.post(OFFICE + "?lang=en", data={"en.name": "The office (en)"})
    assert answer.status == 422
    assert "You have changed nothing." in await answer.text()


async def test_too_many_are_refused_and_nothing_that_was_typed_is_lost(pages: Pages) -> None:
    for _ in range(MOST):
        await pages.client.post(OFFICE, data={"confirm": "yes"})
    answer = await pages.client.post(OFFICE + "?lang=en", data={"remark": "One more"})
    assert answer.status == 429
    assert "One more</textarea>" in await answer.text()
    assert len(await pages.waiting()) == MOST


async def test_a_body_that_is_too_long_or_no_text_is_answered_kindly(pages: Pages) -> None:
    long = await pages.client.post(OFFICE + "?lang=en", data={"remark": "x" * 40_000})
    assert (long.status, "That was too much" in await long.text()) == (413, True)
    strange = {"Content-Type": "application/x-www-form-urlencoded; charset=klingon"}
    assert (await pages.client.post(OFFICE, data=b"a=b", headers=strange)).status == 400
    assert (await pages.client.put(OFFICE)).status == 405
    assert await pages.waiting() == []


async def test_a_file_in_place_of_a_text_is_not_looked_at(pages: Pages) -> None:
    body = FormData()
    body.add_field("hours", b"24/7", filename="hours.txt")
    assert (await pages.client.post(OFFICE, data=body)).status == 422
    assert await pages.waiting() == []


async def test_what_goes_wrong_on_our_side_is_said_without_a_trace(pages: Pages) -> None:
    async with pages.database.transaction() as tx:
        await tx.run_sync(lambda connection: connection.exec_driver_sql("DROP TABLE proposals"))
    answer = await pages.client.post(OFFICE + "?lang=en", data={"confirm": "yes"})
    text = await answer.text()
    assert answer.status == 500
    assert "It is not your fault." in text
    assert "Traceback" not in text


async def test_the_stylesheet_is_found_from_the_page(pages: Pages) -> None:
    assert 'href="../console.css"' in await (await pages.client.get(OFFICE)).text()
    style = await pages.client.get("/console.css")
    assert (style.status, style.content_type) == (200, "text/css")
