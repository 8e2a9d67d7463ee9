"""The links of a page, in the order in which it shows them."""

from codecs import lookup
from dataclasses import dataclass
from email.message import Message

from ingestd.confinement.task import Confinement, Task
from ingestd.errors import UnreadableError
from ingestd.fetching.web import Reply
from ingestd.sources.feeds.apart import read_apart
from ingestd.sources.feeds.sitemap import Listed
from ingestd.sources.feeds.wording import absolute_link

MOST_LINKS = 5_000
_PLACED = (
    "//*[@id = $within or contains(concat(' ', normalize-space(@class), ' '), "
    "concat(' ', $within, ' '))]//a[@href]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPage:
    """A page with links; `within` is an id or a class of what they stand in, "" for all of it."""

    content: bytes
    url: str
    content_type: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What a page links to, each address once, with the words of its first link that has some."""

    links: list[Listed]


def read_links(asked: AskedPage) -> Links:
    """Find the links of a page; raises UnreadableError where it is no page."""
    from lxml import etree, html  # noqa: PLC0415 - heavy

    parser = html.HTMLParser(encoding=_charset(asked), no_network=True)
    try:
        page = html.document_fromstring(asked.content, parser=parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise UnreadableError(f"no page: {error}") from error
    base = absolute_link(next(iter(page.xpath("//base/@href")), ""), asked.url) or asked.url
    found: dict[str, str] = {}
    for one in page.xpath(_PLACED if asked.within else "//a[@href]", within=asked.within):
        link = absolute_link(one.get("href").partition("#")[0], base)
        if link:
            found[link] = found.get(link) or " ".join(one.text_content().split())
        if len(found) == MOST_LINKS:
            break
    return Links(links=[Listed(url=url, title=words or None) for url, words in found.items()])


READ_LINKS = Task(f"{__name__}:{read_links.__qualname__}", AskedPage, Links)


def links_of(reply: Reply, *, within: str, confinement: Confinement) -> list[Listed]:
    """Read the links of a reply, in a child; raises MalformedFeedError with the reason."""
    asked = AskedPage(
        content=reply.content, url=reply.url, content_type=reply.content_type, within=within
    )
    return read_apart(READ_LINKS, asked, reply=reply, confinement=confinement).links


def _charset(asked: AskedPage) -> str | None:
    """The encoding that the server says, where there is such a one."""
    message = Message()
    message["content-type"] = asked.content_type or "text/html"
    try:
        return lookup(message.get_content_charset() or "").name
    except LookupError:
        return None
