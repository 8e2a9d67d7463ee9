"""What erasing asks of the database: data replaced by the log's one rule, and bytes that go."""

from collections.abc import Collection, Iterable
from threading import Event as Pause

import msgspec
import sqlalchemy as sa

from ingestd.errors import StoreUnavailableError
from ingestd.events import (
    DocumentErased,
    DocumentFoundAgain,
    DocumentParsed,
    DocumentReceived,
)
from ingestd.events.catalogue import entry_of
from ingestd.events.envelope import TOMBSTONE
from ingestd.store.database import BUSY_SECONDS, Database
from ingestd.store.journal import empty
from ingestd.store.tables import EVENTS, PARKED, of_types

ERASED = entry_of(DocumentErased).name
NAMING = [entry_of(cls).name for cls in (DocumentReceived, DocumentFoundAgain, DocumentParsed)]
# what may quote a document; views are built anew instead
QUOTING = ("events", "origins", "parked")
LOOK_AGAIN = 0.1


class _Names(msgspec.Struct):
    """The blobs that an event names."""

    blob: str | None = None
    text: str | None = None


_names = msgspec.json.Decoder(_Names)


def check_owner(connection: sa.Connection) -> None:
    """Raise StoreUnavailableError where this user may add to the log, but replace nothing."""
    if not _is_owner(connection):
        raise StoreUnavailableError(
            "this user of the database may add to the log, but replace nothing in it",
            hint="erase as the owner of the log: INGESTD_STORE__URL=… (docs/deployment.md)",
        )


def _is_owner(connection: sa.Connection) -> bool:
    """Whether this user owns the log, and the samples of it that the database keeps."""
    if connection.dialect.name == "sqlite":
        return True
    # session_user: at work the owner may have taken on the daemon's role
    owns = (
        "SELECT pg_has_role(session_user, relowner, 'USAGE') AND "
        "pg_has_role(session_user, datdba, 'USAGE') FROM pg_class, pg_database "
        "WHERE pg_class.oid = 'events'::regclass AND datname = current_database()"
    )
    return bool(connection.exec_driver_sql(owns).scalar_one())


def tombstone(connection: sa.Connection, streams: Collection[str], *, before: int) -> int:
    """Replace what these streams told before a position; return how many events that were.

    The log lets it happen only where an event of that position says so.
    """
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql("SET LOCAL ROLE NONE")  # as who came in, till the commit
    replaced = connection.execute(
        EVENTS.update()
        .where(_quoting(streams), EVENTS.c.position < before)
        .values(data=TOMBSTONE)
    )
    connection.execute(PARKED.delete().where(PARKED.c.stream.in_(streams)))
    return replaced.rowcount


def with_events(connection: sa.Connection, streams: Collection[str]) -> set[str]:
    """Those of the streams in which something is told that could be replaced."""
    query = sa.select(EVENTS.c.stream).where(_quoting(streams)).distinct()
    return set(connection.execute(query).scalars())


def erased(connection: sa.Connection, streams: Collection[str]) -> set[str]:
    """Those of the streams that were erased."""
    mine = (EVENTS.c.stream.in_(streams), EVENTS.c.type == ERASED)
    return set(connection.execute(sa.select(EVENTS.c.stream).where(*mine).distinct()).scalars())


def last(connection: sa.Connection) -> int:
    """The position of the last erasure; 0 where there was none."""
    query = sa.select(sa.func.max(EVENTS.c.position)).where(of_types([ERASED]))
    return connection.execute(query).scalar() or 0


def named(connection: sa.Connection, digests: Collection[str]) -> set[str]:
    """Those of the blobs that an event still names; reads every document's part of the log."""
    found: set[str] = set()
    query = sa.select(EVENTS.c.data).where(EVENTS.c.type.in_(NAMING))
    for (data,) in connection.execute(query.execution_options(yield_per=1000)):
        names = _names.decode(data)
        found.update(name for name in (names.blob, names.text) if name and name in digests)
    return found


def scrub(database: Database, *, patience: float = BUSY_SECONDS) -> None:
    """Write the database anew, so that nothing deleted or replaced stays in its files.

    Waits so many seconds for those who read a moment before; StoreUnavailableError where they
    do not leave.
    """
    if database.is_sqlite:
        _scrub_sqlite(database, patience)
    else:
        _scrub_postgres(database, patience)


def _scrub_sqlite(database: Database, patience: float) -> None:
    with database.bare() as connection:
        connection.exec_driver_sql("VACUUM")
    if not empty(database, patience=patience):
        raise read_from_before(database)


def _scrub_postgres(database: Database, patience: float) -> None:
    with database.bare() as connection:
        connection.exec_driver_sql("SET ROLE NONE")
        try:
            if not _alone_in_the_past(connection, patience):
                raise read_from_before(database)
            for table in QUOTING:
                connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {table}")
            # the planner's samples of names and titles
            connection.exec_driver_sql("VACUUM (FULL) pg_catalog.pg_statistic")
        finally:
            connection.exec_driver_sql("RESET ROLE")


def _alone_in_the_past(connection: sa.Connection, patience: float) -> bool:
    """Wait until nobody sees a moment before this; what is seen is not overwritten."""
    now = connection.exec_driver_sql("SELECT pg_current_xact_id()::xid::text").scalar_one()
    query = sa.text(
        "SELECT (SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
        "AND datname = current_database() AND age(backend_xmin) >= age(CAST(:now AS xid))) "
        "+ (SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database())"
    )
    pause = Pause()
    for _ in range(1 + int(patience / LOOK_AGAIN)):
        if not connection.execute(query, {"now": now}).scalar_one():
            return True
        pause.wait(LOOK_AGAIN)
    return False


def read_from_before(database: Database) -> StoreUnavailableError:
    """Say that bytes cannot go while somebody still sees them."""
    return StoreUnavailableError(
        f"{database.where}: somebody reads a moment from before the erasure",
        hint="end what reads for so long; the next start, or the next 'ingestd erase', finishes",
    )


def _quoting(streams: Iterable[str]) -> sa.ColumnElement[bool]:
    return sa.and_(
        EVENTS.c.stream.in_(sorted(streams)),
        EVENTS.c.type != ERASED,
        EVENTS.c.data != TOMBSTONE,
    )
