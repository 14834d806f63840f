"""What is written holds against the schemas that HSDS published (tests/hsds/hsds-3.0.json says from where)."""

import csv
import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings

from bot.hsds.tables import HAS_MANY, HAS_ONE, TABLES
from bot.packs.assets import Packs
from tests.hsds.things import DAY, HSDS, directories, editions, faults, the_real_services

SCHEMAS: dict[str, Any] = HSDS["$defs"]
OURS = ("x_",)


@pytest.mark.parametrize("with_hidden", [False, True])
def test_every_real_service_holds_against_the_schema(with_hidden: bool) -> None:  # noqa: FBT001 -- a parameter of pytest
    for package in editions(the_real_services(), with_hidden=with_hidden):
        page = json.loads(package.written("json", DAY)["services.json"])
        assert faults("page", page) == []
        assert page["total_items"] == page["size"] == len(page["contents"]) == len(the_real_services().services)
        assert faults("meta_table_description", page["meta_table_description"]) == []


@settings(max_examples=50)
@given(packs=directories())
def test_any_service_holds_against_the_schema(packs: Packs) -> None:
    for package in editions(packs):
        assert [fault for service in package.services for fault in faults("service", service)] == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"id": "al_line"}, "$.id: 'al_line' is not a 'uuid'"),
        ({"status": "open"}, "$.status: 'open' is not one of"),
        ({"phones": [{"id": "04b44240-f637-4da4-af08-759d1fc692f0"}]}, "$.phones[0]: 'number' is a required property"),
    ],
)
def test_the_schemas_would_find_what_is_wrong(broken: dict[str, Any], fault: str) -> None:
    service = editions(the_real_services())[0].services[0]
    (found,) = faults("service", service | broken)
    assert found.startswith(fault)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_published_name_columns_and_required_fields(name: str) -> None:
    table, schema = TABLES[name], SCHEMAS[name]
    assert table.path == schema["path"]
    assert [column for column in table.columns if column not in schema["properties"] and column[:2] not in OURS] == []
    assert table.required == {*schema["required"], *schema.get("tabular_required", ())}
    assert table.required <= table.columns.keys()


@pytest.mark.parametrize("name", TABLES)
def test_a_column_has_the_published_type(name: str) -> None:
    published = SCHEMAS[name]["properties"]
    dates = {"assured_date", "last_action_date"}
    own = {column: kind for column, kind in TABLES[name].columns.items() if column in published}
    assert own == {column: "date" if column in dates else published[column]["type"] for column in own}


def test_what_stands_inside_another_is_what_the_schemas_put_there() -> None:
    for owner, parts in HAS_MANY.items():
        for name, (other, column) in parts.items():
            assert SCHEMAS[owner]["properties"][name]["items"] == {"$ref": f"#/$defs/{other}"}
            assert column in SCHEMAS[other]["properties"]
    for owner, singles in HAS_ONE.items():
        for name, (other, column) in singles.items():
            assert SCHEMAS[owner]["properties"][name] == {"$ref": f"#/$defs/{other}"}
            assert column in SCHEMAS[owner]["properties"]


def test_the_tabular_package_keeps_what_its_descriptor_says() -> None:
    for package in editions(the_real_services()):
        files = package.written("csv", DAY)
        described = json.loads(files["datapackage.json"])
        assert described["profile"] == "tabular-data-package"
        assert {"datapackage.json", *(each["path"] for each in described["resources"])} == files.keys()
        tables = {each["name"]: _rows(files[each["path"]]) for each in described["resources"]}
        for resource in described["resources"]:
            _check(resource, tables)


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def _check(resource: dict[str, Any], tables: dict[str, list[dict[str, str]]]) -> None:
    """Columns, required and unique values, and keys that lead to a row."""
    schema, rows = resource["schema"], tables[resource["name"]]
    assert not rows or list(rows[0]) == [field["name"] for field in schema["fields"]]
    for field in schema["fields"]:
        values = [row[field["name"]] for row in rows]
        if field["constraints"]["required"]:
            assert not set(values) & set(schema["missingValues"])
        if field["constraints"]["unique"]:
            assert len(values) == len(set(values))
    for key in schema["foreignKeys"]:
        ids = {row["id"] for row in tables[key["reference"]["resource"]]}
        assert {row[key["fields"]] for row in rows} <= ids
