"""Where a service is, as HSDS has it; a hiding place has no location at all."""

from typing import Any

from bot.hsds.children import place_name
from bot.hsds.identifiers import identifier
from bot.packs.assets import Packs
from bot.packs.service_schema import Service


def service_at_locations(service: Service, packs: Packs, language: str) -> list[dict[str, Any]]:
    """One, or none where we know no place or must not say it."""
    if service.confidential or not (service.place or service.city or service.address or service.position):
        return []
    addresses = [_address(service, packs, language)] if service.place or service.city or service.address else []
    location = {"id": identifier("location", service.id), "location_type": "physical", **_point(service)}
    if addresses:
        location["addresses"] = addresses
    return [{"id": identifier("service_at_location", service.id), "location": location}]


def _point(service: Service) -> dict[str, float]:
    """Latitude and longitude only of a door: whoever draws a map would put a pin in the middle of the town."""
    if service.position is None:
        return {}
    prefix = "" if service.position.precision == "street" else "x_town_"
    return {f"{prefix}latitude": service.position.lat, f"{prefix}longitude": service.position.lon}


def _address(service: Service, packs: Packs, language: str) -> dict[str, str]:
    """What HSDS requires and we do not know is empty. The municipality is the city, or the region of a named one."""
    municipality = place_name(service, packs, language)
    region = {"region": municipality} if municipality and service.city else {}
    return {
        "id": identifier("address", service.id),
        "address_1": service.address or "",
        "city": service.city or municipality or "",
        **region,
        "state_province": "",
        "postal_code": "",
        "country": service.country,
        "address_type": "physical",
    }
