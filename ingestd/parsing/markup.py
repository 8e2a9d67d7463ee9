"""From HTML to a tree, and from a tree to its visible text."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol, cast

from ingestd.errors import UnreadableError
from ingestd.parsing.encodings import by_mark, decode

_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_REACH = 4096
_FAR = 2**17
"""Characters within which a page says that it is one: some begin with all their styles."""

_STRAY = 1000
"""One character in so many may be broken: browsers show such a page, and so it is read."""

_ENCODINGS = re.compile(
    r"(?:windows-|cp\d|iso-?8859|koi8|mac|latin|gb|big5|euc|shift|utf-?16)", re.IGNORECASE
)
"""Of all that Python can decode, what pages are written in."""

_WHOLE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "form"}
)
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "img",
})  # fmt: skip


class Node(Protocol):
    """An element of a tree.

    `tag` is its name, no text for comments and instructions; `text` stands before its first
    child, `tail` behind its end.
    """

    tag: object
    text: str | None
    tail: str | None

    def iter(self) -> "Iterator[Node]":
        """Itself and all below, in the order of the document."""


def markup_text(body: bytes, charset: str | None) -> str:
    """Return the letters of a page: by mark, as UTF-8, as declared, or by a sure guess.

    `charset` is what the server said; the page's own word comes after it. Raises
    UnreadableError where none of them fits.
    """
    marked = by_mark(body)
    if marked is not None:
        return marked
    declared = _META.search(body[:_REACH])
    names = [charset, declared.group(1).decode("ascii", "replace") if declared else None]
    known = [name for name in names if name and _ENCODINGS.match(name)]
    tried = (_tried(body, name) for name in ("utf-8", *known))
    return next(filter(None, tried), None) or _mended(body) or decode(body)


def _tried(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (LookupError, ValueError):
        # an unknown name, or bytes that are not so encoded
        return None


def _mended(body: bytes) -> str | None:
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    # broken at its very end, it is not finished: that is for the strict reading to tell
    return text if broken * _STRAY <= len(text) and text[-1:] != "\ufffd" else None


def is_whole(markup: str) -> bool:
    """Tell a page from a fragment, as feeds carry them."""
    return bool(_WHOLE.search(markup[:_FAR]))


def tree_of(markup: str, *, comments: bool = False) -> Node:
    """Parse leniently, as browsers do. Raises UnreadableError where there is nothing."""
    from lxml import html  # noqa: PLC0415 - heavy

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=not comments, remove_pis=True, huge_tree=True
    )
    try:
        return cast(Node, html.document_fromstring(markup.encode("utf-8", "replace"), parser))
    except Exception as error:  # whatever the parser stumbles over is the document's fault
        raise UnreadableError(
            f"the page cannot be parsed: {error}", hint="open it in a browser and save its text"
        ) from error


def visible_text(tree: Node) -> str:
    """Return what a reader sees, a blank line between blocks."""
    joined = "".join(_pieces(tree))
    blocks = (" ".join(block.split()) for block in joined.split("\n"))
    return "\n\n".join(block for block in blocks if block)


def _pieces(tree: Node) -> Iterator[str]:
    """Yield texts and line breaks in the order of the document, without recursion."""
    from lxml import etree  # noqa: PLC0415 - loaded where it is used

    hidden = 0
    walk: Iterable[tuple[str, Node]] = etree.iterwalk(tree, events=("start", "end"))
    for event, node in walk:
        silent = node.tag in _SILENT
        block = "" if node.tag in _INLINE else "\n"
        if event == "start":
            hidden += silent
            yield block + ("" if hidden else _spaced(node.text))
        else:
            hidden -= silent
            yield block + ("" if hidden else _spaced(node.tail))


def _spaced(text: str | None) -> str:
    # a line break in the source of a page is but a space
    return " ".join(text.split("\n")) if text else ""
