"""How a sheet is printed: A4 across, as wide as the page, numbered, with the report's name and period at its foot."""

from typing import Any, Final

from bot.exports.wording import period
from bot.language.phrases import Speaker
from bot.reports.report import Report

A4: Final = 9
FOOT: Final = 150
"""Letters of a title that a foot has room for; Excel takes 255 in all."""


def set_up(page: Any, report: Report, say: Speaker) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
    # In a foot & begins a command; a real one is written twice.
    title = f"{report.title[:FOOT]}, {period(report, say)}".replace("&", "&&")
    number = say.gettext("Page {n} of {all}").format(n="&P", all="&N")
    page.set_footer(f"&L&8{title}&R&8{number}")
