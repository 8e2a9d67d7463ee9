"""Whether what was found is news; pure."""

from dataclasses import dataclass

from ingestd.events import DocumentFoundAgain, DocumentReceived
from ingestd.events.ids import digest, document_id
from ingestd.sources.found import Body

Fact = DocumentReceived | DocumentFoundAgain


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The document that came from this place before.

    `fingerprint` is what was here at the last look; `revision` counts over all its places.
    """

    document: str
    revision: int
    fingerprint: str


def fingerprint_of(body: Body) -> str:
    """Stand for content and title together: a feed may change either."""
    blob = digest(body.content)
    return blob if body.title is None else digest(f"{blob}\n{body.title}".encode())


def decide_intake(
    origin: str, body: Body, *, source: str, known: Known | None, in_corpus: bool
) -> Fact | None:
    """Say what follows from finding these bytes at this place; touch nothing.

    A document is named by the bytes it began with. A place that shows other bytes than at
    the last look has a revision of its document; a new place that shows bytes `in_corpus`
    has the document again; nothing follows from the same bytes at the same place.
    """
    fingerprint = fingerprint_of(body)
    if known is None:
        document = document_id(fingerprint)
        if in_corpus:
            return DocumentFoundAgain(
                document=document, source=source, origin=origin, blob=digest(body.content)
            )
        return _received(origin, body, source=source, document=document, revision=1)
    if known.fingerprint == fingerprint:
        return None
    return _received(
        origin, body, source=source, document=known.document, revision=known.revision + 1
    )


def _received(
    origin: str, body: Body, *, source: str, document: str, revision: int
) -> DocumentReceived:
    return DocumentReceived(
        document=document,
        revision=revision,
        source=source,
        origin=origin,
        blob=digest(body.content),
        media_type=body.media_type,
        size=len(body.content),
        url=body.url,
        title=body.title,
        published=body.published,
        author=body.author,
    )
