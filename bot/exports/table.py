"""A report for the terminal: tables of at most a hundred columns, that can be copied into a mail."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.exports.legend import legend
from bot.exports.lines import GAP, ROOM, broken, narrowed, plain, row, ruled, wide
from bot.exports.wording import cell_text, nothing, period
from bot.language.formats import long_date
from bot.language.phrases import Speaker
from bot.reports.report import Report, Section

WORDS: Final = 20
"""To how few letters a column of words may be narrowed; numbers are never broken."""
HEAD: Final = 14
"""A title wider than this is rather broken than its column made wider."""


def written(report: Report, say: Speaker) -> str:
    """The text, with a line end at its end."""
    made = say.gettext("Made on {day}").format(day=long_date(report.made, say.language))
    parts = [
        [*broken(report.title), *broken(f"{period(report, say)}. {made}.")],
        *(list(_section(section, say)) for section in report.sections),
        [line for note in (*report.notes, *legend(report.sections, say)) for line in broken(note)],
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _section(section: Section, say: Speaker) -> Iterator[str]:
    yield from (*broken(section.title), "")
    if section.rows:
        yield from _table(section, say)
    else:
        yield nothing(say)
    for note in section.notes:
        yield from ("", *broken(note))


def _table(section: Section, say: Speaker) -> Iterator[str]:
    """The columns; where they do not fit beside each other, under each other with the first column repeated."""
    titles = [plain(column.title) for column in section.columns]
    rows = [[plain(cell_text(cell, say)) for cell in cells] for cells in section.rows]
    right = [column.kind in {"number", "share"} for column in section.columns]
    wanted = [_wanted(title, [cells[at] for cells in rows]) for at, title in enumerate(titles)]
    least = [width if number else min(width, WORDS) for width, number in zip(wanted, right, strict=True)]
    for n, part in enumerate(_parts(least)):
        if n:
            yield ""
        widths = narrowed([wanted[at] for at in part], [least[at] for at in part])
        sides = [right[at] for at in part]
        yield from row([titles[at] for at in part], widths, sides)
        yield ruled(widths)
        for cells in rows:
            yield from row([cells[at] for at in part], widths, sides)


def _wanted(title: str, cells: Sequence[str]) -> int:
    """As wide as the widest cell and the longest word of the title."""
    words = max(map(wide, title.split()), default=0)
    return max(1, words, min(wide(title), HEAD), *map(wide, cells))


def _parts(least: Sequence[int]) -> Iterator[list[int]]:
    """Which columns stand side by side."""
    part: list[int] = [0]
    for at in range(1, len(least)):
        if sum(least[each] + len(GAP) for each in part) + least[at] > ROOM and len(part) > 1:
            yield part
            part = [0]
        part.append(at)
    yield part
