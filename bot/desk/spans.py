"""How long somebody waited, as coarsely as it is counted: a second would tell of one client."""

from typing import Final, Literal, TypeAlias, get_args

Span: TypeAlias = Literal["5m", "15m", "1h", "4h", "24h", "more"]
"""Up to so long; `more` is more than a day."""

EVERY: Final[tuple[Span, ...]] = get_args(Span)
MINUTE: Final = 60
HOUR: Final = 3600
SPANS: Final[tuple[tuple[Span, int], ...]] = (
    ("5m", 5 * MINUTE),
    ("15m", 15 * MINUTE),
    ("1h", HOUR),
    ("4h", 4 * HOUR),
    ("24h", 24 * HOUR),
)


def span(seconds: int) -> Span:
    """The shortest one that it fits in."""
    return next((name for name, longest in SPANS if seconds <= longest), "more")
