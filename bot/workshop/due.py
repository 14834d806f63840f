"""`udha content due`: what has to be checked again, by whom, the longest past first."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.packs.assets import Packs
from bot.packs.deadlines import Deadline, due
from bot.packs.loader import load
from bot.workshop.options import FolderOption, this_day

SPAN: Final = re.compile(r"(\d{1,4})([dwm])")
DAYS: Final = {"d": 1, "w": 7, "m": 30}

WithinOption = Annotated[str, typer.Option(help="How far ahead to look: 30d, 4w or 3m.")]


def register(content: typer.Typer, content_dir: Callable[[], Path], today: Callable[[], date] = this_day) -> None:
    """Add the command `content due`."""

    @content.command("due")
    def show_due(within: WithinOption = "30d", folder: FolderOption = None) -> None:
        """List what must be reviewed, by owner."""
        packs = load(folder or content_dir())
        for line in (*_told(packs.deadlines, today(), _span(within)), *_without_calendar(packs)):
            typer.echo(line)


def _span(within: str) -> timedelta:
    said = SPAN.fullmatch(within)
    if said is None:
        raise typer.BadParameter(f"'{within}' is no span of time. Write 30d (days), 4w (weeks) or 3m (months).")
    return timedelta(days=int(said[1]) * DAYS[said[2]])


def _told(listed: Sequence[Deadline], today: date, within: timedelta) -> Iterator[str]:
    found = due(listed, today, within)
    if not found:
        following = f" Next is {listed[0].name}, by {listed[0].by}." if listed else ""
        yield f"Nothing is due until {today + within}.{following}"
        return
    by_owner: defaultdict[str, list[Deadline]] = defaultdict(list)
    for deadline in found:
        by_owner[deadline.owner].append(deadline)
    for owner, theirs in sorted(by_owner.items()):
        yield f"{owner}: {len(theirs)}"
        yield from (f"  {deadline.by}  {_when(deadline, today)}  {_what(deadline)}" for deadline in theirs)


def _without_calendar(packs: Packs) -> Iterator[str]:
    """A country without any activity has no calendar whose end could be told."""
    for country in sorted(set(packs.home_countries) - {activity.country for activity in packs.activities.values()}):
        yield f'No activity for {country}: clients see nothing under "What is on" (docs/editors.md).'


def _when(deadline: Deadline, today: date) -> str:
    days = (deadline.by - today).days
    if deadline.is_withheld(today):
        return "withheld now    "
    said = f"in {days} days" if days >= 0 else f"{-days} days late"
    return f"{said:<16}"


def _what(deadline: Deadline) -> str:
    country = f" ({deadline.country})" if deadline.country else ""
    return f"{deadline.kind} {deadline.name}{country}"
