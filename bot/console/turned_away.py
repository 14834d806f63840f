"""Somebody is shown a sentence in place of a page of the console."""

from typing import Literal

Why = Literal[
    "signed_out", "gone", "managers_only", "form", "too_many", "unchecked", "missing", "long", "broken"
]  # fmt: skip


class TurnedAway(Exception):
    """With this status of HTTP; in `language`, or in all of them where nobody knows whose browser it is.

    `retry` is after how many seconds it is worth trying again, `forget` whether the browser drops its cookie.
    """

    def __init__(
        self, why: Why, status: int, *, language: str | None = None, retry: float = 0.0, forget: bool = False
    ) -> None:
        super().__init__(why)
        self.why, self.status = why, status
        self.language, self.retry, self.forget = language, retry, forget
