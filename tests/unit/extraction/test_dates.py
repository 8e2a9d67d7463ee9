"""Dates as four languages write them, and what they are resolved against."""

import pytest

from ingestd.extraction.dates import days
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
