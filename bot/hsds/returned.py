"""What came back: the services of all packages, one for each language, brought together with the packs in use."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.hsds.errors import ExchangeError
from bot.hsds.inward import Entry, entry
from bot.hsds.package import Package
from bot.packs.service_schema import Service, ServiceWords


@dataclass(frozen=True)
class Returned:
    """`left_out` has the services whose withheld fields are not known here."""

    services: Mapping[str, Service]
    words: Mapping[str, Mapping[str, ServiceWords]]
    left_out: Mapping[str, tuple[str, ...]]


def returned(packages: Iterable[Package], packs: Mapping[str, Service]) -> Returned:
    """`packs` holds what was withheld. Raises ExchangeError where two packages say different things."""
    services: dict[str, Service] = {}
    words: dict[str, dict[str, ServiceWords]] = defaultdict(dict)
    left_out: dict[str, tuple[str, ...]] = {}
    for package in packages:
        for thing in package.services:
            found = entry(thing, package.language, packs)
            _keep(found, services, words[found.service.id])
            if found.left_out:
                left_out[found.service.id] = found.left_out
    return Returned(services, dict(words), left_out)


def _keep(found: Entry, services: dict[str, Service], words: dict[str, ServiceWords]) -> None:
    key = found.service.id
    differing = changed_fields(services.setdefault(key, found.service), found.service)
    if words.setdefault(found.language, found.words) != found.words:
        differing.append(f"the words in {found.language}")
    if differing:
        said = ", ".join(differing)
        raise ExchangeError(f"Service '{key}' stands twice and differs in {said}. Make them the same, or remove one.")


def changed_fields(before: Service, after: Service) -> list[str]:
    return [name for name in Service.model_fields if getattr(before, name) != getattr(after, name)]
