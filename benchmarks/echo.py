"""The baseline: a bare echo bot on one of the two libraries, as their own first examples have it, and nothing of ours.

`python -m benchmarks.echo LIBRARY TOKEN API`
"""

import asyncio
import sys


async def aiogram_echo(token: str, api: str) -> None:
    from aiogram import Bot, Dispatcher  # noqa: PLC0415 -- only the chosen library is loaded
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415 -- see above
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415 -- see above
    from aiogram.types import CallbackQuery, Message  # noqa: PLC0415 -- see above

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def said(message: Message) -> None:
        await message.answer(message.text or "-")

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await query.answer()
        if isinstance(query.message, Message):
            await query.message.edit_text(f"pressed {query.id}")

    bot = Bot(token, AiohttpSession(api=TelegramAPIServer.from_base(api)))
    await dispatcher.start_polling(bot, handle_signals=False)


def telegram_echo(token: str, api: str) -> None:
    from telegram import Update  # noqa: PLC0415 -- see above
    from telegram.ext import (  # noqa: PLC0415 -- see above
        Application,
        CallbackQueryHandler,
        ContextTypes,
        MessageHandler,
        filters,
    )

    async def said(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message:
            await update.message.reply_text(update.message.text or "-")

    async def pressed(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.callback_query:
            await update.callback_query.answer()
            await update.callback_query.edit_message_text(f"pressed {update.callback_query.id}")

    application = Application.builder().token(token).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot").build()
    application.add_handler(MessageHandler(filters.ALL, said))
    application.add_handler(CallbackQueryHandler(pressed))
    application.run_polling()


if __name__ == "__main__":
    library, its_token, its_api = sys.argv[1:]
    if library == "aiogram":
        asyncio.run(aiogram_echo(its_token, its_api))
    else:
        telegram_echo(its_token, its_api)
