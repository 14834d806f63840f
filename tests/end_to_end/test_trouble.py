"""Telegram refuses, fails and drops connections: nothing is lost, order is kept, nobody else waits."""

import asyncio
from typing import Any

import pytest

from tests.end_to_end.deeds import (
    ARTA,
    BLERI,
    a_waiting_case,
    answered_towns,
    calls_to,
    desk_texts,
    seconds_until,
    texts,
    towns,
)
from tests.playing import Playing

TOWNS = ["Kukës", "Tiranë", "Shkodër", "Durrës", "Vlorë"]
AT_ONCE = 0.9
"""Seconds: what somebody may wait while another chat is in trouble; that trouble lasts longer."""


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "429", "retry_after": 1},
        {"kind": "error", "code": 500, "times": 2},
        {"kind": "error", "code": 502, "description": "Bad Gateway", "times": 2},
        {"kind": "drop_before", "times": 2},
        {"kind": "delay", "seconds": 1.0},
    ],
    ids=["429", "500", "502", "dropped", "slow"],
)
async def test_answers_come_once_and_in_order_and_nobody_else_waits(play: Playing, fault: dict[str, Any]) -> None:
    await play.fault(method="sendMessage", chat_id=ARTA, **fault)
    await towns(play, ARTA, TOWNS)
    await play.client_text(BLERI, "Prishtinë")
    waited = await seconds_until(play, BLERI, "Prishtinë")
    early = await answered_towns(play, ARTA)
    await play.quiet()
    assert (waited < AT_ONCE, early) == (True, [])
    assert await answered_towns(play, ARTA) == TOWNS


async def test_an_answer_whose_fate_is_unknown_comes_again_rather_than_not_at_all(play: Playing) -> None:
    await play.fault("drop_after", "sendMessage", chat_id=ARTA)
    await towns(play, ARTA, TOWNS)
    await play.quiet()
    assert await answered_towns(play, ARTA) == [TOWNS[0], *TOWNS]


async def test_telegram_is_not_asked_again_before_the_time_it_named(play: Playing) -> None:
    await play.fault("429", "sendMessage", retry_after=1, chat_id=ARTA)
    await play.client_text(ARTA, "Kukës")
    await play.wait_for_calls("sendMessage", 1)
    await asyncio.sleep(0.8)
    assert [call.status for call in await calls_to(play, ARTA)] == [429]
    await play.quiet()
    assert [call.status for call in await calls_to(play, ARTA)] == [429, 200]


async def test_a_desk_that_is_full_holds_up_no_client_and_takes_everything_in_order_later(play: Playing) -> None:
    first, second = await a_waiting_case(play, ARTA), await a_waiting_case(play, BLERI)
    await play.fault("429", "copyMessage", retry_after=1)
    await play.client_text(ARTA, "e para")
    await play.wait_for_calls("copyMessage", 1)
    await play.client_text(ARTA, "e dyta")
    await play.client_text(ARTA, "/menu")
    await play.client_text(BLERI, "e treta")
    await play.wait_for_text(ARTA, "Zgjidhni një temë", AT_ONCE)
    await play.quiet()
    assert (await desk_texts(play, second.id))[1:] == ["e treta"]
    assert (await desk_texts(play, first.id))[1:] == ["e para", "e dyta"]


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "error"])
async def test_a_failing_fetch_loses_nothing_and_doubles_nothing(play: Playing, kind: str) -> None:
    await play.fault(kind, "getUpdates", times=2)
    await towns(play, ARTA, TOWNS)
    await play.quiet()
    assert await answered_towns(play, ARTA) == TOWNS


async def test_an_update_that_comes_twice_is_answered_once(play: Playing) -> None:
    await play.fault("twice", times=3)
    await towns(play, ARTA, TOWNS)
    await play.quiet()
    await play.client_text(ARTA, "/menu")
    await play.quiet()
    assert await answered_towns(play, ARTA) == TOWNS
    assert len(await texts(play, ARTA)) == len(TOWNS) + 1


async def test_words_that_telegram_cannot_parse_come_without_markup(play: Playing) -> None:
    await play.fault("error", "sendMessage", code=400, description="Bad Request: can't parse entities")
    await play.client_text(ARTA, "/menu")
    assert "<b>" not in (await play.wait_for_text(ARTA, "Zgjidhni një temë")).html
