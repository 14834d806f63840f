"""Counts as rows of the table, for tests that look at what comes of them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from bot.conversation.state import Count
from bot.usage.tally import Tally
from tests.builders import a_conversation, some_packs

TALLY = Tally(some_packs())


def tallied(happened: Iterable[Count], language: str, day: date) -> list[dict[str, date | str | int]]:
    """At noon of that day, somewhere that nobody told."""
    return TALLY.rows(happened, a_conversation(language=language), datetime.combine(day, time(12), UTC))
