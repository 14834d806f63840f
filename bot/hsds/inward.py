"""From HSDS to the packs: what one nested service says, as a service of ours and its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from bot.hsds.attributes import CATEGORIES, GROUPS
from bot.hsds.errors import ExchangeError
from bot.hsds.outward import APPOINTMENT
from bot.hsds.withheld import NOTHING, restored
from bot.packs.service_schema import Service, ServiceWords
from bot.packs.terms import Language, Part

Object = Mapping[str, Any]


class _Spoken(Part):
    """It becomes the name of a folder, so that not every text will do."""

    x_language: Language


@dataclass(frozen=True)
class Entry:
    """`left_out` names fields that were withheld and that the packs do not know either."""

    service: Service
    language: str
    words: ServiceWords
    left_out: tuple[str, ...]


def entry(thing: Object, language: str, packs: Mapping[str, Service]) -> Entry:
    """Raises ExchangeError, naming the service, where something is missing or makes no sense."""
    name = thing.get("x_key") or thing.get("name") or "without a name"
    try:
        spoken = _Spoken.model_validate({"x_language": thing.get("x_language", language)})
        withheld = tuple(field for field in thing.get("x_withheld", ()) if field in NOTHING)
        facts = restored(_facts(thing), withheld, packs.get(thing["x_key"]))
        return Entry(
            Service.model_validate(facts),
            spoken.x_language,
            ServiceWords.model_validate(_words(thing)),
            tuple(field for field in withheld if field not in facts),
        )
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the service"
        raise ExchangeError(f"Service '{name}': {where}: {first['msg']}. Correct it in the package.") from None
    except LookupError as fault:
        raise ExchangeError(f"Service '{name}' has no {fault} where it is looked for. Add it to the package.") from None
    except (TypeError, AttributeError) as fault:
        raise ExchangeError(f"Service '{name}' is not built as HSDS has it ({fault}). Correct the package.") from None


def _words(thing: Object) -> dict[str, Any]:
    papers = [paper["document"] for paper in thing.get("required_documents", ())]
    return {
        "name": thing.get("name"),
        "serves": thing.get("eligibility_description"),
        "does": thing.get("description"),
        "bring": ", ".join(papers) or None,
        "doubt": thing.get("alert"),
    }


def _facts(thing: Object) -> dict[str, Any]:
    known = {
        "id": thing["x_key"],
        "category": _category(thing),
        "organisation": thing["organization"]["name"],
        "place": thing.get("x_place"),
        "reach": thing["x_reach"],
        "confidential": thing.get("x_confidential"),
        "phones": [phone["number"] for phone in thing.get("phones", ())],
        "phone_status": thing.get("x_phone_status"),
        "phone_note": thing.get("x_phone_note"),
        "hours": _first(thing, "schedules").get("description"),
        "languages": [spoken["code"] for spoken in thing.get("languages", ())],
        "cost": _first(thing, "cost_options").get("amount_description"),
        "appointment": _appointment(thing),
        "women_staff": thing.get("x_women_staff"),
        "groups": _codes(thing, GROUPS),
        "website": thing.get("url"),
        "sources": thing["x_sources"],
        "confidence": thing["x_confidence"],
        "verified": _verified(thing),
        "recheck_by": thing["x_recheck_by"],
        **_where(thing),
    }
    return {name: value for name, value in known.items() if value not in (None, "", [])}


def _first(thing: Object, name: str) -> Object:
    return next(iter(thing.get(name, ())), {})


def _appointment(thing: Object) -> str | None:
    """Any other text than ours is refused later, by name: nobody can know whether it means that one is needed."""
    said = thing.get("application_process")
    return said.removeprefix(APPOINTMENT) if isinstance(said, str) else said


def _category(thing: Object) -> Any:
    codes = _codes(thing, CATEGORIES)
    if not codes:
        raise KeyError("attribute with a term of the taxonomy 'Udha categories'")
    return codes[0]


def _codes(thing: Object, taxonomy: Mapping[str, str]) -> list[Any]:
    """The codes of the terms of a taxonomy of ours; a package may have others beside them."""
    terms = (each["taxonomy_term"] for each in thing["attributes"] if "taxonomy_term" in each)
    return [term["code"] for term in terms if term.get("taxonomy_detail", {}).get("id") == taxonomy["id"]]


def _verified(thing: Object) -> dict[str, Any]:
    checks = (each for each in thing["metadata"] if each["field_name"] == "assured_date")
    role = next((each["updated_by"] for each in checks), None)
    return {"on": thing["assured_date"], "how": thing["x_verified_how"], "by_role": role}


def _where(thing: Object) -> dict[str, Any]:
    """A city that is only the municipality again is not told twice (see `locations`)."""
    location = _first(thing, "service_at_locations").get("location", {})
    address = _first(location, "addresses")
    own_city = "x_place" not in thing or "region" in address
    return {
        "country": address.get("country") or thing["x_country"],
        "city": (address.get("city") if own_city else None) or thing.get("x_city"),
        "address": address.get("address_1"),
        "position": _position(location),
    }


def _position(location: Object) -> dict[str, Any] | None:
    for prefix, precision in (("", "street"), ("x_town_", "town")):
        if f"{prefix}latitude" in location:
            point = {"lat": location[f"{prefix}latitude"], "lon": location[f"{prefix}longitude"]}
            return point | {"precision": precision}
    return None
