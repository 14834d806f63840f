"""What an operator may read of a running bot: durations, lengths and numbers, in the form that Prometheus reads.

Every series is made at the start, out of the short lists below, and nothing can add one: what is not on these lists, a
chat, a case, a group or a municipality, cannot become a label (docs/operators.md).
"""

from collections.abc import Mapping
from itertools import product
from math import nan
from typing import Final, Literal, get_args

from prometheus_client import (
    CONTENT_TYPE_PLAIN_0_0_4,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

TurnKind = Literal["client", "desk", "time"]
"""Who or what began a turn: a client, a counsellor, or that something was due."""
Outcome = Literal["ok", "429", "5xx", "refused", "timeout", "lost"]
"""How a call ended. `lost`: the connection broke, or what came back was no answer of Telegram's."""
Method = Literal[
    "answerCallbackQuery", "closeForumTopic", "copyMessage", "copyMessages", "createForumTopic", "deleteForumTopic",
    "deleteMessages", "editMessageCaption", "editMessageText", "getChatMember", "getMe", "getUpdates",
    "reopenForumTopic", "sendMessage", "sendVenue", "setMessageReaction", "setMyCommands",
]  # fmt: skip
"""The methods of the Bot API that we use."""
Box = Literal["inbox", "outbox"]
Late = Literal["case", "reminder"]
Content = Literal["topic", "guide", "service", "activities", "holidays"]
"""What can be past its review (bot.packs.deadlines)."""

TYPE: Final = CONTENT_TYPE_PLAIN_0_0_4
"""The media type of `text`."""
STEPS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Seconds. A turn takes 2 to 3 ms (benchmarks/README.md); from the last step on somebody waits in vain."""

# When each series was made is when the bot started, and the process says that itself: it would only double the text.
disable_created_metrics()  # type: ignore[no-untyped-call]  # the library says nothing of this one


class Metrics:
    """The figures of one bot, in a registry of its own. None of the methods waits, looks at a clock or fails.

    What only the database knows is not a number until it was read, nor after it could not be read.
    """

    def __init__(self, registry: CollectorRegistry) -> None:
        self._registry = registry
        ProcessCollector(registry=registry)
        turns = Histogram("udha_turn_seconds", "How long a turn took", ["kind"], buckets=STEPS, registry=registry)
        self._turns = {kind: turns.labels(kind) for kind in get_args(TurnKind)}
        calls = Counter(
            "udha_telegram_calls", "Calls to Telegram by how they ended", ["method", "outcome"], registry=registry
        )
        pairs = product(get_args(Method), get_args(Outcome))
        self._calls = {(method, outcome): calls.labels(method, outcome) for method, outcome in pairs}
        length = self._gauges("udha_queue_length", "What waits, or is worked on", "queue", Box)
        oldest = self._gauges("udha_queue_oldest_seconds", "How long the oldest of it has waited", "queue", Box)
        self._boxes = {box: (length[box], oldest[box]) for box in length}
        self._waiting = self._gauge("udha_waiting_cases", "Cases that no counsellor has")
        self._longest = self._gauge("udha_waiting_cases_oldest_minutes", "How long the client of the oldest has waited")
        self._late = self._gauges("udha_due_late", "What was due more than a minute ago", "kind", Late)
        self._past = self._gauges("udha_content_past_review", "Content past its review", "kind", Content)
        self._database = self._gauge("udha_database_up", "Whether the database could be read")
        self.database_away()

    def observe_turn(self, kind: TurnKind, seconds: float) -> None:
        """A turn was stored, after so many seconds."""
        self._turns[kind].observe(seconds)

    def count_call(self, method: Method, outcome: Outcome) -> None:
        self._calls[method, outcome].inc()

    def show_box(self, box: Box, length: int, oldest: float) -> None:
        """What waits in the inbox or the outbox; `oldest` in seconds, 0 where nothing waits."""
        shown, age = self._boxes[box]
        shown.set(length)
        age.set(oldest)

    def show_stored(self, waiting: int, oldest_minutes: float, late_cases: int, late_reminders: int) -> None:
        """What the database has: cases that wait, for how many minutes the oldest has, and what is late."""
        self._database.set(1)
        self._waiting.set(waiting)
        self._longest.set(oldest_minutes)
        self._late["case"].set(late_cases)
        self._late["reminder"].set(late_reminders)

    def show_past_review(self, numbers: Mapping[Content, int]) -> None:
        """How much content of each kind is past its review; what is left out is none."""
        for kind in get_args(Content):
            self._past[kind].set(numbers.get(kind, 0))

    def database_away(self) -> None:
        """Old numbers must not be taken for those of now."""
        self._database.set(0)
        for gauge in (self._waiting, self._longest, *self._late.values()):
            gauge.set(nan)

    def text(self) -> bytes:
        """All of it as Prometheus reads it (text exposition format 0.0.4)."""
        return generate_latest(self._registry)

    def _gauge(self, name: str, said: str) -> Gauge:
        return Gauge(name, said, registry=self._registry)

    def _gauges(self, name: str, said: str, label: str, values: object) -> dict[str, Gauge]:
        family = Gauge(name, said, [label], registry=self._registry)
        return {value: family.labels(value) for value in get_args(values)}
