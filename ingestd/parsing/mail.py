"""Messages: the text that a mail program would show."""

import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from ingestd.errors import UnreadableError
from ingestd.parsing.encodings import decode, written
from ingestd.parsing.html import read_html
from ingestd.parsing.page import Page
from ingestd.parsing.structure import structure


def read_mail(body: bytes, _: str | None = None) -> Page:
    """Read the plain text of a message, or its HTML where it has none; attachments are not.

    Its subject is the title, who it is from the author, when it was sent its date. Raises
    UnreadableError.
    """
    try:
        message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(body)
        page = _page(message)
        title, sent, author = _heads(message)
    except UnreadableError:
        raise
    except Exception as error:  # whatever it stumbles over is the document's fault
        raise UnreadableError(
            f"the message cannot be read: {type(error).__name__}: {error}",
            hint="open it in a mail program and save its text",
        ) from error
    return Page(
        text=page.text,
        blocks=page.blocks,
        title=title or page.title,
        published=sent or page.published,
        author=author or page.author,
    )


def _page(message: EmailMessage) -> Page:
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        content = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(content, bytes) or not content.strip():
            continue
        charset = part.get_content_charset()
        if kind == "html":
            return read_html(content, charset)
        text = _plain(content, charset)
        return Page(text=text, blocks=structure(text))
    raise UnreadableError(
        "the message holds no text", hint="its text may be attached: save that as a file"
    )


def _plain(content: bytes, charset: str | None) -> str:
    try:
        text = content.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(content)
    return written(text)


def _heads(message: EmailMessage) -> tuple[str | None, str | None, str | None]:
    name, address = parseaddr(_head(message, "from") or "")
    return _head(message, "subject"), _sent(message), name or address or None


def _head(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _sent(message: EmailMessage) -> str | None:
    moment = getattr(message.get("date"), "datetime", None)
    if not isinstance(moment, datetime):
        return None
    if moment.tzinfo is None:  # a zone of -0000: the hour of the day is all that is known
        return moment.date().isoformat()
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
