"""Web pages, and the fragments of them that feeds carry."""

import re
from typing import Protocol

from ingestd.errors import UnreadableError
from ingestd.parsing.encodings import refuse_binary, written
from ingestd.parsing.markup import Node, is_whole, markup_text, tree_of, visible_text
from ingestd.parsing.page import Page
from ingestd.parsing.page_dates import LATEST, guessed_day
from ingestd.parsing.structure import structure

_LITTLE = 500
"""Characters: with less of an article than this, it is looked for once more, slowly."""

_BREAKS = re.compile(r"\s*\n\s*")


class _Metadata(Protocol):
    """What trafilatura answers for what a page says of itself."""

    title: str | None
    date: str | None
    author: str | None


def read_html(body: bytes, charset: str | None = None) -> Page:
    """Read the article of a page, or all of a fragment; paragraphs have blank lines between.

    `charset` is what the server said. Nothing is fetched. Raises UnreadableError where no
    text is found.
    """
    refuse_binary(body)
    markup = written(markup_text(body, charset))
    if not is_whole(markup):
        text = _readable(visible_text(tree_of(markup)))
        return Page(text=text, blocks=structure(text))
    told, article = _told(markup)
    text = _readable(article or visible_text(tree_of(markup)))
    return Page(
        text=text,
        blocks=structure(text),
        title=_line(told.title),
        published=told.date,
        author=_line(told.author),
        made=None if told.date else guessed_day(tree_of(markup)),
    )


def _readable(text: str) -> str:
    if not text:
        raise UnreadableError(
            "the page holds no text",
            hint="it may be drawn by a script: save it from a browser after it has loaded",
        )
    return text


def _told(markup: str) -> tuple[_Metadata, str]:
    """What the page says of itself, and its article; "" where none can be told."""
    from lxml import etree  # noqa: PLC0415 - heavy
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - it loads a hundred modules

    # only from what is meant as its date: the first one in the prose is another's
    dates = {"extensive_search": False, "original_date": True, "max_date": LATEST}
    try:
        tree = tree_of(markup, comments=True)  # some say in one when it was published
        told = extract_metadata(tree, date_config=dates)
        etree.strip_elements(tree, etree.Comment, with_tail=False)
        article = _article(tree, fast=True)
        if len(article) < _LITTLE:
            article = max(article, _article(tree_of(markup), fast=False), key=len)
    except Exception as error:  # whatever it stumbles over is the document's fault
        raise UnreadableError(
            f"no article can be told from the page: {type(error).__name__}: {error}",
            hint="open it in a browser and save its text",
        ) from error
    return told, article


def _article(tree: Node, *, fast: bool) -> str:
    """The text of the article; `fast`: without asking other ways of telling it for theirs.

    Those find more where it finds little, and otherwise no better (see benchmarks). The
    tree is taken apart.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - as above

    found = bare_extraction(tree, include_comments=False, fast=fast)
    text = None if found is None or isinstance(found, dict) else found.text
    return _BREAKS.sub("\n\n", text.strip()) if text else ""


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
