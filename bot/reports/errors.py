"""What cannot be reported at all. Child of UdhaError: the sentence says what to do about it."""

from bot.errors import UdhaError


class ReportError(UdhaError):
    """The counts make no table, or no longer agree with what was published of them."""
