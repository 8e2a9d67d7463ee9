"""What a hostile owner of the database can do, once the triggers are out of the way."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from ingestd.events.envelope import ENVELOPE, chain_hash
from ingestd.events.ids import digest
from ingestd.store.database import Database
from ingestd.store.tables import EVENTS, LOG_HEAD

Values = dict[str, Any]
COLUMNS = tuple(column.name for column in EVENTS.c)


@contextmanager
def as_owner(database: Database) -> Iterator[sa.Connection]:
    """Write whatever one likes."""
    with database.writing() as connection:
        if database.is_sqlite:
            names = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'"
            )
            for (name,) in names.fetchall():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("ALTER TABLE events DISABLE TRIGGER USER")
        yield connection


def change(database: Database, position: int, **values: Any) -> None:
    with as_owner(database) as connection:
        connection.execute(
            EVENTS.update().where(EVENTS.c.position == position).values(**values)
        )


def change_head(database: Database, **values: Any) -> None:
    with as_owner(database) as connection:
        connection.execute(LOG_HEAD.update().values(**values))


def remove(database: Database, *positions: int) -> None:
    with as_owner(database) as connection:
        connection.execute(EVENTS.delete().where(EVENTS.c.position.in_(positions)))


def rows(database: Database) -> list[Values]:
    with database.reading() as connection:
        found = connection.execute(sa.select(EVENTS).order_by(EVENTS.c.position))
        return [dict(row) for row in found.mappings()]


def head(database: Database) -> Values:
    with database.reading() as connection:
        return dict(connection.execute(sa.select(LOG_HEAD)).mappings().one())


def put(database: Database, every: Sequence[Values]) -> None:
    """Have these rows for a log; the head stays."""
    with as_owner(database) as connection:
        connection.execute(EVENTS.delete())
        connection.execute(EVENTS.insert(), list(every))


def rehash(database: Database, every: Sequence[Values]) -> None:
    """Have these rows for a log, and a chain and a head that fit them: nobody can tell."""
    before = digest(head(database)["log_id"].encode())
    for row in every:
        before = row["hash"] = chain_hash(
            before, [row[name] for name in ENVELOPE], row["digest"]
        )
    put(database, every)
    last = every[-1]
    change_head(
        database, position=last["position"], hash=before, recorded_at=last["recorded_at"]
    )


def flipped(value: Any) -> Any:
    """The value with one bit changed; something where there was nothing."""
    match value:
        case None:
            return "x"
        case int():
            return value ^ 64
        case bytes():
            return bytes([value[0] ^ 1]) + value[1:]
        case str():
            middle = len(value) // 2
            return value[:middle] + chr(ord(value[middle]) ^ 1) + value[middle + 1 :]
        case _:
            raise TypeError(value)
