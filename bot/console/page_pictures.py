"""How a section is drawn. What draws is loaded when the first picture is asked for: a running bot can do without."""

from bot.language.phrases import Speaker
from bot.packs.assets import Packs
from bot.reports.report import Section


def is_drawn(section: Section) -> bool:
    """Whether there is a picture of it: one of nothing would say nothing."""
    return section.chart != "none" and bool(section.rows)


def svg(section: Section, packs: Packs, say: Speaker) -> bytes:
    """The picture. Raises ReportError for a section that cannot be drawn."""
    if section.chart == "map":
        from bot.console.map import draw  # noqa: PLC0415 -- see the first line of the file

        return draw(section, packs, say)
    from bot.console.charts import chart  # noqa: PLC0415 -- the same

    return chart(section, say)


def alt(section: Section, say: Speaker) -> str:
    """What it shows, in words."""
    from bot.console.alt import alt as told  # noqa: PLC0415 -- the same

    return told(section, say)
