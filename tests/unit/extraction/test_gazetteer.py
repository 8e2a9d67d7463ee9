"""Places under the names of four languages."""

from importlib.resources import files

import pytest

from ingestd.extraction.gazetteer.bake import bake
from ingestd.extraction.gazetteer.places import LANGUAGES, key, longest, places


@pytest.mark.parametrize(
    ("language", "name", "reference"),
    [
        ("en", "Moscow", "city:moscow-ru"),
        ("fr", "Moscou", "city:moscow-ru"),
        ("ru", "Москве", "city:moscow-ru"),
        ("vi", "Matxcơva", "city:moscow-ru"),
        ("vi", "Nga", "country:RU"),
        ("vi", "Mỹ", "country:US"),
        ("vi", "Trung Quốc", "country:CN"),
        ("ru", "РФ", "country:RU"),
        ("ru", "Вьетнамом", "country:VN"),
        ("ru", "Индией", "country:IN"),
        ("en", "HÀ NỘI", "city:hanoi-vn"),
        ("en", "Việt Nam", "country:VN"),
        ("fr", "États-Unis", "country:US"),
        ("en", "Southeast Asia", "region:southeast-asia"),
        ("fr", "ONU", "organization:un"),
    ],
)
def test_a_name_leads_to_its_place_in_any_language(
    language: str, name: str, reference: str
) -> None:
    assert places(language)[key(name, language)].reference == reference


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_looked_up_by_words(language: str) -> None:
    assert all(name and len(name.split()) <= longest(language) for name in places(language))


def test_marks_tell_vietnamese_words_apart() -> None:
    assert "duc" not in places("vi")


def test_the_baked_table_is_what_the_script_bakes() -> None:
    table = files("ingestd.extraction.gazetteer").joinpath("territories.json")

    assert table.read_text(encoding="utf-8") == bake()
