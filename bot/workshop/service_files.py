"""In which files of the packs a service stands; other files may have any fault meanwhile."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from bot.errors import ContentError
from bot.packs.yaml_file import read_yaml

SERVICES: Final = "*/services/*.yaml"
"""The files of services, below the folder of packs."""
WORDS: Final = "*/*/services/*.yaml"
"""The files of their words, in the folder of each language."""


def file_of(root: Path, service_id: str) -> Path:
    """The file with its facts. Raises ContentError with the ids that are spelt nearly so."""
    known = dict(_ids(root))
    if service_id in known:
        return known[service_id]
    near = get_close_matches(service_id, known, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "The ids stand in the services/ folders of the packs."
    raise ContentError(f"There is no service '{service_id}'. {hint}")


def words_files_of(root: Path, service_id: str) -> dict[str, Path]:
    """By language, the file with its words."""
    found = {}
    for path in sorted(root.glob(WORDS)):
        data, _ = read_yaml(path)
        if isinstance(data, dict) and service_id in data:
            found[path.parts[-3]] = path
    return found


def _ids(root: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(root.glob(SERVICES)):
        data, _ = read_yaml(path)
        listed = data.get("services") if isinstance(data, dict) else None
        for service in listed if isinstance(listed, list) else []:
            if isinstance(service, dict):
                yield str(service.get("id")), path
