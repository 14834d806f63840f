"""What stands in an XLSX file, read from its parts: what a library would make of it is not what an attacker reads."""

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Value = str | float


@dataclass(frozen=True)
class Sheet:
    name: str
    root: ET.Element
    strings: list[str]

    @cached_property
    def cells(self) -> dict[str, Value]:
        """By their names, as B3; an empty one is left out."""
        found: dict[str, Value] = {}
        for cell in self.root.iter(f"{MAIN}c"):
            value = cell.findtext(f"{MAIN}v")
            if value is not None:
                found[cell.attrib["r"]] = self.strings[int(value)] if cell.get("t") == "s" else float(value)
        return found

    @property
    def texts(self) -> list[str]:
        return [value for value in self.cells.values() if isinstance(value, str)]

    @property
    def numbers(self) -> list[float]:
        return [value for value in self.cells.values() if isinstance(value, float)]

    def style(self, cell: str) -> int:
        (found,) = [each for each in self.root.iter(f"{MAIN}c") if each.attrib["r"] == cell]
        return int(found.get("s", "0"))

    def first(self, name: str) -> dict[str, str]:
        """The attributes of the first element that is called so."""
        return next(self.root.iter(MAIN + name)).attrib

    def row(self, number: int) -> list[Value]:
        return [value for name, value in self.cells.items() if re.fullmatch(rf"[A-Z]+{number}", name)]


class Workbook:
    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.parts = {name: archive.read(name).decode() for name in archive.namelist()}
            self.days = {info.date_time[:3] for info in archive.infolist()}
        self.styles = self._parsed("xl/styles.xml")
        strings = ["".join(item.itertext()) for item in self._parsed("xl/sharedStrings.xml").iter(f"{MAIN}si")]
        targets = {each.attrib["Id"]: each.attrib["Target"] for each in self._parsed("xl/_rels/workbook.xml.rels")}
        self.sheets = [
            Sheet(each.attrib["name"], self._parsed(f"xl/{targets[each.attrib[LINK]]}"), strings)
            for each in self._parsed("xl/workbook.xml").iter(f"{MAIN}sheet")
        ]

    def format_of(self, sheet: Sheet, cell: str) -> ET.Element:
        """The entry of the styles that the cell is shown by."""
        formats = next(self.styles.iter(f"{MAIN}cellXfs"))
        return formats[sheet.style(cell)]

    def number_format_of(self, sheet: Sheet, cell: str) -> str:
        wanted = self.format_of(sheet, cell).attrib["numFmtId"]
        return next(
            each.attrib["formatCode"] for each in self.styles.iter(f"{MAIN}numFmt") if each.attrib["numFmtId"] == wanted
        )

    def font_of(self, sheet: Sheet, cell: str) -> ET.Element:
        return next(self.styles.iter(f"{MAIN}fonts"))[int(self.format_of(sheet, cell).attrib["fontId"])]

    def _parsed(self, name: str) -> ET.Element:
        return ET.fromstring(self.parts[name])  # noqa: S314 -- we wrote it a moment ago
