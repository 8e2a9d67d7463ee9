"""What servers do to those who ask them: one line for each case, with what comes of it."""

import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler

import brotli  # type: ignore[import-untyped] # ships none

from ingestd.errors import (
    FetchError,
    ForbiddenError,
    PrivateHostError,
    RefusedError,
    UnreachableError,
)
from tests.fixtures.site import Site
from tests.fixtures.wires import PAPER, PUBLIC, Wires

Play = Callable[[Wires], object]
MEBIBYTE = 2**20
METADATA = "http://169.254.169.254/latest/meta-data/"


@dataclass(frozen=True, slots=True)
class Case:
    """What a server (or the name it goes by) does, and what is told of it.

    `told` stands in the error, or is the reply: its content, and where it came from. `dialled`
    are those who are spoken to, in order.
    """

    name: str
    play: Play
    error: type[FetchError] | None
    told: str
    url: str = f"{PAPER}/a"
    as_robot: bool = False
    dialled: tuple[tuple[str, int], ...] = ((PUBLIC, 80),)


def gives(content: bytes = b"", status: int = 200, **headers: str) -> Play:
    return lambda wires: wires.site.gives("/a", content, status, **headers)


def leads(status: int, target: str) -> Play:
    def play(wires: Wires) -> None:
        wires.site.gives("/b", b"there")
        wires.site.gives("/a", status=status, Location=target)

    return play


def says(answer: Callable[[Site, BaseHTTPRequestHandler], None]) -> Play:
    return lambda wires: wires.site.does("/a", lambda request: answer(wires.site, request))


def writes(*pieces: bytes) -> Play:
    """These bytes and no others, then the end of the connection."""

    def answer(_: Site, request: BaseHTTPRequestHandler) -> None:
        for piece in pieces:
            request.wfile.write(piece)
        request.close_connection = True

    return says(answer)


def repeats(beginning: bytes, piece: bytes) -> Play:
    """These bytes, and then others for ever."""

    def answer(site: Site, request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(beginning)
        while not site.closing.is_set():
            request.wfile.write(piece)

    return says(answer)


def drips(beginning: bytes) -> Play:
    """A byte now and then, for ever."""

    def answer(site: Site, request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(beginning)
        while not site.closing.wait(0.02):
            request.wfile.write(b".")

    return says(answer)


def named(*answers: list[str]) -> Play:
    """The paper's name leads to these addresses: one list after the other."""

    def play(wires: Wires) -> None:
        wires.names["paper.example"] = list(answers)
        wires.site.gives("/a", b"there")

    return play


def robots(content: bytes, status: int = 200) -> Play:
    def play(wires: Wires) -> None:
        wires.site.gives("/robots.txt", content, status)
        wires.site.gives("/a", b"there")

    return play


def flips(wires: Wires) -> None:
    """Public when it is asked for the first time, private when the redirect is followed."""
    named([PUBLIC], ["10.0.0.1"])(wires)
    wires.names["www.paper.example"] = [["10.0.0.1"]]
    wires.site.gives("/a", status=302, Location="http://www.paper.example/a")


def circles(wires: Wires) -> None:
    wires.site.gives("/a", status=301, Location="/a")


def silence(site: Site, request: BaseHTTPRequestHandler) -> None:
    site.closing.wait()


@cache
def brotli_bomb() -> bytes:
    """809 bytes that are a gibibyte."""
    packer = brotli.Compressor(quality=5, lgwin=24)
    packed = b"".join(packer.process(bytes(MEBIBYTE)) for _ in range(1_024))
    return bytes(packed + packer.finish())


@cache
def gzip_bomb() -> bytes:
    """A tenth of what may come, that is a hundred times what may."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    return b"".join(packer.compress(bytes(MEBIBYTE)) for _ in range(200)) + packer.flush()


def brotli_bombs(wires: Wires) -> None:
    assert len(brotli_bomb()) == 809
    gives(brotli_bomb(), Content_Encoding="br")(wires)


def gzip_bombs(wires: Wires) -> None:
    gives(gzip_bomb(), Content_Encoding="gzip")(wires)


TEXT = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = TEXT + b"Transfer-Encoding: chunked\r\n\r\n"
PAGE = "<p>\u0442\u0435\u043a\u0441\u0442</p>".encode("cp1251")

# fmt: off
CASES = [
    # what is an answer
    Case("a page", gives(b"text"), None, f"{PAPER}/a text"),
    Case("an error page with 200", gives(b"<h1>Error 500"), None, f"{PAPER}/a <h1>Error 500"),
    Case("a page in another charset than it says", gives(PAGE, Content_Type="text/html; charset=utf-8"), None, f"{PAPER}/a {PAGE!r}"),
    Case("301 to another page", leads(301, "b"), None, f"{PAPER}/b there, moved by 301"),
    Case("308 to another page", leads(308, "/b"), None, f"{PAPER}/b there, moved by 308"),
    Case("302 to another page", leads(302, "/b"), None, f"{PAPER}/b there"),
    Case("303 to another page", leads(303, "/b"), None, f"{PAPER}/b there"),
    Case("307 to another page", leads(307, "/b"), None, f"{PAPER}/b there"),
    Case("a chunked page", writes(CHUNKED, b"4\r\ntext\r\n0\r\n\r\n"), None, f"{PAPER}/a text"),
    Case("a page that ends with its connection", writes(TEXT + b"\r\ntext"), None, f"{PAPER}/a text"),
    # what is a refusal
    Case("304 to whoever asked for the whole", gives(status=304), RefusedError, "the server answered 304 Not Modified"),
    Case("204", gives(status=204), RefusedError, "204 No Content"),
    Case("302 to nowhere", gives(status=302), RefusedError, "302 Found"),
    Case("403", gives(status=403), RefusedError, "403 Forbidden"),
    Case("404", gives(status=404), RefusedError, "404 Not Found"),
    Case("410", gives(status=410), RefusedError, "410 Gone"),
    Case("429", gives(status=429), RefusedError, "429 Too Many Requests"),
    Case("500", gives(status=500), RefusedError, "500 Internal Server Error"),
    Case("503", gives(status=503), RefusedError, "503 Service Unavailable"),
    Case("a status nobody knows", writes(b"HTTP/1.1 799 Odd\r\n\r\n"), RefusedError, "799 Odd"),
    # what is no answer
    Case("nobody has this name", lambda _: None, UnreachableError, "the name other.example is not found", url="http://other.example/", dialled=()),
    Case("a server that says nothing", says(silence), FetchError, "no complete answer within 0.5 s"),
    Case("a body that drips", drips(TEXT + b"\r\n"), FetchError, "no complete answer within 0.5 s"),
    Case("headers that drip", drips(b"HTTP/1.1 200 OK\r\nX: "), FetchError, "no complete answer within 0.5 s"),
    Case("a server that hangs up", writes(), FetchError, "the connection broke"),
    Case("a server that speaks no HTTP", writes(b"220 mail.example ESMTP\r\n"), FetchError, "the connection broke"),
    Case("headers without an end", repeats(b"HTTP/1.1 200 OK\r\n", b"X-Long: x\r\n" * 1_000), FetchError, "the connection broke"),
    Case("one header without an end", repeats(b"HTTP/1.1 200 OK\r\nX: ", b"x" * 10_000), FetchError, "the connection broke"),
    Case("early hints without an end", repeats(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100), FetchError, "the headers of the answer do not end"),
    Case("a body cut short", writes(TEXT + b"Content-Length: 100\r\n\r\nhalf"), FetchError, "the connection broke"),
    Case("chunks cut short", writes(CHUNKED, b"64\r\nhalf"), FetchError, "the connection broke"),
    Case("chunks of garbage", writes(CHUNKED, b"zz\r\ntext\r\n"), FetchError, "the connection broke"),
    Case("a chunk of an absurd size", writes(CHUNKED, b"f" * 30 + b"\r\ntext\r\n"), FetchError, "the connection broke"),
    Case("two lengths", writes(TEXT + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\ntexts"), FetchError, "the connection broke"),
    # what is too much
    Case("a body without an end", repeats(TEXT + b"\r\n", b"x" * 65_536), FetchError, "over the limit of 1,048,576 bytes"),
    Case("chunks without an end", repeats(CHUNKED, b"1\r\nx\r\n" * 10_000), FetchError, "comes in over 50,000 pieces"),
    Case("a bomb of gzip", gzip_bombs, FetchError, "over the limit of 1,048,576 bytes"),
    Case("a bomb of brotli, of 809 bytes", brotli_bombs, FetchError, "unpacks to more than 200 times its size"),
    Case("a hundred thousand packings of nothing", gives(gzip.compress(b"") * 50_000, Content_Encoding="gzip"), FetchError, "the compressed answer is damaged"),
    # what is packed wrongly
    Case("gzip cut short", gives(gzip.compress(b"text")[:-4], Content_Encoding="gzip"), FetchError, "the compressed answer is cut short"),
    Case("brotli cut short", gives(brotli.compress(b"text" * 99)[:-2], Content_Encoding="br"), FetchError, "the compressed answer is cut short"),
    Case("text that says it is gzip", gives(b"text", Content_Encoding="gzip"), FetchError, "the compressed answer is damaged"),
    Case("text that says it is brotli", gives(b"\xfftext", Content_Encoding="br"), FetchError, "the compressed answer is damaged"),
    Case("text that says it is deflate", gives(b"\xfftext", Content_Encoding="deflate"), FetchError, "the compressed answer is damaged"),
    Case("a packing in a packing", gives(b"text", Content_Encoding="gzip, br"), FetchError, "the answer is packed as 'gzip, br'"),
    # where it must not lead
    Case("a redirect to a cloud's metadata", leads(302, METADATA), PrivateHostError, "169.254.169.254 is at 169.254.169.254, which is not on"),
    Case("a redirect to this machine, as a number", leads(301, "http://2130706433/"), PrivateHostError, "2130706433 is at 127.0.0.1, which is not on"),
    Case("a redirect to this machine, in a mapped address", leads(301, "http://[::ffff:127.0.0.1]/"), PrivateHostError, "which is not on the public internet"),
    Case("a name that leads to this machine", named(["127.0.0.1"]), PrivateHostError, "paper.example is at 127.0.0.1, which is not on", dialled=()),
    Case("a name with a private address among public ones", named([PUBLIC, "10.0.0.1"]), PrivateHostError, "paper.example is at 10.0.0.1", dialled=()),
    Case("a name that flips", flips, PrivateHostError, "www.paper.example is at 10.0.0.1"),
    Case("a redirect to a file", leads(302, "file:///etc/passwd"), FetchError, "it leads to file: addresses, which are not followed"),
    Case("a redirect from https to http", leads(302, f"{PAPER}/b"), FetchError, f"it leads from https to {PAPER}/b", url="https://paper.example/a", dialled=((PUBLIC, 443),)),
    Case("a redirect in a circle", circles, FetchError, "more than 5 redirects"),
    # what robots may read
    Case("no robots.txt", robots(b"", 404), None, f"{PAPER}/a there", as_robot=True),
    Case("a robots.txt that nobody may read", robots(b"", 403), None, f"{PAPER}/a there", as_robot=True),
    Case("a robots.txt that allows", robots(b"User-agent: *\nDisallow: /b"), None, f"{PAPER}/a there", as_robot=True),
    Case("a robots.txt that forbids", robots(b"User-agent: *\nDisallow: /a"), ForbiddenError, "the robots.txt of its site forbids it", as_robot=True),
    Case("a robots.txt that forbids, for who is no robot", robots(b"User-agent: *\nDisallow: /a"), None, f"{PAPER}/a there"),
    Case("a robots.txt that is broken", robots(b"", 500), FetchError, f"{PAPER}/robots.txt could not be read", as_robot=True),
]
# fmt: on
