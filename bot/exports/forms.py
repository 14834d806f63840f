"""The forms of a report, and how its file is called in each."""

from typing import Final, Literal, get_args

from bot.exports import csv_file, json_file, table
from bot.exports.period import Period
from bot.language.phrases import Speaker
from bot.reports.report import Report

Form = Literal["table", "csv", "xlsx", "json"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)
SUFFIXES: Final[dict[Form, str]] = {"table": "txt", "csv": "csv", "xlsx": "xlsx", "json": "json"}
MEDIA_TYPES: Final[dict[Form, str]] = {
    "table": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def written(form: Form, report: Report, say: Speaker) -> bytes:
    """The file: the same report in the same language makes the same bytes."""
    match form:
        case "table":
            return table.written(report, say).encode("utf-8")
        case "csv":
            return csv_file.written(report, say)
        case "json":
            return json_file.written(report)
        case "xlsx":
            from bot.exports import xlsx  # noqa: PLC0415 -- a quarter of a second, which only a workbook needs

            return xlsx.written(report, say)


def file_name(form: Form, report: Report) -> str:
    """udha-usage-2026-Q3-sq.xlsx."""
    return f"udha-{report.name}-{Period(report.first, report.last)}-{report.language}.{SUFFIXES[form]}"
