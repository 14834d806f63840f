"""The groups of counsellors themselves: several of them, full ones, moved ones, and ones that lost the bot."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.sandbox.server import DESK_CHAT, SECOND_DESK
from tests.end_to_end.deeds import (
    ARTA,
    BLERI,
    CIMI,
    a_case,
    a_waiting_case,
    calls_to,
    cases_of,
    desk_texts,
    introduce,
    texts,
)
from tests.playing import Playing, playing

BOTH = (DESK_CHAT, SECOND_DESK)


async def test_a_case_goes_to_the_desk_that_speaks_the_language(tmp_path: Path) -> None:
    desks = f"{DESK_CHAT} sq; {SECOND_DESK} en"
    async with playing("python-telegram-bot", tmp_path, desk=desks, groups=BOTH) as play:
        await introduce(play)
        await play.client_text(ARTA, "/start")
        await play.quiet()
        await play.press(ARTA, "lang:en")
        await play.quiet()
        thread = await a_waiting_case(play, ARTA, SECOND_DESK)
        await play.client_text(ARTA, "hello there")
        await play.counsellor_presses("d:claim", thread=thread.id, desk=SECOND_DESK)
        await play.quiet()
        await play.counsellor_text(thread.id, "I am here", desk=SECOND_DESK)
        await play.wait_for_text(ARTA, "I am here")
        assert await play.threads(DESK_CHAT) == []


async def test_of_desks_that_fit_alike_the_one_with_less_to_do_gets_the_case(tmp_path: Path) -> None:
    desks = f"{DESK_CHAT}; {SECOND_DESK}"
    async with playing("python-telegram-bot", tmp_path, desk=desks, groups=BOTH) as play:
        await introduce(play)
        await a_waiting_case(play, ARTA, DESK_CHAT)
        await a_waiting_case(play, BLERI, SECOND_DESK)
        await a_waiting_case(play, CIMI, DESK_CHAT)


async def test_when_the_bot_is_removed_words_wait_the_client_is_told_once_and_nothing_goes_elsewhere(
    play: Playing,
) -> None:
    thread = await a_case(play, ARTA)
    await play.place_bot("kicked")
    for text in ("a jeni aty?", "po pres"):
        await play.client_text(ARTA, text)
    await play.wait_for_text(ARTA, "nuk u ka arritur ende këshilltarëve")
    await asyncio.sleep(1)
    assert len([text for text in await texts(play, ARTA) if "nuk u ka arritur ende" in text]) == 1
    await play.place_bot("administrator")
    await play.quiet(40)
    assert [text for text in await desk_texts(play, thread.id) if text in {"a jeni aty?", "po pres"}] == [
        "a jeni aty?",
        "po pres",
    ]
    assert await desk_texts(play, None) == []


async def test_another_desk_hears_when_one_is_lost(tmp_path: Path) -> None:
    desks = f"{DESK_CHAT}; {SECOND_DESK}"
    async with playing("python-telegram-bot", tmp_path, desk=desks, groups=BOTH) as play:
        await introduce(play)
        await play.place_bot("left", desk=DESK_CHAT)
        await play.quiet()
        (news,) = await play.threads(SECOND_DESK)
        shown = [seen.text for seen in await play.desk_messages(news.id, desk=SECOND_DESK)]
        assert any("nuk arrihet më" in text for text in shown)


async def test_a_bot_that_may_open_no_threads_says_so_in_general_without_a_word_of_a_client(play: Playing) -> None:
    await play.place_bot("administrator", ["can_manage_topics"])
    await play.client_text(ARTA, "/keshilltar")
    await play.quiet()
    await play.press(ARTA, "accept")
    await play.client_text(ARTA, "më dëgjoni?")
    await play.wait_for_text(ARTA, "nuk u ka arritur ende këshilltarëve")
    (told,) = await desk_texts(play, None)
    assert "Manage Topics" in told
    await play.place_bot("administrator")
    await play.quiet(40)
    (thread,) = await cases_of(play)
    assert (await desk_texts(play, thread.id))[-1] == "më dëgjoni?"
    assert await desk_texts(play, None) == [told]


async def test_a_group_that_becomes_a_supergroup_keeps_its_cases(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.upgrade_desk(-1_002_000_000_777)
    await play.client_text(ARTA, "a jeni ende aty?")
    await play.quiet(40)
    assert (await desk_texts(play, thread.id))[-1] == "a jeni ende aty?"
    await play.counsellor_text(thread.id, "Po, këtu jam.")
    await play.wait_for_text(ARTA, "Po, këtu jam.")


async def test_a_group_that_moved_is_known_under_its_new_number_after_a_restart(tmp_path: Path) -> None:
    async with playing("python-telegram-bot", tmp_path) as play:
        await introduce(play)
        thread = await a_case(play, ARTA)
        await play.upgrade_desk(-1_002_000_000_777)
        await play.quiet()
        await play.again()
        await play.client_text(ARTA, "dhe tani?")
        await play.quiet(40)
        assert (await desk_texts(play, thread.id))[-1] == "dhe tani?"


async def test_a_thread_that_is_shut_and_takes_nothing_is_opened(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    closed = "Bad Request: TOPIC_CLOSED"
    await play.fault("error", "copyMessage", code=400, description=closed, chat_id=DESK_CHAT)
    await play.client_text(ARTA, "a hapet?")
    await play.quiet()
    assert (await desk_texts(play, thread.id))[-1] == "a hapet?"


async def test_a_full_group_gets_words_first_and_decorations_later(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    play.bot.delivery.budget.clock = time.monotonic
    await play.limit_group(20)
    for number in range(12):
        await play.client_text(ARTA, f"fjala {number}")
    await play.quiet(60)
    await play.counsellor_text(thread.id, "/radha")
    await play.quiet()
    said = await desk_texts(play, thread.id)
    assert [text for text in said if text.startswith("fjala")] == [f"fjala {number}" for number in range(12)]
    assert any("nga 20 mesazhe" in text for text in said)


async def test_the_desk_is_alerted_within_a_second_without_a_word_of_the_client(play: Playing) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    await play.client_text(ARTA, "burri më rreh tani, ndihmë")
    news = await play.wait_for_thread(lambda found: found.name == "Udha")
    alarm = await play.wait_for_desk(lambda seen: "⚠️" in seen.text, news.id)
    assert loop.time() - start < 1.0
    assert "rreh" not in alarm.text
    start = loop.time()
    await play.press(ARTA, "accept", wait=0)
    thread = await play.wait_for_thread(lambda found: found.name != "Udha")
    await play.wait_for_desk(lambda seen: bool(seen.rows), thread.id)
    assert loop.time() - start < 1.0
    assert await calls_to(play, DESK_CHAT)


@pytest.mark.parametrize("status", ["member", "left"])
async def test_losing_a_right_is_in_the_log_and_a_person_is_told_where_one_can_be(play: Playing, status: str) -> None:
    await play.place_bot(status)
    await play.quiet()
    assert (await desk_texts(play, None) != []) == (status == "member")


async def test_a_case_whose_desk_has_left_the_settings_goes_on_in_a_thread_of_its_own_at_another(
    tmp_path: Path,
) -> None:
    desks = f"{DESK_CHAT} sq; {SECOND_DESK} en"
    async with playing("python-telegram-bot", tmp_path, desk=desks, groups=BOTH) as play:
        await introduce(play)
        other = await a_case(play, ARTA)
        await play.client_text(BLERI, "/start")
        await play.quiet()
        await play.press(BLERI, "lang:en")
        await play.quiet()
        thread = await a_waiting_case(play, BLERI, SECOND_DESK)
        await play.again(f"{DESK_CHAT}")
        await play.client_text(BLERI, "are you there")
        await play.quiet()
        await play.client_text(ARTA, "jam Arta")
        await play.quiet()
        assert (await desk_texts(play, other.id))[-1] == "jam Arta"
        assert "are you there" not in await desk_texts(play, other.id)
        (moved,) = [found for found in await cases_of(play) if found.id != other.id]
        shown = await desk_texts(play, moved.id)
        assert (moved.name, shown[-1]) == (thread.name, "are you there")
        assert shown[0].startswith(thread.name)
