"""Given names of the world and Vietnamese family names: hand-written, folded."""

import json
from functools import cache
from importlib.resources import files

from ingestd.extraction.view import fold


@cache
def given_names() -> frozenset[str]:
    """Given names of many countries, folded."""
    table = _people()
    return frozenset(fold(name) for name in (table["given"] + " " + table["given_ru"]).split())


@cache
def vietnamese_surnames() -> frozenset[str]:
    """The closed set of Vietnamese family names, folded."""
    return frozenset(_people()["surnames_vi"].split())


@cache
def _people() -> dict[str, str]:
    table = files("ingestd.extraction.gazetteer").joinpath("people.json")
    read: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))
    return read
