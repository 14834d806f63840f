"""All settings in one frozen value: the only reader of the environment. README.md has the same table for people."""

import secrets
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.desk_setting import Desk, desks_of
from bot.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
"""Where content/ and locales/ lie beside the program."""
PREFIX = "UDHA_"


def _empty_is_unset(value: object) -> object:
    return None if value == "" else value


class Settings(BaseSettings):
    """Environment variables or `.env`, each with the prefix UDHA_."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, frozen=True, extra="ignore"
    )

    telegram_token: Annotated[str | None, BeforeValidator(_empty_is_unset), Field(repr=False)] = None
    telegram_api: str = "https://api.telegram.org"
    channel: Literal["aiogram", "python-telegram-bot"] = "python-telegram-bot"
    desk_chat: Annotated[tuple[Desk, ...], NoDecode, BeforeValidator(desks_of)] = ()
    case_keep_days: Annotated[int, Field(ge=0, le=365)] = 14
    call_minutes: Annotated[int, Field(ge=1, le=600)] = 5
    database_url: str = "sqlite:///data/udha.db"
    secret_key: Annotated[str | None, Field(repr=False, min_length=16)] = None
    content_dir: Path = ROOT / "content"
    index_file: Path = Path("data/index.bin")
    webhook_url: str | None = None
    webhook_secret: Annotated[str | None, Field(repr=False)] = None
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    bot_name: Annotated[str | None, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]{3,31}$")] = None
    console_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$")] | None = None
    metrics: Literal["off", "local", "on"] = "off"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @model_validator(mode="after")
    def polling_only(self) -> Self:
        if self.webhook_url or self.webhook_secret:
            raise ValueError(
                "this version fetches updates by polling only; unset UDHA_WEBHOOK_URL and UDHA_WEBHOOK_SECRET"
            )
        return self

    @property
    def console_base(self) -> str:
        """What the links of the console begin with, without a slash at the end."""
        return (self.console_url or f"http://{self.http_host}:{self.http_port}").rstrip("/")

    @property
    def locales_dir(self) -> Path:
        return ROOT / "locales"


def load() -> Settings:
    """Raises SettingsError with one plain sentence for each setting that makes no sense."""
    try:
        return Settings()
    except ValidationError as fault:
        raise SettingsError("\n".join(_sentence(error["loc"], error["msg"]) for error in fault.errors())) from None


def _sentence(where: tuple[int | str, ...], message: str) -> str:
    said = message.removeprefix("Value error, ")
    name = f"{PREFIX}{str(where[0]).upper()}: " if where else ""
    return f"{name}{said[:1].upper()}{said[1:].rstrip('.')}. The table of settings is in README.md."


def token_of(settings: Settings) -> str:
    """The token; raises SettingsError where there is none."""
    if settings.telegram_token is None:
        raise SettingsError("UDHA_TELEGRAM_TOKEN is not set. Get a token from @BotFather, or try 'udha sandbox'.")
    return settings.telegram_token


def secret_of(settings: Settings) -> str:
    """The secret key; on Telegram it has to be given, so that nobody loses it together with the machine."""
    if settings.secret_key is None:
        raise SettingsError(
            "UDHA_SECRET_KEY is not set. Make one with: python3 -c 'import secrets; print(secrets.token_hex(32))' "
            "and keep a copy in a safe place: without it open cases cannot be answered."
        )
    return settings.secret_key


def kept_secret(file: Path) -> str:
    """The sandbox's own secret: made on the first run and kept beside its database, readable by its owner only."""
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(32), "utf-8")
    return file.read_text("utf-8").strip()
