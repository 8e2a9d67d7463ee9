import pytest

from ingestd.sources.freshness import fresh_for

AT_TEN = {"date": "Thu, 11 Nov 2021 10:00:00 GMT"}


@pytest.mark.parametrize(
    ("headers", "ttl", "seconds"),
    [
        ({}, None, None),
        ({}, 300.0, 300.0),
        ({"cache-control": "max-age=600"}, None, 600.0),
        ({"cache-control": 'public, Max-Age="600"'}, 300.0, 600.0),
        ({"cache-control": "max-age=600"}, 900.0, 900.0),
        ({"cache-control": "max-age=600", "age": "500"}, None, 100.0),
        ({"cache-control": "max-age=600", "age": "700"}, None, None),
        ({"cache-control": "max-age=600", "age": "-"}, None, 600.0),
        ({"cache-control": "s-maxage=600"}, None, None),
        ({"cache-control": "no-cache, max-age=600"}, None, None),
        ({"cache-control": "No-Store"}, 300.0, 300.0),
        ({"cache-control": "max-age=0"}, None, None),
        (AT_TEN | {"expires": "Thu, 11 Nov 2021 11:00:00 GMT"}, None, 3600.0),
        (AT_TEN | {"expires": "Thu, 11 Nov 2021 09:00:00 GMT"}, None, None),
        (AT_TEN | {"expires": "Thu, 11 Nov 2021 11:00:00 -0000"}, None, None),
        (AT_TEN | {"expires": "0"}, None, None),
        ({"expires": "Thu, 11 Nov 2021 11:00:00 GMT"}, None, None),
        (
            AT_TEN
            | {"expires": "Thu, 11 Nov 2021 11:00:00 GMT", "cache-control": "max-age=60"},
            None,
            60.0,
        ),
    ],
)
def test_the_longest_that_is_said_counts(
    headers: dict[str, str], ttl: float | None, seconds: float | None
) -> None:
    assert fresh_for(headers, ttl) == seconds
