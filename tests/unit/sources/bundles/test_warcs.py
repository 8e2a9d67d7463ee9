import gzip
import io
import zlib
from typing import cast

import brotli  # type: ignore[import-untyped]  # ships none
import pytest
from warcio.archiveiterator import ArchiveIterator

from ingestd.sources.bundles.caps import Caps
from ingestd.sources.bundles.opening import Reading
from ingestd.sources.found import Body
from tests.unit.sources.bundles.opened import bodies, told

PAGE = b"<html><body><p>Signed.</p></body></html>"
AT = "https://news.example/a?b=1"


class Crawl:
    """A WARC as a crawler writes it, record by record."""

    def __init__(self, *, packed: bool) -> None:
        self._packed = packed
        self.content = b""
        self.name = "a.warc.gz" if packed else "a.warc"
        self.holds("", "warcinfo", b"software: x\r\n", "application/warc-fields")

    def answers(
        self, url: str = AT, content: bytes = PAGE, *, status: str = "200 OK", **heads: str
    ) -> "Crawl":
        told = {"Content_Type": "text/html; charset=utf-8"} | heads
        lines = [f"{name.replace('_', '-')}: {value}" for name, value in told.items()]
        http = "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode()
        self.holds(
            url, "request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"
        )
        return self.holds(url, "response", http + content, "application/http; msgtype=response")

    def holds(self, url: str, kind: str, content: bytes, media_type: str) -> "Crawl":
        heads = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:x:{len(self.content)}>\r\n"
            f"WARC-Date: 2021-11-11T08:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: {media_type}\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        record = heads.encode() + content + b"\r\n\r\n"
        self.content += gzip.compress(record) if self._packed else record
        return self


def crawl(packed: bool = True) -> Crawl:
    return Crawl(packed=packed)


def page(made: Crawl) -> Body:
    [body] = bodies(made.name, made.content)
    return body


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_is_a_document_with_its_address(packed: bool) -> None:
    made = crawl(packed).answers(AT).answers("https://news.example/b#c", b"<p>Two.")

    assert told(made.name, made.content) == [
        (f"{made.name}#{AT}", PAGE.decode()),
        (f"{made.name}#https://news.example/b%23c", "<p>Two."),
    ]
    first = bodies(made.name, made.content)[0]
    assert (first.url, first.media_type, first.kind) == (AT, "text/html; charset=utf-8", "page")
    assert first.published == "2021-11-11T08:00:00Z"


@pytest.mark.parametrize("packed", [True, False])
def test_others_read_the_same_out_of_it(packed: bool) -> None:
    made = crawl(packed).answers(AT).answers("https://news.example/b", b"<p>Two.")

    theirs = [
        record.content_stream().read()
        for record in ArchiveIterator(io.BytesIO(made.content))
        if record.rec_type == "response"
    ]

    assert theirs == [body.content for body in bodies(made.name, made.content)]


@pytest.mark.parametrize(
    "made",
    [
        crawl().answers(status="404 Not Found"),
        crawl().answers(status="301 Moved"),
        crawl().answers(status=""),
        crawl().answers(content=b"\x89PNG", Content_Type="image/png"),
        crawl().answers("dns:news.example"),
        crawl().holds(AT, "metadata", b"a: b", "application/warc-fields"),
        crawl().holds(AT, "resource", b"\x89PNG", "image/png"),
    ],
    ids=[
        "not found",
        "moved",
        "no status",
        "a picture",
        "no address",
        "metadata",
        "a picture held",
    ],
)
def test_what_is_no_page_is_passed_over(made: Crawl) -> None:
    made.answers("https://news.example/last")

    assert [place for place, _ in told(made.name, made.content)] == [
        f"{made.name}#https://news.example/last"
    ]


@pytest.mark.parametrize("kind", ["resource", "conversion"])
def test_pages_that_were_kept_without_their_answer_are_read(kind: str) -> None:
    body = page(crawl().holds(AT, kind, b"Signed.", "text/plain"))

    assert (body.content, body.media_type) == (b"Signed.", "text/plain")


def deflated(content: bytes) -> bytes:
    return zlib.compress(content)


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", deflated(PAGE)),
        ("br", cast("bytes", brotli.compress(PAGE))),
        ("GZip", PAGE),
        ("", PAGE),
    ],
    ids=["gzip", "deflate", "br", "unpacked already", "plain"],
)
def test_an_answer_is_taken_out_of_its_packing(encoding: str, content: bytes) -> None:
    assert page(crawl().answers(content=content, Content_Encoding=encoding)).content == PAGE


def test_an_answer_in_chunks_is_put_together() -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE[:7], PAGE[7:], b""))

    assert page(crawl().answers(content=chunks, Transfer_Encoding="chunked")).content == PAGE


@pytest.mark.parametrize(
    ("encoding", "bomb", "reason"),
    [
        ("gzip", gzip.compress(b"0" * 30_000_000), "200 times its size"),
        ("br", cast("bytes", brotli.compress(b"0" * 30_000_000)), "200 times its size"),
        ("gzip", b"\x1f\x8b\x08\xff\xff\xff\xffbroken", "damaged"),
        ("zstd", b"\x28\xb5\x2f\xfdxxx", "packed as 'zstd'"),
    ],
    ids=["gzip", "br", "damaged", "unknown"],
)
def test_a_bomb_is_told_beside_the_next_page(encoding: str, bomb: bytes, reason: str) -> None:
    made = (
        crawl().answers(content=bomb, Content_Encoding=encoding).answers("https://b.example/")
    )

    (_, first), second = told(made.name, made.content)

    assert first.startswith("!")
    assert reason in first
    assert second == (f"{made.name}#https://b.example/", PAGE.decode())


def test_a_page_over_the_limit_is_told_and_a_film_is_passed_over() -> None:
    made = (
        crawl(packed=False).answers(content=b"<p>" + b"x" * 2_000).answers("https://b.example/")
    )

    (_, first), second = told(made.name, made.content, Reading(caps=Caps(document=1_000)))

    assert "over the limit of 1,000" in first
    assert second == (f"{made.name}#https://b.example/", PAGE.decode())


@pytest.mark.parametrize("packed", [True, False])
def test_of_a_file_that_is_cut_off_what_came_whole_is_kept(packed: bool) -> None:
    made = crawl(packed).answers()
    whole = len(made.content)
    made.answers("https://b.example/", PAGE + bytes(range(256)) * 9)

    first, (place, reason) = told(made.name, made.content[: (whole + len(made.content)) // 2])

    assert first == (f"{made.name}#{AT}", PAGE.decode())
    assert place == "!"
    assert "cut off" in reason


def test_a_film_that_is_cut_off_is_told_as_well() -> None:
    made = crawl(packed=False).answers(content=b"x" * 3_000, Content_Type="video/mp4")

    [*_, (place, reason)] = told(
        made.name, made.content[:-2_500], Reading(caps=Caps(document=1_000))
    )

    assert place == "!"
    assert "cut off" in reason


HEAD = b"WARC/1.0\r\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (HEAD + b"WARC-Type: response\r\n\r\n", "how long it is"),
        (HEAD + b"Content-Length: many\r\n\r\n", "how long it is"),
        (HEAD + b"WARC-Type: response\r\n", "cut off"),
        (
            HEAD + b"Content-Length: 0\r\n\r\n\r\n\r\nnonsense",
            "no record where one should begin",
        ),
        (HEAD + b"a: b\r\n" * 300, "too many headers"),
        (HEAD + b"Content-Length: 9\r\n\r\n", "cut off"),
    ],
    ids=["no length", "no number", "no end", "nonsense", "many", "no block"],
)
def test_what_is_no_warc_says_so(content: bytes, reason: str) -> None:
    [(place, said)] = told("a.warc", content)

    assert place == "!"
    assert reason in said


def test_a_user_and_password_in_an_address_are_left_out() -> None:
    body = page(crawl().answers("https://user:canary@news.example/a"))

    assert body.url == "https://news.example/a"
    made = crawl().answers("https://user:canary@news.example/a")
    assert "canary" not in told(made.name, made.content)[0][0]
