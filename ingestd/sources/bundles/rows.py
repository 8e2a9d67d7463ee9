"""From a row, whose fields have names, to a document."""

import html
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from ingestd.errors import UnreadableError
from ingestd.sources.bundles.fields import Fields
from ingestd.sources.bundles.members import Member, safe_name
from ingestd.sources.found import Body

_MARKUP = re.compile(
    r"<(?:p|br|div|html|body|article|h[1-6]|ul|ol|table|a\s)[^<>]*>", re.IGNORECASE
)
_PAGE = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_NAME = 60
"""Characters: what is longer is a paragraph, and no name in a list of them."""

_USES = ("title", "text", "date", "url", "author", "id")


def member_of(row: Mapping[str, object], fields: Fields, number: int) -> Member:
    """A row as a document: its text or HTML, with what its other fields say of it.

    It is called what its id says, else by its number, from 1.
    """
    folded = _folded(row)
    told = {use: _value(folded, fields.names(use)) for use in _USES}
    name = safe_name(told["id"] or str(number))
    text = told["text"]
    if text is None:
        return Member(name=name, error=_no_text(row, fields))
    return Member(name=name, body=_body(text, told))


def has_text(row: Mapping[str, object], fields: Fields) -> bool:
    """Whether a row holds an article itself."""
    return _value(_folded(row), fields.names("text")) is not None


def _body(text: str, told: Mapping[str, str | None]) -> Body:
    marked_up = bool(_MARKUP.search(text))
    if marked_up and not _PAGE.match(text):
        text = f'<!doctype html><meta charset="utf-8"><title>{html.escape(told["title"] or "")}</title><article>{text}</article>'
    return Body(
        content=text.encode("utf-8", "replace"),
        media_type="text/html; charset=utf-8" if marked_up else "text/plain; charset=utf-8",
        url=_address(told["url"]),
        title=told["title"],
        published=told["date"],
        author=told["author"],
    )


def _value(row: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    found = (_string(_at(row, name)) for name in names)
    return next((value for value in found if value), None)


def _at(row: Mapping[str, object], name: str) -> object:
    """What a field of a folded row holds; a dot leads further in."""
    if (found := row.get(name, row.get(name.casefold()))) is not None:
        return found
    first, dot, rest = name.partition(".")
    inner = _at(row, first) if dot else None
    return _at(_folded(inner), rest) if isinstance(inner, Mapping) else None


def _folded(row: Mapping[str, object]) -> Mapping[str, object]:
    """A row whose fields are found in large and small letters; as they stand goes first."""
    return {**{name.strip().casefold(): value for name, value in row.items()}, **row}


def _string(value: object) -> str | None:
    """A text or a number as a text; of a list, its items in lines of their own."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return _joined([_string(item) for item in value])
    if isinstance(value, Mapping):  # an author, say, or a text with its type
        named = (_string(value.get(key)) for key in ("name", "value", "text"))
        return next((text for text in named if text), None)
    return None


def _joined(items: list[str | None]) -> str | None:
    texts = [item for item in items if item]
    gap = "\n\n" if any(len(text) > _NAME for text in texts) else ", "
    return gap.join(texts) or None


def _address(value: str | None) -> str | None:
    parts = urlsplit(value) if value else None
    return value if parts and parts.scheme in {"http", "https"} and parts.netloc else None


def _no_text(row: Mapping[str, object], fields: Fields) -> UnreadableError:
    shown = ", ".join(list(row)[:20])
    sought = " or ".join(f"'{name}'" for name in fields.names("text")[:3])
    return UnreadableError(
        f"there is no text in its field {sought}",
        hint=f"its fields are: {shown}; name the right one in 'fields' of the source: {{ text = … }}",
    )
