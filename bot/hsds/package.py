"""A package: the services in the words of one language, as the files of a folder, and read from them again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from bot.hsds import csv_form, json_form
from bot.hsds.errors import ExchangeError
from bot.hsds.flat import flattened, nested

Form = Literal["json", "csv"]
Files = dict[str, str]
"""The text of each file by its name."""


@dataclass(frozen=True)
class Package:
    """`services` are HSDS's nested objects."""

    language: str
    services: tuple[dict[str, Any], ...]

    def written(self, form: Form, created: date) -> Files:
        """The same text for the same services and day, every time."""
        if form == "json":
            return {json_form.NAME: json_form.written(self.language, self.services, created)}
        return csv_form.written(self.language, flattened(self.services), created)

    @classmethod
    def read(cls, files: Mapping[str, str]) -> "Package":
        """Raises ExchangeError where the files are no package, or two."""
        forms = {json_form.NAME, csv_form.DESCRIPTOR} & files.keys()
        if len(forms) != 1:
            found = " and ".join(sorted(forms)) or f"neither {json_form.NAME} nor {csv_form.DESCRIPTOR}"
            raise ExchangeError(f"The folder holds {found}. A package has exactly one of them.")
        if json_form.NAME in forms:
            language, services = json_form.read(files[json_form.NAME])
        else:
            language, rows = csv_form.read(files)
            services = nested(rows)
        return cls(language, tuple(services))
