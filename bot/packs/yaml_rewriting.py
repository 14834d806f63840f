"""Changes single values in the text of a YAML file, and leaves every other letter of it as it stands."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import yaml

from bot.errors import ContentError

Keys = tuple[str | int, ...]

LONGEST_LINE: Final = 10_000
"""A value is never broken over two lines."""

MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark that some editors put first."""
COMMA: Final = re.compile(r"\s*,\s*")


def as_yaml(value: date | str | bool | tuple[str, ...]) -> str:  # noqa: FBT001 -- the value itself may be yes or no
    """One line that also stands within braces. As the packs write it: phones in quotation marks, plain names not."""
    if isinstance(value, tuple):
        plain = all(each.isidentifier() for each in value)
        return f"[{', '.join(map(as_yaml, value))}]" if plain else json.dumps(value, ensure_ascii=False)
    listed = yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, width=LONGEST_LINE)
    return listed.strip().removeprefix("[").removesuffix("]")


def replaced(text: str, values: Mapping[Keys, str]) -> str:
    """The text with these values, from the last to the first, so that the places of the others stay right.

    Raises ContentError where nothing stands at one of the keys.
    """
    root = _composed(text)
    places = [(*_span(root, keys, text), value) for keys, value in values.items()]
    for start, end, value in sorted(places, reverse=True):
        text = text[:start] + value + text[end:]
    return text


def put(text: str, keys: Keys, value: str, order: Sequence[str]) -> str:
    """The text with this value at these keys; a new key comes after the one before it in `order`."""
    inside = _mapping(text, keys)
    if keys[-1] in (key.value for key, _ in inside.value):
        return replaced(text, {keys: value})
    earlier = order[: order.index(str(keys[-1]))]
    before, last = max(
        (pair for pair in inside.value if pair[0].value in earlier),
        key=lambda pair: earlier.index(pair[0].value),
        default=inside.value[0],
    )
    end = _end(last, text)
    if inside.flow_style:
        return f"{text[:end]}, {keys[-1]}: {value}{text[end:]}"
    apart = "\r\n" if "\r\n" in text else "\n"
    at = end + len(_rest_of_line(text, end))
    return f"{text[:at]}{apart}{' ' * before.start_mark.column}{keys[-1]}: {value}{text[at:]}"


def taken_out(text: str, keys: Keys) -> str:
    """The text without this key: its lines go, with the remark behind it; between braces, it and its comma."""
    inside = _mapping(text, keys)
    found = next(((key, value) for key, value in inside.value if key.value == keys[-1]), None)
    if found is None:
        return text
    start, end = found[0].start_mark.index, _end(found[1], text)
    if inside.flow_style:
        comma = COMMA.match(text, end)
        return text[:start] + text[comma.end() :] if comma else text[:start].rstrip().removesuffix(",") + text[end:]
    end += len(_rest_of_line(text, end))
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        raise ContentError(f"'{keys[-1]}' shares its line with something else. Write it on a line of its own first.")
    return text[:line] + text[end:].removeprefix("\r").removeprefix("\n")


def _composed(text: str) -> yaml.Node | None:
    """With the place of each part in the text; libyaml does not count a byte order mark, but does an empty line."""
    found: yaml.Node | None = yaml.compose("\n" + text[1:] if text.startswith(MARK) else text, yaml.CSafeLoader)
    return found


def _mapping(text: str, keys: Keys) -> yaml.MappingNode:
    """What the last of the keys stands in, or would stand in."""
    node = _composed(text)
    for key in keys[:-1]:
        node = _child(node, key)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise ContentError(f"'{keys[-1]}' cannot be written into this file. Run 'udha content check' and mend it.")
    return node


def _span(node: yaml.Node | None, keys: Keys, text: str) -> tuple[int, int]:
    """From which letter to which the value at these keys stands."""
    for key in keys:
        node = _child(node, key)
    if node is None:
        raise ContentError(f"Nothing stands at '{keys[-1]}' in this file. Write it out there first.")
    return node.start_mark.index, _end(node, text)


def _child(node: yaml.Node | None, key: str | int) -> yaml.Node | None:
    children: Iterable[tuple[str | int, yaml.Node]] = ()
    if isinstance(node, yaml.SequenceNode):
        children = enumerate(node.value)
    if isinstance(node, yaml.MappingNode):
        children = ((name.value, value) for name, value in node.value)
    return next((value for name, value in children if name == key), None)


def _end(node: yaml.Node, text: str) -> int:
    """After its last letter: PyYAML lets a list of lines, and folded text, end where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text)
    start = node.start_mark.index
    return start + len(text[start : node.end_mark.index].rstrip())


def _rest_of_line(text: str, at: int) -> str:
    """A remark, mostly; without what ends the line."""
    return text[at:].partition("\n")[0].removesuffix("\r")
