import gzip
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingestd.errors import FetchError
from ingestd.sources.archive import ArchiveOptions, ArchiveSource
from ingestd.sources.found import Body, Bundle, Collected, Found
from tests.fixtures.asking import asking
from tests.fixtures.site import Site

TABLE = b"nr,headline,text\n7,Two deals,Signed.\n8,Three,Sealed.\n"
LATER = datetime.now(UTC) + timedelta(hours=1)  # noqa: TID251 - files are written by the real clock
FIELDS = {"id": "nr", "title": "headline"}


def source(**told: object) -> ArchiveSource:
    options = ArchiveOptions.model_validate({"fields": FIELDS, **told})
    return ArchiveSource("releases", options, lambda: LATER)


def on_the_web(url: str, **told: object) -> ArchiveSource:
    return source(url=url, allow_networks=["127.0.0.0/8"], **told)


def opened(items: Iterator[Found | Bundle]) -> Iterator[tuple[str, Body]]:
    for item in items:
        if isinstance(item, Bundle):
            yield from opened(item.open())
        else:
            yield item.origin, item.load()


def told(collected: Collected) -> list[tuple[str, str | None, bytes]]:
    found = opened(iter(collected.items))
    return [(origin, body.title, body.content) for origin, body in found]


def test_a_file_on_disk_gives_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(TABLE)

    assert told(source(path=path).collect(asking())) == [
        (f"{path.as_uri()}#7", "Two deals", b"Signed."),
        (f"{path.as_uri()}#8", "Three", b"Sealed."),
    ]


def test_a_file_has_the_same_mark_until_it_is_written(tmp_path: Path) -> None:
    def mark() -> str | None:
        [item] = source(path=path).collect(asking()).items
        return item.mark

    path = tmp_path / "r.csv"
    path.write_bytes(TABLE)
    before = mark()

    assert before is not None
    assert mark() == before
    path.write_bytes(TABLE + b"9,Four,Delivered.\n")
    assert mark() != before


def test_a_file_that_is_being_written_is_left_for_a_moment(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(TABLE)
    os.utime(path, (LATER.timestamp(), LATER.timestamp()))

    collected = source(path=path).collect(asking())

    assert (list(collected.items), collected.again_after) == ([], 2.0)


def test_a_file_that_is_not_there_is_a_failure_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="no such file") as caught:
        source(path=tmp_path / "r.csv").collect(asking())

    assert "path" in (caught.value.hint or "")


def test_a_single_document_is_one(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"Signed.")

    assert told(source(path=path).collect(asking())) == [(path.as_uri(), None, b"Signed.")]


def test_a_file_on_the_web_gives_what_is_in_it(site: Site) -> None:
    url = site.gives("/latest.csv.gz", gzip.compress(TABLE))

    collected = on_the_web(url).collect(asking())

    assert told(collected) == [
        (f"{url}#7", "Two deals", b"Signed."),
        (f"{url}#8", "Three", b"Sealed."),
    ]


def test_its_name_is_the_one_it_is_redirected_to(site: Site) -> None:
    site.gives("/2021%20r.csv", TABLE)
    url = site.gives("/latest", status=302, Location="/2021%20r.csv")

    assert [place for place, _, _ in told(on_the_web(url).collect(asking()))] == [
        f"{url}#7",
        f"{url}#8",
    ]


def test_what_has_not_changed_is_not_opened_again(site: Site) -> None:
    url = site.gives("/r.csv", TABLE, ETag='"1"')
    first = on_the_web(url).collect(asking())
    site.gives("/r.csv", status=304)

    second = on_the_web(url).collect(asking(first.validators))

    assert (list(second.items), second.validators) == ([], first.validators)
    assert site.asked[-1][1]["if-none-match"] == '"1"'


def test_more_is_not_got_than_may_be(site: Site) -> None:
    url = site.gives("/r.csv", TABLE)

    with pytest.raises(FetchError, match="over the limit of 10 bytes"):
        on_the_web(url, max_download=10).collect(asking())


def test_a_document_in_it_may_be_no_larger_than_is_read(site: Site) -> None:
    url = site.gives("/r.jsonl", b'{"text": "' + b"x" * 200 + b'"}\n{"text": "Two."}\n')

    [bundle] = on_the_web(url, max_bytes=100).collect(asking()).items
    assert isinstance(bundle, Bundle)
    first, second = bundle.open()

    assert isinstance(second, Found)
    assert second.load().content == b"Two."
    assert isinstance(first, Found)
    with pytest.raises(Exception, match="over the limit of 100"):
        first.load()


def test_an_address_is_shown_without_its_secret(tmp_path: Path) -> None:
    by_url = source(url="https://user:canary@host/r.csv", every="1h")
    by_path = source(path=tmp_path / "r.csv")

    assert by_url.address == "https://host/r.csv"
    assert by_url.options == '{"every":3600.0,"fields":{"id":"nr","title":"headline"}}'
    assert by_path.address == str(tmp_path / "r.csv")
    assert by_path.options == '{"fields":{"id":"nr","title":"headline"}}'
    assert (by_path.watched, by_path.kind, by_path.name) == (None, "archive", "releases")
