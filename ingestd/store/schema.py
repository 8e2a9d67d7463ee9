"""Brings the log's own tables to today's shape."""

import sqlalchemy as sa

from ingestd.clock import Clock, rfc3339
from ingestd.errors import StoreUnavailableError
from ingestd.events.ids import digest
from ingestd.store.database import Database
from ingestd.store.tables import LOG_HEAD

LATEST = "0001"
LOCK_KEY = 8_400_084


def ensure(database: Database, clock: Clock) -> None:
    """Create or migrate the tables; does nothing, quickly, where they are of today."""
    with database.peeking() as connection:
        if _stamped(connection) == LATEST:
            return
    with database.writing() as connection:
        if not database.is_sqlite:
            # as who came in: an owner may work in another role (deploy/postgresql-roles.sql)
            connection.exec_driver_sql("SET LOCAL ROLE NONE")
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK_KEY)))
        found = _stamped(connection)
        if found is not None and found > LATEST:
            raise StoreUnavailableError(
                f"{database.where} was written by a later version of ingestd (schema {found})",
                hint="install that version, or a newer one",
            )
        if found != LATEST:
            _migrate(connection)
        if found is None:
            _begin_log(connection, clock)


def _stamped(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(connection: sa.Connection) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import, and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "ingestd.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, LATEST)


def _begin_log(connection: sa.Connection, clock: Clock) -> None:
    now = rfc3339(clock())
    # the log's name derives from where and when it began; nothing else about it is random
    log_id = digest(f"{connection.engine.url!r} {now}".encode())[:32]
    connection.execute(
        LOG_HEAD.insert().values(
            one=1,
            log_id=log_id,
            epoch=1,
            position=0,
            hash=digest(log_id.encode()),
            recorded_at=now,
        )
    )
