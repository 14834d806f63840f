"""One call, as well as it can be done."""

import pytest

from bot.channels.budget import Budget
from bot.channels.calls import Call, CopyMessage, CopyMessages, DeleteMessages, EditMessage, SendMessage
from bot.channels.errors import MessageGone, NothingToDo, Refused, Throttled
from bot.channels.performing import Performing
from bot.rendering.message import Message
from tests.channels.fake_telegram import FIRST_ID, Telegram

CHAT, GROUP, THREAD = 1001, -1001, 77
WORDS = Message("<b>Thirrni 129</b>")


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(threads={(GROUP, THREAD): "open"})


@pytest.fixture
def performing(telegram: Telegram) -> Performing:
    return Performing(telegram, Budget())


async def test_a_call_gives_the_number_of_what_came_of_it(performing: Performing) -> None:
    assert await performing.client(SendMessage(CHAT, WORDS)) == FIRST_ID
    assert await performing.group(SendMessage(GROUP, WORDS, THREAD), GROUP) == FIRST_ID + 1


async def test_what_is_done_already_is_done(performing: Performing, telegram: Telegram) -> None:
    telegram.refuses(DeleteMessages, NothingToDo())
    assert await performing.client(DeleteMessages(CHAT, (1,))) is None


@pytest.mark.parametrize("call", [SendMessage(CHAT, WORDS), EditMessage(CHAT, 5, WORDS)])
async def test_what_telegram_cannot_parse_goes_without_markup(
    performing: Performing, telegram: Telegram, call: SendMessage | EditMessage
) -> None:
    telegram.places[CHAT, 5] = None
    telegram.refuses(type(call), Refused("can't parse entities"))
    await performing.client(call)
    assert [each.message.html for each in telegram.done if isinstance(each, type(call))] == ["Thirrni 129"]


@pytest.mark.parametrize("call", [CopyMessage(CHAT, GROUP, 9), DeleteMessages(CHAT, (9,))])
async def test_what_has_no_simpler_form_stays_refused(performing: Performing, telegram: Telegram, call: Call) -> None:
    telegram.refuses(type(call), Refused("no"))
    with pytest.raises(Refused):
        await performing.client(call)
    assert telegram.done == []


async def test_only_what_is_shown_to_a_client_comes_anew_where_the_old_message_is_gone(
    performing: Performing, telegram: Telegram
) -> None:
    assert await performing.shown(EditMessage(CHAT, 5, WORDS)) == FIRST_ID
    assert telegram.done == [SendMessage(CHAT, WORDS)]
    telegram.refuses(CopyMessage, MessageGone())
    with pytest.raises(MessageGone):
        await performing.shown(CopyMessage(CHAT, GROUP, 9))


async def test_a_message_that_is_gone_from_a_group_never_comes_anew_in_general(
    performing: Performing, telegram: Telegram
) -> None:
    with pytest.raises(MessageGone):
        await performing.group(EditMessage(GROUP, 5, WORDS), GROUP)
    assert telegram.done == []


@pytest.mark.parametrize("sent", [1, 3])
async def test_what_goes_to_a_group_is_counted_each_part_of_an_album_for_itself(
    performing: Performing, sent: int
) -> None:
    ids = tuple(range(1, sent + 1))
    copies = await performing.copies(CopyMessages(GROUP, CHAT, ids, THREAD), to_group=True)
    assert len(copies) == sent
    assert performing.budget.minute(GROUP) == sent


async def test_what_goes_to_a_client_costs_the_group_nothing(performing: Performing) -> None:
    await performing.copies(CopyMessages(CHAT, GROUP, (1, 2)), to_group=False)
    await performing.client(CopyMessage(CHAT, GROUP, 3))
    assert performing.budget.minute(GROUP) == 0


@pytest.mark.parametrize("album", [True, False])
async def test_a_group_that_refuses_for_a_while_is_not_asked_by_the_other_lanes(
    performing: Performing, telegram: Telegram, *, album: bool
) -> None:
    telegram.refuses((SendMessage, CopyMessages), Throttled(0.2))
    album_or_word = (
        performing.copies(CopyMessages(GROUP, CHAT, (1, 2), THREAD), to_group=True)
        if album
        else performing.group(SendMessage(GROUP, WORDS, THREAD), GROUP)
    )
    with pytest.raises(Throttled):
        await album_or_word
    before = performing.budget.clock()
    await performing.group(SendMessage(GROUP, WORDS, THREAD), GROUP)
    assert performing.budget.clock() - before >= 0.15
