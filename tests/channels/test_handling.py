"""From the inbox to the service: albums together, presses answered, and what cannot be handled set aside."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from itertools import count

import pytest

from bot.channels.calls import AnswerTap, CopyMessage, CopyMessages, SendMessage
from bot.channels.errors import Refused, Trouble
from bot.channels.handling import ALBUM_SECONDS, ATTEMPTS, Handling
from bot.channels.inbound import lane_of
from bot.channels.protocol import RawUpdate
from bot.channels.update import Update
from bot.conversation.views import Menu
from bot.desk.views import Sentence
from bot.desk_setting import Desk
from bot.rendering.desk_news import set_aside
from bot.rendering.views import render
from bot.storage import inbox
from bot.storage.database import Database
from bot.storage.inbox import Waiting
from tests.builders_telegram import a_desk_letter, a_letter, a_membership, a_private_chat, a_tap, a_user, an_update
from tests.channels.delivering import Delivering, delivering
from tests.channels.fake_telegram import Telegram
from tests.channels.letters import field as fields_of
from tests.stage import BESNIK, CHAT, GROUP, MIRA, VAULT

OTHER_GROUP = GROUP - 1
PHOTO = {**fields_of("photo"), "media_group_id": "13"}


@dataclass
class Played:
    """Updates as Telegram sends them, taken in, handled and answered."""

    play: Delivering
    handling: Handling
    numbers: "count[int]" = field(default_factory=lambda: count(1000))

    async def comes(self, *raws: RawUpdate) -> None:
        """They are stored, as intake does it, and then handed on."""
        for item in [await self.lies_in_the_inbox(raw) for raw in raws]:
            self.handling.put(item)

    async def comes_for_the_last_time(self, raw: RawUpdate) -> None:
        """It has failed as often as it may."""
        item = await self.lies_in_the_inbox(raw)
        self.handling.put(replace(item, attempts=ATTEMPTS - 1))

    async def lies_in_the_inbox(self, raw: RawUpdate) -> Waiting:
        item = self._waiting(raw)
        async with self.play.stage.database.transaction() as tx:
            await inbox.put(tx, VAULT, [item], self.play.stage.clock().date())
        return item

    async def quiet(self) -> None:
        await asyncio.wait_for(self.handling.lanes.room(0), 30)
        await self.play.quiet()
        # What is done beside the turn, such as news for the desk: a busy machine may need more than a moment for it.
        await asyncio.gather(*self.handling._aside)
        await asyncio.sleep(0.01)

    async def waiting(self) -> list[Waiting]:
        async with self.play.stage.database.transaction() as tx:
            return await inbox.waiting(tx, VAULT)

    def _waiting(self, raw: RawUpdate) -> Waiting:
        numbered = {**raw, "update_id": next(self.numbers)}
        return Waiting(numbered["update_id"], VAULT.chat_key(*lane_of(raw)), json.dumps(numbered).encode())


class Unreadable(Telegram):
    """A library that cannot read one kind of message."""

    def decode(self, raw: RawUpdate) -> Update:
        if "hologram" in str(raw):
            raise Refused("The library cannot read it.")
        return super().decode(raw)


@pytest.fixture
async def played(database: Database) -> AsyncIterator[Played]:
    play = delivering(database, (Desk(GROUP), Desk(OTHER_GROUP)), telegram=Unreadable())
    handling = Handling(play.telegram, play.stage.desk, play.delivery)
    yield Played(play, handling)
    await handling.lanes.stop(0)
    await play.delivery.lanes.stop(0)


def from_client(number: int, **content: object) -> RawUpdate:
    letter = a_letter(message_id=number, chat=a_private_chat(CHAT), **{"from": a_user(CHAT)}, **content)
    return an_update("message", letter)


def from_desk(thread: int, number: int, **content: object) -> RawUpdate:
    return an_update("message", _desk_letter(thread, number, **content))


def _desk_letter(thread: int | None, number: int, **content: object) -> dict[str, object]:
    place = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
    who = {"from": a_user(MIRA.number, first_name=MIRA.name)}
    group = {"id": GROUP, "type": "supergroup", "title": "Desk", "is_forum": True}
    letter = a_desk_letter(message_id=number, **({"chat": group} | who | place | content))
    return letter if thread else {k: v for k, v in letter.items() if k not in {"message_thread_id", "is_topic_message"}}


def pressed(thread: int, data: str, tap: str, who: tuple[int, str]) -> RawUpdate:
    card = _desk_letter(thread, 5, text="Rasti", **{"from": a_user(10000)})
    return a_tap(card, data=data, id=tap, **{"from": a_user(who[0], first_name=who[1])})


async def test_an_update_is_gone_from_the_inbox_when_it_is_handled(played: Played) -> None:
    await played.comes(from_client(41, text="/start"))
    await played.quiet()
    assert await played.waiting() == []
    assert len(played.play.done(SendMessage, CHAT)) == 1


async def test_an_album_of_a_client_reaches_the_desk_as_one(played: Played) -> None:
    await played.play.a_case()
    document = {**fields_of("document"), "media_group_id": "13"}
    await played.comes(from_client(41, **document), from_client(42, **document))
    await asyncio.sleep(ALBUM_SECONDS / 3)
    await played.comes(from_client(43, **document))
    await played.quiet()
    (album,) = played.play.done(CopyMessages)
    assert album.message_ids == (41, 42, 43)
    assert await played.waiting() == []


async def test_an_album_of_a_counsellor_is_a_note_if_only_its_last_part_says_so(played: Played) -> None:
    await played.play.a_case()
    thread = await played.play.thread()
    await played.comes(from_desk(thread, 31, **PHOTO), from_desk(thread, 32, **PHOTO, caption="// për ne"))
    await played.quiet()
    assert played.play.done(chat=CHAT) == []


async def test_a_part_of_a_note_that_comes_late_is_a_note_too(played: Played) -> None:
    await played.play.a_case()
    thread = await played.play.thread()
    await played.comes(from_desk(thread, 31, **PHOTO, caption="// për ne"))
    await played.quiet()
    await played.comes(from_desk(thread, 32, **PHOTO))
    await played.quiet()
    assert played.play.done(chat=CHAT) == []


async def test_what_comes_behind_an_album_is_not_taken_for_a_part_of_it(played: Played) -> None:
    await played.play.a_case()
    thread = await played.play.thread()
    await played.comes(
        from_desk(thread, 31, **PHOTO),
        from_desk(thread, 32, **PHOTO),
        from_desk(thread, 33, text="Shihni hartën."),
        from_desk(thread, 34, **PHOTO | {"media_group_id": "14"}),
        from_desk(thread, 35, **PHOTO | {"media_group_id": "14"}),
    )
    await played.quiet()
    assert [call.message_ids for call in played.play.done(CopyMessages)] == [(31, 32), (34, 35)]
    assert [call.message_id for call in played.play.done(CopyMessage)] == [33]


async def test_an_album_that_waited_over_a_restart_is_still_one(played: Played) -> None:
    await played.play.a_case()
    thread = await played.play.thread()
    for number in (31, 32):
        await played.lies_in_the_inbox(from_desk(thread, number, **PHOTO))
    for item in await played.waiting():
        played.handling.put(item)
    await played.quiet()
    assert [call.message_ids for call in played.play.done(CopyMessages)] == [(31, 32)]


async def test_of_two_who_press_at_once_one_has_the_case_and_the_other_hears_who(played: Played) -> None:
    await played.play.a_waiting_case()
    thread = await played.play.thread()
    mira, besnik = (MIRA.number, MIRA.name), (BESNIK.number, BESNIK.name)
    await played.comes(pressed(thread, "d:claim", "first", mira), pressed(thread, "d:claim", "second", besnik))
    await played.quiet()
    posting = played.play.posting
    assert played.play.done(AnswerTap) == [
        AnswerTap("first", posting.toast(Sentence("claimed"), "sq")),
        AnswerTap("second", posting.toast(Sentence("one_of", "Mira"), "sq")),
    ]
    assert (await played.play.stage.record()).case.holder is not None


async def test_every_press_is_answered_also_one_that_means_nothing(played: Played) -> None:
    await played.play.a_case()
    thread = await played.play.thread()
    await played.comes(
        pressed(thread, "d:invented", "tap-1", (MIRA.number, MIRA.name)),
        pressed(thread + 1, "d:claim", "tap-2", (MIRA.number, MIRA.name)),
        a_tap({"message_id": 9, "chat": a_private_chat(CHAT), "date": 0}, data="menu", id="tap-3"),
    )
    await played.quiet()
    assert {call.tap_id for call in played.play.done(AnswerTap)} == {"tap-1", "tap-2", "tap-3"}


async def test_a_press_that_telegram_no_longer_lets_us_answer_counts_all_the_same(played: Played) -> None:
    await played.play.a_waiting_case()
    thread = await played.play.thread()
    played.play.telegram.refuses(AnswerTap, Refused("no"))
    await played.comes(pressed(thread, "d:claim", "first", (MIRA.number, MIRA.name)))
    await played.quiet()
    assert (await played.play.stage.record()).case.status == "held"


async def test_what_cannot_be_handled_is_set_aside_and_its_client_and_the_desk_hear_of_it(played: Played) -> None:
    await played.comes_for_the_last_time(from_client(41, hologram={}))
    await played.quiet()
    assert await played.waiting() == []
    context = played.play.posting.context()
    assert [call.message.html for call in played.play.done(SendMessage, CHAT)] == [
        render(Menu("failed"), "sq", context).html
    ]
    news = [call for call in played.play.done(SendMessage, GROUP) if call.thread is not None]
    assert [call.message.html for call in news] == [set_aside(context).html]


async def test_if_the_desk_cannot_be_told_of_it_nothing_else_suffers(played: Played) -> None:
    played.play.telegram.refuses(SendMessage, Trouble("away"), chat=GROUP)
    await played.comes_for_the_last_time(from_client(41, hologram={}))
    await played.quiet()
    assert len(played.play.done(SendMessage, CHAT)) == 1


async def test_a_group_that_moved_is_known_under_both_numbers(played: Played) -> None:
    await played.comes(from_desk(5, 31, migrate_to_chat_id=-1009))
    await played.quiet()
    desks = played.play.stage.service.casework.desks
    assert desks.now(GROUP) == -1009
    assert -1009 in desks
    assert OTHER_GROUP in desks


@pytest.mark.parametrize("status", ["left", "kicked", "member"])
async def test_when_the_bot_loses_a_desk_the_other_one_hears_of_it(played: Played, status: str) -> None:
    await played.comes(a_membership(status, {"id": GROUP, "type": "supergroup", "title": "Desk"}))
    await played.quiet()
    told = [call for call in played.play.done(SendMessage) if call.thread is not None]
    assert [(call.chat, call.message.html) for call in told] == [
        (OTHER_GROUP, played.play.sentence(Sentence("desk_lost")))
    ]


async def test_a_group_that_takes_the_bot_s_rights_away_is_asked_for_them_once(played: Played) -> None:
    for _ in range(2):
        await played.comes(a_membership("member", {"id": GROUP, "type": "supergroup", "title": "Desk"}))
        await played.quiet()
    assert played.play.written(None) == [played.play.sentence(Sentence("no_threads"))]
