"""How fast a log is verified.

`python -m benchmarks.verifying [--events N] [--rounds N] [--store URL]`. The log is made by a
loader of its own, row by row as `EventLog` would, of documents' lives with about 250 bytes of
data to an event. Beside it, in the same run: the same rows read and thrown away.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import sqlalchemy as sa

from ingestd.clock import rfc3339
from ingestd.events.envelope import chain_hash
from ingestd.events.ids import digest, event_ids
from ingestd.store import log_rows, schema
from ingestd.store.database import Database
from ingestd.store.tables import EVENTS, LOG_HEAD
from ingestd.verification.chain import Chain
from ingestd.verification.findings import Findings
from ingestd.verification.reading import Unread, moments
from ingestd.verification.walk import walk

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
LIFE = ("document.received", "document.parsed", "document.extracted", "document.found_again")
AT_ONCE = 5000


def data(number: int, type: str) -> bytes:  # noqa: A002
    content = digest(f"{number // 4}".encode())
    fact: dict[str, Any] = {
        "blob": content,
        "document": f"art_{content[:16]}",
        "source": "wire",
    }
    if type in {"document.parsed", "document.extracted"}:
        fact["text"] = digest(f"text {number // 4}".encode())
    fact["note"] = ""
    short = 250 - len(json.dumps(fact, separators=(",", ":")))
    fact["note"] = "x" * max(0, short)
    return json.dumps(fact, sort_keys=True, separators=(",", ":")).encode()


def rows(log_id: str, events: int) -> Iterator[tuple[Any, ...]]:
    previous = digest(log_id.encode())
    for number in range(events):
        recorded_at = BEGINNING + timedelta(seconds=number // 100)
        position, at, type_ = number + 1, rfc3339(recorded_at), LIFE[number % 4]
        identity = event_ids(recorded_at, log_id)(position)
        content = data(number, type_)
        stream = f"document:art_{digest(f'{number // 4}'.encode())[:16]}"
        envelope = (
            *(position, identity, stream, number % 4 + 1, type_, 1, at, at, "bench@1"),
            *(None, identity, f"key:{number}" if number % 4 == 0 else None),
        )
        hashed = digest(content)
        previous = chain_hash(previous, envelope, hashed)
        yield *envelope, content, hashed, previous


def load(database: Database, events: int) -> None:
    schema.ensure(database, lambda: BEGINNING)
    mark = "?" if database.is_sqlite else "%s"
    statement = f"INSERT INTO events VALUES ({', '.join([mark] * len(EVENTS.c))})"  # noqa: S608
    with database.writing() as connection:
        head = connection.execute(sa.select(LOG_HEAD)).one()
        made = rows(head.log_id, events)
        last: tuple[Any, ...] = ()
        while page := list(islice(made, AT_ONCE)):
            connection.exec_driver_sql(statement, page)
            last = page[-1]
        connection.execute(
            LOG_HEAD.update().values(position=last[0], hash=last[-1], recorded_at=last[7])
        )


def read(database: Database) -> int:
    after, count = log_rows.BEGINNING, 0
    while page := log_rows.moment(database, after=after, limit=AT_ONCE).rows:
        after, count = page[-1][0], count + len(page)
    return count


def followed(database: Database) -> int:
    """The walk without what the database is asked beside it."""
    with database.peeking() as connection:
        head = log_rows.head_of(connection)
    chain, count = Chain(head.log_id if head else "", naming=False), 0
    for moment in moments(database):
        if isinstance(moment, Unread) or list(chain.follow(moment.rows, {})):
            raise SystemExit("not sound")
        count += len(moment.rows)
    return count


def verified(database: Database) -> int:
    findings = Findings()
    walked = walk(database, findings)
    if findings.count:
        raise SystemExit(f"not sound: {list(findings)}")
    return walked.events


def tell(name: str, work: Callable[[], int], rounds: int) -> None:
    """By the clock on the wall, and by that of the processor: other programs run as well."""
    wall, processor = list[float](), list[float]()
    for _ in range(rounds):
        begun, used = perf_counter(), process_time()
        count = work()
        wall.append(count / (perf_counter() - begun))
        processor.append(count / (process_time() - used))
    print(
        f"{name:<14} median {median(wall):>9,.0f} events/s  best {max(wall):>9,.0f}"
        f"  per second of processor {median(processor):>9,.0f}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--store", help="an empty PostgreSQL; else SQLite")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        database = Database(asked.store) if asked.store else Database.in_folder(Path(home))
        load(database, asked.events)
        tell("rows read", lambda: read(database), asked.rounds)
        tell("chain followed", lambda: followed(database), asked.rounds)
        tell("log verified", lambda: verified(database), asked.rounds)
        database.close()


if __name__ == "__main__":
    main()
