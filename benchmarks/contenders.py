"""Who appends: ingestd, pyeventsourcing, and the bare databases; each with the same facts.

Everything that is not appending (making objects, opening files) is done before the clock runs.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

import sqlalchemy as sa
from eventsourcing.application import Application
from eventsourcing.domain import DomainEvent

from ingestd.clock import system_clock
from ingestd.events import DocumentReceived, Draft
from ingestd.events.ids import digest
from ingestd.store import schema
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog

Append = Callable[[list[Any]], object]


class Contender(Protocol):
    """One way to append."""

    name: str

    def facts(self, numbers: range) -> list[Any]:
        """The facts of these numbers, as it takes them."""

    def opened(self, place: Path | sa.URL) -> Any:
        """Give what appends durably, in a folder or an empty database, as a context."""


def fact(number: int) -> DocumentReceived:
    """About 260 bytes when it is written down."""
    named = digest(b"%d" % number)
    return DocumentReceived(
        document=f"art_{named[:16]}",
        revision=1,
        source="wire",
        origin=f"file:///wire/{number}.txt",
        blob=named,
        media_type="text/plain",
        size=number,
    )


@contextmanager
def database_at(place: Path | sa.URL) -> Iterator[Database]:
    """An empty log of ours."""
    database = Database.in_folder(place) if isinstance(place, Path) else Database(place)
    schema.ensure(database, system_clock)
    yield database
    database.close()


class Ours:
    """`EventLog.append`, one transaction for each batch."""

    name = "ingestd"

    def facts(self, numbers: range) -> list[Any]:
        return [Draft(event=fact(number), actor="intake@1") for number in numbers]

    @contextmanager
    def opened(self, place: Path | sa.URL) -> Iterator[Append]:
        log = EventLog(system_clock)
        with database_at(place) as database:

            def append(drafts: list[Any]) -> None:
                with database.writing() as connection:
                    log.append(connection, drafts)

            yield append


class OursTogether(Ours):
    """`EventLog.append` where those who come at once share a transaction."""

    name = "ingestd, group commit"

    @contextmanager
    def opened(self, place: Path | sa.URL) -> Iterator[Append]:
        log = EventLog(system_clock)
        with database_at(place) as database:
            yield lambda drafts: database.together(
                lambda connection: log.append(connection, drafts)
            )


@dataclass(frozen=True)
class Received(DomainEvent):
    """The fields of `document.received`, as pyeventsourcing has its events."""

    document: str
    revision: int
    source: str
    origin: str
    blob: str
    media_type: str
    size: int
    url: str | None
    title: str | None
    published: str | None
    author: str | None
    guid: str | None
    cause: str | None
    whole: bool


class Rival:
    """pyeventsourcing, by its event store: its JSON, its recorder, as an application has it."""

    name = "pyeventsourcing"

    def facts(self, numbers: range) -> list[Any]:
        now = Received.create_timestamp()
        names = Received.__annotations__
        return [
            Received(
                originator_id=UUID(hex=one.blob[:32]),
                originator_version=1,
                timestamp=now,
                **{name: getattr(one, name) for name in names},
            )
            for one in map(fact, numbers)
        ]

    @contextmanager
    def opened(self, place: Path | sa.URL) -> Iterator[Append]:
        application: Application[UUID] = Application(env=settings_at(place))
        yield application.events.put
        application.close()


class RivalRecorder(Rival):
    """pyeventsourcing's recorder alone: it is given finished bytes."""

    name = "pyeventsourcing, bytes given"

    def facts(self, numbers: range) -> list[Any]:
        application: Application[UUID] = Application()
        return [application.mapper.to_stored_event(one) for one in super().facts(numbers)]

    @contextmanager
    def opened(self, place: Path | sa.URL) -> Iterator[Append]:
        application: Application[UUID] = Application(env=settings_at(place))
        yield application.recorder.insert_events
        application.close()


def settings_at(place: Path | sa.URL) -> dict[str, str]:
    """Its environment: everything is as it comes, its table lock on PostgreSQL too."""
    if isinstance(place, Path):
        return {
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": str(place / "rival.db"),
        }
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(place.database),
        "POSTGRES_HOST": str(place.query["host"]),
        "POSTGRES_PORT": "5432",
        "POSTGRES_USER": str(place.username),
        "POSTGRES_PASSWORD": "-",
    }


class Bare:
    """The database's own way to take bytes in, without index or trigger: what cannot be beaten."""

    name = "bare insert (SQLite), COPY (PG)"

    def facts(self, numbers: range) -> list[Any]:
        drafts = (Draft(event=fact(number), actor="-") for number in numbers)
        return [
            (at, made.event.stream, made.data) for at, made in zip(numbers, drafts, strict=True)
        ]

    @contextmanager
    def opened(self, place: Path | sa.URL) -> Iterator[Append]:
        with database_at(place) as database, database._engine.connect() as connection:  # noqa: SLF001 - no door to it for others
            driver: Any = connection.connection.driver_connection
            blob = "blob" if database.is_sqlite else "bytea"
            driver.execute(
                f"CREATE TABLE bare (position bigint PRIMARY KEY, stream text, data {blob})"
            )
            driver.commit()
            yield (
                lambda rows: (
                    _insert(driver, rows) if database.is_sqlite else _copy(driver, rows)
                )
            )
            driver.rollback()


def _insert(driver: Any, rows: list[Any]) -> None:
    driver.execute("BEGIN IMMEDIATE")
    driver.executemany("INSERT INTO bare VALUES (?, ?, ?)", rows)
    driver.commit()


def _copy(driver: Any, rows: list[Any]) -> None:
    with (
        driver.cursor() as cursor,
        cursor.copy("COPY bare FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.set_types(["int8", "text", "bytea"])
        for row in rows:
            copy.write_row(row)
    driver.commit()
