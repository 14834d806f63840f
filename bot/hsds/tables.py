"""The tables of the tabular form, column by column, in HSDS's names; what is ours begins with `x_`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

ColumnType = Literal["string", "number", "boolean", "date", "array"]


@dataclass(frozen=True)
class Table:
    """`links` says which table a column points to; `required` is HSDS's own list, the links among them included."""

    name: str
    path: str
    columns: Mapping[str, ColumnType]
    required: frozenset[str]
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def of_texts(self) -> bool:
        """In a table of texts an empty cell is an empty text: HSDS requires a postal code, and we do not invent one."""
        return set(self.columns.values()) <= {"string", "date"}


def _texts(names: str) -> dict[str, ColumnType]:
    return dict.fromkeys(names.split(), "string")


def _table(name: str, path: str, columns: Mapping[str, ColumnType], required: str = "", **links: str) -> Table:
    return Table(name, path, columns, frozenset(required.split()) | {"id"}, links)


_SERVICE: Final[dict[str, ColumnType]] = {
    **_texts("id organization_id name description url status application_process eligibility_description"),
    "assured_date": "date",
    **_texts("alert x_key x_language x_country x_place x_city x_reach"),
    **dict.fromkeys(("x_confidential", "x_women_staff"), "boolean"),
    **_texts("x_phone_status x_phone_note x_confidence x_verified_how"),
    "x_recheck_by": "date",
    "x_sources": "array",
    "x_withheld": "array",
}
_LOCATION: Final[dict[str, ColumnType]] = {
    **_texts("id location_type"),
    **dict.fromkeys(("latitude", "longitude", "x_town_latitude", "x_town_longitude"), "number"),
}
_ADDRESS: Final = _texts("id location_id address_1 city region state_province postal_code country address_type")
_TERM: Final = _texts("id code name description taxonomy language taxonomy_id")
_METADATA: Final[dict[str, ColumnType]] = {
    **_texts("id resource_id resource_type"),
    "last_action_date": "date",
    **_texts("last_action_type field_name previous_value replacement_value updated_by"),
}

TABLES: Final = {
    table.name: table
    for table in (
        _table("organization", "organizations.csv", _texts("id name description"), "name description"),
        _table("service", "services.csv", _SERVICE, "organization_id name status", organization_id="organization"),
        _table(
            "attribute",
            "attributes.csv",
            _texts("id link_id taxonomy_term_id link_type link_entity"),
            "link_id taxonomy_term_id link_entity",
            link_id="service",
            taxonomy_term_id="taxonomy_term",
        ),
        _table(
            "service_at_location",
            "service_at_location.csv",
            _texts("id service_id location_id"),
            "service_id location_id",
            service_id="service",
            location_id="location",
        ),
        _table("location", "locations.csv", _LOCATION, "location_type"),
        _table("phone", "phones.csv", _texts("id service_id number"), "number", service_id="service"),
        _table(
            "address",
            "addresses.csv",
            _ADDRESS,
            "address_1 city state_province postal_code country address_type",
            location_id="location",
        ),
        _table("schedule", "schedules.csv", _texts("id service_id description"), service_id="service"),
        _table("service_area", "service_areas.csv", _texts("id service_id name"), service_id="service"),
        _table(
            "required_document",
            "required_documents.csv",
            _texts("id service_id document"),
            service_id="service",
        ),
        _table("language", "languages.csv", _texts("id service_id name code"), service_id="service"),
        _table("taxonomy_term", "taxonomy_terms.csv", _TERM, "name description", taxonomy_id="taxonomy"),
        _table(
            "metadata",
            "metadata.csv",
            _METADATA,
            "resource_id resource_type last_action_date last_action_type field_name previous_value replacement_value"
            " updated_by",
            resource_id="service",
        ),
        _table("meta_table_description", "meta_table_descriptions.csv", _texts("id name language character_set")),
        _table(
            "cost_option",
            "cost_options.csv",
            {**_texts("id service_id"), "amount": "number", "amount_description": "string"},
            "service_id",
            service_id="service",
        ),
        _table("taxonomy", "taxonomies.csv", _texts("id name description"), "name description"),
    )
}
"""In the order in which HSDS numbers them."""

HAS_MANY: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "service": {
        "phones": ("phone", "service_id"),
        "schedules": ("schedule", "service_id"),
        "service_areas": ("service_area", "service_id"),
        "service_at_locations": ("service_at_location", "service_id"),
        "required_documents": ("required_document", "service_id"),
        "languages": ("language", "service_id"),
        "cost_options": ("cost_option", "service_id"),
        "attributes": ("attribute", "link_id"),
        "metadata": ("metadata", "resource_id"),
    },
    "location": {"addresses": ("address", "location_id")},
}
"""Where the nested form has a list: the table of its items, and their column that names the owner."""

HAS_ONE: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "service": {"organization": ("organization", "organization_id")},
    "service_at_location": {"location": ("location", "location_id")},
    "attribute": {"taxonomy_term": ("taxonomy_term", "taxonomy_term_id")},
    "taxonomy_term": {"taxonomy_detail": ("taxonomy", "taxonomy_id")},
}
"""Where the nested form has one thing inside another: its table, and the owner's column that names it."""
