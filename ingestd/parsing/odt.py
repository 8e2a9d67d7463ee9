"""Documents of LibreOffice and its kin."""

from collections.abc import Iterator

from ingestd.errors import UnreadableError
from ingestd.parsing.composed import Part, compose
from ingestd.parsing.office import Element, Parts, opened, string
from ingestd.parsing.page import Page

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_HIDDEN = frozenset(
    {f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_TEXT}ruby-text"}
)
_BLANKS = frozenset({f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"})


def read_odt(body: bytes, _: str | None = None) -> Page:
    """Read the paragraphs of a document, those of its tables with them.

    What was struck out, notes and comments are left out. Raises UnreadableError.
    """
    with opened(body) as parts:
        _refuse_encrypted(parts)
        content = parts.xml("content.xml")
        text, blocks = compose(_paragraphs(content))
        if not text:
            raise UnreadableError("the document holds no text", hint="its text may be pictures")
        title, made, author = _properties(parts)
    return Page(text=text, blocks=blocks, title=title, made=made, author=author)


def _refuse_encrypted(parts: Parts) -> None:
    manifest = "META-INF/manifest.xml"
    if not parts.has(manifest):
        return
    if next(parts.xml(manifest).iter(f"{_MANIFEST}encryption-data"), None) is not None:
        raise UnreadableError("the document is encrypted", hint="save it without a password")


def _paragraphs(content: Element) -> Iterator[Part]:
    for paragraph in content.iter(*_PARAGRAPHS):
        if not any(above.tag in _HIDDEN for above in paragraph.iterancestors()):
            yield Part("".join(_pieces(paragraph)), paragraph.tag == f"{_TEXT}h")


def _pieces(paragraph: Element) -> Iterator[str]:
    """The paragraph's own words, not those of a frame or a note in it."""
    from lxml import etree  # noqa: PLC0415 - heavy

    apart = 0
    for event, node in etree.iterwalk(paragraph, events=("start", "end")):
        inner = node is not paragraph and (node.tag in _HIDDEN or node.tag in _PARAGRAPHS)
        if event == "start":
            apart += inner
            if not apart:
                yield " " if node.tag in _BLANKS else node.text or ""
        else:
            apart -= inner
            if not apart and node is not paragraph:
                yield node.tail or ""


def _properties(parts: Parts) -> tuple[str | None, str | None, str | None]:
    if not parts.has("meta.xml"):
        return None, None, None
    meta = parts.xml("meta.xml")
    return (
        string(meta, f"{_DUBLIN}title"),
        string(meta, f"{_META}creation-date"),
        string(meta, f"{_META}initial-creator") or string(meta, f"{_DUBLIN}creator"),
    )
