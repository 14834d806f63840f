"""How much we ask of Telegram at once and how long we wait for it."""

from typing import Final

BATCH: Final = 100
"""Updates at a time; the Bot API gives no more (getUpdates, limit)."""

CALL_SECONDS: Final = 20
"""How long one call may take before we say that it may or may not have been done."""

GRACE_SECONDS: Final = 10
"""How much longer than Telegram's own waiting a long poll may take."""
