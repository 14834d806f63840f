"""The metrics: numbers that are true, in series that are fixed from the start and name nobody."""

import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from aiohttp import ClientSession
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Content, Late, Method, Metrics, Outcome, TurnKind
from bot.packs.deadlines import Deadline
from bot.sandbox.server import DESK_CHAT, World
from tests.dialogues.end_to_end import EndToEnd
from tests.dialogues.played import packs
from tests.dialogues.player import play as played
from tests.dialogues.story import Dialogue, files
from tests.end_to_end.deeds import ARTA, NAMES, a_waiting_case, introduce, time_passes
from tests.playing import Clock, Playing, running_bot, settings_for, sqlite_in
from tests.sandbox_client import running_sandbox

ALLOWED: dict[str, set[str]] = {
    "kind": {*get_args(TurnKind), *get_args(Late), *get_args(Content)},
    "method": set(get_args(Method)),
    "outcome": set(get_args(Outcome)),
    "queue": {"inbox", "outbox"},
    "le": {"0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "+Inf"},
}
"""Every label there may be, with every value that it may have."""
STORIES = ("08-", "12-", "35-")
"""A sign of danger, a long talk with a counsellor, and two counsellors."""
Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


def samples(text: str) -> Samples:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(metrics: Metrics, name: str, **labels: str) -> float:
    return samples(metrics.text().decode())[name, frozenset(labels.items())]


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(CollectorRegistry())


def test_a_turn_is_counted_with_its_seconds_under_its_kind(metrics: Metrics) -> None:
    metrics.observe_turn("client", 0.003)
    metrics.observe_turn("client", 0.5)
    assert value(metrics, "udha_turn_seconds_count", kind="client") == 2
    assert value(metrics, "udha_turn_seconds_sum", kind="client") == pytest.approx(0.503)
    assert value(metrics, "udha_turn_seconds_bucket", kind="client", le="0.005") == 1
    assert value(metrics, "udha_turn_seconds_count", kind="desk") == 0


def test_a_call_is_counted_under_its_method_and_how_it_ended(metrics: Metrics) -> None:
    metrics.count_call("sendMessage", "429")
    assert value(metrics, "udha_telegram_calls_total", method="sendMessage", outcome="429") == 1
    assert value(metrics, "udha_telegram_calls_total", method="sendMessage", outcome="ok") == 0


def test_what_waits_is_shown_as_it_is_now(metrics: Metrics) -> None:
    metrics.show_box("outbox", 3, 7.5)
    metrics.show_box("outbox", 2, 1.5)
    assert value(metrics, "udha_queue_length", queue="outbox") == 2
    assert value(metrics, "udha_queue_oldest_seconds", queue="outbox") == 1.5
    metrics.show_past_review({"topic": 4})
    metrics.show_past_review({"guide": 1})
    past = {kind: value(metrics, "udha_content_past_review", kind=kind) for kind in get_args(Content)}
    assert past == dict.fromkeys(get_args(Content), 0) | {"guide": 1}


OF_THE_DATABASE: list[tuple[str, dict[str, str]]] = [
    ("udha_waiting_cases", {}),
    ("udha_waiting_cases_oldest_minutes", {}),
    ("udha_due_late", {"kind": "case"}),
    ("udha_due_late", {"kind": "reminder"}),
]


def test_what_the_database_knows_is_a_number_only_while_it_can_be_read(metrics: Metrics) -> None:
    def shown() -> list[float]:
        return [value(metrics, name, **labels) for name, labels in OF_THE_DATABASE]

    assert all(isnan(number) for number in shown())
    metrics.show_stored(2, 12.5, 3, 4)
    assert (shown(), value(metrics, "udha_database_up")) == ([2, 12.5, 3, 4], 1)
    metrics.database_away()
    assert all(isnan(number) for number in shown())
    assert value(metrics, "udha_database_up") == 0


def test_what_is_on_no_list_cannot_become_a_label(metrics: Metrics) -> None:
    before = samples(metrics.text().decode()).keys()
    strange: Any = "kukes"
    with pytest.raises(KeyError):
        metrics.observe_turn(strange, 1)
    with pytest.raises(KeyError):
        metrics.count_call(strange, "ok")
    with pytest.raises(KeyError):
        metrics.count_call("getMe", strange)
    with pytest.raises(KeyError):
        metrics.show_box(strange, 1, 1)
    metrics.show_past_review({strange: 1})
    assert samples(metrics.text().decode()).keys() == before


def test_two_bots_do_not_count_for_each_other(metrics: Metrics) -> None:
    other = Metrics(CollectorRegistry())
    metrics.count_call("getMe", "ok")
    assert value(other, "udha_telegram_calls_total", method="getMe", outcome="ok") == 0


def test_the_kinds_of_content_are_those_that_have_deadlines() -> None:
    assert get_args(Content) == get_args(get_type_hints(Deadline)["kind"])


def test_a_bot_without_metrics_does_not_load_their_library() -> None:
    loads = "import sys, bot.running, bot.console.app, bot.console.health; print('prometheus_client' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)  # noqa: S603 -- our own line
    assert said.stdout.strip() == "False"


@dataclass
class Watched:
    """A whole bot that anybody may ask, and the people who play with it."""

    play: Playing
    clock: Clock
    browser: ClientSession

    async def metrics(self) -> str:
        async with self.browser.get(f"{self.play.bot.console_address}/metrics") as answer:
            assert answer.status == 200
            return await answer.text()


@pytest.fixture
async def watched(tmp_path: Path) -> AsyncIterator[Watched]:
    world, clock = World(), Clock()
    async with running_sandbox(world) as people, ClientSession() as browser:
        settings = settings_for("python-telegram-bot", people.base_url, sqlite_in(tmp_path))
        async with running_bot(settings.model_copy(update={"metrics": "on"}), clock) as bot:
            play = Playing(people.base_url, world, bot)
            await introduce(play)
            yield Watched(play, clock, browser)
            await play.close()


async def a_busy_day(watched: Watched) -> None:
    """Clients and counsellors talk, time passes, Telegram fails in every way."""
    for path in files():
        if path.parent.name == "en" and path.name.startswith(STORIES):
            dialogue = Dialogue(path)
            player = EndToEnd(dialogue, watched.play)
            await player.start()
            await played(dialogue, player, packs())
    for fault in (
        {"kind": "429", "retry_after": 1},
        {"kind": "error", "code": 502},
        {"kind": "drop_before"},
        {"kind": "error", "code": 403, "description": f"Forbidden: {NAMES[ARTA]} blocked the bot"},
    ):
        await watched.play.fault(method="sendMessage", chat_id=ARTA, **fault)
    await watched.play.client_text(ARTA, "Kukës")
    await watched.play.quiet()
    await watched.play.block(ARTA, blocked=False)
    await a_waiting_case(watched.play, ARTA)
    await time_passes(watched.play, watched.clock, minutes=20)


async def test_a_busy_run_is_told_as_it_was_and_nothing_of_anybody_is_in_it(watched: Watched) -> None:
    at_first = samples(await watched.metrics())
    await a_busy_day(watched)
    text = await watched.metrics()
    found = samples(text)
    assert found.keys() == at_first.keys()
    assert {(name, said) for _, labels in found for name, said in labels if said not in ALLOWED.get(name, ())} == set()
    ours = "\n".join(line for line in text.splitlines() if line.startswith("udha_"))
    assert [secret for secret in (str(ARTA), str(DESK_CHAT), NAMES[ARTA], "Kukës", "kukes") if secret in ours] == []
    assert_as_it_was(found)


def assert_as_it_was(found: Samples) -> None:
    def of(name: str, **labels: str) -> float:
        return found[name, frozenset(labels.items())]

    assert all(of("udha_turn_seconds_count", kind=kind) > 0 for kind in get_args(TurnKind))
    sent = {how: of("udha_telegram_calls_total", method="sendMessage", outcome=how) for how in get_args(Outcome)}
    assert sent.pop("ok") > 20
    assert sent == {"429": 1, "5xx": 1, "lost": 1, "refused": 1, "timeout": 0}
    assert of("udha_telegram_calls_total", method="getMe", outcome="ok") == 1
    assert of("udha_telegram_calls_total", method="getUpdates", outcome="ok") > 0
    assert (of("udha_queue_length", queue="inbox"), of("udha_queue_length", queue="outbox")) == (0, 0)
    assert of("udha_database_up") == 1
    assert of("udha_waiting_cases") >= 1
    assert of("udha_waiting_cases_oldest_minutes") == 20
    assert of("udha_due_late", kind="case") == 0
    assert of("process_resident_memory_bytes") > 1_000_000
