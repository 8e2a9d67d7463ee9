"""Public bodies under their many names."""

import pytest

from ingestd.resolution.bodies import is_common, signatures


def keys(name: str, country: str | None = None) -> set[str]:
    return {signature.key for signature in signatures(name, country)}


@pytest.mark.parametrize(
    "name",
    [
        "Russian Federation Council",
        "Federation Council of Russia",
        "Federation Council of the Federal Assembly of Russia",
        "Federal Council of Russia",
        "Conseil de la Fédération de Russie",
        "Совет Федерации России",
        "Hội đồng Liên bang Nga",
    ],
)
def test_one_council_has_one_signature(name: str) -> None:
    assert keys(name, "RU") == {"council federation/RU/"}


@pytest.mark.parametrize(
    "name",
    [
        "Vietnamese Embassy in Russia",
        "Vietnam Embassy in Russia",
        "Embassy of Vietnam in the Russian Federation",
        "ambassade du Vietnam en Russie",
        "Đại sứ quán Việt Nam tại Nga",
        "Посольство Вьетнама в России",
    ],
)
def test_an_embassy_has_an_owner_and_a_seat(name: str) -> None:
    assert "embassy/VN/RU" in keys(name)


def test_embassies_there_and_back_differ() -> None:
    assert keys("Russian Embassy in Vietnam") == {"embassy/RU/VN"}


@pytest.mark.parametrize(
    "name",
    ["Health Ministry", "Ministry of Health", "Министерство здравоохранения", "Bộ Y tế"],
)
def test_the_order_and_language_of_words_do_not_matter(name: str) -> None:
    assert keys(name, "VN") == {"health ministry/VN/"}


def test_without_a_country_nothing_tells_a_body_from_others() -> None:
    assert keys("Ministry of Health") == set()


def test_one_common_word_and_a_country_are_not_enough() -> None:
    assert keys("Council", "RU") == set()


def test_there_is_one_parliament_to_a_country() -> None:
    assert keys("Parliament", "FI") == {"parliament/FI/"}


def test_a_greater_house_is_left_out_with_its_country_kept() -> None:
    assert keys("Budget Committee of the Parliament of Finland") == {"budget committee/FI/"}


def test_a_field_after_of_is_no_greater_house() -> None:
    assert keys("Academy of Sciences of Belarus") == {"academy science/BY/"}


def test_a_greater_house_without_a_country_leaves_that_of_the_article() -> None:
    assert keys("Budget Committee of the Upper Parliament", "FI") == {"budget committee/FI/"}


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("National Assembly", True),
        ("Vietnamese National Assembly", True),
        ("Ministry of Science and Technology", True),
        ("Skolkovo Foundation", False),
    ],
)
def test_common_names_are_told_from_proper_ones(name: str, *, answer: bool) -> None:
    assert is_common(name) is answer
