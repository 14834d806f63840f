"""Small things that people do again and again in these tests."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from itertools import count
from typing import Final

from bot.channels.budget import MINUTE
from bot.channels.threads import NEWS
from bot.sandbox.server import DESK_CHAT
from tests.playing import Clock, Playing
from tests.sandbox_client import MIRA, Call, Seen, Thread

ARTA, BLERI, CIMI = 83_456_701, 83_456_702, 83_456_703
NAMES: Final = {ARTA: "Arta Gjoka", BLERI: "Bleri Hoxha", CIMI: "Cimi Leka"}


async def introduce(play: Playing) -> None:
    """Give every client a name and a username that must not be found anywhere.

    A group never gets full: to the budget every look at the clock is a minute later.
    """
    play.bot.delivery.budget.clock = count(0, MINUTE).__next__
    for user, name in NAMES.items():
        about = {"name": name, "username": name.lower().replace(" ", "_"), "language_code": "sq"}
        await play._post(f"clients/{user}", about)


async def a_waiting_case(play: Playing, client: int, desk: int | None = None) -> Thread:
    """The client asks for a counsellor and agrees; gives the thread at the desk."""
    before = {thread.id for thread in await play.threads(desk)}
    await play.client_text(client, "/keshilltar")
    await play.quiet()
    await play.press(client, "accept")
    await play.quiet()
    (thread,) = [thread for thread in await play.threads(desk) if thread.id not in before]
    return thread


async def a_case(play: Playing, client: int, by: int = MIRA) -> Thread:
    """The same, and a counsellor takes it."""
    thread = await a_waiting_case(play, client)
    await play.counsellor_presses("d:claim", by, thread=thread.id)
    await play.quiet()
    return thread


async def time_passes(play: Playing, clock: Clock, **by: float) -> None:
    """The bot looks what is due by then, and does it."""
    clock.later += timedelta(**by)
    await play.bot.punctual.look()
    await play.quiet()


async def cases_of(play: Playing) -> list[Thread]:
    """The threads of cases: all but that of the desk's own news."""
    return [thread for thread in await play.threads() if thread.name != NEWS]


async def texts(play: Playing, client: int) -> list[str]:
    """What the bot wrote to a client."""
    return [seen.text for seen in await play.messages(client) if seen.from_bot]


async def desk_texts(play: Playing, thread: int | None) -> list[str]:
    """What the bot wrote in a thread, in General where it is None."""
    return [seen.text for seen in await desk_shown(play, thread)]


async def desk_shown(play: Playing, thread: int | None) -> list[Seen]:
    return [seen for seen in await play.desk_messages(thread) if seen.from_bot and seen.service is None]


async def calls_to(play: Playing, chat: int) -> list[Call]:
    return [call for call in await play.calls() if str(call.params.get("chat_id")) == str(chat)]


async def to_desk(play: Playing) -> list[Call]:
    return await calls_to(play, DESK_CHAT)


async def towns(play: Playing, client: int, names: Iterable[str]) -> None:
    """The client writes the names of towns, one after the other, and waits for nothing."""
    for name in names:
        await play.client_text(client, name)


async def answered_towns(play: Playing, client: int) -> list[str]:
    """The towns for which services were shown, in the order of the answers."""
    firsts = [text.split("\n")[0] for text in await texts(play, client)]
    return [first.rpartition(": ")[2] for first in firsts if first.startswith("📍")]


async def seconds_until(play: Playing, client: int, part: str) -> float:
    """How long the client waits for words of the bot."""
    loop = asyncio.get_running_loop()
    start = loop.time()
    await play.wait_for_text(client, part)
    return loop.time() - start
