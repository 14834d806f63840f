"""Asking for the console: the link goes to whoever may have it, in private, and nobody else learns that it exists."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.calls import AskMember, SendMessage
from bot.channels.errors import (
    ChatMoved,
    NotInGroup,
    Refused,
    ThreadMissing,
    Throttled,
    Trouble,
    Unreachable,
)
from bot.channels.handling import Handling
from bot.channels.inbound import lane_of
from bot.channels.protocol import RawUpdate
from bot.conversation.views import Welcome
from bot.desk.console import AnswerAsker, Outcome
from bot.desk_setting import Desk
from bot.errors import ChannelError
from bot.rendering.console_told import answer_to_asker
from bot.rendering.context import Reader
from bot.rendering.views import render
from bot.storage import console_access, counsellors, inbox
from bot.storage.console_access import Pass
from bot.storage.counsellors import Counsellor
from bot.storage.database import Database
from bot.storage.inbox import Waiting
from bot.storage.tables import METADATA
from tests.builders_telegram import a_desk_letter, a_letter, a_private_chat, a_user, an_update
from tests.channels.delivering import Delivering, delivering
from tests.stage import BESNIK, CHAT, GROUP, MIRA, VAULT

OTHER_GROUP = GROUP - 1
BASE, BOT = "https://udha.example", "udha_bot"
THREAD = 77


@dataclass
class Played:
    play: Delivering
    handling: Handling
    numbers: "count[int]" = field(default_factory=lambda: count(1000))

    async def at_desk(
        self,
        text: str,
        by: int = MIRA.number,
        thread: int | None = None,
        author: dict[str, Any] | None = None,
        **more: Any,
    ) -> int:
        """Somebody writes in a thread of the desk, or in General; gives the number of the message."""
        number = next(self.numbers)
        place = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
        group = {"id": GROUP, "type": "supergroup", "title": "Desk", "is_forum": True}
        letter = a_desk_letter(message_id=number, chat=group, text=text, **{"from": author or a_user(by)} | more)
        kept = {name: value for name, value in letter.items() if name not in {"message_thread_id", "is_topic_message"}}
        await self._comes(an_update("message", kept | place))
        return number

    async def in_private(self, text: str, by: int) -> None:
        letter = a_letter(message_id=next(self.numbers), chat=a_private_chat(by), text=text, **{"from": a_user(by)})
        await self._comes(an_update("message", letter))

    async def _comes(self, raw: RawUpdate) -> None:
        numbered = {**raw, "update_id": next(self.numbers)}
        item = Waiting(numbered["update_id"], VAULT.chat_key(*lane_of(raw)), json.dumps(numbered).encode())
        async with self.play.stage.database.transaction() as tx:
            await inbox.put(tx, VAULT, [item], self.play.stage.clock().date())
        self.handling.put(item)
        await asyncio.wait_for(self.handling.lanes.room(0), 30)
        await self.play.quiet()

    def links(self, person: int = MIRA.number) -> list[SendMessage]:
        return [call for call in self.play.done(SendMessage, person) if BASE in call.message.html]

    def answers(self, group: int = GROUP) -> list[SendMessage]:
        return self.play.done(SendMessage, group)

    def said(self, what: Outcome, language: str = "sq", number: int = 0) -> str:
        told = AnswerAsker(what, language, number=number)
        return answer_to_asker(told, Reader(language, self.play.posting.context())).html

    async def passes(self) -> list[Pass]:
        """Whom the links that were sent let in."""
        vault, now = VAULT, self.play.stage.service.casework.now
        tokens = [call.message.html.split("/console/in/")[1].split('"')[0] for call in self.links()]
        async with self.play.stage.database.transaction() as tx:
            found = [await console_access.opened_by(tx, vault, token, now) for token in tokens]
        return [each for each in found if each is not None]

    async def rows(self, *tables: str) -> list[Any]:
        async with self.play.stage.database.transaction() as tx:
            return [row for table in tables for row in await tx.execute(select(METADATA.tables[table]))]


@pytest.fixture
async def played(database: Database) -> AsyncIterator[Played]:
    play = delivering(database, (Desk(GROUP), Desk(OTHER_GROUP, ("en",))))
    play.delivery.letting_in.known_as(BOT, BASE)
    play.telegram.members = {(GROUP, MIRA.number): "creator", (GROUP, BESNIK.number): "member"}
    play.telegram.threads[GROUP, THREAD] = "open"
    handling = Handling(play.telegram, play.stage.desk, play.delivery)
    yield Played(play, handling)
    await handling.lanes.stop(0)
    await play.delivery.lanes.stop(0)


@pytest.mark.parametrize("command", ["/console", "/Konsola", "/console@udha_bot"])
@pytest.mark.parametrize("thread", [None, THREAD])
async def test_an_administrator_gets_the_link_in_private_and_the_desk_one_sentence(
    played: Played, command: str, thread: int | None
) -> None:
    number = await played.at_desk(command, thread=thread)
    (link,) = played.links()
    assert (link.protected, link.thread) == (True, None)
    (answer,) = played.answers()
    assert (answer.message.html, answer.thread, answer.reply_to) == (played.said("sent"), thread, number)
    assert await played.passes() == [Pass(MIRA.number, GROUP, "manager", "sq")]


async def test_the_link_is_nowhere_but_in_that_one_message(played: Played) -> None:
    await played.at_desk("/console", thread=THREAD)
    others = [call for call in played.play.telegram.calls if getattr(call, "chat", None) != MIRA.number]
    assert not [call for call in others if "/console/in/" in str(call)]
    assert await played.play.left_over() == []
    assert await played.play.traced(MIRA.number) == []


async def test_an_administrator_gets_a_link_for_an_editor_that_can_be_passed_on(played: Played) -> None:
    await played.at_desk("/console editor")
    (link,) = played.links()
    assert not link.protected
    assert [each.role for each in await played.passes()] == ["editor"]


async def test_a_counsellor_who_is_no_administrator_is_told_so_and_gets_nothing(played: Played) -> None:
    await played.at_desk("/console", BESNIK.number)
    assert [call.message.html for call in played.answers()] == [played.said("not_admin")]
    assert played.play.done(SendMessage, BESNIK.number) == []
    assert await played.rows("console_links") == []


async def test_whoever_is_no_administrator_any_more_loses_what_they_had_when_they_ask(played: Played) -> None:
    await played.at_desk("/console")
    played.play.telegram.members[GROUP, MIRA.number] = "member"
    await played.at_desk("/console")
    assert await played.rows("console_links") == []


async def test_an_anonymous_administrator_is_told_why_there_is_no_link(played: Played) -> None:
    await played.at_desk("/console", sender_chat={"id": GROUP, "type": "supergroup", "title": "Desk"})
    assert [call.message.html for call in played.answers()] == [played.said("anonymous")]
    assert played.play.done(AskMember) == []


async def test_what_a_bot_or_another_chat_writes_there_is_none_of_our_business(played: Played) -> None:
    await played.at_desk("/console", sender_chat={"id": -5, "type": "channel", "title": "Lajme"})
    await played.at_desk("/console", author=a_user(9, is_bot=True))
    assert played.play.telegram.calls == []


async def test_whoever_never_wrote_to_the_bot_reads_at_the_desk_how_to(played: Played) -> None:
    played.play.telegram.refuses(SendMessage, Unreachable(), chat=MIRA.number)
    await played.at_desk("/console", thread=THREAD)
    (answer,) = played.answers()
    assert answer.message.html == played.said("write_first")
    assert [button.url for row in answer.message.rows for button in row] == [f"https://t.me/{BOT}?start=console"]
    assert MIRA.name not in answer.message.html
    assert await played.rows("console_links") == [], "a link that did not arrive opens nothing"


async def test_and_through_that_button_they_get_it_and_are_no_client(played: Played) -> None:
    await played.in_private("/start console", MIRA.number)
    assert len(played.links()) == 1
    assert await played.passes() == [Pass(MIRA.number, GROUP, "manager", "sq")]
    assert played.answers() == []
    assert await played.rows("conversations", "traces", "counts", "sketches", "outbox", "inbox") == []


async def test_to_a_stranger_that_link_is_a_start_like_any_other(played: Played) -> None:
    await played.in_private("/start console", CHAT)
    (seen,) = played.play.done(SendMessage, CHAT)
    assert seen.message == render(Welcome(), "sq", played.play.posting.context())
    assert await played.rows("console_links") == []
    assert len(await played.rows("conversations")) == 1


async def test_a_counsellor_who_is_no_administrator_is_a_stranger_there(played: Played) -> None:
    await played.in_private("/start console", BESNIK.number)
    (seen,) = played.play.done(SendMessage, BESNIK.number)
    assert seen.message == render(Welcome(), "sq", played.play.posting.context())


@pytest.mark.parametrize("fault", [Refused("PARTICIPANT_ID_INVALID"), Trouble(), Throttled(9), NotInGroup()])
async def test_where_telegram_does_not_say_who_starts_they_are_welcome(played: Played, fault: ChannelError) -> None:
    played.play.telegram.refuses(AskMember, fault)
    await played.in_private("/start console", MIRA.number)
    assert played.links() == []
    assert len(played.play.done(SendMessage, MIRA.number)) == 1


async def test_other_starts_ask_telegram_nothing(played: Played) -> None:
    for text in ("/start", "/start consoles", "/start asylum-facts", "console", "/console"):
        await played.in_private(text, MIRA.number)
    assert played.play.done(AskMember) == []
    assert played.links() == []


async def test_off_ends_all_that_somebody_has_and_says_how_many(played: Played) -> None:
    for command in ("/console", "/console editor"):
        await played.at_desk(command)
    async with played.play.stage.database.transaction() as tx:
        now = played.play.stage.service.casework.now
        await console_access.begin(tx, VAULT, Pass(MIRA.number, GROUP, "manager"), "a browser", now)
        await console_access.make_link(tx, VAULT, Pass(BESNIK.number, GROUP, "manager"), now)
    await played.at_desk("/console off")
    assert played.answers()[-1].message.html == played.said("ended", number=3)
    assert len(await played.rows("console_links", "console_sessions")) == 1
    await played.at_desk("/konsola jo")
    assert played.answers()[-1].message.html == played.said("ended")


async def test_off_asks_nobody_whether_one_may(played: Played) -> None:
    """Whoever is no administrator any more may end what they have."""
    await played.at_desk("/console off", BESNIK.number)
    assert played.play.done(AskMember) == []
    assert [call.message.html for call in played.answers()] == [played.said("ended")]


async def test_what_cannot_be_understood_is_explained(played: Played) -> None:
    await played.at_desk("/console please")
    assert [call.message.html for call in played.answers()] == [played.said("unclear")]
    assert played.links() == []


@pytest.mark.parametrize("fault", [Refused("CHAT_ADMIN_REQUIRED"), Unreachable()])
async def test_where_telegram_does_not_say_who_is_one_the_desk_hears_what_to_do(
    played: Played, fault: ChannelError
) -> None:
    played.play.telegram.refuses(AskMember, fault)
    await played.at_desk("/console")
    assert [call.message.html for call in played.answers()] == [played.said("unknown")]
    assert played.links() == []


async def test_what_passes_is_waited_out_and_one_link_works_in_the_end(played: Played) -> None:
    played.play.telegram.refuses(AskMember, Trouble())
    played.play.telegram.refuses(SendMessage, Throttled(0.01), Trouble(), chat=MIRA.number)
    played.play.telegram.refuses(SendMessage, Trouble(), chat=GROUP)
    await played.at_desk("/console")
    assert len(played.links()) == 1
    assert len(await played.rows("console_links")) == 1
    assert [call.message.html for call in played.answers()] == [played.said("sent")]


@pytest.mark.parametrize("fault", [ThreadMissing(), NotInGroup(), Unreachable()])
async def test_a_desk_that_cannot_be_answered_is_not_taken_for_a_client(played: Played, fault: ChannelError) -> None:
    played.play.telegram.refuses(SendMessage, fault, chat=GROUP)
    await played.at_desk("/console", thread=THREAD)
    assert len(played.links()) == 1
    assert await played.rows("outbox", "conversations") == []


async def test_a_group_that_has_become_another_is_asked_and_answered_under_its_new_number(played: Played) -> None:
    new = -1009
    played.play.telegram.members[new, MIRA.number] = "administrator"
    played.play.telegram.refuses(AskMember, ChatMoved(new), chat=GROUP)
    await played.at_desk("/console")
    assert [call.chat for call in played.play.done(AskMember)] == [new]
    assert len(played.answers(new)) == 1
    assert await played.passes() == [Pass(MIRA.number, GROUP, "manager", "sq")]


async def test_of_a_group_that_has_left_the_settings_nobody_is_an_administrator(played: Played) -> None:
    """What was opened through it ends with the next look."""
    gone = GROUP - 5
    played.play.telegram.members[gone, MIRA.number] = "creator"
    assert not await played.play.delivery.administrators.is_admin(gone, MIRA.number)
    assert await played.play.delivery.administrators.is_admin(GROUP, MIRA.number)
    assert [call.chat for call in played.play.done(AskMember)] == [GROUP]


async def test_both_are_in_the_language_that_the_counsellor_chose(played: Played) -> None:
    key = counsellors.key_of(VAULT, MIRA.number)
    async with played.play.stage.database.transaction() as tx:
        await counsellors.put(tx, VAULT, key, Counsellor(MIRA.number, MIRA.name, language="en"))
    await played.at_desk("/console")
    assert [call.message.html for call in played.answers()] == [played.said("sent", "en")]
    assert played.links()[0].message.html.startswith("Your way into the console.")
    assert (await played.passes())[0].language == "en"


async def test_without_a_choice_it_is_that_of_the_desk(played: Played) -> None:
    played.play.telegram.members = {(OTHER_GROUP, MIRA.number): "administrator"}
    await played.in_private("/start console", MIRA.number)
    assert await played.passes() == [Pass(MIRA.number, OTHER_GROUP, "manager", "en")]


async def test_a_message_that_comes_twice_makes_one_link(played: Played) -> None:
    door, came = played.handling.door, await played.play.stage.take_in(MIRA.number)
    assert [len(await door.in_private(came, MIRA.number) or ()) for _ in range(2)] == [1, 0]


async def test_what_waits_to_be_sent_names_nobody_who_reads_the_database(played: Played) -> None:
    played.play.telegram.refuses(AskMember, *(Trouble() for _ in range(50)))
    item = asyncio.create_task(played.at_desk("/console"))
    while not (waiting := await played.rows("outbox")):  # noqa: ASYNC110 -- a database has nothing to tell it by
        await asyncio.sleep(0.01)
    assert not [row for row in waiting if str(MIRA.number).encode() in row.sealed]
    played.play.telegram.forgets_faults()
    await item
