"""Services and their words as YAML, laid out as people write it in the packs."""

from collections.abc import Mapping
from typing import Any, Final

import yaml
from pydantic import BaseModel

from bot.packs.service_schema import Service, ServiceWords
from bot.packs.yaml_file import StrictLoader
from bot.packs.yaml_text import Indented

IN_ONE_LINE: Final = frozenset({"position", "verified", "languages", "phones", "groups"})


class _Dumper(Indented):
    """With words and rows of our own."""


class _OneLine(dict[str, Any]):
    """A mapping that is written in braces."""


class _Row(list[Any]):
    """A list that is written in brackets."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Line ends of any kind only as escapes: PyYAML would let U+0085 and its like become a space."""
    style = '"' if len(text.splitlines()) > 1 else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.yaml_implicit_resolvers = StrictLoader.yaml_implicit_resolvers  # `on` and NO are words to who reads it
_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    _OneLine, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)
)
_Dumper.add_representer(
    _Row, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)


def services_text(services: list[Service]) -> str:
    """One file of services, an empty line between them."""
    blocks = [_dumped([_plain(service)]).rstrip("\n").replace("\n", "\n  ") for service in services]
    return "services:\n" + "\n".join(f"  {block}\n" for block in blocks)


def words_text(words: Mapping[str, ServiceWords]) -> str:
    return "\n".join(_dumped({key: _plain(each)}) for key, each in words.items())


def _plain(part: BaseModel) -> dict[str, Any]:
    """What was said, without what goes without saying, in the order of the schema."""
    said = part.model_dump(mode="python", exclude_defaults=True)
    return {name: _in_line(value) if name in IN_ONE_LINE else _listed(value) for name, value in said.items()}


def _in_line(value: Any) -> Any:
    return _OneLine(value) if isinstance(value, dict) else _Row(value)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _dumped(data: object) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)
