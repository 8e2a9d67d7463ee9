"""Countries, and two unions of them, by their names in the languages of Europe and its neighbours."""
# ruff: noqa: RUF001  Cyrillic is what this table is about

import json
from collections import defaultdict
from functools import cache
from importlib.resources import files

from ingestd.resolution.names import fold

# What CLDR does not say: short and official names that news use.
_MORE = {
    "AE": "uae;оаэ", "BA": "bih", "BY": "белоруссия;bílorusko",
    "CZ": "czech republic;česká republika;republika czeska;чешская республика;češka republika",
    "DE": "фрг;фрн;srn;rfn;federal republic of germany;spolková republika německo;"
          "republika federalna niemiec;zvezna republika nemčija",
    "EU": "eu;ue;ес;єс;евросоюз;євросоюз;евросъюз", "UN": "onu;оон",
    "GB": "uk;great britain;britain;великобритания;британия;velká británie;británie;"
          "wielka brytania;brytania;velika britanija;britanija;великобританія;велика британія;"
          "британія;соединенное королевство;zjednoczone królestwo;обединено кралство;"
          "сполучене королівство;royaume uni;grande bretagne;großbritannien",
    "KR": "южная корея;hàn quốc;korea południowa;jižní korea", "NL": "holland;голландия;holandia;холандия",
    "PL": "republic of poland;rzeczpospolita polska;polská republika",
    "RU": "рф;russian federation;российская федерация;ruská federace;federacja rosyjska;"
          "ruska federacija;руска федерация;російська федерація;liên bang nga",
    "US": "usa;us;u.s.;united states of america;сша;сащ;zda;соединенные штаты;"
          "соединенные штаты америки;spojené státy;spojené státy americké;stany zjednoczone;"
          "stany zjednoczone ameryki;združene države;съединени щати;съединени американски щати;"
          "сполучені штати;сполучені штати америки;états unis;hoa kỳ;mỹ",
    "VA": "ватикан;vatican;vatikan;watykan;vatikán",
}  # fmt: skip


_UNIONS = frozenset({"EU", "UN"})


@cache
def _by_name() -> dict[str, str]:
    """ISO 3166-1 alpha-2 by folded name, where a name is of one country only."""
    table = files("ingestd.resolution").joinpath("territories.json")
    read: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))["territories"]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for names in (read, _MORE):
        for code, listed in names.items():
            for name in listed.split(";"):
                found[fold(name)].add(code)
    return {name: min(codes) for name, codes in found.items() if name and len(codes) == 1}


def country_named(name: str) -> str | None:
    """Return the country that goes by this name, in whatever language; None for no such."""
    code = _by_name().get(fold(name))
    return None if code in _UNIONS else code


def union_named(name: str) -> str | None:
    """Return which union of countries goes by this name: EU or UN; None for no such."""
    code = _by_name().get(fold(name))
    return code if code in _UNIONS else None
