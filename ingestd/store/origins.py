"""What intake remembers of every place: which document came from it, and what it looked like.

A place is an origin as one source shows it: two feeds may tell of one address in their own
words. Written in the transaction of the event it follows from.
"""

from collections.abc import Collection, Iterable
from operator import attrgetter

import msgspec
import sqlalchemy as sa

from ingestd.store.driving import driver_of
from ingestd.store.tables import ORIGINS


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """A place where a document was found, as it was at the last look.

    `began_here` tells the place whose edits are the document's from those that show it too.
    `fingerprint` stands for the content, `mark` is the source's cheap sign of sameness,
    `rejection` the reason why nothing could be taken from here, `filtered` the rule that keeps
    out what is here. `whole` is False where a summary stands for the article; `gone_at` is
    when the place showed nothing any more. `words` stands for what was read here last, where
    that was compared, and `churn` counts the revisions that changed none of them. `tries`
    counts how often the whole was asked for in vain, which is done again from `again_at` on.
    Another one like it is made by `msgspec.structs.replace`, in a tenth of the time that
    dataclasses take for it.
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
    words: str | None = None
    churn: int = 0
    tries: int = 0
    again_at: str | None = None


_COLUMNS = Origin.__struct_fields__
_NAMES = ", ".join(_COLUMNS)
_values = attrgetter(*_COLUMNS)
_FLAGS = [place for place, name in enumerate(_COLUMNS) if name in {"began_here", "whole"}]
_OTHERS = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[2:])
_IN = {
    "sqlite": "IN (SELECT value FROM json_each(?))",
    "postgresql": "= ANY(%s)",
}


def at(connection: sa.Connection, places: Collection[str]) -> dict[str, list[Origin]]:
    """What every source knows of these origins."""
    return _by(connection, "origin", places)


def of_documents(
    connection: sa.Connection, documents: Collection[str]
) -> dict[str, list[Origin]]:
    """The places that show these documents, or did, in the order of origins."""
    return _by(connection, "document", documents)


def of_document(connection: sa.Connection, document: str) -> list[Origin]:
    """The places that show a document, or did, in the order of origins."""
    return of_documents(connection, [document]).get(document, [])


def inside(connection: sa.Connection, bundle: str, *, limit: int) -> list[str]:
    """Documents that were found in a bundle, at most so many."""
    query = (
        sa.select(ORIGINS.c.document)
        .where(ORIGINS.c.origin.startswith(f"{bundle}#", autoescape=True))
        .where(ORIGINS.c.document.is_not(None))
    )
    return list(connection.execute(query.order_by(ORIGINS.c.origin).limit(limit)).scalars())


def shown_by(connection: sa.Connection, source: str) -> list[str]:
    """The origins of all that a source showed when it was looked at last, in their order."""
    query = sa.select(ORIGINS.c.origin).where(
        ORIGINS.c.source == source, ORIGINS.c.gone_at.is_(None)
    )
    return sorted(connection.execute(query).scalars())


def forget(connection: sa.Connection, document: str) -> None:
    """Know nothing more of the places that show a document."""
    connection.execute(ORIGINS.delete().where(ORIGINS.c.document == document))


def drop(connection: sa.Connection, places: Iterable[Origin]) -> None:
    """Know nothing more of these places."""
    for place in places:
        connection.execute(
            ORIGINS.delete().where(
                ORIGINS.c.origin == place.origin, ORIGINS.c.source == place.source
            )
        )


def release(connection: sa.Connection, source: str) -> None:
    """Let what began with a source that is in use no more go on elsewhere."""
    began = (ORIGINS.c.source == source, ORIGINS.c.began_here)
    connection.execute(ORIGINS.update().where(*began).values(began_here=False))


def remember(connection: sa.Connection, *seen: Origin) -> None:
    """Put down how places look now."""
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    places = ", ".join([mark] * len(_COLUMNS))
    written = (
        f"INSERT INTO origins ({_NAMES}) VALUES ({places}) "  # noqa: S608 - names of our own
        f"ON CONFLICT (origin, source) DO UPDATE SET {_OTHERS}"
    )
    with driver_of(connection) as driver:
        driver.cursor().executemany(written, [_values(place) for place in seen])


def look_again(connection: sa.Connection, origin: str) -> None:
    """Forget the mark, so that the next look reads the content."""
    connection.execute(ORIGINS.update().where(ORIGINS.c.origin == origin).values(mark=None))


def _by(
    connection: sa.Connection, column: str, values: Collection[str]
) -> dict[str, list[Origin]]:
    found: dict[str, list[Origin]] = {}
    if not values:
        return found
    dialect = connection.dialect.name
    asked = msgspec.json.encode(list(values)).decode() if dialect == "sqlite" else list(values)
    query = f"SELECT {_NAMES} FROM origins WHERE {column} {_IN[dialect]}"  # noqa: S608
    place = _COLUMNS.index(column)
    with driver_of(connection) as driver:
        for row in driver.execute(f"{query} ORDER BY origin, source", (asked,)).fetchall():
            found.setdefault(row[place], []).append(_origin(row))
    return found


def _origin(row: tuple[object, ...]) -> Origin:
    values = dict(zip(_COLUMNS, row, strict=True))
    for place in _FLAGS:
        values[_COLUMNS[place]] = bool(row[place])
    return Origin(**values)  # type: ignore[arg-type]  # in the types of the table's columns
