"""Numbers and days mean the same in every language."""

import pytest

from ingestd.events import Block
from ingestd.parsing.figures import MOST, figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "exports of US$39 million"),
        ("en", "exports of $39m"),
        ("en", "exports of 39,000,000 dollars"),
        ("fr", "39 millions de dollars"),
        ("fr", "39 000 000 de dollars"),
        ("vi", "39 triệu USD"),
        ("vi", "39.000.000 USD"),
        ("ru", "39 млн долларов"),
        ("ru", "39 миллионов долларов"),
        (None, "39 million"),
        ("en", "exports of 39.000.000 euros"),
        ("fr", "39,000,000 euros"),
    ],
)
def test_an_amount_is_one_however_it_is_written(language: str | None, text: str) -> None:
    assert figures(text, (), language) == ("39000000",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on November 11"),
        ("en", "on Nov. 11, 2021"),
        ("en", "on 11th November"),
        ("en", "on 11 November 2021"),
        ("en", "11/11/2021"),
        ("en", "2021-11-11"),
        ("fr", "le 11 novembre"),
        ("vi", "ngày 11 tháng 11"),
        ("vi", "ngày 11/11"),
        ("vi", "ngày 11/11/2021"),
        ("ru", "11 ноября"),
        ("ru", "11.11.2021"),
    ],
)
def test_a_day_is_one_however_it_is_written(language: str, text: str) -> None:
    assert figures(text, (), language) == ("--11-11",)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "le 1er mai", "--05-01"),
        ("vi", "ngày 3/9", "--09-03"),
        ("en", "9/23/2021", "--09-23"),
        ("fr", "une hausse de 3,5 %", "3.5"),
        ("fr", "une hausse de 3.5 %", "3.5"),
        ("en", "up 3.5 per cent", "3.5"),
        ("en", "1,234.5 tonnes", "1234.5"),
        ("fr", "1.234,5 tonnes", "1234.5"),
        ("ru", "1,2 млрд рублей", "1200000000"),
        ("en", "900 trillion thousand", "900000000000000"),
        ("en", "an unlikely 999999 trillion", "9.99999e+17"),
    ],
)
def test_what_is_told_is_written_out(language: str, text: str, found: str) -> None:
    assert figures(text, (), language) == (found,)


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19",
        "the G20",
        "in 2021",
        "10 months",
        "chapter 4.5.6.7",
        "flight VN310",
        "the 50/60",
        "13/45",
    ],
)
def test_what_tells_nothing_is_left_out(text: str) -> None:
    assert figures(text, (), "en") == ()


def test_no_figure_is_told_twice_nor_too_many() -> None:
    assert figures("14 and 14, again 14", (), "en") == ("14",)
    assert len(figures(" ".join(f"{number}," for number in range(100, 200)), (), "en")) == MOST


def test_only_paragraphs_count() -> None:
    text = "Title 14\nBody 15"

    assert figures(text, (Block(kind="body", start=9, end=16),), "en") == ("15",)
