"""Rules for length: what the schema does not bound must fit one message too."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from bot.checks.editions import editions
from bot.checks.passages import passages
from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.service_schema import Service

LIMIT: Final = 4096
"""UTF-16 units of a message's text (Bot API, sendMessage)."""

FRAME: Final = 500
"""Room for what the program adds: title, banner, line of sources, remarks about the language (210 at most today)."""

PER_SOURCE: Final = 60
"""Room beside a source's title for its date and the day of our check (45 at most today)."""

PER_SERVICE: Final = 250
"""Room beside a service's own words for its town, country, distance, and the remark on how sure we are (135)."""

AT_HOME: Final = 3
ABROAD: Final = 9
"""Services in one message (bot.conversation.nearby); abroad those for the whole EU stand with the country's own."""
EVERYWHERE: Final = "EU"


def units(text: str) -> int:
    """Length as Telegram counts it: most emoji are two."""
    return len(text.encode("utf-16-le")) // 2


def sources_fit(reading: Reading, _today: date) -> Iterator[Problem]:
    """The list of sources is one message too; addresses of pages are not counted, as nobody sees them."""
    for edition in editions(reading):
        size = FRAME + sum(units(source.title) + PER_SOURCE for source in edition.facts.sources or ())
        if size > LIMIT:
            yield _too_long(edition.path, ("sources",), size)


def services_fit(reading: Reading, _today: date) -> Iterator[Problem]:
    """The longest services that one message can hold."""
    home = {place.country for _, _, place in reading.places.values()}
    for language in reading.languages():
        by_country = _sizes(reading, language)
        for country, sizes in by_country.items():
            more = () if country in home else by_country.get(EVERYWHERE, ()) if country != EVERYWHERE else ()
            longest = sorted((*sizes, *more), reverse=True)[: AT_HOME if country in home else ABROAD]
            size = FRAME + sum(size for size, _ in longest)
            if size > LIMIT:
                path, number, _ = reading.services[longest[0][1]]
                yield _too_long(path, ("services", number), size)


def _sizes(reading: Reading, language: str) -> dict[str, list[tuple[int, str]]]:
    words: dict[str, int] = defaultdict(int)
    for passage in passages(reading):
        if passage.owner.noun == "service" and passage.language == language:
            words[passage.owner.name] += units(passage.text)
    sizes: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for service_id, (_, _, service) in reading.services.items():
        sizes[service.country].append((words[service_id] + _facts(service), service_id))
    return sizes


def _facts(service: Service) -> int:
    host = service.website.split("/")[2] if service.website else None
    said = (service.address, service.city, service.hours, host, *service.shown_phones)
    return PER_SERVICE + sum(units(text) + 2 for text in said if text)


def _too_long(path: Path, keys: Sequence[str | int], size: int) -> Problem:
    sentence = f"One message would have {size} characters; Telegram takes {LIMIT}."
    return _at(path, keys, sentence, "Shorten it.")
