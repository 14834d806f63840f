"""What kind of service it is and for whom it is meant especially, as terms of our taxonomies."""

from typing import Any, Final

from bot.hsds.identifiers import identifier
from bot.packs.assets import Packs
from bot.packs.service_schema import Service

Objects = list[dict[str, Any]]

CATEGORIES: Final = {
    "id": identifier("taxonomy", "categories"),
    "name": "Udha categories",
    "description": "The kinds of services in Udha's directory; the code is the same in every language.",
}
GROUPS: Final = {
    "id": identifier("taxonomy", "groups"),
    "name": "Udha groups",
    "description": "The people for whom a service is meant especially; others may be welcome too.",
}


def attributes(service: Service, packs: Packs, language: str) -> Objects:
    """The category, named in `language`, then the groups; their `link_type` says which is which."""
    term = _term(CATEGORIES, service.category, identifier("taxonomy_term", service.category))
    named = {"name": _category(service, packs, language), "language": language}
    own = {"id": identifier("attribute", service.id), "link_type": "category", "link_entity": "service"}
    return [own | {"taxonomy_term": term | named}, *_groups(service)]


def _groups(service: Service) -> Objects:
    """HSDS requires a name, and no file has words for a group: it is named by its key."""
    found: Objects = []
    for at, group in enumerate(service.groups):
        own = {"id": identifier("attribute", service.id, "group", at), "link_type": "intended_audience"}
        term = _term(GROUPS, group, identifier("taxonomy_term", "group", group)) | {"name": group}
        found.append({**own, "link_entity": "service", "taxonomy_term": term})
    return found


def _term(taxonomy: dict[str, str], code: str, key: str) -> dict[str, Any]:
    return {
        "id": key,
        "code": code,
        "description": "",
        "taxonomy": taxonomy["name"],
        "taxonomy_detail": dict(taxonomy),
    }


def _category(service: Service, packs: Packs, language: str) -> str:
    """Its title; its own key where no menu has words for it."""
    return packs.category(service.category, language) if service.category in packs.category_words else service.category
