"""Charts of a section as SVG: a picture for a narrow screen, beside the table that says it all.

It shows what the table shows, and no more of what is hidden: that is a hatched mark of always the same size. The same
section gives the same bytes.
"""

from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from bot.console import drawn
from bot.console.chart_bars import bars
from bot.console.chart_lines import lines
from bot.console.ink import LINE, QUIET, SIZE
from bot.console.svg import HATCHED, picture, put_hatch, write, written
from bot.exports.wording import nothing
from bot.language.phrases import Speaker
from bot.reports.errors import ReportError
from bot.reports.report import Section

KINDS: Final[Mapping[str, Callable[[Section, Speaker], Element]]] = {"bars": bars, "lines": lines}


def chart(section: Section, say: Speaker) -> bytes:
    """Bars or lines, as the section wants it.

    Raises ReportError for a section that wants neither, or that cannot be drawn.
    """
    if section.chart not in KINDS:
        raise ReportError(f"{section.name}: '{section.chart}' is no chart of bars or lines.")
    empty = drawn.nothing_known(drawn.rows(section, say))
    svg = _empty(section, say) if empty else KINDS[section.chart](section, say)
    if HATCHED in {element.get("fill") for element in svg.iter()}:
        put_hatch(svg, LINE)
    return written(svg)


def _empty(section: Section, say: Speaker) -> Element:
    svg = picture(3 * SIZE, section.title)
    write(svg, nothing(say), 0, 2 * SIZE, fill=QUIET)
    return svg
