"""The Bot API's own description, where it is at hand, and what of an object does not fit it."""

import json
from pathlib import Path
from typing import Any

_PLACE = Path(__file__).parents[2].parent / "shared" / "botapi" / "api.json"
_SCALARS: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "String": str,
    "Boolean": bool,
    "True": bool,
    "Float": (int, float),
}


def description() -> dict[str, Any] | None:
    """Read the description of the Bot API, or None where this copy of the project stands without it."""
    if not _PLACE.exists():
        return None
    found: dict[str, Any] = json.loads(_PLACE.read_text())
    return found


def problems(api: dict[str, Any], kind: str, value: Any, where: str = "") -> list[str]:
    """List what is missing, unknown or of another type."""
    if kind.startswith("Array of "):
        return _of_list(api, kind[9:], value, where)
    if kind in _SCALARS:
        fits = isinstance(value, _SCALARS[kind]) and (kind in {"Boolean", "True"} or not isinstance(value, bool))
        return [] if fits else [f"{where}: {value!r} is no {kind}"]
    described = api["types"][kind]
    if "subtypes" in described:
        return _of_union(api, described["subtypes"], value, where)
    return _of_object(api, kind, value, where)


def _of_list(api: dict[str, Any], kind: str, value: Any, where: str) -> list[str]:
    if not isinstance(value, list):
        return [f"{where}: {value!r} is no list"]
    return [fault for place, one in enumerate(value) for fault in problems(api, kind, one, f"{where}[{place}]")]


def _of_union(api: dict[str, Any], kinds: list[str], value: Any, where: str) -> list[str]:
    found = [problems(api, kind, value, where) for kind in kinds]
    return min(found, key=len)


def _of_object(api: dict[str, Any], kind: str, value: Any, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no {kind}"]
    known = {field["name"]: field for field in api["types"][kind].get("fields", [])}
    missing = [f"{where}.{name} is missing" for name, one in known.items() if one["required"] and name not in value]
    unknown = [f"{where}.{name} is not in {kind}" for name in value if name not in known]
    inside = [
        fault
        for name, one in value.items()
        if name in known
        for fault in min((problems(api, t, one, f"{where}.{name}") for t in known[name]["types"]), key=len)
    ]
    return missing + unknown + inside
