"""What makes a package unusable. Child of UdhaError: the sentence says what to do about it."""

from bot.errors import UdhaError


class ExchangeError(UdhaError):
    """A package cannot be read, or a place cannot be written to; nothing was changed."""
