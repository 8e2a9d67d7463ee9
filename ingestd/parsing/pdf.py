"""PDF: the text of its pages, put back together out of lines."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingestd.errors import UnreadableError
from ingestd.parsing.composed import compose
from ingestd.parsing.page import Page
from ingestd.parsing.printed import paragraphs_of

if TYPE_CHECKING:
    from pypdf import DocumentInformation, PdfReader

_FILE = re.compile(r"\.(?:docx?|odt|rtf|pdf|indd|qxp?d?|pages|tex|dvi)$", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:untitled|microsoft word|powerpoint|slide 1|document\d*$)", re.IGNORECASE
)
_NOBODY = re.compile(
    r"(?:user|admin(?:istrator)?|owner|unknown|author|root)\d*$", re.IGNORECASE
)
_EXPORT = "export its text from the program it opens in"


def read_pdf(body: bytes, _: str | None = None) -> Page:
    """Read the text of a PDF, page by page.

    Raises UnreadableError where it is encrypted, damaged, or holds only pictures of text.
    """
    try:
        reader = _opened(body)
        pages = [page.extract_text() for page in reader.pages]
        told = reader.metadata
    except UnreadableError:
        raise
    except Exception as error:  # whatever it stumbles over is the document's fault
        raise UnreadableError(
            f"the PDF cannot be read: {type(error).__name__}: {error}", hint=_EXPORT
        ) from error
    text, blocks = compose(paragraphs_of(pages))
    if not text:
        raise UnreadableError(
            "the PDF holds no text: its pages may be pictures",
            hint="let a program that recognises letters (OCR) put the text in",
        )
    title, made, author = _properties(told)
    return Page(text=text, blocks=blocks, title=title, made=made, author=author)


def _opened(body: bytes) -> "PdfReader":
    from pypdf import PasswordType, PdfReader  # noqa: PLC0415 - heavy

    reader = PdfReader(io.BytesIO(body))
    # many are encrypted against changes only, and open with an empty password
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise UnreadableError("the PDF is encrypted", hint="save it without a password")
    return reader


def _properties(
    told: "DocumentInformation | None",
) -> tuple[str | None, str | None, str | None]:
    if told is None:
        return None, None, None
    title = next(_words(told.title), None)
    author = next(_words(told.author), None)
    return (
        None if title and (_FILE.search(title) or _NO_TITLE.match(title)) else title,
        _day(told),
        None if author and _NOBODY.match(author) else author,
    )


def _words(value: str | None) -> Iterator[str]:
    words = " ".join((value or "").replace("\x00", "").split())
    if words:
        yield words


def _day(told: "DocumentInformation") -> str | None:
    try:
        made = told.creation_date
    except (ValueError, TypeError):  # a date as nobody writes it
        return None
    return made.date().isoformat() if made else None
