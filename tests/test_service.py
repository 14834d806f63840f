"""One turn on a real database: applied whole and once, in order, addressed to the right lane, and nothing remains."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select

from bot.conversation.actions import CloseCase, CopyToClient, CopyToDesk, Forget, OpenCase, Show, TellDesk
from bot.conversation.events import (
    ButtonPressed,
    ClientBlocked,
    ClientReturned,
    CommandGiven,
    CounsellorClosed,
    CounsellorReplied,
    Event,
    LocationShared,
    Started,
    TextWritten,
    TurnFailed,
)
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap, TapName
from bot.conversation.views import Choice, Menu, Notice, Welcome
from bot.search.answer import Found
from bot.service import Service
from bot.storage import cases, conversations, inbox, outbox
from bot.storage.database import Database
from bot.storage.inbox import Waiting
from bot.storage.outbox import Outgoing
from bot.storage.tables import CASES, CONVERSATIONS, COUNTS, INBOX, METADATA
from bot.storage.vault import Vault
from tests.builders import TODAY, a_conversation, knowledge_of, some_town_and_its_services
from tests.fakes import Canned, CannedFinder, Clock, a_clock

CHAT, NEIGHBOUR = 481516234201, 481516234202
THREAD = 77
VAULT = Vault("a secret of some length")
KEY = VAULT.chat_key(CHAT)


@dataclass
class Play:
    """A service on a database, and people who write to it."""

    database: Database
    service: Service
    clock: Clock
    updates: "count[int]" = field(default_factory=lambda: count(1))

    async def take_in(self, chat: int = CHAT) -> int:
        """An update in the inbox, as intake leaves it there."""
        update_id = next(self.updates)
        waiting = Waiting(update_id, VAULT.chat_key(chat), b"{}")
        async with self.database.transaction() as tx:
            await inbox.put(tx, VAULT, [waiting], self.clock().date())
        return update_id

    async def client(self, event: Event, chat: int = CHAT, hint: str | None = None) -> list[Outgoing]:
        return await self.service.client_turn(await self.take_in(chat), chat, event, hint)

    async def desk(self, event: Event, thread: int = THREAD) -> list[Outgoing]:
        return await self.service.desk_turn(await self.take_in(), thread, event)

    async def open_case(self, chat: int = CHAT, thread: int = THREAD) -> int:
        """As after delivery: the case is open, its thread is known, and all is sent."""
        await self.client(tap("accept"), chat)
        async with self.database.transaction() as tx:
            case = await cases.of_chat(tx, VAULT, VAULT.chat_key(chat))
            assert case is not None
            await cases.set_thread(tx, case.id, thread)
        await self.send_all()
        return case.id

    async def send_all(self) -> None:
        async with self.database.transaction() as tx:
            for outgoing in await outbox.waiting(tx, VAULT):
                await outbox.sent(tx, outgoing.id)

    async def remembered(self, chat: int = CHAT) -> Conversation | None:
        async with self.database.transaction() as tx:
            return await conversations.load(tx, VAULT, VAULT.chat_key(chat))

    async def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything that is stored."""
        async with self.database.transaction() as tx:
            return {
                table.name: sorted((tuple(row) for row in await tx.execute(select(table))), key=repr)
                for table in METADATA.sorted_tables
            }

    async def counted(self) -> dict[tuple[str, str], int]:
        async with self.database.transaction() as tx:
            return {(row.kind, row.subject): row.n for row in await tx.execute(select(COUNTS))}


@pytest.fixture
def play(database: Database) -> Play:
    return playing(database, Canned().knowledge(some_town_and_its_services()))


def playing(database: Database, knowledge: Knowledge) -> Play:
    clock = a_clock()
    return Play(database, Service(database, VAULT, knowledge, clock), clock)


def tap(name: TapName, argument: str = "") -> ButtonPressed:
    return ButtonPressed(Tap(name, argument), 40)


def actions(outgoing: list[Outgoing]) -> list[Any]:
    return [each.parcel.action for each in outgoing]


async def test_a_turn_is_remembered_counted_and_queued(play: Play) -> None:
    queued = await play.client(Started("asylum-facts"))
    assert await play.remembered() == a_conversation(subject="asylum-facts")
    assert await play.counted() == {("topic", "asylum-facts"): 1, ("started", "asylum-facts"): 1}
    assert [(each.lane, each.parcel.chat, each.parcel.case) for each in queued] == [(KEY, CHAT, None)]
    async with play.database.transaction() as tx:
        assert await outbox.waiting(tx, VAULT) == queued
        assert await inbox.waiting(tx, VAULT) == []


@pytest.mark.parametrize("before", [None, "case"], ids=["alone", "in a case"])
async def test_a_turn_of_a_client_is_one_commit(play: Play, before: str | None) -> None:
    if before:
        await play.open_case()
    update_id = await play.take_in()
    commits: list[object] = []
    sqlalchemy_event.listen(
        getattr(play.database.engine, "sync_engine", play.database.engine), "commit", commits.append
    )
    await play.service.client_turn(update_id, CHAT, tap("erase"))
    assert len(commits) == 1


async def test_a_turn_that_fails_changes_nothing_and_the_update_waits_on(database: Database) -> None:
    class Broken(CannedFinder):
        def find(self, text: str, language: str | None) -> Found:  # noqa: ARG002 -- the real one's form
            raise ZeroDivisionError

    whole = Canned().knowledge()
    knowledge = Knowledge(whole.packs, Broken({}), whole.identifier, whole.signals, desk=True)
    play = playing(database, knowledge)
    await play.client(Started())
    update_id = await play.take_in()
    before = await play.rows()
    with pytest.raises(ZeroDivisionError):
        await play.service.client_turn(update_id, CHAT, TextWritten("azil?", 40))
    assert await play.rows() == before
    assert [row[0] for row in before["inbox"]] == [update_id]


async def test_the_same_update_again_changes_nothing(play: Play) -> None:
    await play.open_case()
    update_id = await play.take_in()
    assert actions(await play.service.client_turn(update_id, CHAT, TextWritten("azil?", 40))) == [CopyToDesk(40)]
    reply = await play.take_in()
    assert actions(await play.service.desk_turn(reply, THREAD, CounsellorReplied(7))) == [CopyToClient(7)]
    before = await play.rows()
    assert await play.service.client_turn(update_id, CHAT, TextWritten("azil?", 40)) == []
    assert await play.service.desk_turn(reply, THREAD, CounsellorReplied(7)) == []
    assert await play.rows() == before


async def test_what_changes_nothing_is_not_stored(play: Play) -> None:
    assert actions(await play.client(CommandGiven("menu"))) == [Show(Menu(), "sq")]
    assert await play.remembered() is None


@pytest.mark.parametrize(("hint", "language"), [("en", "en"), ("sq", "sq"), ("de", "sq"), (None, "sq")])
async def test_somebody_new_is_greeted_in_the_language_of_their_telegram_if_we_speak_it(
    play: Play, hint: str | None, language: str
) -> None:
    assert actions(await play.client(Started(), hint=hint)) == [Show(Welcome(), language)]


async def test_whoever_is_known_keeps_the_language_they_chose(play: Play) -> None:
    await play.client(tap("lang", "en"))
    assert actions(await play.client(Started(), hint="sq")) == [Show(Welcome(), "en")]


async def test_two_quick_taps_are_taken_in_the_order_in_which_they_came(play: Play) -> None:
    first, second = await play.take_in(), await play.take_in()
    shown = await asyncio.gather(
        play.service.client_turn(first, CHAT, TextWritten("qwx", 40)),
        play.service.client_turn(second, CHAT, TextWritten("qwx", 41)),
    )
    assert [actions(each) for each in shown] == [[Show(Choice(()), "sq")], [Show(Choice((), again=True), "sq")]]
    conversation = await play.remembered()
    assert conversation is not None
    assert conversation.unsure == 2


async def test_many_at_once_do_not_lose_each_other_s_turns(play: Play) -> None:
    chats = [CHAT + number % 3 for number in range(15)]
    updates = [await play.take_in(chat) for chat in chats]
    turns = zip(updates, chats, strict=True)
    await asyncio.gather(
        *(play.service.client_turn(update_id, chat, TextWritten("qwx", 40)) for update_id, chat in turns)
    )
    assert await play.counted() == {("asked", "unsure"): 15}
    for chat in set(chats):
        conversation = await play.remembered(chat)
        assert conversation is not None
        assert conversation.unsure == 5


async def test_a_case_is_opened_in_a_lane_of_its_own_at_the_desk(play: Play) -> None:
    shown, opened = await play.client(tap("accept"))
    assert shown.parcel.action == Show(Notice("case_opened"), "sq", 40)
    assert (shown.lane, shown.parcel.case) == (KEY, None)
    assert opened.parcel.action == OpenCase("sq", None, None, None)
    assert opened.parcel.case is not None
    assert opened.lane == play.service.case_lane(opened.parcel.case) != KEY


async def test_each_case_has_its_own_thread_and_its_own_client(play: Play) -> None:
    ours, theirs = await play.open_case(), await play.open_case(NEIGHBOUR, THREAD + 1)
    (to_desk,) = await play.client(TextWritten("azil?", 40))
    assert (to_desk.parcel.case, to_desk.lane) == (ours, play.service.case_lane(ours))
    (to_client,) = await play.desk(CounsellorReplied(7), THREAD + 1)
    assert (to_client.parcel.chat, to_client.lane) == (NEIGHBOUR, VAULT.chat_key(NEIGHBOUR))
    assert to_client.parcel.case == theirs


async def test_a_thread_that_is_no_case_s_is_none_of_our_business(play: Play) -> None:
    await play.open_case()
    before = await play.rows()
    assert await play.desk(CounsellorReplied(7), THREAD + 5) == []
    after = await play.rows()
    assert after["inbox"] == []
    assert {**after, "seen_updates": []} == {**before, "seen_updates": []}


async def test_what_is_written_to_a_closed_case_reaches_nobody_and_the_desk_is_told(play: Play) -> None:
    case = await play.open_case()
    await play.client(tap("end"))
    (told,) = await play.desk(CounsellorReplied(7))
    assert told.parcel.action == TellDesk("closed")
    assert (told.lane, told.parcel.case, told.parcel.chat) == (play.service.case_lane(case), case, 0)


@pytest.mark.parametrize("whose", ["client", "desk"])
async def test_a_case_that_is_closed_is_unlinked_in_the_same_commit(play: Play, whose: str) -> None:
    await play.open_case()
    queued = await (play.client(tap("end")) if whose == "client" else play.desk(CounsellorClosed()))
    assert actions(queued)[-1] == CloseCase()
    async with play.database.transaction() as tx:
        row = (await tx.execute(select(CASES))).one()
    assert (row.chat_key, row.address, row.closed_on) == (None, None, TODAY)
    assert await play.remembered() == a_conversation()


async def test_after_a_case_another_one_can_be_opened(play: Play) -> None:
    first = await play.open_case()
    await play.client(tap("end"))
    second = await play.open_case(thread=THREAD + 1)
    assert second != first
    (to_desk,) = await play.client(TextWritten("azil?", 40))
    assert to_desk.parcel.case == second


async def test_who_deletes_leaves_no_row(play: Play) -> None:
    await play.client(Started("asylum-facts"))
    await play.open_case()
    async with play.database.transaction() as tx:
        await inbox.put(tx, VAULT, [Waiting(900, KEY, b"broken"), Waiting(901, VAULT.chat_key(NEIGHBOUR), b"")], TODAY)
        await inbox.set_aside(tx, 900)
        await inbox.set_aside(tx, 901)
    queued = await play.client(tap("erase"))
    assert actions(queued)[-1] == Show(Notice("deleted"), "sq", 40)
    assert not any(isinstance(action, Forget) for action in actions(queued))
    await play.send_all()
    rows = await play.rows()
    assert rows["conversations"] == rows["outbox"] == []
    assert [row[0] for row in rows["inbox"]] == [901]
    assert not any(KEY in row for table in rows.values() for row in table)


async def test_who_deletes_all_and_stops_the_bot_is_not_remembered_for_it(play: Play) -> None:
    await play.client(Started())
    await play.client(tap("erase"))
    await play.client(ClientBlocked())
    assert await play.remembered() is None
    assert (await play.counted())["blocked", ""] == 1


async def test_who_stops_the_bot_is_remembered_as_out_of_reach_until_they_return(play: Play) -> None:
    await play.client(Started())
    await play.client(ClientBlocked())
    assert await play.remembered() == a_conversation(reachable=False)
    await play.client(ClientReturned())
    assert await play.remembered() == a_conversation()


async def test_what_delivery_learns_is_a_turn_and_its_parcel_is_gone(play: Play) -> None:
    case = await play.open_case()
    (reply,) = await play.desk(CounsellorReplied(7))
    (told,) = await play.service.learnt(reply.id, CHAT, ClientBlocked())
    assert (told.parcel.action, told.parcel.case) == (TellDesk("unreachable"), case)
    async with play.database.transaction() as tx:
        assert await outbox.waiting(tx, VAULT) == [told]


async def test_the_desk_is_told_of_words_that_could_not_be_copied(play: Play) -> None:
    case = await play.open_case()
    (reply,) = await play.desk(CounsellorReplied(7))
    (told,) = await play.service.tell_desk(reply.id, reply.parcel, TellDesk("not_copied"))
    assert (told.parcel.action, told.parcel.case) == (TellDesk("not_copied"), case)
    assert told.lane == play.service.case_lane(case)
    async with play.database.transaction() as tx:
        assert await outbox.waiting(tx, VAULT) == [told]


async def test_a_parcel_of_no_case_has_no_desk_to_be_told(play: Play) -> None:
    (shown,) = await play.client(Started())
    assert await play.service.tell_desk(shown.id, shown.parcel, TellDesk("not_copied")) == []


async def test_whoever_s_update_was_set_aside_hears_of_it(play: Play) -> None:
    update_id = await play.take_in()
    async with play.database.transaction() as tx:
        await inbox.set_aside(tx, update_id)
    assert actions(await play.service.apologise(update_id, CHAT)) == [Show(Menu("failed"), "sq")]
    async with play.database.transaction() as tx:
        assert (await tx.execute(select(INBOX.c.set_aside))).scalars().all() == [True]


async def test_what_is_counted_has_the_day_of_the_clock(play: Play) -> None:
    await play.client(Started())
    play.clock.advance(days=1)
    await play.client(Started())
    async with play.database.transaction() as tx:
        rows = (await tx.execute(select(COUNTS.c.day, COUNTS.c.n).order_by(COUNTS.c.day))).all()
        touched = (await tx.execute(select(CONVERSATIONS.c.touched))).scalar_one()
    assert [tuple(row) for row in rows] == [(TODAY, 1), (TODAY + timedelta(days=1), 1)]
    assert touched == TODAY + timedelta(days=1)


CHATS = (CHAT, NEIGHBOUR, -1002183746501)
POINTS = ((42.07691234, 20.42191234), (41.32754321, 19.81874321))
TEXTS = ("my name is Arta Krasniqi", "they beat me at Rruga e Kavajes 12", "+355 69 765 43 21", "held in the cellar")

moves = st.one_of(
    st.sampled_from(TEXTS).map(lambda text: TextWritten(text, 40)),
    st.sampled_from(POINTS).map(lambda point: LocationShared(*point, 40)),
    st.sampled_from([Started("arta-krasniqi"), Started("asylum-facts"), CommandGiven("services"), ClientBlocked()]),
    st.sampled_from([tap("accept"), tap("end"), tap("near"), tap("topic", "arta-krasniqi"), TurnFailed()]),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(CHATS), moves), min_size=5, max_size=25))
async def test_nothing_in_the_database_tells_who_wrote_what_from_where(
    database: Database, database_url: str, play: list[tuple[int, Event]]
) -> None:
    """Every example adds to what the ones before have left."""
    stage = playing(database, knowledge_of(some_town_and_its_services(), desk=True))
    async with database.transaction() as tx:
        used = (await tx.execute(select(METADATA.tables["seen_updates"].c.update_id))).scalars()
        stage.updates = count(max(used, default=0) + 1)
    for chat, happened in play:
        await stage.client(happened, chat)
    stored = b"\0".join(_bytes_of(await stage.rows()) + _files_of(database_url))
    secrets = [*_secrets(), *(secret.upper() for secret in _secrets())]
    assert [secret for secret in secrets if secret in stored] == []


def _bytes_of(rows: dict[str, list[tuple[Any, ...]]]) -> list[bytes]:
    values = [value for table in rows.values() for row in table for value in row]
    return [value if isinstance(value, bytes) else str(value).encode() for value in values]


def _files_of(database_url: str) -> list[bytes]:
    """The file itself with all that lies beside it, deleted pages and journal included."""
    if not database_url.startswith("sqlite"):
        return []
    folder = Path(database_url.partition(":///")[2]).parent
    return [path.read_bytes() for path in folder.iterdir() if path.is_file()]


def _secrets() -> list[bytes]:
    """Each thing that was put in, in every way in which it could have been written down."""
    numbers = [b"%d" % abs(chat) for chat in CHATS] + [
        abs(chat).to_bytes(8, order) for chat in CHATS for order in ORDERS
    ]
    points = [f"{degrees:.4f}".encode() for point in POINTS for degrees in point]
    texts = [text.encode() for text in TEXTS]
    words = [b"Arta", b"arta-krasniqi", b"Kavajes", b"kukes", b"tirane"]
    return [*numbers, *points, *texts, *words]


ORDERS: tuple[Any, ...] = ("big", "little")


def test_the_search_for_secrets_would_find_one() -> None:
    rows: dict[str, list[tuple[Any, ...]]] = {"counts": [("started", "arta-krasniqi", 1, CHAT)]}
    stored = b"\0".join(_bytes_of(rows))
    assert Counter(secret in stored for secret in _secrets())[True] >= 2
