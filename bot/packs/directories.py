"""Joins what several packs say for the directory."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.packs.directory_schema import DirectoryFile, DirectoryWords


def joined_files(files: Iterable[DirectoryFile]) -> DirectoryFile | None:
    """The needs and unions of all packs; what two packs name is as the last one has it."""
    listed = list(files)
    if not listed:
        return None
    needs = {name: need for file in listed for name, need in file.needs.items()}
    return DirectoryFile(needs=needs, unions={code: union for file in listed for code, union in file.unions.items()})


def joined_words(files: Iterable[DirectoryWords]) -> DirectoryWords:
    """The words of all packs in one language: lists one after the other, the rest by name."""
    joined: dict[str, Any] = {}
    for file in files:
        for name in file.model_fields_set:
            joined[name] = _together(joined.get(name), getattr(file, name))
    return DirectoryWords(**joined)


def _together(before: Any, after: Any) -> Any:
    if before is None:
        return after
    if isinstance(before, Mapping):
        return {**before, **after}
    return (*before, *after)
