"""Countries and unions of them go by many names, and by none that others have too."""

from importlib.resources import files

import pytest

from ingestd.resolution.bake_territories import bake
from ingestd.resolution.entities import known
from ingestd.resolution.territories import country_named, union_named


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Rosja", "RU"), ("Ruská federace", "RU"), ("Великобритания", "GB"), ("Velká Británie", "GB"),
        ("ВЕЛИКА БРИТАНІЯ", "GB"), ("Việt Nam", "VN"), ("Вьетнам", "VN"), ("Njemačka", "DE"),
        ("the United States", "US"), ("Lyon", None), ("EU", None), ("", None),
    ],
)  # fmt: skip
def test_a_country_is_known_in_many_languages(name: str, code: str | None) -> None:
    assert country_named(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("Unia Europejska", "EU"), ("Евросоюз", "EU"), ("United Nations", "UN"), ("France", None)],
)
def test_a_union_of_countries_is_no_country(name: str, code: str | None) -> None:
    assert union_named(name) == code


def test_who_goes_by_such_a_name_is_the_gazetteers_entry() -> None:
    found = [
        known("Francja", "place"),
        known("Francja", "person"),
        known("Francja", "company"),
        known("Evropská unie", "organization", country="BE"),
        known("Francja", "place", reference="city:francja"),
    ]

    assert [(each.reference, each.country) for each in found] == [
        ("country:FR", "FR"), (None, None), (None, None), ("organization:eu", "BE"),
        ("city:francja", None),
    ]  # fmt: skip


def test_the_baked_table_is_what_the_script_bakes() -> None:
    table = files("ingestd.resolution").joinpath("territories.json")

    assert table.read_text(encoding="utf-8") == bake()
