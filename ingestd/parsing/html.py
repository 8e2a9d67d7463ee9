"""Web pages, and the fragments of them that feeds carry."""

import re
from typing import Protocol

from ingestd.errors import UnreadableError
from ingestd.parsing.encodings import refuse_binary, written
from ingestd.parsing.markup import Node, is_whole, markup_text, tree_of, visible_text
from ingestd.parsing.page import Page
from ingestd.parsing.structure import structure

_BREAKS = re.compile(r"\s*\n\s*")
_LATEST = "2099-12-31"
"""Said out loud, so that the answer does not depend on the day of asking."""


class _Article(Protocol):
    """What trafilatura answers."""

    text: str | None
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
    article = _article(tree_of(markup)) if is_whole(markup) else None
    # a fresh tree: the search for the article takes the first one apart
    text = _paragraphs(article) or visible_text(tree_of(markup))
    if not text:
        raise UnreadableError(
            "the page holds no text",
            hint="it may be drawn by a script: save it from a browser after it has loaded",
        )
    return Page(
        text=text,
        blocks=structure(text),
        title=_line(article.title) if article else None,
        published=article.date if article else None,
        author=_line(article.author) if article else None,
    )


def _article(tree: Node) -> _Article | None:
    from trafilatura import bare_extraction  # noqa: PLC0415 - it loads a hundred modules

    try:
        found = bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            # only from what is meant as its date: the first one in the prose is another's
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "max_date": _LATEST,
            },
        )
    except Exception as error:  # whatever it stumbles over is the document's fault
        raise UnreadableError(
            f"no article can be told from the page: {type(error).__name__}: {error}",
            hint="open it in a browser and save its text",
        ) from error
    return None if isinstance(found, dict) else found


def _paragraphs(article: _Article | None) -> str:
    text = article.text if article else None
    return _BREAKS.sub("\n\n", text.strip()) if text else ""


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
