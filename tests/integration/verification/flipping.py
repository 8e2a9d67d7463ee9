"""One bit after the other is flipped in the file of a database: is each one found?

`python -m tests.integration.verification.flipping [--rounds N] [--seed N]`. A flip is either
named by a walk, or the database says that its file is damaged, or it has changed nothing that
can be read of the log: a byte that is in no use.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingestd.errors import StoreError
from ingestd.store import schema
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.verification.findings import Findings
from ingestd.verification.walk import walk
from tests.fixtures.building import draft, parsed, polled, received
from tests.fixtures.stores import HandClock

Outcome = Literal["named", "told by the database", "of no use", "missed"]
EVENTS = 201


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """What became of one bit: its byte in the file, the bit as a number."""

    place: int
    bit: int
    outcome: Outcome


def write_log(database: Database) -> Path:
    """Have a log of many pages; return its file, with all in it and nobody at it."""
    documents = [str(number) for number in range(EVENTS // 2)]
    facts = [
        polled(accepted=1),
        *(fact(name) for name in documents for fact in (received, parsed)),
    ]
    with database.writing() as connection:
        EventLog(HandClock()).append(connection, [draft(fact) for fact in facts])
    database.close()
    return Path(database.where.removeprefix("sqlite:///"))


def flips(file: Path, scratch: Path, *, rounds: int, seed: int) -> Iterator[Flip]:
    """Flip a bit by chance in a copy of the file, time after time."""
    whole, before = file.read_bytes(), _log_of(file)
    chance = random.Random(seed)
    copy = scratch / "ingestd.db"
    for _ in range(rounds):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        copy.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        same = _log_of(copy) == before
        yield Flip(place=place, bit=bit, outcome=_outcome(scratch, same=same))
        for path in scratch.iterdir():
            path.unlink()


def _outcome(folder: Path, *, same: bool) -> Outcome:
    database, findings = Database.in_folder(folder), Findings()
    try:
        walk(database, findings, page=40)
    except StoreError:
        return "told by the database"
    finally:
        database.close()
    if findings.count:
        return "named"
    return "of no use" if same else "missed"


def _log_of(path: Path) -> object:
    """Every byte of the log that can be read; None where it can't be."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        try:
            return [
                connection.execute("SELECT * FROM events ORDER BY position").fetchall(),
                connection.execute("SELECT position, hash, log_id FROM log_head").fetchall(),
            ]
        except sqlite3.Error:
            return None


def main() -> None:
    """Flip as often as asked; end with 1 where a flip was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        log, scratch = Path(home) / "log", Path(home) / "scratch"
        scratch.mkdir()
        database = Database.in_folder(log)
        schema.ensure(database, HandClock())
        done = list(flips(write_log(database), scratch, rounds=asked.rounds, seed=asked.seed))
    for outcome, count in Counter(flip.outcome for flip in done).most_common():
        sys.stdout.write(f"{count:>6} {outcome}\n")
    missed = [flip for flip in done if flip.outcome == "missed"]
    sys.exit("\n".join(map(str, missed)) if missed else 0)


if __name__ == "__main__":
    main()
