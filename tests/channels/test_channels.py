"""Both channels over real HTTP: what they ask of the Bot API, and what they make of its answers."""

import traceback
from typing import Any

import pytest

from bot.channels.calls import SendMessage
from bot.channels.chosen import channel
from bot.channels.errors import (
    ChatMoved,
    Conflict,
    NothingToDo,
    Refused,
    ThreadMissing,
    Throttled,
    TokenRefused,
    Trouble,
)
from bot.channels.inbound import FromClient, read
from bot.channels.limits import GRACE_SECONDS
from bot.channels.protocol import Identity
from bot.conversation.events import TextWritten
from bot.errors import ChannelError
from bot.rendering.message import Message
from tests.both_channels import decoded, through_both
from tests.builders_telegram import CLIENT, DESK, MESSAGE, THREAD, a_message
from tests.channels.over_http import TOKEN, opened
from tests.fake_bot_api import Asked, fake_bot_api

HELLO = SendMessage(CLIENT, Message("<b>Përshëndetje</b> &amp; mirë se erdhe"))


@through_both
async def test_opening_asks_who_we_are_and_closing_twice_is_no_fault(library: str) -> None:
    async with fake_bot_api() as fake:
        way = channel(library, TOKEN, fake.base + "/")
        assert await way.open() == Identity(10000, "udha_bot")
        await way.close()
        await way.close()
        assert fake.asked == [Asked("getme", {})]


@through_both
async def test_a_channel_that_could_not_be_opened_can_be_opened_later(library: str) -> None:
    async with fake_bot_api() as fake:
        way = channel(library, TOKEN, fake.base)
        fake.will_refuse(502, "Bad Gateway")
        with pytest.raises(Trouble):
            await way.open()
        assert await way.open() == Identity(10000, "udha_bot")
        await way.close()


@through_both
async def test_updates_are_fetched_as_telegram_sent_them(library: str) -> None:
    raw = a_message(text="Tungjatjeta", invented={"later": [None, 1.50, "ë"]})
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_answer([raw])
        updates = await way.fetch(7, 30)
        assert [dict(update) for update in updates] == [raw]
        assert read(way.decode(updates[0]), {DESK}) == FromClient(
            CLIENT, TextWritten("Tungjatjeta", MESSAGE), messages=(MESSAGE,)
        )
        wanted = ["message", "edited_message", "callback_query", "my_chat_member"]
        assert fake.asked == [
            Asked("getupdates", {"offset": 7, "limit": 100, "timeout": 30, "allowed_updates": wanted})
        ]


@through_both
async def test_the_first_fetch_names_no_offset(library: str) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        assert list(await way.fetch(None, 0)) == []
        assert "offset" not in fake.asked[0].fields


@through_both
@pytest.mark.parametrize("landed", [{}, {"message_thread_id": 78, "is_topic_message": True}])
async def test_a_message_that_landed_outside_its_thread_means_that_the_thread_is_gone(
    library: str, landed: dict[str, Any]
) -> None:
    chat = {"id": DESK, "type": "supergroup", "title": "Desk", "is_forum": True}
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_answer({"message_id": 55, "date": 1_790_000_000, "chat": chat} | landed)
        with pytest.raises(ThreadMissing):
            await way.perform(SendMessage(DESK, Message("Rasti"), THREAD))


REFUSALS: list[tuple[int, str, dict[str, int], ChannelError]] = [
    (429, "Too Many Requests: retry after 7", {"retry_after": 7}, Throttled(7)),
    (429, "Too Many Requests: retry after 0", {"retry_after": 0}, Throttled(1)),
    (400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -1009}, ChatMoved(-1009)),
    (401, "Unauthorized", {}, TokenRefused()),
    (404, "Not Found", {}, TokenRefused()),
    (404, "Not Found: method not found", {}, Refused()),
    (409, "Conflict: terminated by other getUpdates request", {}, Conflict()),
    (400, "Bad Request: message is not modified: specified new message content", {}, NothingToDo()),
    (400, "Bad Request: TOPIC_ID_INVALID", {}, ThreadMissing()),
    (400, "Bad Request: can't parse entities: unclosed <b>", {}, Refused()),
    (413, "Request Entity Too Large", {}, Refused()),
    (502, "Bad Gateway", {}, Trouble()),
]


@through_both
@pytest.mark.parametrize(("code", "description", "parameters", "expected"), REFUSALS)
async def test_a_refusal_is_named(
    library: str, code: int, description: str, parameters: dict[str, int], expected: ChannelError
) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        for work in (way.perform(HELLO), way.fetch(None, 0)):
            fake.will_refuse(code, description, **parameters)
            with pytest.raises(type(expected)) as caught:
                await work
            assert vars(caught.value) == vars(expected)


@through_both
async def test_a_dropped_connection_is_trouble_and_the_next_call_goes_through(library: str) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_hang_up()
        with pytest.raises(Trouble):
            await way.perform(HELLO)
        assert await way.perform(HELLO) == 55


@through_both
async def test_an_answer_that_does_not_come_in_time_is_trouble(library: str) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_be_silent(2)
        with pytest.raises(Trouble):
            await way.fetch(None, 1 - GRACE_SECONDS)


@through_both
async def test_a_telegram_that_is_not_there_is_trouble(library: str) -> None:
    way = channel(library, TOKEN, "http://127.0.0.1:9")
    with pytest.raises(Trouble):
        await way.open()
    await way.close()


FAKES_OWN_LOG = "aiohttp.access"
GARBAGE = ["", "<html>Please log in to this network</html>", "[", "null", "7", "{}"]


@through_both
@pytest.mark.parametrize("status", [200, 502])
async def test_an_answer_that_is_not_telegrams_is_a_channel_error_and_not_logged(
    library: str, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        for body in GARBAGE:
            fake.will(body, status)
            with pytest.raises((Trouble, Refused)):
                await way.fetch(None, 0)
    assert caplog.records == []


@through_both
async def test_what_was_done_but_cannot_be_read_must_not_be_asked_for_again(library: str) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_answer({"message": "of another shape"})
        with pytest.raises(Refused):
            await way.perform(HELLO)


@through_both
def test_an_update_of_an_unknown_shape_is_a_channel_error(library: str) -> None:
    with pytest.raises(Refused):
        decoded(library, {"update_id": 1, "message": {"text": "Jam Arta"}})


@through_both
async def test_no_error_and_no_log_holds_the_token_or_what_was_sent(
    library: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    told = ""
    async with fake_bot_api() as fake, opened(library, fake) as way:
        await way.perform(HELLO)
        for status in (200, 400, 401, 404, 409, 429, 500):
            fake.will("garbage", status)
            with pytest.raises(ChannelError) as caught:
                await way.perform(HELLO)
            told += "".join(traceback.format_exception(caught.value))
    told += "".join(record.getMessage() for record in caplog.records if record.name != FAKES_OWN_LOG)
    assert "secret-token" not in told
    assert "erdhe" not in told


@through_both
async def test_an_address_that_is_none_is_a_channel_error_without_the_token(library: str) -> None:
    way = channel(library, TOKEN, "http://[")
    with pytest.raises(ChannelError) as caught:
        await way.open()
    await way.close()
    assert "secret-token" not in "".join(traceback.format_exception(caught.value))
