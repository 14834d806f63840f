"""The questions that measure: a folder with one folder a language, as tests/questions is.

`<topic>.yaml` are questions of a topic, `out-of-scope.yaml` what no topic answers (`near` and `far`), `danger*.yaml`
what people in danger type, `harmless*.yaml` what only sounds like it. None of them may stand in a pack.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import typer

from bot.errors import ContentError
from bot.packs.yaml_file import read_yaml

OUTSIDE: Final = "out-of-scope"

QUESTIONS: Final = Path("tests/questions")
QuestionsOption = Annotated[Path, typer.Option("--questions", help="The folder with the questions that measure.")]

Kind = Literal["question", "outside", "danger", "harmless"]


@dataclass(frozen=True)
class Told:
    """A text, and what should come of it; `topic` is the right one of a question."""

    kind: Kind
    language: str
    text: str
    topic: str = ""


def told(folder: Path) -> list[Told]:
    """Raises ContentError where there are none, or a file is not what it should be."""
    found = [each for path in sorted(folder.glob("*/*.yaml")) for each in _of(path)]
    if not found:
        raise ContentError(f"There are no questions in '{folder}'. Name the folder with --questions.")
    return found


def _of(path: Path) -> Iterator[Told]:
    data, problems = read_yaml(path)
    if problems:
        raise ContentError(str(problems[0]))
    kind = _kind(path.stem)
    topic = path.stem if kind == "question" else ""
    return (Told(kind, path.parent.name, text, topic) for text in _texts(data, path))


def _kind(name: str) -> Kind:
    if name == OUTSIDE:
        return "outside"
    if name.startswith("danger"):
        return "danger"
    return "harmless" if name.startswith("harmless") else "question"


def _texts(data: Any, path: Path) -> Iterator[str]:
    """Plain texts, mappings with a `text`, or lists of them under names."""
    for each in [one for part in data.values() for one in part] if isinstance(data, dict) else data or ():
        text = each.get("text") if isinstance(each, dict) else each
        if not isinstance(text, str):
            raise ContentError(f"'{path}' holds something that is no text: {each}")
        yield text
