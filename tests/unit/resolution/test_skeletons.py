"""What sounds alike in the spelling of other languages, and what does not."""
# ruff: noqa: RUF001  Cyrillic is one of the scripts

import pytest

from ingestd.resolution.skeletons import (
    apart,
    his,
    names_apart,
    skeletons,
    sound_keys,
    words_alike,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jacobs", "якобс"),
        ("jacobs", "джейкобс"),
        ("johnson", "джонсън"),
        ("cameron", "кэмерон"),
        ("theresa", "тереза"),
        ("naftohaz", "нафтогаз"),
        ("krawczuk", "кравчук"),
        ("kravchuk", "кравчук"),
        ("šefčovič", "шефчович"),
        ("michael", "майкл"),
        ("francja", "франция"),
        ("juncker", "юнкер"),
        ("europe", "европа"),
        ("volkswagen", "фольксваген"),
        ("xerox", "ксерокс"),
    ],
)
def test_spellings_of_one_sound_have_a_skeleton_in_common(one: str, other: str) -> None:
    assert not skeletons(one).isdisjoint(skeletons(other))
    keys = [set(sound_keys(each)) for each in ((one, "stone"), ("stone", other))]
    assert not keys[0].isdisjoint(keys[1])


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("trump", "трамп", 1),
        ("merkel", "меркель", 0),
        ("tusk", "dusk", None),
        ("brasil", "brusel", 2),
    ],
)
def test_words_of_the_same_consonants_differ_in_so_many_vowels(
    one: str, other: str, letters: int | None
) -> None:
    assert apart(one, other) == letters


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("petrova", "петров", None),
        ("petrov", "петрова", None),
        ("petrova", "петрова", 0),
        ("merkelova", "меркель", 0),
        ("меркель", "merkelova", 0),
        ("anna", "ян", None),
    ],
)
def test_a_womans_name_is_no_mans(one: str, other: str, letters: int | None) -> None:
    assert names_apart(one, other) == letters


def test_a_wifes_name_is_made_of_one_that_is_long_enough() -> None:
    assert [his(each) for each in ("merkelova", "меркелова", "nova", "merkel")] == [
        "merkel", "меркел", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "theirs", "are"),
    [
        (("european", "parliament"), ("парламент", "европеан"), True),
        (("nord", "stream", "2"), ("норд", "стрийм", "2"), True),
        (("nord", "stream", "2"), ("норд", "стрим", "3"), False),
        (("nord", "stream"), ("норд", "стрим", "2"), False),
        (("ао",), ("eu",), False),
        (("brasilia",), ("брюссель",), False),
        (("anna", "anna"), ("анна", "нина"), False),
    ],
)
def test_names_sound_alike_word_by_word(
    ours: tuple[str, ...], theirs: tuple[str, ...], *, are: bool
) -> None:
    assert words_alike(ours, theirs) is are
