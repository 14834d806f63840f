"""PO files that come back: the header must say that each is what it is taken for."""

from collections.abc import Collection, Iterable
from pathlib import Path

from bot.errors import ContentError
from bot.packs.problem import Problem
from bot.translation.catalogs import FROM, LANGUAGE, PACK, SECTION, PoFile, read
from bot.translation.entries import SOURCE, Domain


def received(paths: Iterable[Path], language: str, domains: Collection[Domain]) -> tuple[list[PoFile], list[Problem]]:
    """Files, or the files of a folder, whose header fits, and what is wrong with the others."""
    files: list[PoFile] = []
    problems: list[Problem] = []
    for path in _files(paths):
        file, faults = read(path)
        problems += faults
        if file is not None:
            fault = _header_fault(file, language, domains, [other.domain for other in files])
            problems += [Problem(path, 1, fault, "Take the file that 'udha content po export' wrote.")] if fault else []
            files.append(file)
    return files, problems


def _files(paths: Iterable[Path]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.rglob("*.po")) if path.is_dir() else [path])]
    if not found:
        raise ContentError("There is no PO file to import. Make some first: 'udha content po export'.")
    return list(dict.fromkeys(found))


def _header_fault(file: PoFile, language: str, domains: Collection[Domain], others: Collection[Domain]) -> str | None:
    header = file.header
    missing = [name for name in (LANGUAGE, PACK, SECTION, FROM) if not header.get(name)]
    if missing:
        return f"The header does not say {', '.join(missing)}."
    if header[LANGUAGE] != language:
        return f"The header says that this is '{header[LANGUAGE]}'; '{language}' is what is being imported."
    if header[FROM] != SOURCE:
        return f"It was translated from '{header[FROM]}'; the source here is '{SOURCE}'."
    if file.domain not in domains:
        return f"The packs have no section '{file.domain.section}' in '{file.domain.pack}'."
    return f"Two files are for '{file.domain.section}' of '{file.domain.pack}'." if file.domain in others else None
