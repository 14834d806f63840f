"""Both channels in the strict stand-in for Telegram: what people do becomes events, what we ask is done."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.channels.calls import (
    AnswerTap,
    CloseThread,
    CopyMessage,
    CreateThread,
    EditMessage,
    SendMessage,
    SendVenue,
    SetCommands,
)
from bot.channels.chosen import channel
from bot.channels.errors import MessageGone, NothingToDo, Refused, ThreadMissing, Unreachable
from bot.channels.inbound import FromClient, FromDesk, read
from bot.channels.protocol import Channel
from bot.conversation.events import (
    ButtonPressed,
    ClientBlocked,
    CounsellorClosed,
    CounsellorReplied,
    MediaSent,
    MessageEdited,
    TextWritten,
)
from bot.conversation.taps import Tap
from bot.rendering.message import Button, Message, Venue
from bot.sandbox.server import DESK_CHAT, TOKEN
from tests.both_channels import through_both
from tests.sandbox_client import SandboxClient, running_sandbox

ARTA = 1001
MENU = Message("<b>Menuja</b>", ((Button("Ndihmë", data="help"),),))


@asynccontextmanager
async def in_sandbox(library: str) -> AsyncIterator[tuple[Channel, SandboxClient]]:
    async with running_sandbox() as sandbox:
        way = channel(library, TOKEN, sandbox.base_url)
        await way.open()
        try:
            yield way, sandbox
        finally:
            await way.close()


async def heard(way: Channel) -> list[FromClient | FromDesk | None]:
    """Read all that waits, and acknowledge it."""
    updates = await way.fetch(None, 0)
    if updates:
        await way.fetch(updates[-1]["update_id"] + 1, 0)
    return [read(way.decode(raw), DESK_CHAT) for raw in updates]


@through_both
async def test_what_a_client_does_arrives(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        await sandbox.add_client(ARTA, "Arta", "sq")
        said = await sandbox.client_text(ARTA, "Si mund të kërkoj azil?")
        photo = await sandbox.send_photo(ARTA, "shiko")
        await sandbox.client_edits(ARTA, said.id, "tjetër")
        await sandbox.block(ARTA)
        assert await heard(way) == [
            FromClient(ARTA, TextWritten("Si mund të kërkoj azil?", said.id), "sq"),
            FromClient(ARTA, MediaSent("photo", photo.id), "sq"),
            FromClient(ARTA, MessageEdited(said.id), "sq"),
            FromClient(ARTA, ClientBlocked(), "sq"),
        ]


@through_both
async def test_a_menu_is_sent_pressed_changed_and_answered(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        await sandbox.client_text(ARTA, "/start")
        await heard(way)
        menu = await way.perform(SendMessage(ARTA, MENU))
        assert menu is not None
        await sandbox.press(ARTA, "Ndihmë", wait=0)
        [pressed] = await heard(way)
        assert isinstance(pressed, FromClient)
        assert pressed.event == ButtonPressed(Tap("help"), menu)
        await way.perform(AnswerTap(pressed.tap_id or ""))
        await way.perform(EditMessage(ARTA, menu, Message("Ndihma")))
        seen = await sandbox.last(ARTA)
        assert (seen.id, seen.html, seen.buttons) == (menu, "Ndihma", [])
        with pytest.raises(NothingToDo):
            await way.perform(EditMessage(ARTA, menu, Message("Ndihma")))
        with pytest.raises(MessageGone):
            await way.perform(EditMessage(ARTA, 999, MENU))
        with pytest.raises(Refused):
            await way.perform(SendMessage(ARTA, Message("<b>gjysma")))


@through_both
async def test_a_case_is_opened_answered_and_closed(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        asked = await sandbox.client_text(ARTA, "Dua të flas me dikë")
        thread = await way.perform(CreateThread(DESK_CHAT, "Dallëndyshe 4"))
        assert thread is not None
        await way.perform(SendMessage(DESK_CHAT, Message("Rasti", ((Button("Mbylle", data="close"),),)), thread))
        await way.perform(CopyMessage(DESK_CHAT, ARTA, asked.id, thread))
        await heard(way)
        answer = await sandbox.counsellor_text(thread, "Jam këtu")
        await sandbox.counsellor_text(thread, "// e njoh")
        await sandbox.counsellor_presses("Mbylle", wait=0)
        *said, pressed = [one for one in await heard(way) if one]
        assert said == [FromDesk(thread, CounsellorReplied(answer.id))]
        assert isinstance(pressed, FromDesk)
        assert pressed.event == CounsellorClosed()
        await way.perform(CopyMessage(ARTA, DESK_CHAT, answer.id))
        assert (await sandbox.last(ARTA)).text == "Jam këtu"
        await way.perform(CloseThread(DESK_CHAT, thread))
        assert [one.closed for one in await sandbox.threads()] == [True]
        with pytest.raises(NothingToDo):
            await way.perform(CloseThread(DESK_CHAT, thread))


@through_both
async def test_a_thread_that_was_deleted_is_missing(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        thread = await way.perform(CreateThread(DESK_CHAT, "Dallëndyshe 4"))
        assert thread is not None
        await sandbox.delete_thread(thread)
        with pytest.raises(ThreadMissing):
            await way.perform(SendMessage(DESK_CHAT, MENU, thread))


@through_both
async def test_whoever_blocked_us_is_unreachable(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        await sandbox.client_text(ARTA, "/start")
        await sandbox.block(ARTA)
        with pytest.raises(Unreachable):
            await way.perform(SendMessage(ARTA, MENU))


@through_both
async def test_places_and_commands_are_taken(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        await sandbox.client_text(ARTA, "/start")
        assert await way.perform(SendVenue(ARTA, Venue(42.66, 21.16, "Qendra", "Rruga 1", MENU.rows)))
        assert (await sandbox.last(ARTA)).kind == "venue"
        await way.perform(SetCommands((("menu", "Menuja"),), "sq"))
        taken = await sandbox.api("getMyCommands", language_code="sq")
        assert taken["result"] == [{"command": "menu", "description": "Menuja"}]
