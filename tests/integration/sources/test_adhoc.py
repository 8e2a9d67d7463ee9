import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingestd.clock import Clock
from ingestd.errors import FetchError, UnreadableError, UsageError
from ingestd.sources.adhoc import from_argument
from ingestd.sources.found import Body, Bundle, Found
from tests.fixtures.asking import asking, documents
from tests.fixtures.site import Site

RSS = b"""<rss version="2.0"><channel>
<item><title>T</title><link>/a</link><description>text</description></item></channel></rss>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1",
"items": [{"title": "T", "url": "/a", "content_text": "text"}]}"""


def clock() -> datetime:
    return datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def load(argument: str | Path, at: Clock = clock) -> list[tuple[str, Body]]:
    source = from_argument(str(argument), at)
    return [(found.origin, found.load()) for found in documents(source.collect(asking()))]


def test_a_folder_is_taken_as_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "b.jpg").write_bytes(b"two")
    written = datetime.fromtimestamp((tmp_path / "a.txt").stat().st_mtime, UTC)

    [(origin, body)] = load(tmp_path, lambda: written)

    assert (origin, body.content) == ((tmp_path / "a.txt").as_uri(), b"one")


def test_a_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"one")

    [(origin, body)] = load(tmp_path / "notes")

    assert (origin, body.content) == ((tmp_path / "notes").as_uri(), b"one")


def test_an_origin_leads_back_to_its_file(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9 #1?.txt")
    path.write_bytes(b"one")

    [(origin, _)] = load(path)

    assert load(origin) == load(path)


def test_a_source_made_by_hand_is_called_ingest(tmp_path: Path) -> None:
    by_path = from_argument(str(tmp_path), clock)
    by_address = from_argument("https://user:canary@host/a", clock)

    assert (by_path.name, by_path.kind) == ("ingest", "folder")
    assert (by_address.name, by_address.kind) == ("ingest", "address")
    assert (by_address.address, by_address.options) == ("https://host/a", "{}")


def test_what_is_not_there_is_told_with_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file or folder") as caught:
        from_argument(str(tmp_path / "gone"), clock)

    assert caught.value.hint == f"it was looked for at {tmp_path / 'gone'}"


def test_links_that_lead_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    with pytest.raises(UsageError, match="there is no file or folder"):
        from_argument(str(tmp_path / "a"), clock)


@pytest.mark.parametrize("argument", ["ftp://user:canary@host/a", "http://", "s3://bucket"])
def test_other_addresses_cannot_be_taken_in(argument: str) -> None:
    with pytest.raises(UsageError, match="cannot be taken in") as caught:
        from_argument(argument, clock)

    assert "canary" not in str(caught.value)
    assert caught.value.hint is not None


def test_a_page_is_taken_from_its_address(site: Site) -> None:
    url = site.gives("/a", b"<html><p>text", Content_Type="text/html; charset=utf-8")

    [(origin, body)] = load(url)

    assert (origin, body.content, body.url) == (url, b"<html><p>text", url)
    assert body.media_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (RSS, "text/xml"),
        (RSS, "text/html"),
        (RSS.decode().encode("utf-16"), "application/octet-stream"),
        (RSS.replace(b'<rss version="2.0">', b"<rss>"), "application/rss+xml"),
        (JSON, "application/json"),
        (JSON.replace(b"https://jsonfeed.org/version/1.1", b"1.1"), "application/feed+json"),
    ],
)
def test_the_entries_of_a_feed_are_taken_where_the_address_is_one(
    site: Site, content: bytes, media_type: str
) -> None:
    [(origin, body)] = load(site.gives("/feed", content, Content_Type=media_type))

    assert (origin, body.title) == (f"{site.url}/a", "T")


def test_a_page_that_shows_a_feeds_source_is_a_page(site: Site) -> None:
    [(_, body)] = load(site.gives("/a", b"<!doctype html><html><pre>&lt;rss <rss"))

    assert body.title is None


def test_what_is_no_page_is_told(site: Site) -> None:
    url = site.gives("/a", b"GIF89a", Content_Type="image/gif")

    with pytest.raises(UnreadableError, match="/a is image/gif"):
        load(url)


def test_a_pdf_on_the_web_is_taken_as_it_is(site: Site) -> None:
    [(_, body)] = load(site.gives("/a", b"%PDF-1.4", Content_Type="application/pdf"))

    assert (body.content, body.media_type) == (b"%PDF-1.4", "application/pdf")


def test_what_is_in_a_bundle_on_the_web_is_taken(site: Site) -> None:
    url = site.gives("/a%20b.jsonl", b'{"text": "One."}\n', Content_Type="text/plain")

    [bundle] = from_argument(url, clock).collect(asking()).items
    assert isinstance(bundle, Bundle)
    [found] = bundle.open()

    assert isinstance(found, Found)
    assert (found.origin, found.load().content) == (f"{url}#1", b"One.")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_private_address_may_be_typed_but_not_redirected_to(site: Site, host: str) -> None:
    typed = site.url.replace("127.0.0.1", host)
    site.gives("/page", b"text", Content_Type="text/plain")
    site.gives("/elsewhere", status=302, Location="http://10.0.0.1/")

    [(_, body)] = load(f"{typed}/page")
    with pytest.raises(FetchError, match="not on the public internet"):
        load(f"{typed}/elsewhere")

    assert body.content == b"text"
