"""Tells whether files, or words, are the same as before."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Final

OF_WORDS: Final = 4
"""Bytes that tell the versions of one text apart; as eight letters they can be read in a list."""


def fingerprint(folders: Iterable[tuple[Path, tuple[str, ...]]], length: int) -> bytes:
    """Of the files with these endings (".yaml") below each folder, their names and every byte, in so many bytes."""
    told = blake2b(digest_size=length)
    for folder, endings in folders:
        for file in sorted(path for path in folder.rglob("*") if path.suffix in endings):
            text = file.read_bytes()
            told.update(f"{file.relative_to(folder).as_posix()} {len(text)}\n".encode())
            told.update(text)
    return told.digest()


def fingerprint_of_words(text: str) -> str:
    """The same for the same words, however they are wrapped."""
    return blake2b(" ".join(text.split()).encode(), digest_size=OF_WORDS).hexdigest()
