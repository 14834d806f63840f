"""Settings: safe without any, refused in plain sentences, and each of them told to the operator."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bot import settings
from bot.desk_setting import Desk
from bot.errors import SettingsError
from bot.settings import PREFIX, Settings, kept_secret, load, secret_of, token_of

README = Path(__file__).parents[1] / "README.md"
DEFAULTS: dict[str, Any] = {
    "telegram_token": None,
    "telegram_api": "https://api.telegram.org",
    "channel": "python-telegram-bot",
    "desk_chat": (),
    "case_keep_days": 14,
    "call_minutes": 5,
    "database_url": "sqlite:///data/udha.db",
    "secret_key": None,
    "content_dir": settings.ROOT / "content",
    "index_file": Path("data/index.bin"),
    "webhook_url": None,
    "webhook_secret": None,
    "http_host": "127.0.0.1",
    "http_port": 8080,
    "bot_name": None,
    "console_url": None,
    "metrics": "off",
    "log_level": "INFO",
}
GIVEN: dict[str, tuple[str, Any]] = {
    "telegram_token": ("10000:token", "10000:token"),
    "telegram_api": ("http://localhost:1", "http://localhost:1"),
    "channel": ("aiogram", "aiogram"),
    "desk_chat": ("-1001234567890 sq [24/7]; -1002", (Desk(-1001234567890, ("sq",), (), "24/7"), Desk(-1002))),
    "case_keep_days": ("0", 0),
    "call_minutes": ("20", 20),
    "database_url": ("postgresql+asyncpg://db/udha", "postgresql+asyncpg://db/udha"),
    "secret_key": ("0123456789abcdef", "0123456789abcdef"),
    "content_dir": ("packs", Path("packs")),
    "index_file": ("index", Path("index")),
    "http_host": ("0.0.0.0", "0.0.0.0"),  # noqa: S104 -- a value to be read, nothing listens
    "http_port": ("0", 0),
    "console_url": ("https://udha.example", "https://udha.example"),
    "metrics": ("local", "local"),
    "log_level": ("DEBUG", "DEBUG"),
}


def table() -> dict[str, str]:
    """Each setting of the README's table with the default that stands beside it."""
    rows = re.findall(r"^\| *`UDHA_([A-Z_]+)` *\| *([^|]*?) *\|", README.read_text("utf-8"), re.MULTILINE)
    return {name: default for name, default in rows if not name.startswith("TEST_")}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without settings: an empty folder, and none of ours in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_that_is_not_given_has_its_default(name: str) -> None:
    assert getattr(load(), name) == DEFAULTS[name]


@pytest.mark.parametrize("name", GIVEN)
def test_a_setting_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    text, value = GIVEN[name]
    monkeypatch.setenv(PREFIX + name.upper(), text)
    assert getattr(load(), name) == value


@pytest.mark.parametrize("name", GIVEN)
def test_a_setting_is_read_from_the_file(tmp_path: Path, name: str) -> None:
    text, value = GIVEN[name]
    (tmp_path / ".env").write_text(f"{PREFIX}{name.upper()}={text}\nSOMETHING_ELSE=1\n", "utf-8")
    assert getattr(load(), name) == value


def test_the_environment_counts_more_than_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("UDHA_HTTP_PORT=1\n", "utf-8")
    monkeypatch.setenv("UDHA_HTTP_PORT", "2")
    assert load().http_port == 2


@pytest.mark.parametrize("name", Settings.model_fields)
def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    (tmp_path / ".env").write_text(f"{PREFIX}{name.upper()}=\n", "utf-8")
    assert getattr(load(), name) == DEFAULTS[name]
    monkeypatch.setenv(PREFIX + name.upper(), "")
    assert getattr(load(), name) == DEFAULTS[name]


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("CHANNEL", "telepathy", "UDHA_CHANNEL: Input should be 'aiogram' or 'python-telegram-bot'."),
        ("DESK_CHAT", "@desk", "UDHA_DESK_CHAT: Each desk is the number of a group, then if you like its languages"),
        ("DESK_CHAT", "-1001; -1002 shqip", "UDHA_DESK_CHAT: Each desk is the number of a group"),
        ("CASE_KEEP_DAYS", "-1", "UDHA_CASE_KEEP_DAYS: Input should be greater than or equal to 0."),
        ("CASE_KEEP_DAYS", "366", "UDHA_CASE_KEEP_DAYS: Input should be less than or equal to 365."),
        ("CASE_KEEP_DAYS", "two weeks", "UDHA_CASE_KEEP_DAYS: Input should be a valid integer"),
        ("CALL_MINUTES", "0", "UDHA_CALL_MINUTES: Input should be greater than or equal to 1."),
        ("SECRET_KEY", "short", "UDHA_SECRET_KEY: String should have at least 16 characters."),
        ("HTTP_PORT", "65536", "UDHA_HTTP_PORT: Input should be less than or equal to 65535."),
        ("HTTP_PORT", "-1", "UDHA_HTTP_PORT: Input should be greater than or equal to 0."),
        ("HTTP_PORT", "http", "UDHA_HTTP_PORT: Input should be a valid integer"),
        ("CONSOLE_URL", "udha.example", "UDHA_CONSOLE_URL: String should match pattern"),
        ("METRICS", "yes", "UDHA_METRICS: Input should be 'off', 'local' or 'on'."),
        ("LOG_LEVEL", "LOUD", "UDHA_LOG_LEVEL: Input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'."),
        ("WEBHOOK_URL", "https://udha.example", "This version fetches updates by polling only; unset UDHA_WEBHOOK_URL"),
        ("WEBHOOK_SECRET", "s", "This version fetches updates by polling only; unset UDHA_WEBHOOK_URL"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_in_a_plain_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, text: str, sentence: str
) -> None:
    monkeypatch.setenv(PREFIX + name, text)
    with pytest.raises(SettingsError) as refused:
        load()
    said = str(refused.value)
    assert said.startswith(sentence)
    assert said.endswith("The table of settings is in README.md.")
    assert "\n" not in said


def test_every_fault_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHANNEL", "DESK_CHAT", "HTTP_PORT"):
        monkeypatch.setenv(PREFIX + name, "nonsense")
    with pytest.raises(SettingsError) as refused:
        load()
    names = [line.partition(":")[0] for line in str(refused.value).splitlines()]
    assert names == ["UDHA_CHANNEL", "UDHA_DESK_CHAT", "UDHA_HTTP_PORT"]


@pytest.mark.parametrize("name", ["telegram_token", "secret_key"])
def test_a_secret_is_never_written_down(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(PREFIX + name.upper(), "a secret of some length")
    assert "a secret" not in repr(load()) + str(load())


def test_a_secret_that_is_refused_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UDHA_SECRET_KEY", "qwertz")
    with pytest.raises(SettingsError) as refused:
        load()
    assert "qwertz" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        load().http_port = 1  # type: ignore[misc]  # that it is frozen is what this shows


def test_without_a_token_it_says_where_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=r"UDHA_TELEGRAM_TOKEN is not set.*@BotFather"):
        token_of(load())
    monkeypatch.setenv("UDHA_TELEGRAM_TOKEN", "10000:token")
    assert token_of(load()) == "10000:token"


def test_without_a_secret_key_it_says_how_to_make_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=r"UDHA_SECRET_KEY is not set.*token_hex"):
        secret_of(load())
    monkeypatch.setenv("UDHA_SECRET_KEY", "0123456789abcdef")
    assert secret_of(load()) == "0123456789abcdef"


def test_the_sandbox_keeps_its_secret_where_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "data" / "secret"
    secret = kept_secret(file)
    assert len(secret) == 64
    assert kept_secret(file) == secret
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_phrases_lie_beside_the_program() -> None:
    assert load().locales_dir == settings.ROOT / "locales"


def test_the_table_in_the_readme_has_every_setting_and_no_other() -> None:
    assert table().keys() == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("name", sorted(set(Settings.model_fields) - {"secret_key", "content_dir"}))
def test_the_table_in_the_readme_has_the_defaults_of_the_program(name: str) -> None:
    default = DEFAULTS[name]
    assert table()[name.upper()] == ("none" if default in {None, ()} else f"`{default}`")
