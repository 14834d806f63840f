"""Writes files: all of them, or none; and nobody ever reads half of one."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path


def save(files: Mapping[Path, bytes]) -> None:
    """Everything is on the disk before the first file takes the place of an old one.

    A link stays a link, and a file keeps its mode. Raises OSError with everything as it was.
    """
    # The process is in the name: two that save the same file at once must not write into each other's.
    waiting = {path.resolve(): path.resolve().with_name(f".{path.name}.{os.getpid()}.new") for path in files}
    try:
        for (path, new), content in zip(waiting.items(), files.values(), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(content)
            if path.exists():
                shutil.copymode(path, new)
        for path, new in waiting.items():
            new.replace(path)
    finally:
        for new in waiting.values():
            new.unlink(missing_ok=True)
