"""The pages' reports, as they are made of what was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot import reporting
from bot.console.app import Console
from bot.console.page_sources import Sources
from bot.exports.period import Period
from bot.language.phrases import Speaker
from bot.reports.report import Report


def sources(console: Console) -> Sources:
    """What the pages are made of, out of this console's database."""
    published = _Published(console)
    return Sources(published.report, published.periods)


@dataclass(frozen=True)
class _Published:
    console: Console

    async def report(self, name: str, first: date, last: date, say: Speaker) -> Report:
        today = self.console.clock().date()
        return await reporting.report(name, self.console.database, self.console.packs, say, first, last, today)

    async def periods(self) -> Sequence[Period]:
        return [Period.read(str(each)) for each in await reporting.published_quarters(self.console.database)]
