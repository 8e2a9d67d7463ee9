"""Articles: the documents that could be read, as they are now, and as they were before."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

import sqlalchemy as sa

from ingestd.events import (
    DocumentDisappeared,
    DocumentErased,
    DocumentFiltered,
    DocumentFoundAgain,
    DocumentMoved,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Event,
    Recorded,
)
from ingestd.events.briefs import RevisionExtracted
from ingestd.events.subjects import place_id
from ingestd.projections.article_tables import (
    ARTICLES,
    ERASURES,
    FILTERED,
    ORIGINS,
    READINGS,
    RECEIVED,
    REJECTED,
    REVISIONS,
)
from ingestd.projections.projection import Projection
from ingestd.resolution.names import fold
from ingestd.store.rows import Row, Tables


def _all_but(table: sa.Table, hidden: str) -> sa.Select[Any]:
    return sa.select(*(column for column in table.c if column.name != hidden))


PLACED = (DocumentReceived, DocumentFoundAgain, DocumentMoved, DocumentDisappeared)
REPARSE = "reparse"
"""Why there is another reading of a revision: another parser reads something else in it."""
FROM_PLACE = (*PLACED, DocumentRejected, DocumentFiltered)

articles = Projection(
    "articles",
    version=4,
    tables=[RECEIVED, REVISIONS, READINGS, ORIGINS, ARTICLES, REJECTED, FILTERED, ERASURES],
    views=[
        (
            "articles",
            _all_but(ARTICLES, "withdrawn_at").where(ARTICLES.c.withdrawn_at.is_(None)),
        ),
        ("article_revisions", sa.select(REVISIONS)),
        ("article_readings", sa.select(READINGS)),
        ("article_origins", _all_but(ORIGINS, "withdrawn")),
        ("rejected", sa.select(REJECTED)),
        ("filtered", sa.select(FILTERED)),
        ("erasures", sa.select(ERASURES)),
    ],
)


@articles.ahead
def load_documents(tables: Tables, page: Sequence[Recorded[Event]]) -> None:
    """Every document of the page is asked for at once."""
    told = [recorded.event for recorded in page]
    documents = {
        event.document
        for event in told
        if isinstance(event, DocumentParsed | RevisionExtracted)
    }
    tables[REJECTED].find(REJECTED.c.document, documents)
    from_place = [event for event in told if isinstance(event, FROM_PLACE)]
    origins = {event.origin for event in from_place}
    tables[REJECTED].load((origin,) for one in origins for origin in _around(one))
    tables[FILTERED].load({(event.origin, event.source) for event in from_place})
    parsed = [event for event in told if isinstance(event, DocumentParsed)]
    revisions = {(event.document, event.revision) for event in parsed}
    tables[REVISIONS].load(revisions)
    tables[RECEIVED].load(revisions | {(event.document, 1) for event in parsed})
    placed = [event for event in told if isinstance(event, PLACED)]
    about = {event.document for event in (*parsed, *placed)}
    tables[ARTICLES].load((document,) for document in about)
    tables[ORIGINS].find(ORIGINS.c.article, about)
    tables[ORIGINS].load({(event.document, event.origin, event.source) for event in placed})


@articles.on(DocumentReceived)
def keep_what_came(tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
    """Remember where it came from; whatever was rejected at this place before is past."""
    event = recorded.event
    _open_place(tables, event)
    tables[RECEIVED].add(
        {
            "document": event.document,
            "revision": event.revision,
            "source": event.source,
            "origin": event.origin,
            "url": event.url,
            "blob": event.blob,
            "media_type": event.media_type,
            "cause": event.cause,
            "received_at": recorded.recorded_at,
        }
    )
    _add_origin(tables, event, at=recorded.recorded_at)


@articles.on(DocumentFoundAgain)
def add_place(tables: Tables, recorded: Recorded[DocumentFoundAgain]) -> None:
    """The same document, one more place."""
    _open_place(tables, recorded.event)
    _add_origin(tables, recorded.event, at=recorded.recorded_at)


@articles.on(DocumentMoved)
def move_place(tables: Tables, recorded: Recorded[DocumentMoved]) -> None:
    """The same article, elsewhere: all that was told of its old place is told of the new one."""
    event = recorded.event
    _open_place(tables, event)
    tables[ORIGINS].drop(event.document, event.before, event.source)
    _add_origin(tables, event, at=recorded.recorded_at)
    for revision in tables[RECEIVED].find(RECEIVED.c.document, [event.document]):
        if (revision["origin"], revision["source"]) == (event.before, event.source):
            _change(tables, RECEIVED, revision, origin=event.origin)
    for rejection in tables[REJECTED].find(REJECTED.c.document, [event.document]):
        if rejection["origin"] == event.before:
            tables[REJECTED].drop(event.before)
            tables[REJECTED].put(rejection | {"origin": event.origin})
    shown = tables[ARTICLES].get(event.document)
    if shown is not None and shown["origin"] == event.before:
        search = _search(shown["title"], shown["url"], event.origin)
        _change(tables, ARTICLES, shown, origin=event.origin, search=search)


@articles.on(DocumentDisappeared)
def close_place(tables: Tables, recorded: Recorded[DocumentDisappeared]) -> None:
    """The place is empty; the article goes with it only where it was withdrawn."""
    event, at = recorded.event, recorded.recorded_at
    place = tables[ORIGINS].get(event.document, event.origin, event.source)
    if place is not None:
        _change(tables, ORIGINS, place, gone_at=at, withdrawn=int(event.withdrawn))
    shown = tables[ARTICLES].get(event.document)
    if event.withdrawn and shown is not None:
        _change(tables, ARTICLES, shown, withdrawn_at=at)


@articles.on(DocumentFiltered)
def list_filtered(tables: Tables, recorded: Recorded[DocumentFiltered]) -> None:
    """What a rule keeps out is listed until it is let in."""
    event = recorded.event
    for origin in _around(event.origin):
        tables[REJECTED].drop(origin)
    tables[FILTERED].put(
        {
            "origin": event.origin,
            "source": event.source,
            "rule": event.rule,
            "title": event.title,
            "document": event.document,
            "filtered_at": recorded.recorded_at,
            "position": recorded.position,
        }
    )


@articles.on(DocumentParsed)
def write_row(tables: Tables, recorded: Recorded[DocumentParsed]) -> None:
    """Show the newest revision that could be read; keep every one."""
    event = recorded.event
    received = _received(tables, event.document, event.revision)
    # not what was found out later: that the place can be read no more, say
    _lift_reading(tables, event.document, until=event.revision)
    _keep_reading(tables, recorded, received)
    revision = tables[REVISIONS].put(
        {
            "article": event.document,
            "revision": event.revision,
            "cause": received["cause"],
            "blob": event.blob,
            "text": event.text,
            "title": event.title,
            "language": event.language,
            "published_at": event.published,
            "author": event.author,
            "words": event.words,
            "received_at": received["received_at"],
            "position": recorded.position,
        }
    )
    shown = tables[ARTICLES].get(event.document)
    if shown is None or shown["revision"] <= event.revision:
        _show(tables, revision, received)


@articles.on(RevisionExtracted)
def leave_older_failures(tables: Tables, recorded: Recorded[RevisionExtracted]) -> None:
    """Once a revision is read, it matters no more that none could be read before it.

    The rejection of the same revision stands where it is another extractor's.
    """
    event = recorded.event
    _lift_reading(tables, event.document, until=event.revision - 1)
    for row in tables[REJECTED].find(REJECTED.c.document, [event.document]):
        if row["extractor"] == event.extractor and row["revision"] == event.revision:
            tables[REJECTED].drop(row["origin"])


@articles.on(DocumentRejected)
def list_rejection(tables: Tables, recorded: Recorded[DocumentRejected]) -> None:
    """Unreadable documents are no articles; an article's unreadable revision leaves it as it was."""
    event = recorded.event
    tables[REJECTED].put(
        {
            "origin": event.origin,
            "source": event.source,
            "stage": event.stage,
            "reason": event.reason,
            "hint": event.hint,
            "document": event.document,
            "revision": event.revision,
            "blob": event.blob,
            "extractor": event.extractor,
            "rejected_at": recorded.recorded_at,
            "position": recorded.position,
        }
    )


@articles.on(DocumentErased)
def forget(tables: Tables, recorded: Recorded[DocumentErased]) -> None:
    """Leave nothing of a document but that it was erased."""
    event = recorded.event
    if event.place is not None:
        return  # the document's own event has told of all its places
    _forget_rejections(tables, event)
    for table in (ORIGINS, RECEIVED, REVISIONS, READINGS):
        column = table.c.document if table is RECEIVED else table.c.article
        for row in tables[table].find(column, [event.document]):
            tables[table].drop(*tables[table].key(row))
    tables[ARTICLES].drop(event.document)
    tables[ERASURES].put(
        {
            "article": event.document,
            "erased_at": recorded.recorded_at,
            "reason": event.reason,
            "position": recorded.position,
        }
    )


def _forget_rejections(tables: Tables, event: DocumentErased) -> None:
    shown = tables[ORIGINS].find(ORIGINS.c.article, [event.document])
    origins = {row["origin"] for row in shown if place_id(row["origin"]) in event.places}
    rejected = tables[REJECTED].find(REJECTED.c.document, [event.document])
    for origin in sorted(origins | {row["origin"] for row in rejected}):
        tables[REJECTED].drop(origin)
    of_places = tables[FILTERED].find(FILTERED.c.origin, origins)
    of_document = tables[FILTERED].find(FILTERED.c.document, [event.document])
    for row in (*of_places, *of_document):
        tables[FILTERED].drop(row["origin"], row["source"])


def _around(origin: str) -> tuple[str, ...]:
    """A place, and the bundle it lies in: what could not be taken from that was this."""
    bundle, lies_in, _ = origin.partition("#")
    return (origin, bundle) if lies_in else (origin,)


def _open_place(
    tables: Tables, event: DocumentReceived | DocumentFoundAgain | DocumentMoved
) -> None:
    """What was rejected or filtered there is past, and the article is there again."""
    for origin in _around(event.origin):
        tables[REJECTED].drop(origin)
    tables[FILTERED].drop(event.origin, event.source)
    place = tables[ORIGINS].get(event.document, event.origin, event.source)
    if place is not None and place["gone_at"] is not None:
        _change(tables, ORIGINS, place, gone_at=None)
    shown = tables[ARTICLES].get(event.document)
    if shown is not None and shown["withdrawn_at"] is not None:
        _change(tables, ARTICLES, shown, withdrawn_at=None)
    for row in tables[ORIGINS].find(ORIGINS.c.article, [event.document]):
        if row["withdrawn"]:
            _change(tables, ORIGINS, row, withdrawn=0)


def _withdrawn_at(tables: Tables, document: str) -> str | None:
    places = tables[ORIGINS].find(ORIGINS.c.article, [document])
    return max((row["gone_at"] for row in places if row["withdrawn"]), default=None)


def _change(tables: Tables, table: sa.Table, row: Row, **values: str | int | None) -> None:
    row.update(values)
    tables[table].changed(row)


def _lift_reading(tables: Tables, document: str, *, until: int) -> None:
    """Drop what parse or extract rejected; where intake rejected there is no revision."""
    for row in tables[REJECTED].find(REJECTED.c.document, [document]):
        if row["revision"] is not None and row["revision"] <= until:
            tables[REJECTED].drop(row["origin"])


def _add_origin(
    tables: Tables,
    event: DocumentReceived | DocumentFoundAgain | DocumentMoved,
    *,
    at: str,
) -> None:
    if tables[ORIGINS].get(event.document, event.origin, event.source) is None:
        tables[ORIGINS].add(
            {
                "article": event.document,
                "origin": event.origin,
                "source": event.source,
                "found_at": at,
                "gone_at": None,
                "withdrawn": 0,
            }
        )


def _received(tables: Tables, document: str, revision: int) -> Row:
    row = tables[RECEIVED].get(document, revision)
    if row is None:
        raise LookupError(f"revision {revision} of {document} was never received")
    return row


def _keep_reading(tables: Tables, recorded: Recorded[DocumentParsed], received: Row) -> None:
    """Keep what was read if it is not what was read of the same revision before."""
    event = recorded.event
    told = {
        "text": event.text,
        "title": event.title,
        "language": event.language,
        "published_at": event.published,
        "author": event.author,
    }
    before = tables[REVISIONS].get(event.document, event.revision)
    if before is None or any(before[name] != value for name, value in told.items()):
        tables[READINGS].add(
            told
            | {
                "article": event.document,
                "position": recorded.position,
                "revision": event.revision,
                "cause": REPARSE if before else received["cause"],
                "words": event.words,
                "parser": event.parser,
                "at": recorded.recorded_at if before else received["received_at"],
            }
        )


def _show(tables: Tables, revision: Row, received: Row) -> None:
    document = revision["article"]
    tables[ARTICLES].put(
        {
            "id": document,
            "source": received["source"],
            "origin": received["origin"],
            "url": received["url"],
            "title": revision["title"],
            "language": revision["language"],
            "published_at": revision["published_at"],
            "first_seen_at": _received(tables, document, 1)["received_at"],
            "revision": revision["revision"],
            "words": revision["words"],
            "text": revision["text"],
            "search": _search(revision["title"], received["url"], received["origin"]),
            "withdrawn_at": _withdrawn_at(tables, document),
        }
    )


def _search(title: str | None, url: str | None, origin: str) -> str:
    return fold(f"{title or ''} {url or ''} {unquote(origin)}")
