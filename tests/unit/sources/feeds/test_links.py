import pytest

from ingestd.errors import MalformedFeedError
from ingestd.fetching.web import Reply
from ingestd.sources.feeds.links import MOST_LINKS, links_of
from ingestd.sources.feeds.sitemap import Listed
from tests.fixtures.asking import Inline

URL = "https://user:canary@host/news/"


def links(content: bytes, *, within: str = "", content_type: str = "") -> list[Listed]:
    reply = Reply(url=URL, status=200, content=content, headers={"content-type": content_type})
    return links_of(reply, within=within, confinement=Inline())


def test_links_come_as_the_page_shows_them_each_once() -> None:
    page = (
        b"<html><body><a href='b#top'><img></a><a name=x>no</a><a href='/a'>A <b>title</b></a>"
        b"<a href='b'>B</a><a href='mailto:x@y'>mail</a><a href='javascript:1'>x</a></body>"
    )

    assert links(page) == [
        Listed(url="https://host/news/b", title="B"),
        Listed(url="https://host/a", title="A title"),
    ]


@pytest.mark.parametrize("within", ["main", "list"])
def test_only_the_part_with_that_id_or_class_counts(within: str) -> None:
    page = (
        "<a href='/no'>no</a><div id=main class='x list y'><p><a href='/a'>A</a></div>"
        "<div class=listing><a href='/no'>no</a></div>"
    )

    assert [link.url for link in links(page.encode(), within=within)] == ["https://host/a"]


def test_a_page_may_say_what_its_links_are_relative_to() -> None:
    assert (
        links(b"<base href='/elsewhere/'><a href=a>A</a>")[0].url == "https://host/elsewhere/a"
    )


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        ("<a href=/a>café</a>".encode("latin-1"), "text/html; charset=latin-1"),
        ("<meta charset=utf-8><a href=/a>café</a>".encode(), "text/html; charset=nonsense"),
        ("<meta charset=utf-8><a href=/a>café</a>".encode(), ""),
    ],
)
def test_words_are_read_as_the_server_says_or_the_page(
    content: bytes, content_type: str
) -> None:
    assert links(content, content_type=content_type)[0].title == "café"


def test_a_page_of_links_without_end_has_an_end() -> None:
    page = "".join(f"<a href=/{number}>x</a>" for number in range(MOST_LINKS + 5))

    assert len(links(page.encode())) == MOST_LINKS


def test_what_is_no_page_is_told_with_its_address() -> None:
    with pytest.raises(MalformedFeedError, match="host/news/ is no page: "):
        links(b"")
