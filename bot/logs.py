"""Structured logs with an allow-list of keys: what is not on it cannot get into a log, however it came along."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any, Final

import structlog

ALLOWED: Final = frozenset(
    {"event", "level", "timestamp", "kind", "method", "error", "where", "seconds", "attempts", "count", "channel",
     "version", "address", "case", "state", "ms", "lag"}
)  # fmt: skip
"""No key may ever hold a name, a text, a Telegram id or a place. `case` is a case's number, `error` a class name."""


def only_allowed(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: value for key, value in line.items() if key in ALLOWED}


def configure(level: str) -> None:
    """One line of JSON per fact, on standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            only_allowed,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def get() -> Any:
    return structlog.get_logger()
