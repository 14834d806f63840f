"""What an accepted proposal does to the packs: all of its files are written, or none, and nothing else in them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.errors import ContentError
from bot.packs.correcting import corrected, corrected_words
from bot.packs.correction import Change
from bot.packs.service_schema import Service
from bot.packs.verifying import Check, recorded
from bot.packs.yaml_file import read_yaml
from bot.saving import save
from bot.storage.proposals import Proposal
from bot.workshop.service_files import file_of, words_files_of
from bot.workshop.verify import named, told


def accepted(root: Path, proposal: Proposal, check: Check) -> list[str]:
    """Write it; then say what has changed and what is left to do.

    Raises ContentError, with nothing written, where the files say something else than the provider saw.
    """
    service, correction = proposal.service, proposal.correction
    path, spoken = file_of(root, service), words_files_of(root, service)
    old = path.read_bytes().decode()
    new = recorded(corrected(old, service, correction.of(None)), service, check)
    files = {path: new.encode()}
    for language in correction.languages:
        if language not in spoken:
            raise ContentError(
                f"'{service}' has no words in '{language}' any more. Write them by hand, then refuse this."
            )
        text = spoken[language].read_bytes().decode()
        files[spoken[language]] = corrected_words(text, service, correction.of(language)).encode()
    save(files)
    before, after = named(service, old), named(service, new)
    remark = [f"The provider remarks: {correction.remark}"] if correction.remark else []
    left = (*_left(before, after, correction.changes), *_doubts(service, spoken), *remark)
    return [*told(before, after), *left, "Run 'udha content check'. The bot says it after its next start."]


def _left(before: Service, after: Service, changes: Iterable[Change]) -> Iterator[str]:
    if after.phones and after.phones != before.phones and after.phone_status != "confirmed":
        yield f"Call {', '.join(after.phones)}; then udha content verify {after.id} --how call --phone confirmed."
    if after.address != before.address and after.position:
        yield "Its address is new: is its position in the file still right?"
    if spoken := sorted({change.language for change in changes if change.language}):
        yield f"Its words are new in {', '.join(spoken)}: bring its other languages into line."


def _doubts(service: str, spoken: Mapping[str, Path]) -> Iterator[str]:
    """What our own words say we do not know may be known by now."""
    for language, path in spoken.items():
        data: Any = read_yaml(path)[0]
        if doubt := data[service].get("doubt"):
            yield f"Its words in {language} still say: {doubt}"
