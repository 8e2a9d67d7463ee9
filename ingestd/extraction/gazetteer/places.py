# ruff: noqa: RUF001, PLR2004 - Cyrillic letters are meant; lengths of names
"""Looks names up: countries, cities, regions, well-known unions of states, demonyms."""

import json
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal, TypedDict, cast

from ingestd.extraction.view import fold

LANGUAGES = ("en", "fr", "vi", "ru", "de")
"""Those whose spellings are known; others are read by the English ones."""
# Codes that CLDR names but that are no countries.
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
_RUSSIAN_CASES = (
    ("ия", ("ии", "ию", "ией")),
    ("я", ("и", "ю", "ей", "е")),
    ("а", ("ы", "и", "у", "ой", "е")),
    ("й", ("я", "ю", "ем", "е")),
    ("ь", ("я", "и", "ю", "ем", "е")),
)
_RUSSIAN_HARD = ("а", "у", "ом", "е")


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the gazetteer: its reference, its country where it has one, its first case."""

    reference: str
    country: str | None
    name: str = ""


class Own(TypedDict):
    """The hand-written table."""

    cities: list[str]
    regions: list[str]
    towns: dict[str, str]
    towns_ru: dict[str, str]
    countries: dict[str, list[str]]
    organizations: list[str]
    demonyms: dict[str, list[str]]
    currencies: dict[str, list[str]]


class Spellings(TypedDict):
    """What a language beyond the first four calls places and peoples, in a file of its own."""

    spellings: dict[str, str]
    towns: dict[str, str]
    countries: list[str]
    demonyms: list[str]
    currencies: list[str]


_FIRST = ("en", "fr", "vi", "ru")
"""The languages that `own.json` has columns of; others have a file, or English names."""


@cache
def _spellings(language: str) -> Spellings | None:
    if language not in LANGUAGES or language in _FIRST:
        return None
    return cast("Spellings", json.loads(_table(f"{language}.json")))


def _column(slug: str, names: list[str], language: str) -> list[str]:
    """All spellings of an entry in one language; the English ones where it has none."""
    spelt = _spellings(language)
    if spelt is not None:
        return [*spelt["spellings"].get(slug, names[0]).split(";")]
    return names[_FIRST.index(language) if language in _FIRST else 0].split(";")


def _own_list(kind: Literal["countries", "demonyms", "currencies"], language: str) -> list[str]:
    spelt = _spellings(language)
    if spelt is not None:
        return spelt[kind]
    return own()[kind][language if language in _FIRST else "en"]


def own() -> Own:
    """The hand-written table, read."""
    return cast("Own", json.loads(_table("own.json")))


def _table(name: str) -> str:
    return files("ingestd.extraction.gazetteer").joinpath(name).read_text(encoding="utf-8")


def key(name: str, language: str) -> str:
    """The form names are looked up by; Vietnamese keeps its marks, they tell words apart."""
    return " ".join(name.lower().replace("-", " ").split()) if language == "vi" else fold(name)


@cache
def places(language: str) -> dict[str, Known]:
    """Every known name of one language, by its key."""
    own_names = _french() if language == "fr" else {}
    table = own_names | _towns(language) | _regions(language) | _organizations(language)
    return table | _cities(language) | _countries(language)


@cache
def openers(language: str) -> dict[str, int]:
    """The first words of all known names, and how many words the longest of them has.

    A full stop, as in "TP. Hồ Chí Minh", is a word of its own.
    """
    found: dict[str, int] = {}
    for name in places(language):
        first, *rest = name.replace(".", " . ").split()
        found[first] = max(found.get(first, 0), len(rest) + 1)
    return found


@cache
def longest(language: str) -> int:
    """The number of words of the longest known name."""
    return max(len(name.split()) for name in places(language))


@cache
def countries(language: str) -> dict[str, str]:
    """ISO codes by key, for one language."""
    names = {
        name: known.country
        for name, known in places(language).items()
        if known.reference.startswith("country:") and known.country
    }
    return dict(names)


@cache
def demonyms(language: str) -> dict[str, str | None]:
    """Adjectives of peoples, by key (Russian: by stem), with their country."""
    pairs = (entry.split("=") for entry in _own_list("demonyms", language))
    return {key(name, language): code or None for name, code in pairs}


@cache
def demonym_pairs(language: str) -> frozenset[str]:
    """Adjectives of peoples that are two words: "sri lankan"."""
    return frozenset(name for name in demonyms(language) if " " in name)


@cache
def currencies(language: str) -> dict[str, str]:
    """ISO 4217 codes by the words and signs of one language."""
    pairs = (entry.partition("=") for entry in _own_list("currencies", language))
    return {name: code for name, _, code in pairs}


def _countries(language: str) -> dict[str, Known]:
    table: dict[str, Known] = {}
    names = json.loads(_table("territories.json"))["territories"]
    names = names.get(language, names["en"])
    for code, name in names.items():
        if code not in _NO_COUNTRIES:
            _enter(table, (name,), Known(f"country:{code}", code), language)
    for entry in _own_list("countries", language):
        name, code = entry.split("=")
        _enter(table, (name,), Known(f"country:{code}", code), language)
    return table


def _cities(language: str) -> dict[str, Known]:
    table: dict[str, Known] = {}
    for entry in own()["cities"]:
        slug, code, *names = entry.split("|")
        known = Known(f"city:{slug}-{code.lower()}", code)
        _enter(table, _column(slug, names, language), known, language)
    return table


def _towns(language: str) -> dict[str, Known]:
    """Smaller places, which Latin scripts spell alike: French keeps its names everywhere."""
    table: dict[str, Known] = {}
    spelt = _spellings(language)
    listed = own()["towns_ru"] if language == "ru" else own()["towns"]
    for code, names in (*listed.items(), *(spelt["towns"].items() if spelt else ())):
        for name in names.split(";"):
            reference = f"city:{fold(name).replace(' ', '-')}-{code.lower()}"
            _enter(table, (name,), Known(reference, code), language)
    return table


def _regions(language: str) -> dict[str, Known]:
    return _unbound("regions", "region", language)


def _french() -> dict[str, Known]:
    """Regions, rivers, seas and mountains by names that only French gives them."""
    table: dict[str, Known] = {}
    for name in json.loads(_table("french.json"))["places"].split(";"):
        _enter(table, (name,), Known(f"region:{fold(name).replace(' ', '-')}", None), "fr")
    return table


def _organizations(language: str) -> dict[str, Known]:
    return _unbound("organizations", "organization", language)


def _unbound(table_name: str, prefix: str, language: str) -> dict[str, Known]:
    table: dict[str, Known] = {}
    entries = own()["regions"] if table_name == "regions" else own()["organizations"]
    for entry in entries:
        slug, *names = entry.split("|")
        known = Known(f"{prefix}:{slug}", None)
        _enter(table, _column(slug, names, language), known, language)
    return table


def _enter(
    table: dict[str, Known], names: tuple[str, ...] | list[str], known: Known, language: str
) -> None:
    for name in names:
        for form in _forms(name, language):
            table.setdefault(key(form, language), replace(known, name=name))


def _forms(name: str, language: str) -> tuple[str, ...]:
    if language != "ru" or " " in name or len(name) < 4 or name.isupper():
        return (name,)
    for ending, cases in _RUSSIAN_CASES:
        if name.endswith(ending):
            return (name, *(name.removesuffix(ending) + case for case in cases))
    return (name, *(name + case for case in _RUSSIAN_HARD))
