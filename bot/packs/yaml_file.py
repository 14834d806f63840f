"""One YAML file: read strictly, and able to say on which line a fault stands."""

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bot.packs.problem import Problem

Model = TypeVar("Model", bound=BaseModel)
Key = str | int

BOOLEAN: Final = "tag:yaml.org,2002:bool"


class StrictLoader(yaml.CSafeLoader):
    """YAML 1.2 booleans only (`on`, `no` stay words: both are keys or countries here); a key stands once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 -- PyYAML's signature
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key '{key.value}' stands twice", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 -- PyYAML's signature
        """A day that no calendar has (2026-02-30) is a fault of the file; PyYAML lets Python's own error through."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, LookupError, AttributeError):
            kind = node.tag.rpartition(":")[2].replace("timestamp", "date")
            raise yaml.constructor.ConstructorError(None, None, f"{node.value} is no {kind}", node.start_mark) from None


StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != BOOLEAN or first in "tTfF"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> tuple[object, list[Problem]]:
    """What stands in the file; a file that cannot be read is a problem, not an exception."""
    try:
        return yaml.load(path.read_text("utf-8"), Loader=StrictLoader), []  # noqa: S506 -- StrictLoader is a SafeLoader
    except yaml.YAMLError as fault:
        return None, [_unparsable(path, fault)]
    except UnicodeDecodeError:
        return None, [Problem(path, 1, "The file is not UTF-8 text.", "Save it as UTF-8.")]


def _unparsable(path: Path, fault: yaml.YAMLError) -> Problem:
    mark = getattr(fault, "problem_mark", None)
    what = getattr(fault, "problem", None) or str(fault)
    line = mark.line + 1 if mark else 1
    return Problem(path, line, f"The file is not valid YAML: {what}.", "Mend this line or the one above it.")


def parse(model: type[Model], path: Path) -> tuple[Model | None, list[Problem]]:
    """The file as a model, or every fault of it with its line."""
    data, problems = read_yaml(path)
    if problems:
        return None, problems
    return validate(model, data, path)


def validate(
    model: type[Model], data: object, path: Path, within: Sequence[Key] = ()
) -> tuple[Model | None, list[Problem]]:
    """A part of a file (at the keys `within`) as a model, or every fault of it with its line."""
    try:
        return model.model_validate(data), []
    except ValidationError as fault:
        return None, [_fault(path, [*within, *error["loc"]], error["msg"], error["type"]) for error in fault.errors()]


def _fault(path: Path, keys: Sequence[Key], message: str, kind: str) -> Problem:
    where = ".".join(str(key) for key in keys) or "the file"
    if kind == "extra_forbidden":
        return Problem(
            path, line_of(path, keys), f"The key '{where}' is unknown.", "Correct its spelling or remove it."
        )
    if kind == "missing":
        return Problem(path, line_of(path, keys), f"The key '{where}' is missing.", "Add it.")
    said = message.removeprefix("Value error, ").rstrip(".")
    return Problem(path, line_of(path, keys), f"{where}: {said}.", "Correct the value.")


def line_of(path: Path, keys: Sequence[Key]) -> int:
    """The line (from 1) of the value at these keys, or of the nearest thing around it that exists."""
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=StrictLoader)
    except yaml.YAMLError:
        return 1
    line = 1
    for key in keys:
        found = _child(node, key)
        if found is None:
            break
        line, node = found
    return line


def _child(node: yaml.Node | None, key: Key) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        value = node.value[key]
        return value.start_mark.line + 1, value
    return None
