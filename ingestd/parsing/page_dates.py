"""The day on which a page seems to have been published, where it does not say so plainly."""

from ingestd.parsing.dates import read_date
from ingestd.parsing.language import detect
from ingestd.parsing.markup import Node, visible_text
from ingestd.parsing.metadata import is_date, value_of

_PROSE = 15
"""Words: a longer stretch of text is prose, and a date in it another's."""

_KEYS = ("date", "datum", "data", "fecha", "ngày", "дата", "publi", "posted")
LATEST = "2099-12-31"
"""Said out loud, so that the answer does not depend on the day of asking."""


def guessed_day(tree: Node) -> str | None:
    """The day that stands by itself, in no sentence, and looks like the publication's.

    The first of a year is taken for the year alone, and that for the copyright's. The tree
    is of no use afterwards.
    """
    from htmldate import find_date  # noqa: PLC0415 - heavy

    if (day := _alone(tree)) is not None:
        return day
    _drop_prose(tree)
    found = find_date(tree, original_date=True, extensive_search=True, max_date=LATEST)
    return None if found is None or found.endswith("-01-01") else str(found)


def _alone(tree: Node) -> str | None:
    """The first line of the page that is nothing but a date, or says that it is one."""
    text = visible_text(tree)
    language = detect(text)
    for line in text.split("\n\n"):
        told = line if is_date(line) else value_of(line, _KEYS)
        if told and (day := read_date(told, language)):
            return day
    return None


def _drop_prose(tree: Node) -> None:
    for node in tree.iter():
        if node.tag in {"script", "style"}:
            continue
        if _is_prose(node.text):
            node.text = None
        if _is_prose(node.tail):
            node.tail = None


def _is_prose(text: str | None) -> bool:
    return text is not None and len(text.split()) > _PROSE
