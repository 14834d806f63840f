"""Both libraries of the bot drive the sandbox as they drive Telegram."""

from collections.abc import AsyncIterator

import pytest
import telegram
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.sandbox.server import DESK_CHAT, TOKEN
from tests.sandbox_client import SandboxClient


@pytest.fixture
async def aiogram_bot(sandbox: SandboxClient) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.base_url))
    async with Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML")) as bot:
        yield bot


@pytest.fixture
async def ptb_bot(sandbox: SandboxClient) -> AsyncIterator[telegram.Bot]:
    base = sandbox.base_url
    async with telegram.Bot(TOKEN, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as bot:
        yield bot


async def test_aiogram_reads_a_client_and_answers_with_buttons(sandbox: SandboxClient, aiogram_bot: Bot) -> None:
    assert (await aiogram_bot.get_me()).first_name == "Udha"
    await sandbox.client_text(1001, "/start")
    update = (await aiogram_bot.get_updates(timeout=1))[0]
    assert update.message is not None
    assert update.message.text == "/start"
    button = InlineKeyboardButton(text="Po", callback_data="yes")
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await aiogram_bot.send_message(1001, "<b>Përshëndetje</b>", reply_markup=keyboard)
    edited = await aiogram_bot.edit_message_text("Mirë", chat_id=1001, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert edited.edit_date is not None
    assert (await sandbox.last(1001)).text == "Mirë"


async def test_aiogram_relays_into_a_thread_and_sends_places_and_files(
    sandbox: SandboxClient, aiogram_bot: Bot
) -> None:
    await sandbox.send_photo(1001, "foto")
    topic = await aiogram_bot.create_forum_topic(DESK_CHAT, "Ulliri 27")
    thread = topic.message_thread_id
    copy = await aiogram_bot.copy_message(DESK_CHAT, 1001, 1, message_thread_id=thread)
    reply = ReplyParameters(message_id=copy.message_id)
    answer = await aiogram_bot.send_message(DESK_CHAT, "parë", message_thread_id=thread, reply_parameters=reply)
    assert answer.is_topic_message
    assert [seen.kind for seen in await sandbox.desk_messages(thread)] == ["service", "photo", "text"]
    venue = await aiogram_bot.send_venue(1001, 42.66, 21.16, "Qendra", "Rr. B")
    assert venue.venue is not None
    paper = await aiogram_bot.send_document(1001, BufferedInputFile(b"text", "lista.txt"), caption="<i>lista</i>")
    assert paper.document is not None
    assert paper.document.file_name == "lista.txt"
    file = await aiogram_bot.get_file(paper.document.file_id)
    assert file.file_path is not None
    downloaded = await aiogram_bot.download_file(file.file_path)
    assert downloaded is not None
    assert downloaded.read() == b"text"


async def test_aiogram_edits_captions_and_copies_albums_and_answers(sandbox: SandboxClient, aiogram_bot: Bot) -> None:
    album = [seen.id for seen in await sandbox.send_album(1001, 2, "dy letra")]
    copies = await aiogram_bot.copy_messages(DESK_CHAT, 1001, album, disable_notification=True)
    seen = await sandbox.desk_messages()
    assert [(one.id, one.text, one.silent) for one in seen] == [
        (copies[0].message_id, "dy letra", True),
        (copies[1].message_id, "", True),
    ]
    await aiogram_bot.edit_message_caption(chat_id=DESK_CHAT, message_id=copies[0].message_id, caption="tre letra")
    await sandbox.counsellor_text(None, "cila?", reply_to=copies[0].message_id, quote="letra", anonymous=True)
    message = (await aiogram_bot.get_updates(timeout=1))[-1].message
    assert message is not None
    assert message.quote is not None
    assert message.sender_chat is not None
    assert (message.quote.text, message.quote.position, message.sender_chat.id) == ("letra", 4, DESK_CHAT)
    assert message.reply_to_message is not None
    assert message.reply_to_message.caption == "tre letra"
    answer = await aiogram_bot.send_message(
        1001,
        '<a href="tg://user?id=1001">ju</a>',
        reply_parameters=ReplyParameters(message_id=album[0], quote="dy"),
    )
    assert answer.quote is not None
    assert answer.entities is not None
    assert answer.entities[0].user is not None
    await sandbox.limit_group(per_minute=1)
    await aiogram_bot.send_message(DESK_CHAT, "a")
    with pytest.raises(TelegramRetryAfter):
        await aiogram_bot.send_message(DESK_CHAT, "a")


async def test_aiogram_knows_the_refusals_by_name(sandbox: SandboxClient, aiogram_bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aiogram_bot.send_message(1001, "a")
    await sandbox.client_text(1001, "/start")
    await sandbox.fault("429", "sendMessage", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as raised:
        await aiogram_bot.send_message(1001, "a")
    assert raised.value.retry_after == 7
    await sandbox.block(1001)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await aiogram_bot.send_message(1001, "a")


async def test_ptb_reads_a_client_and_answers_with_buttons(sandbox: SandboxClient, ptb_bot: telegram.Bot) -> None:
    assert ptb_bot.first_name == "Udha"
    await sandbox.client_text(1001, "/start")
    update = (await ptb_bot.get_updates(timeout=1))[0]
    assert update.message is not None
    assert update.message.text == "/start"
    keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Po", callback_data="yes")]])
    sent = await ptb_bot.send_message(1001, "<b>Përshëndetje</b>", parse_mode="HTML", reply_markup=keyboard)
    edited = await ptb_bot.edit_message_text("Mirë", chat_id=1001, message_id=sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert edited.edit_date is not None
    assert (await sandbox.last(1001)).text == "Mirë"


async def test_ptb_relays_into_a_thread_and_sends_places_and_files(
    sandbox: SandboxClient, ptb_bot: telegram.Bot
) -> None:
    await sandbox.send_photo(1001, "foto")
    topic = await ptb_bot.create_forum_topic(DESK_CHAT, "Ulliri 27")
    thread = topic.message_thread_id
    copy = await ptb_bot.copy_message(DESK_CHAT, 1001, 1, message_thread_id=thread)
    reply = telegram.ReplyParameters(message_id=copy.message_id)
    answer = await ptb_bot.send_message(DESK_CHAT, "parë", message_thread_id=thread, reply_parameters=reply)
    assert answer.is_topic_message
    assert [seen.kind for seen in await sandbox.desk_messages(thread)] == ["service", "photo", "text"]
    venue = await ptb_bot.send_venue(1001, 42.66, 21.16, "Qendra", "Rr. B")
    assert venue.venue is not None
    paper = await ptb_bot.send_document(1001, b"text", filename="lista.txt", caption="lista")
    assert paper.document is not None
    assert paper.document.file_name == "lista.txt"
    file = await ptb_bot.get_file(paper.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"text"


async def test_ptb_edits_captions_and_copies_albums_and_answers(sandbox: SandboxClient, ptb_bot: telegram.Bot) -> None:
    album = [seen.id for seen in await sandbox.send_album(1001, 2, "dy letra")]
    copies = await ptb_bot.copy_messages(DESK_CHAT, 1001, album, disable_notification=True)
    seen = await sandbox.desk_messages()
    assert [(one.id, one.text, one.silent) for one in seen] == [
        (copies[0].message_id, "dy letra", True),
        (copies[1].message_id, "", True),
    ]
    await ptb_bot.edit_message_caption(chat_id=DESK_CHAT, message_id=copies[0].message_id, caption="tre letra")
    await sandbox.counsellor_text(None, "cila?", reply_to=copies[0].message_id, quote="letra", anonymous=True)
    message = (await ptb_bot.get_updates(timeout=1))[-1].message
    assert message is not None
    assert message.quote is not None
    assert message.sender_chat is not None
    assert (message.quote.text, message.quote.position, message.sender_chat.id) == ("letra", 4, DESK_CHAT)
    assert message.reply_to_message is not None
    assert message.reply_to_message.caption == "tre letra"
    answer = await ptb_bot.send_message(
        1001,
        '<a href="tg://user?id=1001">ju</a>',
        parse_mode="HTML",
        reply_parameters=telegram.ReplyParameters(message_id=album[0], quote="dy"),
    )
    assert answer.quote is not None
    assert answer.entities[0].user is not None
    scope = telegram.BotCommandScopeChat(DESK_CHAT)
    assert await ptb_bot.set_my_commands([("take", "Merre")], scope=scope)
    assert (await ptb_bot.get_my_commands(scope=scope))[0].command == "take"
    assert await ptb_bot.get_my_commands() == ()


# PTB 22.8 itself warns whenever it makes a RetryAfter, unless the environment has PTB_TIMEDELTA.
@pytest.mark.filterwarnings("ignore:.*retry_after.*:telegram.warnings.PTBDeprecationWarning")
async def test_ptb_knows_the_refusals_by_name(sandbox: SandboxClient, ptb_bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb_bot.send_message(1001, "a")
    await sandbox.client_text(1001, "/start")
    await sandbox.fault("429", "sendMessage", retry_after=7)
    with pytest.raises(RetryAfter):
        await ptb_bot.send_message(1001, "a")
    await sandbox.block(1001)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb_bot.send_message(1001, "a")
