"""`datapackage.json`: which files a tabular package has, their columns, types and keys (Frictionless Table Schema)."""

import json
from datetime import date
from typing import Any, Final

from bot.hsds.tables import TABLES, Table

DESCRIPTOR: Final = "datapackage.json"


def descriptor(language: str, created: date) -> str:
    package = {
        "name": f"udha-services-{language}",
        "title": f"Udha: directory of services ({language}), HSDS 3.0",
        "profile": "tabular-data-package",
        "created": f"{created.isoformat()}T00:00:00Z",
        "licenses": [{"path": "LICENSE", "title": "See the file LICENSE of this package"}],
        "resources": [_resource(table) for table in TABLES.values()],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": table.path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(table, name) for name in table.columns],
            "missingValues": [] if table.of_texts else [""],
            "primaryKey": "id",
            "foreignKeys": [
                {"fields": column, "reference": {"resource": other, "fields": "id"}}
                for column, other in table.links.items()
            ],
        },
    }


def _field(table: Table, name: str) -> dict[str, Any]:
    constraints = {"required": name in table.required, "unique": name == "id"}
    return {"name": name, "type": table.columns[name], "constraints": constraints}
