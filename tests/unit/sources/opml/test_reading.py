"""What is read of a list of feeds, and what is refused."""

import pytest

from ingestd.errors import UnreadableError
from ingestd.sources.opml.outline import Feed
from ingestd.sources.opml.reading import DEEPEST, Listed, read_opml


def opml(body: str, *, before: str = "") -> bytes:
    head = "<head><title>Mine</title></head>"
    text = f'<?xml version="1.0"?>{before}<opml version="2.0">{head}<body>{body}</body></opml>'
    return text.encode()


def read(body: str) -> Listed:
    return read_opml(opml(body))


def test_a_feed_has_its_address_and_all_other_attributes() -> None:
    listed = read(
        '<outline text="One" type="rss" xmlUrl=" https://one.example/feed " own="kept"/>'
    )

    attributes = {"text": "One", "type": "rss", "own": "kept"}
    assert listed.feeds == [Feed(url="https://one.example/feed", attributes=attributes)]


def test_folders_are_told_from_the_outermost_with_what_they_have() -> None:
    listed = read(
        '<outline text="World" open="true"><outline title="Asia">'
        '<outline text="One" xmlUrl="https://one.example/"/></outline></outline>'
        '<outline text="Two" xmlUrl="https://two.example/"/>'
    )

    one, two = listed.feeds
    assert one.folders == ({"text": "World", "open": "true"}, {"title": "Asia", "text": "Asia"})
    assert two.folders == ()


def test_the_order_of_the_file_is_kept() -> None:
    listed = read(
        '<outline text="a" xmlUrl="https://a.example/"/>'
        '<outline text="F"><outline text="b" xmlUrl="https://b.example/"/>'
        '<outline text="c" xmlUrl="https://c.example/"/></outline>'
        '<outline text="d" xmlUrl="https://d.example/"/>'
    )

    assert [feed.attributes["text"] for feed in listed.feeds] == ["a", "b", "c", "d"]


def test_what_is_no_feed_is_counted() -> None:
    listed = read(
        '<outline text="A note"/><outline type="link" url="https://a.example/"/>'
        '<outline text="One" xmlUrl="https://one.example/"/>'
    )

    assert (len(listed.feeds), listed.others) == (1, 2)


def test_what_lies_in_a_feed_is_not_in_a_folder_of_its_name() -> None:
    listed = read(
        '<outline text="One" xmlUrl="https://one.example/">'
        '<outline text="Two" xmlUrl="https://two.example/"/></outline>'
    )

    assert [feed.folders for feed in listed.feeds] == [(), ()]


def test_a_folder_without_a_name_is_one_all_the_same() -> None:
    [feed] = read('<outline><outline xmlUrl="https://one.example/"/></outline>').feeds

    assert feed.folders == ({"text": "?"},)


def test_users_and_passwords_are_kept_nowhere_but_in_the_address_itself() -> None:
    [feed] = read(
        '<outline text="One" htmlUrl="https://me:secret@one.example/"'
        ' xmlUrl="https://me:secret@one.example/feed"/>'
    ).feeds

    assert feed.url == "https://me:secret@one.example/feed"
    assert feed.attributes["htmlUrl"] == "https://one.example/"


def test_an_attribute_of_another_namespace_keeps_it() -> None:
    [feed] = read(
        '<outline xmlns:own="urn:own" text="One" own:mark="1" xmlUrl="https://one.example/"/>'
    ).feeds

    assert feed.attributes["{urn:own}mark"] == "1"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(9))
FILE = '<!ENTITY f SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is no OPML"),
        (b"title,url\nOne,https://one.example/\n", "it is no OPML"),
        (b"<opml><body><outline></body></opml>", "it is no OPML"),
        (b"<rss version='2.0'/>", "it begins with <rss>"),
        (b"\0" * 100, "it is no OPML"),
        (
            opml('<outline text="&l8;"/>', before=f"<!DOCTYPE opml [{LAUGHS}]>"),
            "it (is no OPML|declares entities)",
        ),
        (
            opml('<outline text="x"/>', before=f"<!DOCTYPE opml [{LAUGHS}]>"),
            "it declares entities",
        ),
        (
            opml("<outline>&f;</outline>", before=f"<!DOCTYPE opml [{FILE}]>"),
            "it declares entities",
        ),
        (opml("<outline>" * 5_000 + "</outline>" * 5_000), "it is no OPML"),
        (
            opml("<outline>" * (DEEPEST + 2) + "</outline>" * (DEEPEST + 2)),
            f"its folders are over {DEEPEST} deep",
        ),
    ],
)
def test_what_is_no_list_or_means_harm_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read_opml(content)
