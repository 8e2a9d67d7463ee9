from datetime import UTC, datetime

import pytest

from ingestd.fetching.refusals import retry_after

NOW = datetime(2021, 11, 11, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("120", 120.0),
        (" 120 ", 120.0),
        ("0", 1.0),
        ("86401", 86_400.0),
        ("9" * 400, 86_400.0),
        ("Thu, 11 Nov 2021 09:02:00 GMT", 120.0),
        ("Thu, 11 Nov 2021 09:02:00 -0000", 120.0),
        ("Thursday, 11-Nov-21 09:02:00 GMT", 120.0),
        ("Thu Nov 11 09:02:00 2021", 120.0),
        ("Thu, 11 Nov 2021 08:00:00 GMT", 1.0),
        ("Fri, 11 Nov 2022 09:00:00 GMT", 86_400.0),
        ("Thu, 11 Nov 2021 25:00:00 GMT", None),
        ("Thu, 11 Nov 99999999999999999999 09:00:00 GMT", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("\u0662", None),
        ("", None),
    ],
)
def test_how_long_to_wait_is_read_in_both_forms(
    header: str | None, seconds: float | None
) -> None:
    assert retry_after(header, lambda: NOW) == seconds
