"""A picture as SVG that a page shows by <img>: plain elements, with all that they look like in their attributes.

So it needs no style and no script, is the same whatever policy its reader's browser is given, and draws on nothing from
elsewhere. An attribute is written with "_" where SVG has "-".
"""

from typing import Final
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from bot.console.ink import FAMILY, INK, PAPER, SIZE, WIDTH

SPACE: Final = "http://www.w3.org/2000/svg"
HATCH: Final = "hidden"
HATCHED: Final = f"url(#{HATCH})"


def picture(height: float, title: str) -> Element:
    """An empty one of the common width; the title is read out where the picture stands by itself."""
    svg = Element(
        "svg",
        {
            "xmlns": SPACE,
            "viewBox": f"0 0 {WIDTH} {height:g}",
            "width": f"{WIDTH}",
            "height": f"{height:g}",
            "role": "img",
            "font-family": FAMILY,
            "font-size": f"{SIZE}",
            "fill": INK,
        },
    )
    put(svg, "title").text = title
    return svg


def put(into: Element, tag: str, **looks: str | float) -> Element:
    """A new element, in front of those that are there. Pixels are rounded to a tenth."""
    return ET.SubElement(into, tag, {name.replace("_", "-"): _attribute(value) for name, value in looks.items()})


def write(into: Element, said: str, x: float, y: float, **looks: str | float) -> None:
    """A line of text that stands on y; x is its beginning unless `text_anchor` says otherwise."""
    put(into, "text", x=x, y=y, **looks).text = said


def write_clear(into: Element, said: str, x: float, y: float, **looks: str | float) -> None:
    """The same with paper around its letters, so that lines behind it do not cross it out."""
    write(into, said, x, y, stroke=PAPER, stroke_width=3, stroke_linejoin="round", paint_order="stroke", **looks)


def put_hatch(svg: Element, colour: str) -> None:
    """What fills a shape whose size says nothing: used as fill="url(#hidden)"."""
    hatch = put(
        put(svg, "defs"),
        "pattern",
        id=HATCH,
        width=5,
        height=5,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    put(hatch, "rect", width=5, height=5, fill=PAPER)
    put(hatch, "rect", width=2, height=5, fill=colour)


def written(svg: Element) -> bytes:
    """The file, in UTF-8."""
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(svg, encoding="unicode").encode()


def _attribute(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"
