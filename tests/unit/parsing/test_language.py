# ruff: noqa: RUF001 - letters and marks of four languages are meant as they stand
import pytest

from ingestd.parsing.language import detect
from tests.unit.parsing.reading import seed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The firm said on Monday that it had signed an agreement.", "en"),
        ("La société a signé un accord avec une entreprise russe.", "fr"),
        ("Công ty đã ký kết thỏa thuận hợp tác với đối tác Nga.", "vi"),
        ("Компания подписала соглашение о поставках вакцины.", "ru"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert detect(text) == language


def test_the_seeds_are_english_but_for_the_french_one() -> None:
    assert [detect(seed(number)) for number in range(5)] == ["en", "fr", "en", "en", "en"]


@pytest.mark.parametrize(
    "text", ["", "Moscow", "12/11/2021 10:30 +7 1234567890123", "Acme Bcme Biotech T&T Dcme"]
)
def test_too_little_to_tell_is_none(text: str) -> None:
    assert detect(text) is None


def test_a_language_without_a_two_letter_code_is_none() -> None:
    assert (
        detect(
            "Dis na di tori wey dem dey tok for Lagos, how e take happen and wetin dem wan do"
        )
        is None
    )
