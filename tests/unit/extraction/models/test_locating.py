"""Quotes sought in a text."""

import unicodedata

import pytest

from ingestd.extraction.models.locating import LONGEST, Located

TEXT = "Bộ Y tế said “yes”: Nord  Grid\nbought  Südwind — for €5.  Nord Grid paid."


def found(text: str, quote: str) -> list[str]:
    place = Located(text).first(quote, 0, len(text))
    if place is None:
        return []
    assert text[place.start : place.end] == place.text
    return [place.text]


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("Nord Grid", "Nord Grid"),  # letter by letter, though folded it stands earlier
        ("nord grid", "Nord  Grid"),
        ('said "yes"', "said “yes”"),
        ("bought Suedwind", None),
        ("bought Sudwind - for", "bought  Südwind — for"),
        ("BO Y TE", "Bộ Y tế"),
        ("Bộ Y tế", "Bộ Y tế"),
        ("Nord Grid sold", None),
        ("  ", None),
        ("\u0301", None),
        ("x" * (LONGEST + 1), None),
    ],
)
def test_a_quote_is_found_exactly_else_folded_else_not_at_all(
    quote: str, stands: str | None
) -> None:
    assert found(TEXT, quote) == ([stands] if stands else [])


def test_composed_and_decomposed_letters_are_the_same_and_stay_whole() -> None:
    text = unicodedata.normalize("NFD", "Ngân hàng Việt Á ký kết.")

    assert found(text, "việt á") == [unicodedata.normalize("NFD", "Việt Á")]


def test_a_letter_that_folds_to_several_belongs_to_the_quote_whole() -> None:
    assert found("the ﬁnal oﬀer…", "final offer...") == ["ﬁnal oﬀer…"]


def test_only_the_piece_is_searched() -> None:
    text = "Alpha, alpha and Álpha."
    located = Located(text)

    assert located.first("Alpha", 1, len(text)) is not None
    assert located.first("ALPHA", 1, 12) == located.first("alpha", 1, 12)
    assert located.first("ALPHA", 13, 20) is None


def test_a_name_is_found_wherever_it_stands_as_words_of_its_own() -> None:
    text = "SA, VISA, SA's (SA) SAP; 中SA文"

    places = Located(text).names("SA", 0, len(text))

    assert [place.start for place in places] == [0, 10, 16]
    assert Located("SA").names("SA", 0, 2)[0].end == 2
