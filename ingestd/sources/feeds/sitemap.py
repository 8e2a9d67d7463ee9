"""Sitemaps: lists of pages, with what Google's news extension says of them, and of more lists."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from ingestd.confinement.task import Confinement, Task
from ingestd.errors import UnreadableError
from ingestd.fetching.web import Reply
from ingestd.sources.feeds.apart import read_apart
from ingestd.sources.feeds.moments import moment
from ingestd.sources.feeds.wording import absolute_link, title_of
from ingestd.sources.feeds.xml_feed import read_xml

MOST_BYTES = 50 * 2**20
MOST_PAGES = 50_000
"""Both by the protocol of sitemaps; what is above is not read."""

HINT = "give the address of the sitemap itself; robots.txt of the site names it"
_FEEDS = {"rss", "feed", "RDF", "Channel"}
_CAREFULLY: Mapping[str, bool] = {
    "recover": True,
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page that a sitemap lists. `changed` and `published` are ISO 8601."""

    url: str
    changed: str | None = None
    title: str | None = None
    published: str | None = None

    @property
    def mark(self) -> str:
        """Another one where the sitemap says that the page is another."""
        return f"listed {self.changed or self.published or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """What a sitemap lists: pages, or further sitemaps; the newest first."""

    pages: list[Listed]
    sitemaps: list[Listed]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSitemap:
    """The bytes of a sitemap, perhaps gzipped, and where they came from."""

    content: bytes
    url: str


def read_sitemap(asked: AskedSitemap) -> Sitemap:
    """Read a sitemap in XML, a feed, or a plain list; raises UnreadableError where it is none.

    What is broken in it costs only itself.
    """
    content = _unpacked(asked.content)
    if not content.strip():
        raise UnreadableError("no sitemap: it is empty")
    if _is_plain(content):
        return Sitemap(pages=_plain(content, asked.url), sitemaps=[])
    root, listed = _root(content), list(_listed(content, asked.url))
    if root in _FEEDS:
        return Sitemap(pages=_of_feed(content, asked.url), sitemaps=[])
    if root not in {"urlset", "sitemapindex"}:
        raise UnreadableError(f"no sitemap: it begins with <{root}>", hint=HINT)
    # sorting keeps the order of those that tell nothing
    listed.sort(key=lambda one: one.changed or one.published or "", reverse=True)
    pages = root == "urlset"
    return Sitemap(pages=listed if pages else [], sitemaps=[] if pages else listed)


READ_SITEMAP = Task(f"{__name__}:{read_sitemap.__qualname__}", AskedSitemap, Sitemap)


def sitemap_of(reply: Reply, *, confinement: Confinement) -> Sitemap:
    """Read a reply as a sitemap, in a child; raises MalformedFeedError with the reason."""
    asked = AskedSitemap(content=reply.content, url=reply.url)
    return read_apart(READ_SITEMAP, asked, reply=reply, confinement=confinement)


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(b"\x1f\x8b"):
        return content
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        unpacked = unpacking.decompress(content, MOST_BYTES + 1)
    except zlib.error as error:
        raise UnreadableError("no sitemap: it is packed, and damaged") from error
    if len(unpacked) > MOST_BYTES:
        raise UnreadableError(f"no sitemap: unpacked it is over {MOST_BYTES:,} bytes")
    return unpacked


def _is_plain(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"http://", b"https://"))


def _plain(content: bytes, url: str) -> list[Listed]:
    lines = content.decode("utf-8-sig", "replace").split()[:MOST_PAGES]
    links = filter(None, (absolute_link(line, url) for line in lines))
    return [Listed(url=link) for link in dict.fromkeys(links)]


def _root(content: bytes) -> str:
    from lxml import etree  # noqa: PLC0415 - heavy

    for _, element in etree.iterparse(BytesIO(content), events=("start",), **_CAREFULLY):
        return _local(element.tag)
    return ""


def _local(tag: str) -> str:
    # of broken documents, a tag may be no name at all
    return tag.rpartition("}")[2]


def _listed(content: bytes, url: str) -> Iterator[Listed]:
    from lxml import etree  # noqa: PLC0415 - heavy

    tags = ("{*}url", "{*}sitemap")
    seen: set[str] = set()
    for _, element in etree.iterparse(BytesIO(content), tag=tags, **_CAREFULLY):
        told = {
            _local(part.tag): (part.text or "").strip() for part in element.iter(etree.Element)
        }
        element.clear()
        link = absolute_link(told.get("loc"), url)
        if link and link not in seen:
            seen.add(link)
            yield _one(link, told)
        if len(seen) == MOST_PAGES:
            return


def _one(link: str, told: Mapping[str, str]) -> Listed:
    return Listed(
        url=link,
        changed=moment(told.get("lastmod", "")),
        title=title_of(told.get("title", ""), is_html=False),
        published=moment(told.get("publication_date", "")),
    )


def _of_feed(content: bytes, url: str) -> list[Listed]:
    """The protocol lets a feed stand for a sitemap."""
    entries = read_xml(content, url=url).entries
    return [
        Listed(url=one.link, title=one.title, published=one.published)
        for one in entries
        if one.link
    ]
