from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingestd.sources.feeds.moments import moment


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # RFC 822 and what became of it
        ("Thu, 11 Nov 2021 10:00:00 +0700", "2021-11-11T03:00:00Z"),
        ("Thu, 11 Nov 2021 10:00:00 GMT", "2021-11-11T10:00:00Z"),
        ("Thursday, 11-Nov-21 10:00:00 UTC", "2021-11-11T10:00:00Z"),
        ("11 Nov 97 10:00 EST", "1997-11-11T15:00:00Z"),
        ("Thu, 11 Nov 2021 10:00:00-07:00", "2021-11-11T17:00:00Z"),
        ("Thu, 11 Nov 2021 10:00:00 --0700", "2021-11-11T17:00:00Z"),
        ("Thu, 11 Nov 2021 10:00:00 -700", "2021-11-11T17:00:00Z"),
        ("Thu, 11 Nov 2021 10:00:00 +07", "2021-11-11T03:00:00Z"),
        ("Thu, 11 November 2021, 1:04 PM", "2021-11-11T13:04:00Z"),
        ("Thu, 11 Nov 2021 12:04:05 am", "2021-11-11T00:04:05Z"),
        ("Thu,11 Nov 2021", "2021-11-11"),
        ("Thu Nov 11 10:00:00 2021", "2021-11-11T10:00:00Z"),
        ("Thu Nov 11 10:00:00 PST 2021", "2021-11-11T18:00:00Z"),
        ("Thu Nov 11 10:00:00 -0700 2021", "2021-11-11T17:00:00Z"),
        ("11 Thursday, Nov 2021 10:00", "2021-11-11T10:00:00Z"),
        # spelled out, in several languages
        ("November 11th, 2021 10:00", "2021-11-11T10:00:00Z"),
        ("2021 November 11", "2021-11-11"),
        ("Do, 11. März 2021 10:00:00 +0100", "2021-03-11T09:00:00Z"),
        ("jeu. 11 févr. 2021 10:00", "2021-02-11T10:00:00Z"),
        ("11 de mayo de 2021", "2021-05-11"),
        ("11 ноября 2021 10:00 MSK", "2021-11-11T07:00:00Z"),
        # ISO 8601
        ("2021-11-11T10:00:00.123456+05:30", "2021-11-11T04:30:00Z"),
        ("2021-11-11T10:00Z", "2021-11-11T10:00:00Z"),
        ("2021-1-2 5:06", "2021-01-02T05:06:00Z"),
        ("20211111T100000Z", "2021-11-11T10:00:00Z"),
        ("2021-11-11T24:00:00Z", "2021-11-12T00:00:00Z"),
        ("2021-12-31T23:59:60Z", "2021-12-31T23:59:59Z"),
        ("2021/11/11", "2021-11-11"),
        ("2021-11-11", "2021-11-11"),
        ("2021-11", "2021-11"),
        ("2021", "2021"),
        # in figures
        ("11.12.2021 10:00", "2021-12-11T10:00:00Z"),
        ("11/12/2021", "2021-12-11"),
        ("11/12/2021 3:04 PM", "2021-11-12T15:04:00Z"),
        ("12/13/2021", "2021-12-13"),
        ("10:00 11.12.2021 -0700", "2021-12-11T17:00:00Z"),
        ("2021-11-11 10:00:00 XYZ", "2021-11-11T10:00:00Z"),
        # a day, where its time is none
        ("2021-11-11 10:99", "2021-11-11"),
        ("9999-12-31 23:00 -0200", "9999-12-31"),
    ],
)
def test_a_date_is_read_in_many_forms(text: str, read: str) -> None:
    assert moment(text) == read


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "10:00", "Thu, 99 Nov 2021", "31 Feb 2021", "0000-00-00T00:00:00Z"),
        *("2021-02-30", "2021-13", "0000", "32/13/2021", "11 Nov", "Nov 2021", "1" * 500),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment(text) is None


@given(
    told=some.datetimes(),
    zone=some.sampled_from(["GMT", "UTC", "Z", "+0000", "+0700", "-1130", "+9999"]),
    second=some.sampled_from(["00", "59", "60", "61"]),
)
def test_what_is_written_by_the_book_is_read_as_among_other_words(
    told: datetime, zone: str, second: str
) -> None:
    written = f"{told:%a, %d %b} {told.year:04} {told:%H:%M}:{second} {zone}"

    assert moment(written) == moment(f"{written} (so it says)")
