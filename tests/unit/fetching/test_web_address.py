import pytest

from ingestd.fetching.web_address import is_web_address, web_address, without_secret


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://host/feed", True),
        ("http://user:pass@host:8080/feed", True),
        ("http://[::1]/feed", True),
        ("ftp://host/feed", False),
        ("host/feed", False),
        ("http://", False),
        ("http://[::1/feed", False),
        ("http://host:port/", False),
        ("javascript:alert(1)", False),
    ],
)
def test_only_addresses_of_the_web_are_taken_for_such(text: str, *, expected: bool) -> None:
    assert is_web_address(text) is expected


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://user:canary@host/a", "https://host/a"),
        ("https://us@er:canary@host/a", "https://host/a"),
        ("https://host/a@b", "https://host/a@b"),
        ("https://host?to=//a@b", "https://host?to=//a@b"),
    ],
)
def test_an_address_is_shown_without_its_secret(url: str, shown: str) -> None:
    assert without_secret(url) == shown


def test_what_is_configured_is_an_address_or_told_to_be_none() -> None:
    assert web_address("https://host/feed") == "https://host/feed"
    with pytest.raises(ValueError, match='not "host/feed"'):
        web_address("host/feed")
