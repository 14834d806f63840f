"""A report that somebody wants: of what, in which language, and what there is to make it of."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.language.phrases import Speaker
from bot.packs.assets import Packs
from bot.reports.report import Report, Section
from bot.reports.shown import Shown


@dataclass(frozen=True)
class Wanted:
    """`first` and `last` are the days that it covers, `made` is today. `notes` stand above everything."""

    packs: Packs
    say: Speaker
    first: date
    last: date
    made: date
    shown: Shown = field(default_factory=Shown)
    notes: tuple[str, ...] = ()

    def report(self, name: str, title: str, sections: Iterable[Section]) -> Report:
        days = (self.first, self.last, self.made)
        return Report(name, title, *days, self.say.language, tuple(sections), self.notes)
