"""Rules for activities: place and service exist, sources are of the past, and what is long over is cleared away."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from bot.checks.dates import is_to_come
from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading

KEPT: Final = timedelta(days=365)
"""How long a past activity may stand: nobody sees it, but next year's may be made of it."""


def activities_stand_in_a_known_place(reading: Reading, _today: date) -> Iterator[Problem]:
    for path, number, activity in reading.activities.values():
        if activity.place is None:
            continue
        where = ("activities", number, "place")
        found = reading.places.get(activity.place)
        if found is None:
            sentence = f"There is no place '{activity.place}'."
            yield _at(path, where, sentence, "Correct it; the places stand in places.yaml.")
        elif found[2].country != activity.country:
            sentence = f"'{activity.place}' lies in {found[2].country}, the activity in {activity.country}."
            yield _at(path, where, sentence, "Correct the place or the country.")


def activities_name_a_service_that_may_be_named(reading: Reading, _today: date) -> Iterator[Problem]:
    """Whoever reads of a meeting must not learn from it where a hiding place is, nor that it is one."""
    for path, number, activity in reading.activities.values():
        if activity.service is None:
            continue
        where = ("activities", number, "service")
        found = reading.services.get(activity.service)
        if found is None:
            sentence = f"There is no service '{activity.service}'."
            yield _at(path, where, sentence, "Correct it; write the 'id' of a service, or leave it out.")
        elif found[2].confidential:
            sentence = f"The service '{activity.service}' is confidential and must not be named."
            yield _at(path, where, sentence, "Leave the service out.")


def activities_were_checked(reading: Reading, today: date) -> Iterator[Problem]:
    """Nobody can have checked anything tomorrow, nor can a source have been written then."""
    for path, number, activity in reading.activities.values():
        if activity.verified.on > today:
            where = ("activities", number, "verified")
            yield _at(path, where, f"'{activity.id}' was checked in the future.", "Correct the date.")
        for at, source in enumerate(activity.sources):
            if is_to_come(source.dated, today):
                deep = ("activities", number, "sources", at, "dated")
                yield _at(path, deep, "The source was written in the future.", "Correct the date.")


def activities_are_cleared_away(reading: Reading, today: date) -> Iterator[Problem]:
    """Advice only: what is past is not shown anyway, and no date may break what was in order yesterday."""
    for path, number, activity in reading.activities.values():
        if activity.last_day + KEPT < today:
            sentence = f"'{activity.id}' was over on {activity.last_day}, more than a year ago."
            remedy = f"Delete it here, and its words in {path.name} of every language."
            yield _at(path, ("activities", number), sentence, remedy, "advice")
