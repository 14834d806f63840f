"""Rules for dates: nothing past, nothing from the future."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.checks.editions import editions
from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.topic_schema import Source
from bot.packs.yaml_file import Key


def reviews_hold(reading: Reading, today: date) -> Iterator[Problem]:
    """No topic, no country's version of one and no guide is past its review."""
    reviewed = [(edition.path, edition.facts.reviewed, edition.facts.review_by) for edition in editions(reading)]
    reviewed += [(path, guide.reviewed, guide.review_by) for path, guide in reading.guides.values()]
    for path, on, review_by in reviewed:
        if review_by and review_by < today:
            sentence = f"The review was due on {review_by}."
            yield _at(path, ("review_by",), sentence, "Check the facts, then set 'reviewed' and 'review_by'.")
        if on and on > today:
            yield _at(path, ("reviewed",), "The date of the review is in the future.", "Correct the date.")


def sources_are_of_the_past(reading: Reading, today: date) -> Iterator[Problem]:
    """Nobody can have read a source tomorrow, nor can it have been written then."""
    for path, key, source in _sourced(reading):
        if source.checked > today:
            where = ("sources", key, "checked")
            yield _at(path, where, "The source was checked in the future.", "Correct the date.")
        if is_to_come(source.dated, today):
            where = ("sources", key, "dated")
            yield _at(path, where, "The source was written in the future.", "Correct the date.")


def _sourced(reading: Reading) -> Iterator[tuple[Path, Key, Source]]:
    """Each source of a file, with its place in the list or, in a guide, its name."""
    listed = [(edition.path, edition.facts.sources or ()) for edition in editions(reading)]
    listed += [(path, reply.sources) for path, reply in reading.replies.values()]
    yield from ((path, number, source) for path, sources in listed for number, source in enumerate(sources))
    for path, guide in reading.guides.values():
        yield from ((path, name, source) for name, source in guide.sources.items())


def is_to_come(dated: str | None, today: date) -> bool:
    """Whether a year, a month or a day has not begun; "undated" never comes."""
    return dated is not None and dated[:1].isdigit() and dated > today.isoformat()[: len(dated)]


def services_hold(reading: Reading, today: date) -> Iterator[Problem]:
    """No service is past its next check, and none was checked tomorrow."""
    for path, number, service in reading.services.values():
        if service.recheck_by < today:
            sentence = f"'{service.id}' was to be checked again by {service.recheck_by}."
            where = ("services", number, "recheck_by")
            yield _at(path, where, sentence, "Check it, then set 'verified' and 'recheck_by'.")
        if service.verified.on > today:
            where = ("services", number, "verified")
            yield _at(path, where, f"'{service.id}' was checked in the future.", "Correct the date.")
        for at, source in enumerate(service.sources):
            if is_to_come(source.dated, today):
                deep = ("services", number, "sources", at, "dated")
                yield _at(path, deep, "The source was written in the future.", "Correct the date.")
