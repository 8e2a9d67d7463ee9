"""Names as they are compared."""
# ruff: noqa: RUF001  Cyrillic is one of the four languages

import pytest

from ingestd.resolution.names import (
    core,
    fold,
    initials,
    is_acronym,
    is_generic,
    numbers,
    person_words,
    short_core,
)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Đặng Minh Khôi", "dang minh khoi"),
        ("The Linux Foundation", "linux foundation"),
        ("La Poste", "poste"),
        ("T & T Group", "t&t group"),
        ("Russia's Bronemed", "russia bronemed"),
        ("«Газпром нефть»", "газпром нефть"),
        ("C++ Builders", "c++ builders"),
        ("—", ""),
    ],
)
def test_folding_leaves_no_case_mark_article_or_punctuation(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    "name",
    [
        "Acme",
        "Acme LLC",
        "Acme Co., Ltd.",
        "ACME GmbH",
        "Acme S.A.",
        "ООО «Acme»",
        "ПАО Acme",
        "Công ty cổ phần Acme",
        "Công ty TNHH Acme",
        "CTCP Acme",
        "The Acme Joint Stock Company",
    ],
)
def test_legal_forms_are_no_part_of_a_core(name: str) -> None:
    assert core(name) == "acme"


@pytest.mark.parametrize("name", ["T&T Group", "T&T group", "Tập đoàn T&T", "Группа T&T"])
def test_class_nouns_are_no_part_of_a_short_core(name: str) -> None:
    assert short_core(name) == "t&t"


def test_a_name_that_is_only_a_legal_form_stays() -> None:
    assert core("Company") == "company"


def test_honorifics_are_no_part_of_a_person() -> None:
    assert person_words("Ông Nguyễn Văn A") == ("nguyen", "van", "a")


def test_an_honorific_alone_stays() -> None:
    assert person_words("Sir") == ("sir",)


@pytest.mark.parametrize("name", ["the Fund", "State Bank", "Ministry", "Bộ"])
def test_nouns_of_kind_name_nothing(name: str) -> None:
    assert is_generic(name)


def test_a_noun_of_kind_with_a_word_of_its_own_names_something() -> None:
    assert not is_generic("Crimson Fund")


def test_initials_leave_out_small_words() -> None:
    assert initials("Union of Soviet Socialist Republics") == "ussr"


def test_two_words_have_no_initials() -> None:
    assert initials("State Duma") is None


@pytest.mark.parametrize(
    ("name", "answer"),
    [("VNA", True), ("V", False), ("Vna", False), ("T&T", False), ("ABCDEFGHI", False)],
)
def test_an_acronym_is_two_to_eight_capitals(name: str, *, answer: bool) -> None:
    assert is_acronym(name) is answer


def test_numbers_are_found_in_names() -> None:
    assert numbers(("Plant 5", "Line 12")) == {"5", "12"}
