"""What is wrong with a wish for a report. Child of UdhaError: the sentence says how to ask."""

from bot.reports.errors import ReportError


class NoSuchReport(ReportError):
    """Its name, its period, its form or its language is not one that there is; nothing was written."""
