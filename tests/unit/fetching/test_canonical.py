"""What differs only by how people came to a page is one address; what may differ, is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingestd.fetching.canonical import TRACKING, TRACKING_PREFIXES, canonical

PAGE = "https://news.example/2021/11/a-story"


@pytest.mark.parametrize(
    "same",
    [
        "http://news.example/2021/11/a-story",
        "https://NEWS.Example/2021/11/a-story",
        "https://www.news.example/2021/11/a-story",
        "https://news.example./2021/11/a-story",
        "https://news.example:443/2021/11/a-story",
        "http://news.example:80/2021/11/a-story",
        "https://user:secret@news.example/2021/11/a-story",
        f"{PAGE}/",
        f"{PAGE}?",
        f"{PAGE}#comments",
        f"{PAGE}?utm_source=rss&utm_medium=feed",
        f"{PAGE}?FBCLID=1&&gclid=2",
        "https://news.example/2021/11/a%2Dstory",
        *(f"{PAGE}?{name}=1" for name in sorted(TRACKING)),
        *(f"{PAGE}?{prefix}x" for prefix in TRACKING_PREFIXES),
    ],
)
def test_one_page_has_one_address(same: str) -> None:
    assert canonical(same) == canonical(PAGE) == "news.example/2021/11/a-story"


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/2021/11/A-story",
        "https://news.example:8080/2021/11/a-story",
        "https://m.news.example/2021/11/a-story",
        "https://news.example/2021/11//a-story",
        "https://news.example/2021/11%2Fa-story",
        f"{PAGE}?id=2",
        f"{PAGE}?page=utm_source",
        f"{PAGE}?source=rss",
        f"{PAGE}#!/2",
        f"{PAGE}#/2",
    ],
)
def test_what_may_be_another_page_is_another_address(other: str) -> None:
    assert canonical(other) not in {canonical(PAGE), None}


def test_other_parameters_count_in_their_order() -> None:
    found = [
        canonical(f"{PAGE}?{query}") for query in ("a=1&utm_id=3&b=2", "a=1&b=2", "b=2&a=1")
    ]

    assert found[0] == found[1] != found[2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%c3%a4"),
        ("https://a.example/tin tức", "https://a.example/tin%20t%E1%BB%A9c"),
        ("https://a.example/x?q=ж", "https://a.example/x?q=%d0%b6"),
    ],
)
def test_letters_may_be_escaped_or_not(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example",
        "https://www.news.example/",
        "https://news.example/?utm_source=rss",
        "https://news.example/#top",
        "file:///news/a-story",
        "tag:news.example,2021:1",
        "https://[::1/a",
        f"https://{'x' * 70}ü.example/a",
        "",
    ],
)
def test_what_is_no_page_of_its_own_has_none(url: str) -> None:
    assert canonical(url) is None


@given(
    host=some.sampled_from(
        ["news.example", "WWW.News.Example", "news.example.", "a-b.example"]
    ),
    path=some.text("ab/.-_~%", max_size=8).map("/{}".format),
)
def test_a_plain_address_stands_for_the_page_that_it_is_with_its_usual_port(
    host: str, path: str
) -> None:
    assert canonical(f"https://{host}{path}") == canonical(f"https://{host}:443{path}")
