import pytest

from ingestd.parsing.dates import iso, read_date
from tests.unit.parsing.reading import LONG, parsed, seed


@pytest.mark.parametrize(
    ("number", "published"),
    [(0, None), (1, "2021-11"), (2, None), (3, "2021-09-28"), (4, None)],
)
def test_the_seeds_say_as_much_as_they_say(number: int, published: str | None) -> None:
    assert parsed(seed(number)).published == published


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("date 2021", "2021"),
        ("Date: 2021-11-11", "2021-11-11"),
        ("Published: November 11, 2021", "2021-11-11"),
        ("Publié le : 3 août 2021", "2021-08-03"),
        ("Ngày: 3/11/2021", "2021-11-03"),
        ("11 ноября 2021", "2021-11-11"),
        ("Thu, 11 Nov 2021 10:30", "2021-11-11"),
        ("Thứ năm ngày 11 tháng 11 năm 2021", "2021-11-11"),
        ("Tags: 2021-11-11", None),
        ("date 2021-13", None),
        ("---", None),
    ],
)
def test_the_lines_before_the_article_say_when(head: str, published: str | None) -> None:
    body = (
        "Hai công ty đã ký kết thỏa thuận hợp tác với đối tác Nga." if "Ngày" in head else LONG
    )

    assert parsed(f"{head}\n\n{body}").published == published


def test_a_dateline_with_its_year_says_when() -> None:
    assert parsed(f"HANOI, Nov. 11, 2021 /PRNewswire/ -- {LONG}").published == "2021-11-11"


def test_a_dateline_without_a_year_leaves_it_to_the_source() -> None:
    body = f"HANOI, Nov. 11 (Reuters) - {LONG}"

    assert parsed(body).published is None
    assert parsed(body, published="2021-11-12").published == "2021-11-12"


def test_the_document_is_believed_before_its_source() -> None:
    assert parsed(seed(1), published="2021-12-24").published == "2021-11"


@pytest.mark.parametrize(
    ("line", "language", "date"),
    [
        ("3/11/2021", "vi", "2021-11-03"),
        ("3/11/2021", "en", None),
        ("13/11/2021", "en", "2021-11-13"),
        ("11.11.2021", None, "2021-11-11"),
        ("31/02/2021", "fr", None),
        ("30 february 2021", "en", None),
        ("10 people 2021", "en", None),
        ("10:30, 2021-11-11", "en", "2021-11-11"),
        ("1er mai 2021", "fr", "2021-05-01"),
        ("no date", "en", None),
    ],
)
def test_a_date_is_read_only_where_it_is_plain(
    line: str, language: str | None, date: str | None
) -> None:
    assert read_date(line, language) == date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2021", "2021"),
        ("2021-11", "2021-11"),
        ("2021-11-11T08:00:00Z", "2021-11-11T08:00:00Z"),
        ("2021-11-11 08:00:00+07:00", "2021-11-11T08:00:00+07:00"),
        ("2021-02-30", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_a_claim_is_taken_only_as_a_real_day(value: str | None, date: str | None) -> None:
    assert iso(value) == date
