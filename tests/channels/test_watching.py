"""What the metrics hear of the channels: how calls end, how long turns take, how old the oldest item is."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from itertools import count
from typing import Any, get_args

import pytest
from aiohttp import ClientConnectionError

from bot.channels import calls
from bot.channels.calls import AnswerTap, Call, CopyMessages, SendMessage, SendVenue
from bot.channels.counted import METHODS, Counted, outcome_of
from bot.channels.errors import (
    ChatMoved,
    Conflict,
    NothingToDo,
    Refused,
    ThreadMissing,
    Throttled,
    Trouble,
    Unreachable,
)
from bot.channels.handling import Handling
from bot.channels.inbound import lane_of
from bot.channels.intake import Intake
from bot.channels.lanes import Lanes
from bot.channels.limits import GRACE_SECONDS
from bot.channels.protocol import RawUpdate
from bot.channels.punctual import Punctual
from bot.channels.refusals import from_library, refusal
from bot.channels.timing import timing, untimed
from bot.channels.wire import asked
from bot.errors import ChannelError
from bot.metrics import Method, TurnKind
from bot.rendering.message import Message, Venue
from bot.storage import inbox
from bot.storage.database import Database
from bot.storage.inbox import Waiting
from tests.both_channels import through_both
from tests.builders_telegram import a_letter, a_private_chat, a_user, an_update
from tests.channels.delivering import Delivering
from tests.channels.fake_telegram import Telegram
from tests.channels.over_http import opened
from tests.fake_bot_api import fake_bot_api
from tests.fakes import a_clock
from tests.stage import CHAT, GROUP, MIRA, VAULT

HELLO = SendMessage(CHAT, Message("Mirë se erdhe"))
PLACE = SendVenue(CHAT, Venue(42.0, 20.4, "Zyra", "Rruga"))
ALBUM = CopyMessages(CHAT, GROUP, (1, 2))
GIVEN: dict[str, Any] = {
    "chat": CHAT, "from_chat": GROUP, "message_id": 5, "message_ids": (5,), "thread": 7, "name": "x", "html": "x",
    "message": HELLO.message, "venue": PLACE.venue, "tap_id": "x", "emoji": "x", "commands": (), "user": 3,
}  # fmt: skip
"""Something for each field that a call needs."""


def some_call(kind: type[Any]) -> Call:
    needed = [name for name in kind.__match_args__ if name in GIVEN]
    made: Call = kind(**{name: GIVEN[name] for name in needed})
    return made


def test_every_call_is_counted_under_the_name_that_the_bot_api_has_for_it() -> None:
    kinds = get_args(calls.Call)
    assert set(METHODS) == set(kinds)
    assert {kind: METHODS[kind] for kind in kinds} == {kind: asked(some_call(kind))[0] for kind in kinds}
    assert set(get_args(Method)) == {*METHODS.values(), "getMe", "getUpdates"}


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (NothingToDo(), "ok"),
        (Throttled(3), "429"),
        (refusal(502, b"<html>"), "5xx"),
        (from_library(TimeoutError()), "timeout"),
        (from_library(ClientConnectionError()), "lost"),
        (from_library(json.JSONDecodeError("", "", 0)), "lost"),
        (refusal(403, b"{}"), "refused"),
        (Unreachable(), "refused"),
        (ThreadMissing(), "refused"),
        (Conflict(), "refused"),
        (ChatMoved(-1009), "refused"),
        (Refused(), "refused"),
    ],
    ids=lambda given: given if isinstance(given, str) else type(given).__name__,
)
def test_how_a_call_ended_has_one_name(fault: ChannelError, outcome: str) -> None:
    assert outcome_of(fault) == outcome


class Fetching(Telegram):
    """A Telegram that fails to give updates, or gives none."""

    fault: ChannelError | None = None

    async def fetch(self, offset: int | None, wait: int) -> Sequence[RawUpdate]:
        if self.fault is not None:
            raise self.fault
        return await super().fetch(offset, wait)


async def test_calls_are_passed_on_as_they_are_and_counted_as_they_end() -> None:
    heard: list[tuple[str, str]] = []
    telegram = Fetching()
    channel = Counted(telegram, lambda method, outcome: heard.append((method, outcome)))
    assert (await channel.open()).username == "udha_bot"
    number = await channel.perform(HELLO)
    copies = await channel.copies(ALBUM)
    assert await channel.fetch(None, 0) == []
    assert telegram.done == [HELLO, ALBUM]
    assert {(CHAT, message) for message in (number, *copies)} <= telegram.places.keys()
    assert heard == [("getMe", "ok"), ("sendMessage", "ok"), ("copyMessages", "ok"), ("getUpdates", "ok")]


async def test_a_fault_is_passed_on_and_counted() -> None:
    heard: list[tuple[str, str]] = []
    telegram = Fetching()
    channel = Counted(telegram, lambda method, outcome: heard.append((method, outcome)))
    telegram.refuses(SendVenue, Throttled(3))
    telegram.refuses(CopyMessages, Trouble("away", "5xx"))
    telegram.refuses(AnswerTap, NothingToDo())
    telegram.fault = Conflict("taken")
    for call in (channel.perform(PLACE), channel.copies(ALBUM), channel.perform(AnswerTap("1")), channel.fetch(1, 0)):
        with pytest.raises(ChannelError):
            await call
    assert heard == [
        ("sendVenue", "429"),
        ("copyMessages", "5xx"),
        ("answerCallbackQuery", "ok"),
        ("getUpdates", "refused"),
    ]


@through_both
async def test_how_a_call_ended_is_told_as_it_was_on_the_wire(library: str) -> None:
    heard: list[str] = []
    async with fake_bot_api() as fake, opened(library, fake) as way:
        channel = Counted(way, lambda _, outcome: heard.append(outcome))
        await channel.perform(HELLO)
        fake.will_refuse(429, "Too Many Requests", retry_after=3)
        fake.will_refuse(502, "Bad Gateway")
        fake.will_hang_up()
        fake.will("<html>Please log in to this network</html>")
        fake.will_refuse(400, "Bad Request: message text is empty")
        for _ in range(5):
            with pytest.raises(ChannelError):
                await channel.perform(HELLO)
        fake.will_be_silent(2)
        with pytest.raises(ChannelError):
            await channel.fetch(None, 1 - GRACE_SECONDS)
    assert heard == ["ok", "429", "5xx", "lost", "lost", "refused", "timeout"]


async def test_a_call_that_is_cancelled_has_not_ended() -> None:
    heard: list[str] = []

    class Slow(Telegram):
        async def fetch(self, offset: int | None, wait: int) -> Sequence[RawUpdate]:  # noqa: ARG002 -- a channel's form
            return await asyncio.Event().wait() and []

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(Counted(Slow(), lambda method, _: heard.append(method)).fetch(None, 0), 0.01)
    assert heard == []


def test_a_turn_is_told_with_the_seconds_that_it_took() -> None:
    heard: list[tuple[str, float]] = []
    moments = iter((10.0, 10.25))
    with timing(lambda kind, seconds: heard.append((kind, seconds)), lambda: next(moments))("desk"):
        assert heard == []
    assert heard == [("desk", 0.25)]


def test_a_turn_that_broke_is_not_told() -> None:
    heard: list[str] = []
    timed = timing(lambda kind, _: heard.append(kind))
    with pytest.raises(ZeroDivisionError), timed("client"):
        raise ZeroDivisionError
    assert heard == []


def test_where_nobody_wants_to_know_a_turn_goes_on_as_it_would() -> None:
    with untimed("client"), untimed("time"), pytest.raises(ZeroDivisionError), untimed("client"):
        raise ZeroDivisionError


async def test_turns_of_clients_of_counsellors_and_of_time_are_told_apart(play: Delivering) -> None:
    heard: list[TurnKind] = []
    timed = timing(lambda kind, _: heard.append(kind))
    handling = Handling(play.telegram, play.stage.desk, play.delivery, timed)
    numbers = count(1000)

    async def comes(**letter: object) -> None:
        raw = {**an_update("message", a_letter(**letter)), "update_id": next(numbers)}
        item = Waiting(raw["update_id"], VAULT.chat_key(*lane_of(raw)), json.dumps(raw).encode())
        async with play.stage.database.transaction() as tx:
            await inbox.put(tx, VAULT, [item], play.stage.clock().date())
        handling.put(item)
        await asyncio.wait_for(handling.lanes.room(0), 30)
        await play.quiet()

    await comes(message_id=41, chat=a_private_chat(CHAT), text="/start", **{"from": a_user(CHAT)})
    assert heard == ["client"]
    await play.a_case()
    group = {"id": GROUP, "type": "supergroup", "title": "Desk", "is_forum": True}
    place = {"message_thread_id": await play.thread(), "is_topic_message": True}
    await comes(message_id=42, chat=group, text="Mirë.", **place, **{"from": a_user(MIRA.number)})
    assert heard == ["client", "desk"]
    await play.press("release")
    play.stage.clock.advance(minutes=5)
    await Punctual(play.stage.desk, play.delivery.put, timed).look()
    assert heard == ["client", "desk", "time"]
    await play.quiet()
    await handling.lanes.stop(0)


class Watch:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
async def gated() -> AsyncIterator[tuple[Lanes[int], Watch, asyncio.Semaphore]]:
    """Lanes whose work needs leave for each item."""
    leave, watch = asyncio.Semaphore(0), Watch()

    async def work(item: int) -> None:
        await leave.acquire()
        if item < 0:
            lanes.drop_behind(b"a", 1)

    lanes: Lanes[int] = Lanes(work, watch)
    yield lanes, watch, leave
    await lanes.stop(0)


async def test_the_oldest_item_is_the_one_that_was_put_in_first_of_all_lanes(
    gated: tuple[Lanes[int], Watch, asyncio.Semaphore],
) -> None:
    lanes, watch, leave = gated
    assert lanes.oldest == 0
    lanes.put(b"a", 1)
    watch.seconds = 3
    lanes.put(b"a", 2)
    lanes.put(b"b", 3)
    watch.seconds = 5
    assert lanes.oldest == 5
    leave.release()
    await asyncio.wait_for(lanes.room(2), 2)
    assert lanes.oldest == 2
    for _ in range(2):
        leave.release()
    await asyncio.wait_for(lanes.room(0), 2)
    assert lanes.oldest == 0


async def test_what_was_done_together_with_the_first_is_not_old_any_more(
    gated: tuple[Lanes[int], Watch, asyncio.Semaphore],
) -> None:
    lanes, watch, leave = gated
    for seconds, item in enumerate((-1, 2, 3)):
        watch.seconds = seconds
        lanes.put(b"a", item)
    watch.seconds = 10
    leave.release()
    await asyncio.wait_for(lanes.room(1), 2)
    assert lanes.oldest == 8


async def test_intake_runs_from_when_it_begins_until_it_ends(database: Database) -> None:
    async def room(_: int) -> None:
        await asyncio.sleep(0)

    def nobody(_: Waiting) -> None:
        raise AssertionError("Nobody wrote.")

    intake = Intake(Telegram(), database, VAULT, a_clock(), nobody, room)
    seen = [intake.running]
    running = asyncio.create_task(intake.run())
    await asyncio.sleep(0)
    seen.append(intake.running)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert [*seen, intake.running] == [False, True, False]
