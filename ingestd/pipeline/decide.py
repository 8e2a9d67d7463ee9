"""Whether what was found is news; pure."""

from dataclasses import dataclass

from ingestd.events import DocumentFoundAgain, DocumentReceived
from ingestd.events.ids import digest, document_id
from ingestd.events.text import sound
from ingestd.sources.found import Body

Fact = DocumentReceived | DocumentFoundAgain


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The document that came from this place before.

    `fingerprint` is what was here at the last look; `revision` counts over all its places;
    `began_here` is False where this place only showed a copy, `was_rejected` True where the
    last look could take nothing from it.
    """

    document: str
    revision: int
    fingerprint: str
    began_here: bool = True
    was_rejected: bool = False


def fingerprint_of(body: Body) -> str:
    """Stand for content and title together: a feed may change either."""
    blob = digest(body.content)
    return blob if body.title is None else digest(f"{blob}\n{sound(body.title)}".encode())


def decide_intake(
    origin: str, body: Body, *, source: str, known: Known | None, in_corpus: bool
) -> Fact | None:
    """Say what follows from finding these bytes at this place; touch nothing.

    A document is named by the bytes it began with. Other bytes at the place where it began
    are its revision; an edited copy goes its own way. A place that shows bytes `in_corpus`
    has that document again, and so has one that could not be read meanwhile; otherwise
    nothing follows from the same bytes at the same place.
    """
    fingerprint = fingerprint_of(body)
    blob = digest(body.content)
    if known is not None and known.fingerprint == fingerprint:
        again = DocumentFoundAgain(
            document=known.document, source=source, origin=origin, blob=blob
        )
        return again if known.was_rejected else None
    if known is None or not known.began_here:
        document = document_id(fingerprint)
        if in_corpus:
            return DocumentFoundAgain(
                document=document, source=source, origin=origin, blob=blob
            )
        return _received(origin, body, source=source, document=document, revision=1)
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
