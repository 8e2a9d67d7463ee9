"""Articles: the documents that could be read, as they are now, and as they were before."""

from urllib.parse import unquote

import sqlalchemy as sa

from ingestd.events import (
    DocumentExtracted,
    DocumentFoundAgain,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Recorded,
)
from ingestd.projections.projection import Projection
from ingestd.resolution.names import fold

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
    sa.Column("document", sa.Text),
    sa.Column("revision", sa.Integer),
    sa.Column("blob", sa.Text),
    sa.Column("rejected_at", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)

articles = Projection(
    "articles",
    version=1,
    tables=[RECEIVED, REVISIONS, ORIGINS, ARTICLES, REJECTED],
    views=[
        ("articles", sa.select(ARTICLES)),
        ("article_revisions", sa.select(REVISIONS)),
        ("article_origins", sa.select(ORIGINS)),
        ("rejected", sa.select(REJECTED)),
    ],
)


@articles.on(DocumentReceived)
def keep_what_came(db: sa.Connection, recorded: Recorded[DocumentReceived]) -> None:
    """Remember where it came from; whatever was rejected at this place before is past."""
    event = recorded.event
    _lift_rejection(db, event.origin)
    db.execute(
        RECEIVED.insert().values(
            document=event.document,
            revision=event.revision,
            source=event.source,
            origin=event.origin,
            url=event.url,
            blob=event.blob,
            media_type=event.media_type,
            received_at=recorded.recorded_at,
        )
    )
    _add_origin(db, event.document, event.origin, event.source, at=recorded.recorded_at)


@articles.on(DocumentFoundAgain)
def add_place(db: sa.Connection, recorded: Recorded[DocumentFoundAgain]) -> None:
    """The same document, one more place."""
    event = recorded.event
    _lift_rejection(db, event.origin)
    _add_origin(db, event.document, event.origin, event.source, at=recorded.recorded_at)


@articles.on(DocumentParsed)
def write_row(db: sa.Connection, recorded: Recorded[DocumentParsed]) -> None:
    """Show the newest revision that could be read; keep every one."""
    event = recorded.event
    received = _received(db, event.document, event.revision)
    # not what was found out later: that the place can be read no more, say
    _lift_reading(db, event.document, REJECTED.c.revision <= event.revision)
    key = (REVISIONS.c.article == event.document, REVISIONS.c.revision == event.revision)
    db.execute(REVISIONS.delete().where(*key))
    db.execute(
        REVISIONS.insert().values(
            article=event.document,
            revision=event.revision,
            blob=event.blob,
            text=event.text,
            title=event.title,
            language=event.language,
            published_at=event.published,
            author=event.author,
            words=event.words,
            received_at=received.received_at,
            position=recorded.position,
        )
    )
    _show_newest(db, event.document)


@articles.on(DocumentExtracted)
def leave_older_failures(db: sa.Connection, recorded: Recorded[DocumentExtracted]) -> None:
    """Once a revision is read, it matters no more that none could be read before it.

    The rejection of the same revision stands: it is another extractor's.
    """
    event = recorded.event
    _lift_reading(db, event.document, REJECTED.c.revision < event.revision)


@articles.on(DocumentRejected)
def list_rejection(db: sa.Connection, recorded: Recorded[DocumentRejected]) -> None:
    """Unreadable documents are no articles; an article's unreadable revision leaves it as it was."""
    event = recorded.event
    _lift_rejection(db, event.origin)
    db.execute(
        REJECTED.insert().values(
            origin=event.origin,
            source=event.source,
            stage=event.stage,
            reason=event.reason,
            hint=event.hint,
            document=event.document,
            revision=event.revision,
            blob=event.blob,
            rejected_at=recorded.recorded_at,
            position=recorded.position,
        )
    )


def _lift_rejection(db: sa.Connection, origin: str) -> None:
    db.execute(REJECTED.delete().where(REJECTED.c.origin == origin))


def _lift_reading(db: sa.Connection, document: str, revisions: sa.ColumnElement[bool]) -> None:
    """Drop what parse or extract rejected; where intake rejected there is no revision."""
    db.execute(REJECTED.delete().where(REJECTED.c.document == document, revisions))


def _add_origin(db: sa.Connection, article: str, origin: str, source: str, *, at: str) -> None:
    known = sa.select(ORIGINS.c.origin).where(
        ORIGINS.c.article == article, ORIGINS.c.origin == origin
    )
    if db.execute(known).first() is None:
        db.execute(
            ORIGINS.insert().values(article=article, origin=origin, source=source, found_at=at)
        )


def _received(db: sa.Connection, document: str, revision: int) -> sa.Row[tuple[str, ...]]:
    query = sa.select(RECEIVED).where(
        RECEIVED.c.document == document, RECEIVED.c.revision == revision
    )
    return db.execute(query).one()


def _show_newest(db: sa.Connection, document: str) -> None:
    newest = db.execute(
        sa.select(REVISIONS)
        .where(REVISIONS.c.article == document)
        .order_by(REVISIONS.c.revision.desc())
        .limit(1)
    ).one()
    first = _received(db, document, 1)
    current = _received(db, document, newest.revision)
    db.execute(ARTICLES.delete().where(ARTICLES.c.id == document))
    db.execute(
        ARTICLES.insert().values(
            id=document,
            source=current.source,
            origin=current.origin,
            url=current.url,
            title=newest.title,
            language=newest.language,
            published_at=newest.published_at,
            first_seen_at=first.received_at,
            revision=newest.revision,
            words=newest.words,
            story=None,
            text=newest.text,
            search=fold(f"{newest.title or ''} {current.url or ''} {unquote(current.origin)}"),
        )
    )
