"""Reports that were made a moment ago: the pictures and files of a page are of the same one, and it is made once."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from time import monotonic
from typing import Final

from bot.console.page_sources import Reports
from bot.language.phrases import Speaker
from bot.reports.report import Report

KEPT: Final = 30.0
"""Seconds: as long as a browser may take to ask for the pictures of a page."""
MOST: Final = 16
"""Reports: those of two or three people at a time. What is published does not change; what is entered clears it."""

Asked = tuple[str, date, date, str]


@dataclass
class Made:
    """`now` counts seconds."""

    make: Reports
    now: Callable[[], float] = monotonic
    _kept: OrderedDict[Asked, tuple[float, Report]] = field(default_factory=OrderedDict)

    async def report(self, name: str, first: date, last: date, say: Speaker) -> Report:
        """The one that was just made, else a new one."""
        asked = (name, first, last, say.language)
        made, report = self._kept.get(asked, (0.0, None))
        if report is None or self.now() - made > KEPT:
            report = await self.make(name, first, last, say)
            self._keep(asked, report)
        return report

    def clear(self) -> None:
        """Something was entered that reports have to show at once."""
        self._kept.clear()

    def _keep(self, asked: Asked, report: Report) -> None:
        self._kept.pop(asked, None)
        self._kept[asked] = (self.now(), report)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
