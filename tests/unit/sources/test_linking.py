import pytest

from ingestd.fetching.web import Reply
from ingestd.sources.found import Hub
from ingestd.sources.linking import hub_of


def reply(link: str) -> Reply:
    return Reply(url="https://host/news/feed", status=200, headers={"link": link})


@pytest.mark.parametrize(
    ("link", "hub", "topic"),
    [
        ('<https://hub/>; rel="hub", <https://t/>; rel="self"', "https://hub/", "https://t/"),
        (
            "</hub>;rel=hub,<feed>;title=x;rel=self",
            "https://host/hub",
            "https://host/news/feed",
        ),
        ('<https://hub/>; rel="next HUB"', "https://hub/", "https://told/"),
        ("<https://hub/>; rel=hub, <https://other/>; rel=hub", "https://hub/", "https://told/"),
        ("<https://u:canary@hub/>; rel=hub", "https://hub/", "https://told/"),
        ("<javascript:x>; rel=hub", "https://own/", "https://told/"),
        ("<http://[x>; rel=hub", "https://own/", "https://told/"),
        ("<https://hub/>", "https://own/", "https://told/"),
        ("hub", "https://own/", "https://told/"),
        ("", "https://own/", "https://told/"),
    ],
)
def test_headers_go_before_what_the_feed_says(link: str, hub: str, topic: str) -> None:
    found = hub_of(reply(link), "https://own/", "https://told/", address="https://asked/")

    assert found == Hub(url=hub, topic=topic)


def test_the_topic_is_the_address_where_nothing_is_told() -> None:
    assert hub_of(reply(""), "https://hub/", None, address="https://asked/") == Hub(
        url="https://hub/", topic="https://asked/"
    )


def test_without_a_hub_there_is_none() -> None:
    assert hub_of(reply("<https://t/>; rel=self"), None, "https://t/", address="x") is None
