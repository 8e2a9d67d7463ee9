"""Words of a feed as people write them: titles without markup, texts as HTML."""

import html
import re
from urllib.parse import urljoin

from ingestd.fetching.web_address import is_web_address, without_secret

LONG = 1_200
"""Letters from which a description is taken for the article itself: some 200 words."""

_INLINE = (
    "a|abbr|acronym|b|big|blink|cite|code|del|em|font|i|img|ins|kbd|mark|nobr"
    "|q|s|small|span|strike|strong|sub|sup|time|tt|u|wbr"
)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?(?:br|div|h[1-6]|hr|p)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<!--.*?-->|<[/!?]?[a-z][^<>]*>", re.IGNORECASE | re.DOTALL)
_PROGRAM = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[\s*(?:\.\.\.|…)\s*\])\s*\Z")
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])
"""Letters that XML forbids, and feeds hold."""

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def title_of(value: str, *, is_html: bool) -> str | None:
    """The title without markup, on one line; None where nothing is left.

    In plain text only what can be nothing but markup goes: a title may tell of List<String>.
    """
    bare = _without_known(value.translate(_CONTROL))
    if is_html:
        # once more: what was escaped twice is markup, too
        bare = _without_known(_without_markup(bare))
    return " ".join(bare.split()) or None


def words_of(text: str) -> str:
    """The words of HTML, on one line."""
    return " ".join(_without_markup(text).split())


def as_html(value: str, *, is_html: bool) -> str:
    """A text as HTML; blank lines of one without markup part its paragraphs."""
    text = value.translate(_CONTROL).strip()
    if is_html and _ANY_TAG.search(text):
        return text
    escaped = text if is_html else html.escape(text, quote=False)
    paragraphs = (part.strip() for part in _BLANK_LINE.split(escaped))
    return "".join(f"<p>{part}</p>" for part in paragraphs if part)


def is_whole(text: str, *, is_summary: bool) -> bool:
    """Whether an entry's text is the article: no summary, or a long one, and not cut off."""
    words = words_of(text)
    if not words or _CUT_OFF.search(words):
        return False
    return not is_summary or len(words) >= LONG


def web_link(value: str | None) -> str | None:
    """The address without secret; None where it does not lead to a page of the web."""
    link = (value or "").strip()
    return without_secret(link) if is_web_address(link) else None


def absolute_link(value: str | None, base: str) -> str | None:
    """The same for one that may be relative to `base`."""
    try:
        return web_link(urljoin(base, value.strip())) if value else None
    except ValueError:
        return None


def _without_known(text: str) -> str:
    return _BLOCK_TAG.sub(" ", _INLINE_TAG.sub("", _PROGRAM.sub("", text)))


def _without_markup(text: str) -> str:
    return html.unescape(_ANY_TAG.sub(" ", _PROGRAM.sub("", text)))
