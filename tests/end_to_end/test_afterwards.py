"""After a talk: how it was, what is forgotten and when, and the way out in a hurry."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import cases, relayed, traces
from bot.storage.cases import Record
from tests.end_to_end.deeds import ARTA, BLERI, a_case, cases_of, desk_shown, desk_texts, introduce, texts, time_passes
from tests.playing import Clock, Playing, playing

CASE = 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def play(tmp_path: Path, clock: Clock) -> AsyncIterator[Playing]:
    async with playing("python-telegram-bot", tmp_path, clock=clock) as found:
        await introduce(found)
        yield found


async def record(play: Playing) -> Record:
    async with play.bot.database.transaction() as tx:
        found = await cases.by_id(tx, play.bot.vault, CASE)
    assert found is not None
    return found


async def closed(play: Playing, thread: int) -> None:
    await play.counsellor_text(thread, "/mbyll")
    await play.quiet()
    await play.counsellor_presses("Mori përgjigje", thread=thread)
    await play.quiet()


async def test_the_client_says_how_it_was_and_may_say_why(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await closed(play, thread.id)
    await play.press(ARTA, "rate:no")
    await play.quiet()
    await play.press(ARTA, "reason:waited")
    await play.quiet()
    assert "Faleminderit" in (await texts(play, ARTA))[-1]


async def test_two_weeks_after_the_end_nothing_leads_to_the_client_and_the_thread_is_gone(
    play: Playing, clock: Clock
) -> None:
    thread = await a_case(play, ARTA)
    await play.client_text(ARTA, "kam dy fëmijë")
    await closed(play, thread.id)
    await time_passes(play, clock, days=13, hours=23)
    assert (await record(play)).chat == ARTA
    await time_passes(play, clock, hours=1)
    after = await record(play)
    assert (after.chat, after.thread) == (None, None)
    assert await cases_of(play) == []
    async with play.bot.database.transaction() as tx:
        assert await relayed.all_at_desk(tx, CASE) == []


async def test_who_comes_back_in_time_is_not_forgotten(play: Playing, clock: Clock) -> None:
    thread = await a_case(play, ARTA)
    await closed(play, thread.id)
    await time_passes(play, clock, days=10)
    await play.client_text(ARTA, "/keshilltar")
    await play.quiet()
    await play.press(ARTA, "accept")
    await play.quiet()
    await time_passes(play, clock, days=10)
    assert ((await record(play)).chat, len(await cases_of(play))) == (ARTA, 1)


@pytest.mark.parametrize("when", ["open", "closed"])
async def test_deleting_everything_deletes_the_case_and_its_thread_at_once(play: Playing, when: str) -> None:
    thread = await a_case(play, ARTA)
    await play.client_text(ARTA, "kam dy fëmijë")
    await play.quiet()
    if when == "closed":
        await closed(play, thread.id)
    await play.client_text(ARTA, "/fshi")
    await play.quiet()
    await play.press(ARTA, "erase")
    await play.quiet()
    assert (await record(play)).chat is None
    assert await cases_of(play) == []
    news = [thread for thread in await play.threads() if thread not in await cases_of(play)]
    assert any("Ulliri 1" in text for text in await desk_texts(play, news[0].id))


async def test_a_thread_that_the_bot_may_not_delete_is_named_to_a_person(play: Playing) -> None:
    await a_case(play, ARTA)
    await play.place_bot("administrator", ["can_delete_messages"])
    await play.client_text(ARTA, "/fshi")
    await play.quiet()
    await play.press(ARTA, "erase")
    await play.quiet()
    (news,) = [thread for thread in await play.threads() if thread.name == "Udha"]
    assert any("Ulliri 1" in text and "fshi" in text.lower() for text in await desk_texts(play, news.id))


@pytest.mark.parametrize("way", ["/dil", "/exit", "button"])
async def test_the_quick_exit_wipes_both_sides_and_leaves_one_neutral_line(play: Playing, way: str) -> None:
    thread = await a_case(play, ARTA)
    await play.client_text(ARTA, "burri më rreh")
    await play.counsellor_text(thread.id, "Jeni vetëm tani?")
    await play.quiet()
    if way == "button":
        await play.press(ARTA, "exit")
    else:
        await play.client_text(ARTA, way)
    await play.quiet()
    (line,) = await play.messages(ARTA)
    assert (line.from_bot, line.silent, line.labels) == (True, True, [])
    assert not {"ndihm", "këshilltar", "rrezik", "migr"} & set(line.text.lower().split())
    async with play.bot.database.transaction() as tx:
        kept = await traces.of_chat(tx, play.bot.vault.chat_key(ARTA))
    assert kept in ([], [line.id])


async def test_after_the_quick_exit_no_counsellor_can_write_and_the_desk_knows_why(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.client_text(ARTA, "/dil")
    await play.quiet()
    await play.counsellor_text(thread.id, "Ku shkuat?")
    await play.quiet()
    assert "Ku shkuat?" not in await texts(play, ARTA)
    assert any("dalj" in text.lower() for text in await desk_texts(play, thread.id))
    await play.client_text(ARTA, "/keshilltar")
    await play.quiet()
    await play.press(ARTA, "accept")
    await play.quiet()
    assert [found.id for found in await cases_of(play)] == [thread.id]


async def test_the_quick_exit_takes_what_it_may_where_something_is_too_old(play: Playing) -> None:
    await play.client_text(ARTA, "/start")
    await play.quiet()
    await play.advance(49 * 3600)
    await play.client_text(ARTA, "Kukës")
    await play.client_text(ARTA, "/dil")
    await play.quiet()
    left = [seen.text for seen in await play.messages(ARTA)]
    assert (len(left), "Kukës" in left) == (3, False)


async def test_a_referral_needs_the_client_s_yes_and_is_asked_about_after_a_week(play: Playing, clock: Clock) -> None:
    thread = await a_case(play, ARTA)
    service = next(iter(play.bot.delivery.posting.packs.services))
    await play.counsellor_text(thread.id, "/gjej")
    await play.quiet()
    shown = (await desk_shown(play, thread.id))[-1]
    body = {"counsellor": 501, "message_id": shown.id, "data": f"d:refer:{service}", "stale": True, "wait": 10.0}
    await play._post("desk/press", body)
    await play.quiet()
    assert f"refer:yes:{service}" in [button.data for button in (await play.last(ARTA)).buttons]
    await play.press(ARTA, f"refer:yes:{service}")
    await play.quiet()
    assert (await record(play)).case.follow_ups[0].service == service
    await time_passes(play, clock, days=7)
    assert f"reached:helped:{service}" in [button.data for button in (await play.last(ARTA)).buttons]
    await play.press(ARTA, f"reached:helped:{service}")
    await play.quiet()
    assert BLERI not in {client["id"] for client in (await play.state())["clients"] if client.get("started")}
