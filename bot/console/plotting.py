"""What pygal draws, dressed for the console.

pygal (3.1.3) writes along with every picture a script, a style that a strict policy forbids, notes for its tooltips
with the place of each mark, the day and a random number. None of that is kept: whatever is taken over is named here.
"""

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from bot.console.ink import DASHES, HAIR, LINE, PAPER, QUIET, SIZE, WIDTH
from bot.console.svg import SPACE

Looks = Mapping[str, str]

COLOUR: Final = "the colour of its series"
LEFT_OUT: Final = frozenset({"tooltip-overlay", "background", "titles"})
TAKEN: Final = ("x", "y", "width", "height", "cx", "cy", "r", "d", "transform", "fill", "stroke")
"""Attributes. The last two are only where the caller gave them, and outdo the dress."""


class Dress(NamedTuple):
    """How elements look that are within all of these classes. None: they are left out."""

    tag: str
    classes: frozenset[str]
    looks: Looks | None


def _dress(tag: str, classes: str, **looks: str | float) -> Dress:
    return Dress(tag, frozenset(classes.split()), {name.replace("_", "-"): f"{each}" for name, each in looks.items()})


WARDROBE: Final = (
    # Words beside a bar begin at its end, or above it at its foot; pygal sets them a little to the right.
    _dress("text", "horizontalbar-graph text-overlay serie-0", dx=-SIZE / 2),
    _dress("text", "horizontalbar-graph text-overlay", font_weight=600),
    _dress("rect", "horizontalbar-graph bar", fill=COLOUR),
    _dress("path", "series serie-1", fill="none", stroke=COLOUR, stroke_width=2, stroke_dasharray=DASHES[1]),
    _dress("path", "series serie-2", fill="none", stroke=COLOUR, stroke_width=2, stroke_dasharray=DASHES[2]),
    _dress("path", "series", fill="none", stroke=COLOUR, stroke_width=2),
    _dress("circle", "serie-1", fill=PAPER, stroke=COLOUR, stroke_width=2),
    _dress("circle", "", fill=COLOUR, stroke=COLOUR, stroke_width=1),
    Dress("path", frozenset({"axis", "x"}), None),
    _dress("path", "axis y guide", stroke=HAIR),
    _dress("path", "axis y", stroke=LINE),
    _dress("text", "axis x", text_anchor="middle", fill=QUIET),
    _dress("text", "axis y", text_anchor="end", fill=QUIET),
    _dress("text", ""),
    _dress("g", ""),
)
"""The first that fits is put on; what has none is not taken."""


@cache
def pygal() -> Any:
    """The library. As long as nobody looks at a chart, a running bot has no use for it: it takes 4 MiB."""
    import pygal  # type: ignore[import-untyped]  # noqa: PLC0415 -- it comes without types; the rest see above

    # It looks for packages of maps with a finder of a kind that is gone since Python 3.12. Before, every import that
    # finds nothing would end there, in a warning. We use none of its maps.
    sys.meta_path[:] = [finder for finder in sys.meta_path if not type(finder).__module__.startswith("pygal")]
    return pygal


def settings(height: float, top: float) -> dict[str, Any]:
    """What all our charts have in common; `top` is the amount at the end of the scale, which begins at 0."""
    return {
        "width": WIDTH,
        "height": height,
        "margin": 0,
        "range": (0, top),
        "style": pygal().style.Style(value_font_size=SIZE, label_font_size=SIZE),
        "css": [],
        "js": [],
        "no_prefix": True,
        "show_legend": False,
        "truncate_label": -1,
    }


def put_chart(svg: Element, chart: Any, colours: Sequence[str]) -> None:
    """Draw it into the picture; `colours` are those of its series."""
    drawn = ET.fromstring(chart.render())  # noqa: S314 -- pygal wrote it a moment ago; nothing of it is from elsewhere
    for node in drawn:
        _copy(svg, node, frozenset(), colours)


def _copy(into: Element, node: Element, around: frozenset[str], colours: Sequence[str]) -> None:
    tag, classes = node.tag.removeprefix(f"{{{SPACE}}}"), frozenset(node.get("class", "").split())
    if tag == "desc" and "label" in classes:
        ET.SubElement(into, "title").text = node.text
    within = around | classes
    looks = None if classes & LEFT_OUT else _looks(tag, within)
    if looks is None or (tag == "text" and not node.text):
        return
    colour = next((colour for n, colour in enumerate(colours) if f"color-{n}" in within), "")
    copied = ET.SubElement(into, tag, {name: colour if look == COLOUR else look for name, look in looks.items()})
    copied.attrib.update({name: node.attrib[name] for name in TAKEN if name in node.attrib})
    copied.text = node.text
    for child in node:
        _copy(copied, child, within, colours)


def _looks(tag: str, within: frozenset[str]) -> Looks | None:
    return next((dress.looks for dress in WARDROBE if dress.tag == tag and dress.classes <= within), None)
