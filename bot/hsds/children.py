"""What hangs on a service in HSDS: numbers, hours, area, languages, cost, papers, and the last check."""

from typing import Any

from babel import Locale, UnknownLocaleError

from bot.hsds.identifiers import identifier
from bot.packs.assets import Packs
from bot.packs.service_schema import Service

Objects = list[dict[str, Any]]


def phones(service: Service) -> Objects:
    return [{"id": identifier("phone", service.id, at), "number": number} for at, number in enumerate(service.phones)]


def schedules(service: Service) -> Objects:
    """The hours as they are written, after OpenStreetMap's opening_hours; nothing is read into them."""
    if service.hours is None:
        return []
    return [{"id": identifier("schedule", service.id), "description": service.hours}]


def service_areas(service: Service, packs: Packs, language: str) -> Objects:
    """The country for a national service, otherwise the town that we know, which may serve more than itself."""
    near = None if service.reach == "national" else place_name(service, packs, language) or service.city
    country = _locale(language).territories.get(service.country, service.country)
    return [{"id": identifier("service_area", service.id), "name": near or country}]


def place_name(service: Service, packs: Packs, language: str) -> str | None:
    """The municipality in this language; its own key where no pack has the name."""
    if service.place is None or service.place not in packs.places:
        return service.place
    return packs.place_name(service.place, language)


def languages(service: Service, language: str) -> Objects:
    """Each with its name in `language`, where Unicode's tables have one."""
    names = _locale(language).languages
    spoken: Objects = []
    for at, code in enumerate(service.languages):
        named = {"name": names[code]} if code in names else {}
        spoken.append({"id": identifier("language", service.id, at), **named, "code": code})
    return spoken


def cost_options(service: Service) -> Objects:
    if service.cost is None:
        return []
    amount = {"amount": 0} if service.cost == "free" else {}
    return [{"id": identifier("cost_option", service.id), **amount, "amount_description": service.cost}]


def required_documents(service: Service, bring: str | None) -> Objects:
    """All in one: our words are a sentence, and nothing is read into them."""
    return [{"id": identifier("required_document", service.id), "document": bring}] if bring else []


def metadata(service: Service) -> Objects:
    """The last check, and the role that made it; HSDS asks for a name, and we never keep one."""
    day = service.verified.on.isoformat()
    return [
        {
            "id": identifier("metadata", service.id),
            "resource_type": "service",
            "last_action_date": day,
            "last_action_type": "update",
            "field_name": "assured_date",
            "previous_value": "",
            "replacement_value": day,
            "updated_by": service.verified.by_role,
        }
    ]


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language)
    except UnknownLocaleError:
        return Locale.parse("en")
