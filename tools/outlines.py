"""Makes bot/console/static/outlines.json: the outlines of Albania and Kosovo for the console's map.

They are Natural Earth's, as in the npm package world-atlas; it says what of it was taken and when. To make them again:

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
    python tools/outlines.py package/countries-10m.json 2026-11-22
"""  # noqa: INP001 -- a script, no package

import json
import sys
from itertools import accumulate
from pathlib import Path
from typing import Any

COUNTRIES = {"AL": "Albania", "XK": "Kosovo"}
"""By name: Kosovo has no number there."""
FILE = Path(__file__).parents[1] / "bot" / "console" / "static" / "outlines.json"


def main(file: str, day: str) -> None:
    topology = json.loads(Path(file).read_text("utf-8"))
    rings = {code: _rings(topology, name) for code, name in COUNTRIES.items()}
    # Of an arc that is walked backwards the number is turned round: ~3 is the fourth (TopoJSON, section 2.1.4).
    kept = sorted({arc if arc >= 0 else ~arc for country in rings.values() for ring in country for arc in ring})
    new = {old: kept.index(old) for old in kept} | {~old: ~kept.index(old) for old in kept}
    made = {
        "source": "Natural Earth 4.1.0, 1:10m, in world-atlas 2.0.2 (npm): https://github.com/topojson/world-atlas",
        "licence": "Natural Earth: public domain. world-atlas: ISC, Copyright 2013-2019 Michael Bostock",
        "taken": day,
        "countries": {code: [[new[arc] for arc in ring] for ring in country] for code, country in rings.items()},
        "arcs": [_degrees(topology, arc) for arc in kept],
    }
    lines = [f"  {json.dumps(name)}: {_written(value)}" for name, value in made.items()]
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _rings(topology: Any, name: str) -> list[list[int]]:
    (country,) = (one for one in topology["objects"]["countries"]["geometries"] if one["properties"]["name"] == name)
    if country["type"] != "Polygon":
        raise SystemExit(f"{name} is no longer one piece of land there: teach this script and the map about islands.")
    return list(country["arcs"])


def _degrees(topology: Any, arc: int) -> list[list[float]]:
    """Longitude and latitude of its points; a thousandth of a degree is about 100 m, a dot of the map is 700."""
    steps = topology["arcs"][arc]
    across, up = accumulate(x for x, _ in steps), accumulate(y for _, y in steps)
    (by_x, by_y), (from_x, from_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [[round(from_x + x * by_x, 3), round(from_y + y * by_y, 3)] for x, y in zip(across, up, strict=True)]


def _written(value: Any) -> str:
    if not isinstance(value, list):
        return json.dumps(value)
    return "[\n" + ",\n".join("    " + json.dumps(each, separators=(",", ":")) for each in value) + "\n  ]"


if __name__ == "__main__":
    main(*sys.argv[1:])
