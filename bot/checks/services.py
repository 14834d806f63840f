"""Rules for services."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.checks.passages import passages
from bot.checks.place_of import at as _at
from bot.checks.place_of import within as _within
from bot.checks.wording import matcher, of_language, without_links
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.translation.entries import must_be_whole

IN_ALL_OR_NONE: Final = ("does", "bring", "doubt")
"""Parts that a service may lack; a language without one would tell its readers less."""


def places_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    for path, at, service in reading.services.values():
        if service.place is not None and service.place not in reading.places:
            yield _at(
                path,
                ("services", at, "place"),
                f"There is no place '{service.place}'.",
                "Correct it; the places stand in places.yaml.",
            )


def what_is_near_has_a_place(reading: Reading, _today: date) -> Iterator[Problem]:
    """Without a place nobody can be told how far it is; abroad we know no municipalities."""
    home = {place.country for _, _, place in reading.places.values()}
    for path, at, service in reading.services.values():
        if service.place is None and service.reach != "national" and service.country in home:
            sentence = f"'{service.id}' serves a part of the country and has no place."
            yield _at(path, ("services", at), sentence, "Add 'place', or set 'reach' to national.")


def parts_stand_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    """Each part in all languages or in none; a translation may be behind (see bot.checks.stale)."""
    whole = must_be_whole(reading)
    for service_id, by_language in reading.service_words.items():
        written = [said for language, said in by_language.items() if language in whole]
        for part in IN_ALL_OR_NONE:
            lacking = [path for path, words in written if getattr(words, part) is None]
            for path in lacking if len(lacking) < len(written) else ():
                sentence = f"'{service_id}' has '{part}' in another language and not in this one."
                yield _at(path, (service_id,), sentence, "Give it in all languages or in none.")


def hiding_places_stay_hidden(reading: Reading, _today: date) -> Iterator[Problem]:
    """The schema keeps the address out; the words must not tell it either."""
    hidden = {service.id for _, _, service in reading.services.values() if service.confidential}
    for passage in passages(reading):
        if passage.owner.noun == "service" and passage.owner.name in hidden:
            streets = matcher(of_language(reading, "streets", passage.language))
            found = streets.search(without_links(passage.text))
            if found:
                sentence = f"'{found[0]}' may tell where '{passage.owner.name}' is, and it is confidential."
                yield _within(passage, found[0], sentence, "Take out whatever leads to its door.")
