"""From bytes to letters, or to the place where they stop being letters."""

import codecs

from ingestd.errors import UnreadableError
from ingestd.events.media_types import BINARY, signature
from ingestd.parsing.language import detect

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    # before UTF-16: the longer mark begins with the shorter
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE = "save it as UTF-8"
_WESTERN = frozenset({"en", "fr", "de", "es", "it", "pt", "nl", "da", "sv", "no", "fi"})
_CYRILLIC = frozenset({"ru", "uk", "bg"})
_WRITTEN_IN: dict[str, frozenset[str]] = {
    "cp1252": _WESTERN,
    "cp1251": _CYRILLIC,
    "koi8_r": _CYRILLIC,
    "cp866": _CYRILLIC,
    "cp1258": frozenset({"vi"}),
}
"""Encodings that are guessed, with the languages that prove the guess: with more of them,
a short text fits several, and a wrong letter would go unseen."""

_MESS = 6.0
_COHERENT = 30.0
"""Per cent of mess and of likeness to a language, by which a guess is believed."""

_REACH = 200_000
"""Bytes from which an encoding is guessed."""


def decode(body: bytes) -> str:
    """Return the text, letter for letter: UTF-8, UTF-16 or UTF-32 by its mark, or a sure guess.

    The mark itself is left out; line ends stay. Raises UnreadableError otherwise.
    """
    refuse_binary(body)
    return written(_decoded(body))


def written(text: str) -> str:
    """Return the text if there is one; raise UnreadableError if it is blank or binary."""
    if not text.strip():
        raise UnreadableError(
            "the document is empty", hint="write something into it, or remove it"
        )
    if "\x00" in text:
        raise _binary(BINARY)
    return text


def refuse_binary(body: bytes) -> None:
    """Raise UnreadableError for bytes that are known to be no text."""
    found = signature(body)
    if found:
        raise _binary(found)


def by_mark(body: bytes) -> str | None:
    """Return the text of bytes that open with a byte order mark; None if there is none."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strictly(body, len(mark), encoding)
    return None


def guess(body: bytes) -> str | None:
    """Return the name of the encoding if it can be told with confidence."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - loaded only where UTF-8 fails

    start = body[:_REACH]
    best = from_bytes(start, cp_isolation=list(_WRITTEN_IN), enable_fallback=False).best()
    if best is None or best.percent_chaos > _MESS or best.percent_coherence < _COHERENT:
        return None
    return best.encoding if detect(str(best)) in _WRITTEN_IN.get(best.encoding, ()) else None


def _decoded(body: bytes) -> str:
    marked = by_mark(body)
    if marked is not None:
        return marked
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if _cut_off(error):
            raise _half_written(error) from error
        return _guessed(body, error)


def _strictly(body: bytes, skipped: int, encoding: str) -> str:
    try:
        return body[skipped:].decode(encoding)
    except UnicodeDecodeError as error:
        error.start += skipped
        raise (_half_written if _cut_off(error) else _undecodable)(error) from error


def _guessed(body: bytes, error: UnicodeDecodeError) -> str:
    encoding = guess(body)
    try:
        return body.decode(encoding or "utf-8")
    except UnicodeDecodeError as again:
        raise _undecodable(error) from again


def _cut_off(error: UnicodeDecodeError) -> bool:
    return error.reason in {"unexpected end of data", "truncated data"}


def _half_written(error: UnicodeDecodeError) -> UnreadableError:
    return UnreadableError(
        f"the last character, at byte {error.start}, is cut off: the file looks half written",
        hint="let its writing end, or fetch it again; a finished file is taken up by itself",
    )


def _undecodable(error: UnicodeDecodeError) -> UnreadableError:
    return UnreadableError(
        f"byte {error.start} is no {error.encoding.upper()}, and the encoding cannot be told",
        hint=_SAVE,
    )


def _binary(media_type: str) -> UnreadableError:
    return UnreadableError(
        f"the document is binary: it looks like {media_type}",
        hint=f"export its text, and {_SAVE}",
    )
