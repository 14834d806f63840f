"""What a picture shows, in words: for who does not see it, and instead of it where it does not come."""

from bot.console.drawn import Row, rows, titles
from bot.language.phrases import Speaker
from bot.reports.report import Section


def alt(section: Section, say: Speaker) -> str:
    """How many rows there are, which is the highest, and how much is hidden.

    Raises ReportError for a section that cannot be drawn.
    """
    drawn = rows(section, say)
    parts = [_counted(section, drawn, say), *_highest(section, drawn, say), *_hidden(drawn, say)]
    return " ".join(parts)


def _counted(section: Section, drawn: list[Row], say: Speaker) -> str:
    said = say.ngettext("{title}: {n} row.", "{title}: {n} rows.", len(drawn))
    return said.format(title=section.title, n=len(drawn))


def _highest(section: Section, drawn: list[Row], say: Speaker) -> list[str]:
    """Of each column, as far as a number is shown."""
    found = []
    for place, title in enumerate(titles(section)):
        shown = [(row.marks[place].amount or 0, row) for row in drawn if row.marks[place].amount is not None]
        if shown:
            _, row = max(shown, key=lambda each: each[0])
            name = row.label if len(section.drawn) == 1 else f"{row.label}, {title}"
            found.append(
                say.gettext("The highest is {name}: {number}.").format(name=name, number=row.marks[place].text)
            )
    return found


def _hidden(drawn: list[Row], say: Speaker) -> list[str]:
    n = sum(mark.hidden for row in drawn for mark in row.marks)
    return [say.ngettext("{n} number is hidden.", "{n} numbers are hidden.", n).format(n=n)] if n else []
