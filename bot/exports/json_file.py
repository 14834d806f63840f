"""JSON, for programs: the report as it is, with the same keys in every language.

    {"format": "udha-report", "version": 1, "name": "usage", "title": "…", "language": "sq",
     "first": "2026-07-01", "last": "2026-09-30", "made": "2026-10-02", "notes": ["…"],
     "sections": [{"name": "topics", "title": "…", "notes": [], "places": [],
                   "columns": [{"title": "…", "kind": "number", "meaning": "…"}],
                   "rows": [["…", 12, {"hidden": true}, {"at_least": 12}, null]]}],
     "definitions": [{"term": "…", "meaning": "…"}]}

A cell is a text, a whole number, {"value": 0.42, "low": 0.35, "high": 0.49} for a share (low and high are null where
nothing was estimated), {"hidden": true}, {"at_least": 12} for a sum of which some parts are hidden, or null where there
is no number. A day is a text as 2026-10-01, in a column of the kind "day". `places` are, for a map, the slugs of the
municipalities, row by row. The version changes when a key gets another meaning or goes, not when one is added.
"""

import json
from datetime import date
from typing import Any, Final

from bot.reports.report import AtLeast, Cell, Report, Section, Share
from bot.reports.table import Suppressed

FORMAT: Final = "udha-report"
VERSION: Final = 1


def written(report: Report) -> bytes:
    """The file, in UTF-8."""
    value = {
        "format": FORMAT,
        "version": VERSION,
        "name": report.name,
        "title": report.title,
        "language": report.language,
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "made": report.made.isoformat(),
        "notes": list(report.notes),
        "sections": [_section(section) for section in report.sections],
        "definitions": [{"term": term, "meaning": meaning} for term, meaning in report.definitions],
    }
    return f"{json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)}\n".encode()


def _section(section: Section) -> dict[str, Any]:
    """How it is drawn is left out: that is a matter of our own pages."""
    return {
        "name": section.name,
        "title": section.title,
        "notes": list(section.notes),
        "places": list(section.places),
        "columns": [{"title": each.title, "kind": each.kind, "meaning": each.meaning} for each in section.columns],
        "rows": [[_cell(cell) for cell in row] for row in section.rows],
    }


def _cell(cell: Cell) -> object:
    match cell:
        case Share():
            return {"value": cell.value, "low": cell.low, "high": cell.high}
        case AtLeast():
            return {"at_least": cell.n}
        case Suppressed():
            return {"hidden": True}
        case date():
            return cell.isoformat()
        case _:
            return cell
