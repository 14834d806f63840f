"""From the packs to HSDS: each service as one nested object, in the words of one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from bot.hsds.attributes import attributes
from bot.hsds.children import (
    cost_options,
    languages,
    metadata,
    phones,
    required_documents,
    schedules,
    service_areas,
)
from bot.hsds.identifiers import identifier
from bot.hsds.locations import service_at_locations
from bot.hsds.withheld import withheld, without
from bot.packs.assets import Packs
from bot.packs.service_schema import Service

APPOINTMENT: Final = "appointment: "
"""What stands before our `none` or `needed` in HSDS's free text on how one comes to the service."""


@dataclass(frozen=True)
class Edition:
    """In whose words, and whether with what is shown to nobody: that is for our own safe-keeping only."""

    packs: Packs
    language: str
    with_hidden: bool = False


def services(edition: Edition) -> list[dict[str, Any]]:
    """Every service, in the order of their keys."""
    return [_service(edition.packs.services[key], edition) for key in sorted(edition.packs.services)]


def _service(service: Service, edition: Edition) -> dict[str, Any]:
    left_out = () if edition.with_hidden else withheld(service)
    shown = without(service, left_out)
    return dict(_filled({**_own(shown, edition), "x_withheld": list(left_out), **_around(shown, edition)}))


def _filled(known: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What is not known is not there; `0` and `False` are known."""
    return ((name, value) for name, value in known.items() if value not in (None, [], ""))


def _own(service: Service, edition: Edition) -> dict[str, Any]:
    said = edition.packs.service(service.id, edition.language)
    return {
        "id": identifier("service", service.id),
        "name": said.words.name,
        "description": said.words.does,
        "url": service.website,
        "status": "active",
        "application_process": f"{APPOINTMENT}{service.appointment}" if service.appointment else None,
        "eligibility_description": said.words.serves,
        "assured_date": service.verified.on.isoformat(),
        "alert": said.words.doubt,
        "x_key": service.id,
        "x_language": said.language,
        "x_country": service.country,
        "x_place": service.place,
        "x_city": service.city if service.confidential else None,
        "x_reach": service.reach,
        "x_confidential": service.confidential,
        "x_women_staff": service.women_staff,
        "x_phone_status": service.phone_status,
        "x_phone_note": service.phone_note,
        "x_confidence": service.confidence,
        "x_verified_how": service.verified.how,
        "x_recheck_by": service.recheck_by.isoformat(),
        "x_sources": [source.model_dump(exclude_none=True) for source in service.sources],
    }


def _around(service: Service, edition: Edition) -> dict[str, Any]:
    """Whom it belongs to and what hangs on it."""
    said = edition.packs.service(service.id, edition.language)
    return {
        "organization": {
            "id": identifier("organization", service.organisation),
            "name": service.organisation,
            "description": "",
        },
        "phones": phones(service),
        "schedules": schedules(service),
        "service_areas": service_areas(service, edition.packs, edition.language),
        "service_at_locations": service_at_locations(service, edition.packs, edition.language),
        "required_documents": required_documents(service, said.words.bring),
        "languages": languages(service, edition.language),
        "cost_options": cost_options(service),
        "attributes": attributes(service, edition.packs, edition.language),
        "metadata": metadata(service),
    }
