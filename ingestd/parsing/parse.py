"""The door of parsing: bytes in, one text with what it says of itself out."""

import re
from collections.abc import Callable

from ingestd.errors import UnreadableError
from ingestd.events.media_types import DOCX, HTML, MAIL, MARKDOWN, ODT, PDF, TEXT, XHTML
from ingestd.parsing.credits import author_of
from ingestd.parsing.dates import published
from ingestd.parsing.docx import read_docx
from ingestd.parsing.figures import figures
from ingestd.parsing.html import read_html
from ingestd.parsing.language import detect
from ingestd.parsing.mail import read_mail
from ingestd.parsing.metadata import value_of
from ingestd.parsing.odt import read_odt
from ingestd.parsing.page import Page
from ingestd.parsing.parsed import Claims, Parsed
from ingestd.parsing.pdf import read_pdf
from ingestd.parsing.plain import read_plain
from ingestd.parsing.sketch import sketch

PARSER = "builtin@2"
"""Name and version; raised whenever the answers may change."""

_TITLE = ("title", "titre", "tiêu đề", "заголовок")
_AUTHOR = ("author", "auteur", "tác giả", "автор")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MARKER = re.compile(r"#{1,6}\s+")

Reader = Callable[[bytes, str | None], Page]


def _as_text(body: bytes, _: str | None) -> Page:
    return read_plain(body)


_READERS: dict[str, Reader] = {
    TEXT: _as_text,
    MARKDOWN: _as_text,
    HTML: read_html,
    XHTML: read_html,
    PDF: read_pdf,
    DOCX: read_docx,
    ODT: read_odt,
    MAIL: read_mail,
}
READ = frozenset(_READERS)
"""The media types that are read."""


def parse(body: bytes, media_type: str, claims: Claims) -> Parsed:
    """Return the text of a document and what it says of itself; claims fill what it leaves open.

    `media_type` may carry a charset. Raises UnreadableError, which names the remedy, and
    nothing else, whatever the bytes are.
    """
    page = _reader(media_type)(body, _charset(media_type))
    language = detect(page.text)
    return Parsed(
        text=page.text,
        blocks=page.blocks,
        language=language,
        title=_title(page, claims),
        published=published(page, language=language, claimed=claims.published),
        author=_author(page) or claims.author,
        sketch=sketch(page.text, page.blocks),
        figures=figures(page.text, page.blocks, language),
    )


def _reader(media_type: str) -> Reader:
    essence = media_type.partition(";")[0].strip().lower()
    if essence in _READERS:
        return _READERS[essence]
    raise UnreadableError(
        f"{essence or 'a nameless media type'} is not read",
        hint=f"{', '.join(sorted(_READERS))} are: convert it to one of them",
    )


def _charset(media_type: str) -> str | None:
    found = _CHARSET.search(media_type)
    return found.group(1) if found else None


def _title(page: Page, claims: Claims) -> str | None:
    """Prefer what is marked as the title to what only looks like one."""
    keyed = _keyed(page, _TITLE)
    looks = next(iter(page.lines("title")), None)
    title = page.title or keyed or claims.title or looks
    return _MARKER.sub("", title, count=1) if title else None


def _author(page: Page) -> str | None:
    signed = next(map(author_of, page.lines("byline")), None)
    return page.author or _keyed(page, _AUTHOR) or signed


def _keyed(page: Page, keys: tuple[str, ...]) -> str | None:
    values = (value_of(line, keys) for line in page.lines("metadata"))
    return next((value for value in values if value and value[0].isalpha()), None)
