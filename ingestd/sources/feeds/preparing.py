"""What is mended of a feed's bytes before feedparser sees them."""

import re
import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

SURELY = "application/xml; charset=utf-8"
_BEGINNINGS = (
    # before those of UTF-16: the longer mark begins with the shorter
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
    (BOM_UTF8, "utf-8-sig"),
)
_RSS_11, _RSS_10 = b"http://purl.org/net/rss1.1#", b"http://purl.org/rss/1.0/"
_REACH = 4_096
_DECLARED = re.compile(rb"(<\?xml\b[^>]{0,200}?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_DEFAULT = re.compile(
    r";\s*charset\s*=\s*\"?(?:iso-8859-1|latin-?1|windows-1252)\b.*", re.IGNORECASE
)
_REFERENCE = re.compile(rb"&#(?:x([0-9a-f]+)|([0-9]+));?", re.IGNORECASE)
_LONGEST = 9
_SURROGATES = range(0xD800, 0xE000)
_PAGE = re.compile(rb"\s*(?:<!doctype\s+html[^>]*>\s*)?<html\b", re.IGNORECASE)
_ROOT = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)


def prepared(content: bytes, content_type: str) -> tuple[bytes, str]:
    """The feed itself, from its first mark-up on, and what its type is really.

    A byte order mark is believed first, then the bytes themselves where they can be nothing
    but UTF-8; a Western charset, which servers say of whatever they have, never overrules the
    feed's own declaration.
    """
    sure = _in_utf_8(content)
    if sure is not None:
        content, content_type = _DECLARED.sub(rb"\1", sure, count=1), SURELY
    elif _DECLARED.search(content[:_REACH]):
        content_type = _DEFAULT.sub("", content_type)
    feed = _out_of_its_page(_from_its_beginning(content))
    if b"&#" in feed:
        feed = _REFERENCE.sub(_possible, feed)
    # RSS 1.1 (2005) is RSS 1.0 without its list of contents; feedparser knows only the latter
    return feed.replace(_RSS_11, _RSS_10), content_type


def _possible(reference: re.Match[bytes]) -> bytes:
    """The reference, if there is such a letter: feedparser would give up the whole feed."""
    hexadecimal, decimal = reference.groups()
    number = int(hexadecimal[:_LONGEST], 16) if hexadecimal else int(decimal[:_LONGEST])
    is_letter = 0 < number < _SURROGATES.start or _SURROGATES.stop <= number <= sys.maxunicode
    return reference.group() if is_letter else b"&#xFFFD;"


def _in_utf_8(content: bytes) -> bytes | None:
    """The same in UTF-8, where the encoding is beyond doubt and not plain ASCII."""
    beginnings = (name for mark, name in _BEGINNINGS if content.startswith(mark))
    encoding = next(beginnings, "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if encoding == "utf-8" and text.isascii() else text.encode()


def _from_its_beginning(content: bytes) -> bytes:
    # XML forbids anything before its declaration; blanks and warnings of scripts are common
    at = content[:_REACH].find(b"<?xml")
    return content[at:] if at > 0 and b"<" not in content[:at] else content


def _out_of_its_page(content: bytes) -> bytes:
    # some servers wrap all they have in a page
    root = _ROOT.search(content) if _PAGE.match(content) else None
    if root is None:
        return content
    inside, end, _ = content[root.start() :].rpartition(b"</" + root.group(1) + b">")
    return inside + end or content[root.start() :]
