"""Words as a YAML file that a person likes to read, and a pack.yaml with one language more."""

from collections.abc import Mapping
from typing import Any, Final

import yaml

from bot.packs.yaml_text import Indented

WIDTH: Final = 100
"""Characters of a line: as in the files that are written by hand."""


class _Dumper(Indented):
    """Long texts are folded, and texts of several lines stand as they are."""

    def text(self, text: str) -> yaml.ScalarNode:
        style = "|" if "\n" in text else ">" if len(text) > WIDTH else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _Dumper.text)


def dumped(data: Mapping[str, Any]) -> str:
    """As YAML; where each part has parts of its own, an empty line stands between them."""
    apart = data and all(isinstance(part, Mapping) for part in data.values())
    parts = [{key: part} for key, part in data.items()] if apart else [data]
    return "\n".join(
        yaml.dump(part, Dumper=_Dumper, width=WIDTH, allow_unicode=True, sort_keys=False) for part in parts
    )


def with_language(pack: str, language: str) -> str:
    """The text of a pack.yaml with this language added to `languages`; all else stays as it is."""
    root = yaml.compose(pack, Loader=yaml.SafeLoader)
    (listed,) = [value for key, value in (root.value if root else ()) if key.value == "languages"]
    if language in [item.value for item in listed.value]:
        return pack
    last = listed.value[-1]
    end = last.end_mark.index
    apart = ", " if listed.flow_style else f"\n{' ' * (last.start_mark.column - 2)}- "
    return pack[:end] + apart + language + pack[end:]
