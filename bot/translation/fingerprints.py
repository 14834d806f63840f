"""Which English text each translation was made from, so that a change of it is noticed.

A pack keeps this beside the words, in `<pack>/<language>/translated.yaml`. Originals have no such file.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from bot.packs.problem import Problem
from bot.packs.terms import Language, Part
from bot.packs.yaml_file import parse
from bot.translation.entries import SOURCE

FILE: Final = "translated.yaml"
LENGTH: Final = 12
"""Hex digits: enough that no two versions of a text ever share them, short enough to read in a diff."""

Fingerprint = Annotated[str, StringConstraints(pattern=rf"^[0-9a-f]{{{LENGTH}}}$")]


class Translated(Part):
    """`translated.yaml`: for each content key the fingerprint of the text that the translator had before them."""

    source: Language = SOURCE
    fingerprints: dict[str, Fingerprint] = Field(default_factory=dict)


def fingerprint(text: str) -> str:
    """The same for the same words, however they are wrapped."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:LENGTH]


def path_of(root: Path, pack: str, language: str) -> Path:
    return root / pack / language / FILE


def known(root: Path, pack: str, language: str) -> tuple[Translated, list[Problem]]:
    """What is known of the words of a pack in a language; nothing for those that were not translated."""
    path = path_of(root, pack, language)
    if not path.exists():
        return Translated(), []
    found, problems = parse(Translated, path)
    return found or Translated(), problems


def is_stale(key: str, source: str, fingerprints: Mapping[str, str]) -> bool:
    """Whether the source is no longer what was translated. What has no fingerprint was not translated from it."""
    return fingerprints.get(key, fingerprint(source)) != fingerprint(source)
