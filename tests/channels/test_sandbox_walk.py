"""Both channels in the strict stand-in for Telegram: what people do becomes events, what we ask is done."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.channels.calls import (
    AnswerTap,
    CloseThread,
    CopyMessage,
    CopyMessages,
    CreateThread,
    DeleteMessages,
    DeleteThread,
    EditCaption,
    EditMessage,
    ReopenThread,
    SendMessage,
    SendVenue,
    SetCommands,
)
from bot.channels.chosen import channel
from bot.channels.errors import ChatMoved, MessageGone, NothingToDo, Refused, ThreadMissing, Unreachable
from bot.channels.inbound import FromClient, FromDesk, OfGroup, Spoke, read, together
from bot.channels.protocol import Channel
from bot.conversation.events import (
    ButtonPressed,
    ClientBlocked,
    MediaSent,
    MessageEdited,
    TextWritten,
)
from bot.conversation.taps import Tap
from bot.desk.events import Commanded, Pressed, Rewritten, Said
from bot.desk.taps import DeskTap
from bot.desk_service import Person, Where
from bot.rendering.message import Button, Message, Venue
from bot.sandbox.server import DESK_CHAT, TOKEN
from tests.both_channels import through_both
from tests.sandbox_client import MIRA, SandboxClient, running_sandbox

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


async def heard(way: Channel) -> list[Spoke | None]:
    """Read all that waits, and acknowledge it."""
    updates = await way.fetch(None, 0)
    if updates:
        await way.fetch(updates[-1]["update_id"] + 1, 0)
    return [read(way.decode(raw), {DESK_CHAT}) for raw in updates]


@through_both
async def test_what_a_client_does_arrives(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        await sandbox.add_client(ARTA, "Arta", "sq")
        said = await sandbox.client_text(ARTA, "Si mund të kërkoj azil?")
        photo = await sandbox.send_photo(ARTA, "shiko")
        await sandbox.client_edits(ARTA, said.id, "tjetër")
        await sandbox.block(ARTA)
        assert await heard(way) == [
            FromClient(ARTA, TextWritten("Si mund të kërkoj azil?", said.id), "sq", messages=(said.id,)),
            FromClient(ARTA, MediaSent("photo", (photo.id,)), "sq", messages=(photo.id,)),
            FromClient(ARTA, MessageEdited(said.id, "tjetër", "tjetër"), "sq", messages=(said.id,)),
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
async def test_a_case_is_opened_taken_answered_and_changed(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        asked = await sandbox.client_text(ARTA, "Dua të flas me dikë")
        thread = await way.perform(CreateThread(DESK_CHAT, "Dallëndyshe 4"))
        assert thread is not None
        claim = Button("E marr unë", data=DeskTap("claim").packed())
        await way.perform(SendMessage(DESK_CHAT, Message("Rasti", ((claim,),)), thread))
        copy = await way.perform(CopyMessage(DESK_CHAT, ARTA, asked.id, thread))
        await heard(way)
        here, mira = Where(DESK_CHAT, thread), Person(MIRA, "Mira")
        answer = await sandbox.counsellor_text(thread, "Jam këtu", reply_to=copy, quote="me dikë")
        note = await sandbox.counsellor_text(thread, "// e njoh")
        await sandbox.counsellor_edits(answer.id, "Jam këtu tani")
        await sandbox.counsellor_text(thread, "/mbyll")
        await sandbox.counsellor_presses("E marr unë", wait=0)
        *said, command, pressed = [one for one in await heard(way) if one]
        assert said == [
            FromDesk(here, Said((answer.id,), "Jam këtu", copy, "me dikë"), mira),
            FromDesk(here, Said((note.id,), "// e njoh"), mira),
            FromDesk(here, Rewritten(answer.id, "Jam këtu tani", "Jam këtu tani"), mira),
        ]
        assert isinstance(command, FromDesk)
        assert isinstance(command.event, Commanded)
        assert isinstance(pressed, FromDesk)
        assert isinstance(pressed.event, Pressed)
        assert (pressed.event.tap, pressed.by) == (DeskTap("claim"), mira)
        reply = await way.perform(CopyMessage(ARTA, DESK_CHAT, answer.id, reply_to=asked.id, quote="me dikë"))
        seen = await sandbox.last(ARTA)
        assert (seen.id, seen.text, seen.quote) == (reply, "Jam këtu tani", "me dikë")


@through_both
async def test_a_thread_is_closed_opened_and_deleted(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        thread = await way.perform(CreateThread(DESK_CHAT, "Dallëndyshe 4"))
        assert thread is not None
        await way.perform(CloseThread(DESK_CHAT, thread))
        assert [one.closed for one in await sandbox.threads()] == [True]
        with pytest.raises(NothingToDo):
            await way.perform(CloseThread(DESK_CHAT, thread))
        await way.perform(ReopenThread(DESK_CHAT, thread))
        await way.perform(DeleteThread(DESK_CHAT, thread))
        assert await sandbox.threads() == []
        with pytest.raises(ThreadMissing):
            await way.perform(DeleteThread(DESK_CHAT, thread))


@through_both
async def test_an_album_is_read_and_copied_as_one(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        await sandbox.client_text(ARTA, "/start")
        thread = await way.perform(CreateThread(DESK_CHAT, "Dallëndyshe 4"))
        assert thread is not None
        await heard(way)
        sent = await sandbox.counsellor_sends(thread, "album", count=3, caption="// për ne")
        ids = tuple(part.id for part in sent)
        one = together([each for each in await heard(way) if each])
        assert isinstance(one, FromDesk)
        assert isinstance(one.event, Said)
        assert (one.event.message_ids, one.event.words) == (ids, "// për ne")
        copies = await way.copies(CopyMessages(ARTA, DESK_CHAT, ids))
        assert [seen.id for seen in await sandbox.messages(ARTA)][-3:] == list(copies)
        await way.perform(EditCaption(ARTA, copies[0], "<b>Harta</b>"))
        assert (await sandbox.wire(ARTA, copies[0]))["caption"] == "Harta"
        with pytest.raises(Refused):
            await way.copies(CopyMessages(ARTA, DESK_CHAT, (9001, 9002)))


@through_both
async def test_both_sides_of_a_chat_are_wiped_and_what_is_gone_already_is_no_fault(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        said = await sandbox.client_text(ARTA, "/start")
        menu = await way.perform(SendMessage(ARTA, MENU, silent=True))
        assert menu is not None
        assert (await sandbox.last(ARTA)).silent
        await way.perform(DeleteMessages(ARTA, (said.id, menu, 9000)))
        await way.perform(DeleteMessages(ARTA, (said.id, menu)))
        assert await sandbox.messages(ARTA) == []


@through_both
async def test_what_is_older_than_two_days_telegram_does_not_delete(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        said = await sandbox.client_text(ARTA, "/start")
        await sandbox.advance(48 * 3600 + 60)
        with pytest.raises(Refused):
            await way.perform(DeleteMessages(ARTA, (said.id,)))


@through_both
async def test_a_quote_that_is_not_in_the_message_is_refused(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        asked = await sandbox.client_text(ARTA, "Ku?")
        thread = await way.perform(CreateThread(DESK_CHAT, "Dallëndyshe 4"))
        answer = await sandbox.counsellor_text(thread, "Këtu")
        with pytest.raises(Refused):
            await way.perform(CopyMessage(ARTA, DESK_CHAT, answer.id, reply_to=asked.id, quote="Kur?"))
        assert await way.perform(CopyMessage(ARTA, DESK_CHAT, answer.id, reply_to=9000)) is not None


@through_both
async def test_an_anonymous_administrator_is_a_person_whom_nobody_knows(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        thread = await way.perform(CreateThread(DESK_CHAT, "Dallëndyshe 4"))
        assert thread is not None
        await heard(way)
        said = await sandbox.counsellor_text(thread, "Jam këtu", anonymous=True)
        assert await heard(way) == [FromDesk(Where(DESK_CHAT, thread), Said((said.id,), "Jam këtu"), None)]


@through_both
async def test_a_group_that_is_upgraded_tells_its_new_number_and_refuses_the_old_one(library: str) -> None:
    async with in_sandbox(library) as (way, sandbox):
        await sandbox.upgrade_desk(-1009009009009)
        assert OfGroup(DESK_CHAT, -1009009009009) in await heard(way)
        with pytest.raises(ChatMoved) as caught:
            await way.perform(SendMessage(DESK_CHAT, MENU))
        assert caught.value.chat == -1009009009009


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
        await way.perform(SetCommands((("radha", "Rastet"),), "sq", DESK_CHAT))
        taken = await sandbox.api("getMyCommands", language_code="sq")
        assert taken["result"] == [{"command": "menu", "description": "Menuja"}]
        scope = {"type": "chat", "chat_id": DESK_CHAT}
        at_desk = await sandbox.api("getMyCommands", language_code="sq", scope=scope)
        assert at_desk["result"] == [{"command": "radha", "description": "Rastet"}]
