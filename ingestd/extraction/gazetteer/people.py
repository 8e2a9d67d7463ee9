# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Given names and family names of the world: hand-written, folded."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ingestd.extraction.view import fold


@cache
def given_names() -> frozenset[str]:
    """Given names of many countries, folded."""
    bent = (name for name in russian_given_names())
    listed = (_people()["given"], _table("french.json")["given"])
    return frozenset(fold(name) for name in (*" ".join(listed).split(), *bent))


@cache
def russian_given_names() -> dict[str, tuple[str, str]]:
    """Russian spellings of given names in their cases: the first case, and which it is."""
    forms: dict[str, tuple[str, str]] = {}
    listed = [name[:1].upper() + name[1:] for name in _people()["given_ru"].split()]
    for name in listed:
        forms[name] = (name, "nom")
    for name in listed:
        for form, case in _bent(name):
            forms.setdefault(form, (name, case))
    return forms


_CASES = ("gen", "dat", "ins")
_ENDINGS = (
    ("ия", ("ии", "ии", "ией")),
    ("я", ("и", "е", "ей")),
    ("а", ("ы", "е", "ой")),
    ("й", ("я", "ю", "ем")),
    ("ь", ("я", "ю", "ем")),
)
_HARD = ("а", "у", "ом")


def _bent(name: str) -> Iterator[tuple[str, str]]:
    if name.endswith(("о", "и", "у", "е", "э", "ю", "ы")):
        return
    for ending, bent in _ENDINGS:
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            yield from ((stem + form, case) for form, case in zip(bent, _CASES, strict=True))
            return
    yield from ((name + form, case) for form, case in zip(_HARD, _CASES, strict=True))


@cache
def surnames() -> frozenset[str]:
    """Family names of many countries, folded; those that are common words are left out."""
    return frozenset(_people()["surnames"].split())


@cache
def vietnamese_surnames() -> frozenset[str]:
    """The closed set of Vietnamese family names, folded."""
    return frozenset(_people()["surnames_vi"].split())


@cache
def _people() -> dict[str, str]:
    return _table("people.json")


def _table(name: str) -> dict[str, str]:
    table = files("ingestd.extraction.gazetteer").joinpath(name)
    read: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))
    return read
