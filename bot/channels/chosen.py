"""The channel that the settings name. Only that one's library is loaded: aiogram alone takes seconds and 100 MiB."""

from bot.channels.protocol import Channel
from bot.errors import SettingsError


def channel(name: str, token: str, api: str) -> Channel:
    """Make the channel; `api` is the Bot API's address without the token. Another name raises SettingsError."""
    match name:
        case "aiogram":
            from bot.channels.aiogram_channel import AiogramChannel  # noqa: PLC0415  # loaded only when chosen

            return AiogramChannel(token, api.rstrip("/"))
        case "python-telegram-bot":
            from bot.channels.python_telegram_bot_channel import (  # noqa: PLC0415  # loaded only when chosen
                PythonTelegramBotChannel,
            )

            return PythonTelegramBotChannel(token, api.rstrip("/"))
        case _:
            raise SettingsError("UDHA_CHANNEL is either aiogram or python-telegram-bot.")
