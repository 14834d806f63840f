"""A fault of a pack, said so that an editor can mend it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

Severity = Literal["error", "advice"]


@dataclass(frozen=True, order=True)
class Problem:
    """Where (file and line), what is wrong, and what to do; `advice` does not stop anything."""

    path: Path
    line: int
    sentence: str
    remedy: str
    severity: Severity = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else "advice: "
        return f"{self.path}:{self.line}: {mark}{self.sentence} {self.remedy}"

    def within(self, folder: Path) -> "Problem":
        """The same with the path as seen from this folder, if it lies in it."""
        path = self.path.resolve()
        return replace(self, path=path.relative_to(folder)) if path.is_relative_to(folder) else self
