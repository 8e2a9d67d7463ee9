"""Writers that pause, roll back and are killed; readers that follow the log by their own cursors.

`python -m tests.survival.tailing --events 1000000 --store postgres`. No reader may skip an
event, see one twice or out of order: not while unrelated transactions stay open in the same
database and in another one of the cluster, and not when its cursor is used on a copy that
was dumped in the middle and restored elsewhere.
"""

import argparse
import hashlib
import json
import multiprocessing
import random
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from ingestd.clock import system_clock
from ingestd.store import schema
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.survival.audit import Audit, demand
from tests.survival.copying import COPIES
from tests.survival.ledger import Ledger
from tests.survival.places import STORES, place
from tests.survival.producing import PRODUCER, Producer
from tests.survival.unrelated import unrelated_transactions

WRITERS = 8
READERS = 3
SIZES = (1, 2, 10, 100, 400)
PROCESSES = multiprocessing.get_context("forkserver")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one writer has to write, and what its luck is."""

    url: str
    home: Path
    name: str
    until: int
    seed: int

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.home / f"{self.name}.ledger")


def write(share: Share) -> None:
    """A writer's life: to the end of its share, or until it is killed."""
    Producer(
        database=Database(share.url),
        log=EventLog(system_clock),
        name=share.name,
        ledger=share.ledger,
        chance=random.Random(share.seed),
        sizes=SIZES,
    ).produce(share.until)


@dataclass
class Tail:
    """A reader's cursor, and the sum of all it saw."""

    position: int = 0

    def __post_init__(self) -> None:
        self._seen = hashlib.sha256()

    def follow(self, database: Database, *, limit: int) -> int:
        """Read the next page; return how many events there were."""
        log = EventLog(system_clock)
        with database.reading() as connection:
            page = log.page(connection, after=self.position, limit=limit)
        for recorded in page.events:
            demand(
                recorded.position == self.position + 1,
                f"a reader at {self.position} was given {recorded.position}",
            )
            self.position = recorded.position
            self._seen.update(recorded.hash.encode())
        demand(
            page.ceiling == self.position,
            f"a page claims {page.ceiling} and ends at {self.position}",
        )
        return len(page.events)

    @property
    def sum(self) -> str:
        """What was seen, in its order."""
        return self._seen.hexdigest()


def read(url: str, goal: int, seed: int, told: Path) -> None:
    """A reader's life: until it has seen the last event; then it tells the sum of all."""
    database, tail, chance = Database(url), Tail(), random.Random(seed)
    pages = 0
    while tail.position < goal:
        pages += 1
        if not tail.follow(database, limit=chance.choice((1, 7, 100, 1000))):
            Event().wait(chance.uniform(0, 0.02))
    told.write_text(tail.sum, "utf-8")


class Run:
    """Writers and readers of one run."""

    def __init__(self, url: str, home: Path, *, events: int, seed: int) -> None:
        self._url = url
        self._home = home
        self._chance = random.Random(seed)
        self._share = events // WRITERS
        self._goal = self._share * WRITERS
        self._told = [home / f"reader-{number}.sum" for number in range(READERS)]
        self.figures: Counter[str] = Counter(writers=WRITERS, readers=READERS)

    def live(self, in_the_middle: Callable[[], None]) -> None:
        """Let all work; kill a writer now and then; once, half way, do something else as well."""
        readers = [
            _begun(read, self._url, self._goal, self._chance.randrange(2**32), told)
            for told in self._told
        ]
        writers = {
            name: self._writer(name) for name in (f"{PRODUCER}{n}" for n in range(WRITERS))
        }
        halfway = False
        while writers:
            Event().wait(self._chance.uniform(0.05, 0.6))
            if not halfway and self._head() >= self._goal // 2:
                halfway = True
                in_the_middle()
            for name in [name for name, writer in writers.items() if not writer.is_alive()]:
                demand(writers.pop(name).exitcode == 0, f"{name} failed")
            if writers:
                self._kill_one(writers)
            self._watch(readers)
        for reader in readers:
            reader.join()
        self._watch(readers)

    def audit(self) -> Audit:
        """Check the log, every writer's ledger, and what every reader saw."""
        database = Database(self._url)
        audit = Audit().read_on(database)
        database.close()
        demand(audit.position == self._goal, f"{audit.position} events, not {self._goal}")
        for number in range(WRITERS):
            name = f"{PRODUCER}{number}"
            promised = Ledger(self._home / f"{name}.ledger").acknowledged()
            audit.expect(name, promised)
            self.figures["acknowledged"] += len(promised)
        expected = hashlib.sha256("".join(audit.hashes).encode()).hexdigest()
        for told in self._told:
            demand(told.read_text("utf-8") == expected, f"{told.stem} saw something else")
        self.figures["events"] = audit.position
        return audit

    def _writer(self, name: str) -> ForkServerProcess:
        seed = self._chance.randrange(2**32)
        share = Share(url=self._url, home=self._home, name=name, until=self._share, seed=seed)
        return _begun(write, share)

    def _kill_one(self, writers: dict[str, ForkServerProcess]) -> None:
        name = self._chance.choice(sorted(writers))
        if self._chance.random() < 0.5:
            writers[name].kill()
            writers[name].join()
            self.figures["kills"] += writers[name].exitcode == -9
            writers[name] = self._writer(name)

    def _watch(self, readers: list[ForkServerProcess]) -> None:
        demand(all(reader.exitcode in {None, 0} for reader in readers), "a reader failed")

    def _head(self) -> int:
        database = Database(self._url)
        with database.reading() as connection:
            head = EventLog.head(connection)
        database.close()
        return head


def _begun(work: Callable[..., None], *arguments: object) -> ForkServerProcess:
    process = PROCESSES.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


def go_on_with_a_copy(url: str, home: Path, figures: Counter[str]) -> None:
    """Copy the log while it is written; a reader's old cursor goes on, on the copy, and misses nothing."""
    tail, original = Tail(), Database(url)
    tail.follow(original, limit=500)
    original.close()
    with COPIES[original.is_sqlite](url, home) as copied:
        copy = Database(copied)
        there = Audit().read_on(copy)
        Producer(
            database=copy,
            log=EventLog(system_clock),
            name=f"{PRODUCER}of-the-copy",
            ledger=Ledger(home / "copy.ledger"),
            chance=random.Random(1),
        ).produce(100)
        while tail.follow(copy, limit=1000):
            pass
        figures["events in the copy"] = there.position
        expected = there.position + 100
        demand(tail.position == expected, f"the cursor ends at {tail.position}")
        there.read_on(copy)
        copy.close()


def main() -> None:
    """Run as was asked for."""
    asked = _arguments()
    PROCESSES.set_forkserver_preload([__name__])
    with TemporaryDirectory(prefix="ingestd-tailing-") as folder, ExitStack() as ending:
        home = Path(folder)
        url = ending.enter_context(place(asked.store, asked.server, home))
        _begin_log(url)
        if asked.store == "postgres":
            ending.enter_context(unrelated_transactions(url))
        run = Run(url, home, events=asked.events, seed=asked.seed)
        run.live(lambda: go_on_with_a_copy(url, home, run.figures))
        run.audit()
        sys.stdout.write(json.dumps(run.figures) + "\n")


def _begin_log(url: str) -> None:
    database = Database(url)
    schema.ensure(database, system_clock)
    database.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--store", choices=STORES, default="postgres")
    parser.add_argument("--server", help="URL of a PostgreSQL; else one is started")
    parser.add_argument("--seed", type=int, default=20240311)
    return parser.parse_args()


if __name__ == "__main__":
    main()
