"""The table of towns: which names it takes, and where they lead."""

from importlib.resources import files

from ingestd.extraction.gazetteer.bake_towns import City, bake, towns
from ingestd.extraction.gazetteer.towns import towns as known


def city(name: str, country: str = "XX", population: int = 200_000) -> City:
    return {"name": name, "countrycode": country, "population": population}


def test_of_namesakes_the_largest_is_kept() -> None:
    listed = [city("Springwell", "GB", 150_000), city("Springwell", "US", 900_000)]

    assert towns(listed) == {"US": "Springwell"}


def test_small_towns_and_names_that_are_words_are_left_out() -> None:
    listed = [
        city("Tinyville", population=99_999),
        city("Reading"),
        city("Victoria"),
        city("Ub"),
    ]

    assert towns(listed) == {}


def test_additions_to_a_name_are_cut() -> None:
    assert towns([city("Halden (Elbe)"), city("Vitora / Gastez")]) == {"XX": "Halden;Vitora"}


def test_the_table_says_where_it_is_from() -> None:
    baked = bake([city("Springwell")], "made up 1.0")

    assert "GeoNames" in baked
    assert "made up 1.0" in baked
    shipped = files("ingestd.extraction.gazetteer").joinpath("towns.json").read_text("utf-8")
    assert "GeoNames" in shipped


def test_a_town_leads_to_its_country() -> None:
    found = known()["guangzhou"]

    assert (found.reference, found.country, found.name) == (
        "city:guangzhou-cn",
        "CN",
        "Guangzhou",
    )
