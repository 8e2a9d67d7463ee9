import pytest

from ingestd.fetching.web import Reply
from ingestd.sources.found import Moved
from ingestd.sources.moving import current, moved_to


@pytest.mark.parametrize(
    ("configured", "moved", "asked"),
    [
        ("https://u:p@host/a", None, "https://u:p@host/a"),
        ("https://u:p@host/a", "https://host/b", "https://u:p@host/b"),
        ("http://u:p@host/a", "https://host:8443/b?c", "https://u:p@host:8443/b?c"),
        ("https://u:p@host/a", "http://host/b", "http://host/b"),
        ("https://u:p@host/a", "https://other/b", "https://other/b"),
        ("https://u:p@host/a", "https://x@host/b", "https://x@host/b"),
        ("https://host/a", "https://host/b", "https://host/b"),
    ],
)
def test_a_secret_goes_along_only_to_its_own_host(
    configured: str, moved: str | None, asked: str
) -> None:
    assert current(configured, moved) == asked


def test_what_moved_for_good_is_told_without_secrets() -> None:
    reply = Reply(url="https://b/", status=200, moved=("https://u:p@b/", 308))

    assert moved_to(reply) == Moved(address="https://b/", status=308)
    assert moved_to(Reply(url="https://b/", status=200)) is None
