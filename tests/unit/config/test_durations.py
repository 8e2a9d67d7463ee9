import pytest

from ingestd.config.durations import seconds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300ms", 0.3),
        ("1.5s", 1.5),
        ("30m", 1_800.0),
        ("1h30m", 5_400.0),
        ("2d", 172_800.0),
        ("0s", 0.0),
    ],
)
def test_a_span_is_read_in_seconds(text: str, expected: float) -> None:
    assert seconds(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["", "30", "m", "30 m", "-1s", "1h30", "1w", 30, None])
def test_what_is_no_span_is_refused_with_an_example(text: object) -> None:
    with pytest.raises(ValueError, match='should be a time like "300ms", "30m"'):
        seconds(text)
