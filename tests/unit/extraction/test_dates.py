"""Dates as four languages write them, and what they are resolved against."""

import pytest

from ingestd.extraction.dates import days, relative
from ingestd.extraction.languages.choice import language_of


@pytest.mark.parametrize(
    ("language", "text", "published", "iso"),
    [
        ("en", "on november 11, 2021", None, "2021-11-11"),
        ("en", "on 11 november 2021", None, "2021-11-11"),
        ("en", "signed on november 11", "2021-11-12", "2021-11-11"),
        ("en", "on december 30", "2022-01-03", "2021-12-30"),
        ("en", "in march 2024", None, "2024-03"),
        ("en", "dated 2021-11-11", None, "2021-11-11"),
        ("fr", "le 11 novembre", "2021-11", "2021-11-11"),
        ("fr", "le 1er mai 2020", None, "2020-05-01"),
        ("vi", "ngày 11/3", "2024-03-12", "2024-03-11"),
        ("vi", "ngày 20 tháng 6 năm 2024", None, "2024-06-20"),
        ("ru", "18 октября 2023 года", None, "2023-10-18"),
        ("ru", "18.10.2023", None, "2023-10-18"),
    ],
)
def test_a_date_is_read(language: str, text: str, published: str | None, iso: str) -> None:
    found = days(text, language_of(language, ""), published)

    assert [day.iso for day in found] == [iso]


@pytest.mark.parametrize(
    ("language", "text", "published"),
    [
        ("en", "on november 11", None),
        ("en", "by november 11, 2025", "2021-01-01"),
        ("en", "on monday", "2021-01-01"),
        ("en", "dated 2021-13-40", None),
        ("en", "on november 45", "2021-01-01"),
        ("fr", "d'ici le 11 novembre 2025", "2021-01-01"),
        ("vi", "đến ngày 11/3/2025", None),
    ],
)
def test_what_is_no_known_day_stays_unsaid(
    language: str, text: str, published: str | None
) -> None:
    found = [
        day for day in days(text, language_of(language, ""), published) if len(day.iso) == 10
    ]

    assert found == []


@pytest.mark.parametrize(
    ("text", "published", "iso", "quote"),
    [
        ("it was signed last month in oslo", "2026-01-20", "2025-12", "last month"),
        ("it was signed yesterday", "2026-03-01", "2026-02-28", "yesterday"),
        ("it was signed earlier this year", "2026-03-01", "2026", "earlier this year"),
        ("it was signed last month", "2026", None, None),
        ("it was signed yesterday", "2026-03", None, None),
        ("it was signed yesterday", None, None, None),
        ("the terms until yesterday", "2026-03-01", None, None),
    ],
)
def test_a_distance_in_time_is_as_exact_as_its_unit(
    text: str, published: str | None, iso: str | None, quote: str | None
) -> None:
    day = relative(text, language_of("en", ""), published)

    assert (day and day.iso, day and text[day.start : day.end]) == (iso, quote)


@pytest.mark.parametrize(
    ("text", "iso", "quote"),
    [
        ("an agreement signed in 2019 with", "2019", "2019"),
        ("the sale was agreed in february", "2026-02", "february"),
        ("a pact that dates from 2019", "2019", "2019"),
    ],
)
def test_a_month_or_year_alone_counts_behind_a_word_of_making(
    text: str, iso: str, quote: str
) -> None:
    (day,) = days(text, language_of("en", ""), "2026-03-12")

    assert (day.iso, text[day.start : day.end]) == (iso, quote)


def test_a_year_alone_tells_no_day_of_making() -> None:
    assert days("sales fell in 2019 and in february", language_of("en", ""), "2026-03-12") == []
