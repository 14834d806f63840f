"""Rules for dates: nothing past, nothing from the future."""

from collections.abc import Iterator
from datetime import date

from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading


def reviews_hold(reading: Reading, today: date) -> Iterator[Problem]:
    """No topic is past its review."""
    for path, _, topic in reading.topics.values():
        if topic.review_by < today:
            sentence = f"The review was due on {topic.review_by}."
            yield _at(path, ("review_by",), sentence, "Check the facts, then set 'reviewed' and 'review_by'.")
        if topic.reviewed > today:
            yield _at(path, ("reviewed",), "The date of the review is in the future.", "Correct the date.")


def sources_were_read(reading: Reading, today: date) -> Iterator[Problem]:
    """Nobody can have read a source tomorrow."""
    for path, _, topic in reading.topics.values():
        for number, source in enumerate(topic.sources):
            if source.checked > today:
                where = ("sources", number, "checked")
                yield _at(path, where, "The source was checked in the future.", "Correct the date.")


def services_hold(reading: Reading, today: date) -> Iterator[Problem]:
    """No service is past its next check."""
    for path, number, service in reading.services.values():
        if service.recheck_by < today:
            sentence = f"'{service.id}' was to be checked again by {service.recheck_by}."
            where = ("services", number, "recheck_by")
            yield _at(path, where, sentence, "Check it, then set 'verified' and 'recheck_by'.")
