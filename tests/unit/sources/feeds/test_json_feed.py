import json

import pytest

from ingestd.errors import UnreadableError
from ingestd.sources.feeds.json_feed import looks_like_json, read_json
from ingestd.sources.feeds.told import Telling, Told

URL = "https://host/news/feed.json"


def feed(*items: object, **besides: object) -> bytes:
    return json.dumps({"version": "1.1", "items": items} | besides).encode()


def read(content: bytes) -> Telling:
    return read_json(content, url=URL)


def only(**item: object) -> Told:
    [told] = read(feed(item)).entries
    return told


def test_an_item_is_read_with_all_it_tells() -> None:
    told = only(
        id="1",
        url="/a",
        external_url="https://elsewhere/",
        title="One",
        content_html="<p>text</p>",
        content_text="text",
        summary="t",
        date_published="2021-11-11T10:00:00+07:00",
        date_modified="2022-11-11T10:00:00+07:00",
        authors=[{"name": "A. Writer"}, {"name": "B. Writer"}, {}, None, {"name": "A. Writer"}],
    )

    assert told == Told(
        guid="1",
        link="https://host/a",
        title="One",
        published="2021-11-11T03:00:00Z",
        author="A. Writer, B. Writer",
        text="<p>text</p>",
        whole=True,
    )


def test_version_1_0_has_one_author() -> None:
    assert only(author={"name": "A. Writer"}).author == "A. Writer"


@pytest.mark.parametrize(
    ("item", "text", "whole"),
    [
        ({"content_text": "a < b\n\nc"}, "<p>a &lt; b</p><p>c</p>", True),
        ({"summary": "short"}, "<p>short</p>", False),
        ({}, "", False),
    ],
)
def test_the_best_text_is_taken(item: dict[str, object], text: str, whole: bool) -> None:
    told = only(**item)

    assert (told.text, told.whole) == (text, whole)


def test_what_is_of_the_wrong_kind_costs_only_itself() -> None:
    told = only(
        id=7,
        url="http://[bad",
        title=["no"],
        content_html=True,
        date_published=5,
        date_modified="2021-11-11",
        authors="A. Writer",
    )

    assert told == Told(guid="7", published="2021-11-11")


def test_what_is_no_item_costs_no_item() -> None:
    told = read(feed(None, "x", {"id": "1"}, [], {"id": "2"})).entries

    assert [one.guid for one in told] == ["1", "2"]


def test_an_item_that_breaks_the_notation_costs_no_other() -> None:
    content = feed({"id": "1"}, {"id": "broken"}, {"id": "3", "author": {"name": "N"}})

    told = read(content.replace(b'"broken"', b'"bro"ken"')).entries

    assert [(one.guid, one.author) for one in told] == [("1", None), ("3", "N")]


def test_a_feed_that_is_cut_off_gives_what_was_whole() -> None:
    content = feed({"id": "1"}, {"id": "2"})

    assert [one.guid for one in read(content[:-5]).entries] == ["1"]


def test_a_feed_tells_of_itself() -> None:
    hubs = [5, {"type": "rssCloud", "url": "https://no/"}, {"type": "WebSub", "url": "x"}]
    told = read(
        feed(
            title="News",
            feed_url="https://host/feed",
            hubs=[*hubs, {"type": "WebSub", "url": "https://hub/"}],
        )
    )

    assert (told.title, told.hub, told.topic) == ("News", "https://hub/", "https://host/feed")
    assert (read(feed()).hub, read(feed(hubs="x")).hub) == (None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_every_encoding_of_json_is_read(encoding: str) -> None:
    content = '{"items": [{"title": "Hội đồng"}]}'.encode(encoding)

    assert looks_like_json(content)
    assert read(content).entries[0].title == "Hội đồng"


def test_a_wrong_letter_costs_only_itself() -> None:
    assert (
        read(b'{"items": [{"title": "caf\xe9"}]}').entries[0].title
        == "caf\N{REPLACEMENT CHARACTER}"
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"a": 1}', "no feed: it is JSON, but no JSON Feed: it has no list 'items'"),
        (b"[]", "no feed: it is JSON, but no JSON Feed"),
        (b'{"items": 5}', "no feed: it is JSON, but no JSON Feed"),
        (b'{"items": [', "a broken feed: it is no JSON: "),
        (b"[" * 100_000, "a broken feed: it is no JSON: "),
    ],
)
def test_what_is_no_feed_is_told_with_the_reason(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(content)

    assert str(caught.value).startswith(told)


def test_what_begins_otherwise_is_not_taken_for_json() -> None:
    assert not looks_like_json(b"<rss/>")
    assert not looks_like_json(b"")
