"""Word documents."""

import re
from collections.abc import Iterator

from ingestd.errors import UnreadableError
from ingestd.parsing.composed import Part, compose
from ingestd.parsing.office import Element, Parts, opened, string
from ingestd.parsing.page import Page

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"(?:heading \d|title)\b", re.IGNORECASE)
_BLANKS = ("tab", "br", "cr")


def read_docx(body: bytes, _: str | None = None) -> Page:
    """Read the paragraphs of a document, those of its tables with them, as they are shown.

    What was struck out, notes and comments are left out. Raises UnreadableError.
    """
    with opened(body) as parts:
        document = parts.xml("word/document.xml")
        space = _WORD if str(document.tag).startswith(_WORD) else _STRICT
        headings = _headings(parts, space)
        text, blocks = compose(_paragraphs(document, space, headings))
        if not text:
            raise UnreadableError("the document holds no text", hint="its text may be pictures")
        title, made, author = _properties(parts)
    return Page(text=text, blocks=blocks, title=title, made=made, author=author)


def _paragraphs(document: Element, space: str, headings: set[str]) -> Iterator[Part]:
    for paragraph in document.iter(f"{space}p"):
        style = paragraph.find(f"{space}pPr/{space}pStyle")
        heading = style is not None and style.get(f"{space}val", "") in headings
        yield Part("".join(_pieces(paragraph, space)), heading)


def _pieces(paragraph: Element, space: str) -> Iterator[str]:
    names = [f"{space}{name}" for name in ("t", "noBreakHyphen", *_BLANKS)]
    for node in paragraph.iter(*names):
        if _is_shown(node, paragraph, space):
            yield _piece(node, space)


def _piece(node: Element, space: str) -> str:
    if node.tag == f"{space}t":
        return node.text or ""
    return "-" if node.tag == f"{space}noBreakHyphen" else " "


def _is_shown(node: Element, paragraph: Element, space: str) -> bool:
    """Whether a piece is this paragraph's own: a text box in it has paragraphs of its own."""
    hidden = {f"{space}p", f"{space}del", _FALLBACK}
    nearest = next(above for above in node.iterancestors() if above.tag in hidden)
    return nearest is paragraph and next(paragraph.iterancestors(_FALLBACK), None) is None


def _headings(parts: Parts, space: str) -> set[str]:
    """The names of the styles in which headings are set, however they are called here."""
    if not parts.has("word/styles.xml"):
        return set()
    found = set()
    for style in parts.xml("word/styles.xml").iter(f"{space}style"):
        name = style.find(f"{space}name")
        if name is not None and _HEADING.match(name.get(f"{space}val", "")):
            found.add(style.get(f"{space}styleId", ""))
    return found


def _properties(parts: Parts) -> tuple[str | None, str | None, str | None]:
    if not parts.has("docProps/core.xml"):
        return None, None, None
    core = parts.xml("docProps/core.xml")
    return (
        string(core, f"{_DUBLIN}title"),
        string(core, f"{_TERMS}created"),
        string(core, f"{_DUBLIN}creator"),
    )
