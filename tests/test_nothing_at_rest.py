"""What lies in the database: no name, word or number of anybody; and nothing that leads to who deleted everything."""

from collections import Counter
from collections.abc import Callable, Coroutine, Iterable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.conversation.events import (
    ClientBlocked,
    CommandGiven,
    Event,
    LocationShared,
    MediaSent,
    MessageEdited,
    Started,
    TextWritten,
    TurnFailed,
)
from bot.desk.events import Commanded, DeskEvent, Pressed, Rewritten, Said
from bot.desk.taps import DeskTap
from bot.desk_service import Person
from bot.storage import reminders
from bot.storage.database import Database
from bot.storage.tables import METADATA, SEEN
from tests.builders import knowledge_of, some_town_and_its_services
from tests.channels.delivering import Delivering, delivering
from tests.stage import CHAT, GROUP, NEIGHBOUR, VAULT, staged, tap
from tests.stage import MIRA as COUNSELLOR

CHATS = (CHAT, NEIGHBOUR, 481516234203)
MIRA = Person(700100200301, "Mirjeta")
POINTS = ((42.07691234, 20.42191234), (41.32754321, 19.81874321))
TEXTS = ("my name is Arta Krasniqi", "they beat me at Rruga e Kavajes 12", "+355 69 765 43 21", "held in the cellar")
PASSAGE = "rruga e fshatit tim"

AT_DESK: tuple[DeskEvent, ...] = (
    Pressed(DeskTap("claim"), 60), Pressed(DeskTap("close", "informed"), 60), Commanded("duty", 61),
    Said((70,), TEXTS[1], 40, PASSAGE), Said((71,), TEXTS[2]), Rewritten(70, TEXTS[0], TEXTS[0]),
    Commanded("find", 62, TEXTS[0]),
)  # fmt: skip
BY_CLIENTS: tuple[Event, ...] = (
    *(TextWritten(text, 40, 39, PASSAGE) for text in TEXTS), *(LocationShared(*point, 40) for point in POINTS),
    Started("arta-krasniqi"), Started("asylum-facts"), CommandGiven("services"), ClientBlocked(), TurnFailed(),
    tap("accept"), tap("end"), tap("near"), tap("topic", "arta-krasniqi"), tap("exit"), tap("erase"),
    MessageEdited(40, TEXTS[0], TEXTS[0]), MediaSent("photo", (41, 42), 39, PASSAGE),
)  # fmt: skip
MOVES = st.sampled_from([*BY_CLIENTS, *AT_DESK])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(CHATS), MOVES), min_size=5, max_size=25))
async def test_nothing_in_the_database_tells_who_wrote_what_from_where(
    database: Database, database_url: str, play: list[tuple[int, Event | DeskEvent]]
) -> None:
    """Not even while it is on its way. Every example adds to what the ones before have left."""
    stage = staged(database, knowledge_of(some_town_and_its_services(), desk=True))
    async with database.transaction() as tx:
        used = (await tx.execute(select(SEEN.c.update_id))).scalars()
        stage.updates = count(max(used, default=0) + 1)
    for chat, happened in play:
        if isinstance(happened, DeskEvent):
            await stage.at_desk(happened, MIRA)
        else:
            await stage.client(happened, chat)
    rows = await stage.rows()
    stored = b"\0".join(_bytes_of(rows) + _files_of(database_url))
    secrets = [*_secrets(), *(secret.upper() for secret in _secrets())]
    assert [secret for secret in secrets if secret in stored] == []
    # How many asked in a municipality is counted, and stands nowhere else.
    elsewhere = b"\0".join(_bytes_of({name: table for name, table in rows.items() if name != "counts"}))
    assert [town for town in TOWNS if town in elsewhere] == []


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
    ids = [*CHATS, MIRA.number, abs(GROUP)]
    numbers = [b"%d" % each for each in ids] + [each.to_bytes(8, order) for each in ids for order in ORDERS]
    points = [f"{degrees:.4f}".encode() for point in POINTS for degrees in point]
    texts = [text.encode() for text in (*TEXTS, PASSAGE)]
    words = [b"Arta", b"arta-krasniqi", b"Kavajes", MIRA.name.encode()]
    return [*numbers, *points, *texts, *words]


TOWNS = (b"kukes", b"tirane")
ORDERS: tuple[Any, ...] = ("big", "little")


def test_the_search_for_secrets_would_find_one() -> None:
    rows: dict[str, list[tuple[Any, ...]]] = {"counts": [("started", "arta-krasniqi", 1, CHAT)]}
    stored = b"\0".join(_bytes_of(rows))
    assert Counter(secret in stored for secret in _secrets())[True] >= 2


OURS = 7_310_001
"""From here on the messages of the client who deletes; those of Telegram's own making begin at another number."""
Talk = Callable[[Delivering], Coroutine[Any, Any, Any]]


async def a_whole_talk(play: Delivering) -> None:
    """Everything that leaves a row: words and media both ways, edits, a referral, a reminder, a neighbour beside it."""
    await play.client(Started("asylum-facts"))
    await play.client(TextWritten("azil?", OURS))
    await play.a_case()
    await play.client(TextWritten("azil?", OURS + 1))
    await play.client(MediaSent("document", (OURS + 2, OURS + 3)))
    await play.client(MessageEdited(OURS + 1, "po", "po"))
    await play.say(8_130_001)
    await play.say(8_130_002, 8_130_003)
    await play.at_desk(Rewritten(8_130_001, "Po", "Po"))
    await play.press("refer", "al_office")
    await play.client(tap("refer", "yes", "al_office"))
    async with play.stage.database.transaction() as tx:
        await reminders.put(tx, VAULT, CHAT, "papers", 2**40)


async def _closed(play: Delivering) -> None:
    await play.press("close", "informed")


async def _ended(play: Delivering) -> None:
    await play.client(tap("end"))


async def _left(play: Delivering) -> None:
    await play.client(tap("exit"))


async def _thread_gone(play: Delivering) -> None:
    """Somebody at the desk has deleted the thread by hand."""
    play.telegram.somebody_deletes_thread(GROUP, await play.thread())


async def _nothing(_play: Delivering) -> None:
    pass


def leading_to(rows: dict[str, list[tuple[Any, ...]]], numbers: Iterable[int]) -> list[tuple[str, Any]]:
    """Every value in any row that names the chat or one of these messages."""
    traitors = {VAULT.chat_key(CHAT), CHAT, str(CHAT), *numbers}
    return [(name, value) for name, table in rows.items() for row in table for value in row if value in traitors]


async def numbers_of(play: Delivering) -> set[int]:
    """Of every message and thread that the bot and the client have to do with."""
    relayed = {number for at_client, at_desk, _ in await play.relayed() for number in (at_client, at_desk)}
    record = await play.stage.record()
    known = {*relayed, *await play.traced(), record.thread, record.card, OURS, OURS + 1, OURS + 2, OURS + 3}
    return {number for number in known if number is not None}


@pytest.mark.parametrize("before", [_nothing, _closed, _ended, _left, _thread_gone])
async def test_after_everything_is_deleted_no_row_leads_to_the_chat_or_its_messages(
    database: Database, before: Talk
) -> None:
    play = delivering(database)
    await a_whole_talk(play)
    numbers = await numbers_of(play)
    assert len({name for name, _ in leading_to(await play.stage.rows(), numbers)}) >= 4
    await before(play)
    await play.client(tap("erase"))
    await play.client(ClientBlocked())
    assert await play.left_over() == []
    assert leading_to(await play.stage.rows(), numbers) == []


@pytest.mark.parametrize("before", [_closed, _ended])
async def test_after_its_days_are_over_a_closed_case_leads_to_nobody_and_the_thread_is_gone(
    database: Database, before: Talk
) -> None:
    play = delivering(database)
    await a_whole_talk(play)
    numbers, thread = await numbers_of(play), await play.thread()
    await before(play)
    await play.time_passes(days=14)
    rows = await play.stage.rows()
    kept_of_the_chat = {name: rows.pop(name) for name in ("conversations", "reminders", "traces")}
    assert leading_to(rows, numbers) == []
    assert kept_of_the_chat["conversations"] != []
    assert (GROUP, thread) not in play.telegram.threads


async def test_whoever_leaves_in_a_hurry_finds_one_line_and_no_row_but_of_the_case(database: Database) -> None:
    play = delivering(database)
    await a_whole_talk(play)
    numbers = await numbers_of(play)
    in_chat = {message for chat, message in play.telegram.places if chat == CHAT}
    await play.client(CommandGiven("exit"))
    left = {message for chat, message in play.telegram.places if chat == CHAT}
    assert len(left) == 1
    assert not left & in_chat
    rows = await play.stage.rows()
    assert (
        leading_to({name: rows[name] for name in ("conversations", "reminders", "traces", "outbox", "inbox")}, numbers)
        == []
    )
    await play.time_passes(days=14)
    assert leading_to(await play.stage.rows(), numbers) == []


async def test_what_delivery_writes_down_is_as_silent_as_the_rest(database: Database) -> None:
    """The thread of the desk's own news too, which has a row for each group."""
    play = delivering(database)
    await a_whole_talk(play)
    await play.client(tap("erase"))
    stored = b"\0".join(_bytes_of(await play.stage.rows()))
    ids = (CHAT, abs(GROUP), COUNSELLOR.number)
    plain = [b"%d" % each for each in ids] + [each.to_bytes(8, order) for each in ids for order in ORDERS]
    assert [name for name in (*plain, COUNSELLOR.name.encode()) if name in stored] == []


def test_every_table_is_looked_through() -> None:
    assert {"cases", "relayed", "reminders", "traces", "trail", "counsellors", "outbox"} <= {
        one.name for one in METADATA.sorted_tables
    }
