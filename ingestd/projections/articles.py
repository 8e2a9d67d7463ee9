"""Articles: the documents that could be read, as they are now, and as they were before."""

from collections.abc import Sequence
from urllib.parse import unquote

import sqlalchemy as sa

from ingestd.events import (
    DocumentErased,
    DocumentExtracted,
    DocumentFoundAgain,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Event,
    Recorded,
)
from ingestd.events.subjects import place_id
from ingestd.projections.projection import Projection
from ingestd.resolution.names import fold
from ingestd.store.rows import Row, Tables

_METADATA = sa.MetaData()

RECEIVED = sa.Table(
    "received__gen",
    _METADATA,
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("url", sa.Text),
    sa.Column("blob", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("received_at", sa.Text, nullable=False),
)

REVISIONS = sa.Table(
    "article_revisions__gen",
    _METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("blob", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("published_at", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("received_at", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)

ORIGINS = sa.Table(
    "article_origins__gen",
    _METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("found_at", sa.Text, nullable=False),
)

ARTICLES = sa.Table(
    "articles__gen",
    _METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("url", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("published_at", sa.Text),
    sa.Column("first_seen_at", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("story", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("search", sa.Text, nullable=False),
)

REJECTED = sa.Table(
    "rejected__gen",
    _METADATA,
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("hint", sa.Text),
    sa.Column("document", sa.Text, index=True),
    sa.Column("revision", sa.Integer),
    sa.Column("blob", sa.Text),
    sa.Column("rejected_at", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)

ERASURES = sa.Table(
    "erasures__gen",
    _METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("erased_at", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)

PLACED = (DocumentReceived, DocumentFoundAgain)
FROM_PLACE = (*PLACED, DocumentRejected)

articles = Projection(
    "articles",
    version=2,
    tables=[RECEIVED, REVISIONS, ORIGINS, ARTICLES, REJECTED, ERASURES],
    views=[
        ("articles", sa.select(ARTICLES)),
        ("article_revisions", sa.select(REVISIONS)),
        ("article_origins", sa.select(ORIGINS)),
        ("rejected", sa.select(REJECTED)),
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
        if isinstance(event, DocumentParsed | DocumentExtracted)
    }
    tables[REJECTED].find(REJECTED.c.document, documents)
    tables[REJECTED].load({(event.origin,) for event in told if isinstance(event, FROM_PLACE)})
    parsed = [event for event in told if isinstance(event, DocumentParsed)]
    tables[ARTICLES].load({(event.document,) for event in parsed})
    revisions = {(event.document, event.revision) for event in parsed}
    tables[REVISIONS].load(revisions)
    tables[RECEIVED].load(revisions | {(event.document, 1) for event in parsed})
    placed = [event for event in told if isinstance(event, PLACED)]
    tables[ORIGINS].load({(event.document, event.origin) for event in placed})


@articles.on(DocumentReceived)
def keep_what_came(tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
    """Remember where it came from; whatever was rejected at this place before is past."""
    event = recorded.event
    tables[REJECTED].drop(event.origin)
    tables[RECEIVED].add(
        {
            "document": event.document,
            "revision": event.revision,
            "source": event.source,
            "origin": event.origin,
            "url": event.url,
            "blob": event.blob,
            "media_type": event.media_type,
            "received_at": recorded.recorded_at,
        }
    )
    _add_origin(tables, event, at=recorded.recorded_at)


@articles.on(DocumentFoundAgain)
def add_place(tables: Tables, recorded: Recorded[DocumentFoundAgain]) -> None:
    """The same document, one more place."""
    event = recorded.event
    tables[REJECTED].drop(event.origin)
    _add_origin(tables, event, at=recorded.recorded_at)


@articles.on(DocumentParsed)
def write_row(tables: Tables, recorded: Recorded[DocumentParsed]) -> None:
    """Show the newest revision that could be read; keep every one."""
    event = recorded.event
    received = _received(tables, event.document, event.revision)
    # not what was found out later: that the place can be read no more, say
    _lift_reading(tables, event.document, until=event.revision)
    revision = tables[REVISIONS].put(
        {
            "article": event.document,
            "revision": event.revision,
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


@articles.on(DocumentExtracted)
def leave_older_failures(tables: Tables, recorded: Recorded[DocumentExtracted]) -> None:
    """Once a revision is read, it matters no more that none could be read before it.

    The rejection of the same revision stands: it is another extractor's.
    """
    event = recorded.event
    _lift_reading(tables, event.document, until=event.revision - 1)


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
    for table in (ORIGINS, RECEIVED, REVISIONS):
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


def _lift_reading(tables: Tables, document: str, *, until: int) -> None:
    """Drop what parse or extract rejected; where intake rejected there is no revision."""
    for row in tables[REJECTED].find(REJECTED.c.document, [document]):
        if row["revision"] is not None and row["revision"] <= until:
            tables[REJECTED].drop(row["origin"])


def _add_origin(
    tables: Tables, event: DocumentReceived | DocumentFoundAgain, *, at: str
) -> None:
    if tables[ORIGINS].get(event.document, event.origin) is None:
        tables[ORIGINS].add(
            {
                "article": event.document,
                "origin": event.origin,
                "source": event.source,
                "found_at": at,
            }
        )


def _received(tables: Tables, document: str, revision: int) -> Row:
    row = tables[RECEIVED].get(document, revision)
    if row is None:
        raise LookupError(f"revision {revision} of {document} was never received")
    return row


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
            "story": None,
            "text": revision["text"],
            "search": fold(
                f"{revision['title'] or ''} {received['url'] or ''} {unquote(received['origin'])}"
            ),
        }
    )
