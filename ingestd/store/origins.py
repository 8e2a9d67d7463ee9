"""What intake remembers of every place: which document came from it, and what it looked like.

Written in the transaction of the event it follows from.
"""

from dataclasses import asdict, dataclass

import sqlalchemy as sa

from ingestd.store.tables import ORIGINS


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A place where a document was found, as it was at the last look.

    `began_here` tells the place where the document was first seen from those that showed
    a copy. `fingerprint` stands for the content, `mark` is the source's cheap sign of sameness,
    `rejection` the reason why nothing could be taken from here, `filtered` the rule that keeps
    out what is here. `whole` is False where a summary stands for the article; `gone_at` is
    when the place showed nothing any more.
    """

    origin: str
    source: str
    document: str | None = None
    began_here: bool = False
    revision: int | None = None
    fingerprint: str | None = None
    mark: str | None = None
    rejection: str | None = None
    filtered: str | None = None
    whole: bool = True
    gone_at: str | None = None


def find(connection: sa.Connection, origin: str) -> Origin | None:
    """What is known of a place."""
    query = sa.select(ORIGINS).where(ORIGINS.c.origin == origin)
    row = connection.execute(query).mappings().first()
    return Origin(**row) if row else None


def latest_revision(connection: sa.Connection, document: str) -> int | None:
    """The highest revision of a document over all its places; None for an unknown one."""
    query = sa.select(sa.func.max(ORIGINS.c.revision)).where(ORIGINS.c.document == document)
    return connection.execute(query).scalar()


def of_document(connection: sa.Connection, document: str) -> list[Origin]:
    """The places that show a document."""
    query = sa.select(ORIGINS).where(ORIGINS.c.document == document).order_by(ORIGINS.c.origin)
    return [Origin(**row) for row in connection.execute(query).mappings()]


def forget(connection: sa.Connection, document: str) -> None:
    """Know nothing more of the places that show a document."""
    connection.execute(ORIGINS.delete().where(ORIGINS.c.document == document))


def remember(connection: sa.Connection, seen: Origin) -> None:
    """Put down how a place looks now."""
    values = asdict(seen)
    changed = connection.execute(
        ORIGINS.update().where(ORIGINS.c.origin == seen.origin).values(**values)
    )
    if changed.rowcount == 0:
        connection.execute(ORIGINS.insert().values(**values))


def look_again(connection: sa.Connection, origin: str) -> None:
    """Forget the mark, so that the next look reads the content."""
    connection.execute(ORIGINS.update().where(ORIGINS.c.origin == origin).values(mark=None))
