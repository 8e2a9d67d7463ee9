"""How quickly one simple view is folded anew, beside pyeventsourcing's projection runner.

`python -m benchmarks.refolding [--events N] [--rounds N] [--without postgres]`, in an
environment with requirements/benchmark.txt. One row for each document, from facts of about
260 bytes that are in the log already; both keep how far they have come in the same database.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from eventsourcing.application import Application
from eventsourcing.persistence import Tracking
from eventsourcing.postgres import PostgresTrackingRecorder
from eventsourcing.projection import Projection as RivalProjection
from eventsourcing.projection import ProjectionRunner
from psycopg.sql import SQL

from benchmarks.contenders import Ours, Received, Rival, database_at, settings_at
from benchmarks.figures import Figure, measured, tell
from benchmarks.places import Place, Places, databases, folders
from ingestd.clock import system_clock
from ingestd.events import DocumentReceived, Recorded
from ingestd.projections.projection import Projection
from ingestd.replay.filling import fill
from ingestd.store.event_log import EventLog
from ingestd.store.rows import Tables

BATCH = 500
Way = Callable[[Place, int], AbstractContextManager[Callable[[], object]]]
DOCUMENTS = sa.Table(
    "documents__gen",
    sa.MetaData(),
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
)
documents = Projection(
    "documents", version=1, tables=(DOCUMENTS,), views=(("documents", sa.select(DOCUMENTS)),)
)


@documents.on(DocumentReceived)
def _open_row(tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
    fact = recorded.event
    row = {
        "document": fact.document,
        "source": fact.source,
        "origin": fact.origin,
        "revision": fact.revision,
    }
    tables[DOCUMENTS].put(row)


@documents.ahead
def _load(tables: Tables, page: Any) -> None:
    tables[DOCUMENTS].load((recorded.event.document,) for recorded in page)


@contextmanager
def ours(place: Place, events: int) -> Iterator[Callable[[], object]]:
    log, drafts = EventLog(system_clock), Ours().facts(range(1, events + 1))
    with database_at(place) as database:
        for start in range(0, events, BATCH):
            with database.writing() as connection:
                log.append(connection, drafts[start : start + BATCH])
        yield lambda: fill(database, log, documents)


class View(PostgresTrackingRecorder):
    """Where the rival's projection writes: the row and the tracking in one transaction."""

    def __init__(self, datastore: Any, **others: Any) -> None:
        super().__init__(datastore, **others)
        self.sql_create_statements.append(
            SQL(
                "CREATE TABLE IF NOT EXISTS documents "
                "(document text PRIMARY KEY, source text, origin text, revision int)"
            )
        )

    def open_row(self, fact: Received, tracking: Tracking) -> None:
        with (
            self.datastore.get_connection() as connection,
            connection.transaction(),
            connection.cursor() as cursor,
        ):
            self._insert_tracking(cursor, tracking)
            cursor.execute(
                "INSERT INTO documents VALUES (%s, %s, %s, %s) ON CONFLICT (document) "
                "DO UPDATE SET revision = excluded.revision",
                (fact.document, fact.source, fact.origin, fact.revision),
            )


class RivalDocuments(RivalProjection[View]):
    """The rival's projection of the same rows."""

    name = "documents"

    def process_event(self, domain_event: Any, tracking: Tracking) -> None:
        self.view.open_row(domain_event, tracking)


@contextmanager
def rival(place: Place, events: int) -> Iterator[Callable[[], object]]:
    settings = settings_at(place)
    application: Application[UUID] = Application(env=settings)
    facts = Rival().facts(range(1, events + 1))
    for start in range(0, events, BATCH):
        application.events.put(facts[start : start + BATCH])
    last = application.recorder.max_notification_id()
    application.close()

    def refold() -> None:
        with ProjectionRunner(
            application_class=Application,
            projection_class=RivalDocuments,
            view_class=View,
            env=settings,
        ) as runner:
            runner.wait(last, timeout=3600)

    yield refold


def compare(title: str, places: Places, ways: dict[str, tuple[Way, int]], rounds: int) -> None:
    """Let each fold so many events, round by round; rates are compared."""
    figures: dict[str, list[Figure]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, (way, events) in ways.items():
            with way(next(places), events) as work:
                figures[name].append(measured(work, events=events))
    tell(title, figures, beside=list(ways)[-1])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", choices=("postgres", "sqlite"))
    asked = parser.parse_args()
    alone: dict[str, tuple[Way, int]] = {"ingestd": (ours, asked.events)}
    # it would take minutes
    both = alone | {"pyeventsourcing": (rival, asked.events // 20)}
    if asked.without != "sqlite":
        with TemporaryDirectory() as home:
            title = "SQLite, one simple view (the rival has no runner there)"
            compare(title, folders(Path(home)), alone, asked.rounds)
    if asked.without != "postgres":
        with databases() as places:
            compare("PostgreSQL, one simple view", places, both, asked.rounds)


if __name__ == "__main__":
    main()
