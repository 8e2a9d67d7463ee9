"""Reads the log as a stranger would, by SQL and a JSON library, and finds whatever is wrong with it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from ingestd.store.database import Database
from tests.survival.producing import PRODUCER

CHAINED = ("position", "id", "stream", "version", "type", "schema", "time", "recorded_at", "actor",
           "causation", "correlation", "key", "digest")  # fmt: skip
AT_ONCE = 5_000


class DamagedError(AssertionError):
    """The log is not what was promised."""


def demand(holds: bool, complaint: str) -> None:
    if not holds:
        raise DamagedError(complaint)


@dataclass
class Audit:
    """What is known of a log up to a position; `read_on` checks what came since."""

    position: int = 0
    hash: str | None = None
    recorded_at: str = ""
    versions: dict[str, int] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    told: dict[str, list[int]] = field(default_factory=dict)
    hashes: list[str] = field(default_factory=list)

    def read_on(self, database: Database) -> "Audit":
        """Check every event after the last one; raises DamagedError at the first that is wrong."""
        with database.reading() as connection:
            head = connection.execute(sa.text("SELECT * FROM log_head")).mappings().one()
            if self.hash is None:
                self.hash = hashlib.sha256(head["log_id"].encode()).hexdigest()
            for row in _rows(connection, self.position):
                self._check(row)
        demand(head["position"] == self.position, f"the head is {head['position']}")
        demand(head["hash"] == self.hash, "the head has another hash than the last event")
        return self

    def _check(self, row: sa.RowMapping) -> None:
        where = f"event {row['position']}"
        demand(row["position"] == self.position + 1, f"{where} follows {self.position}")
        version = self.versions.get(row["stream"], 0) + 1
        demand(row["version"] == version, f"{where}: {row['version']} instead of {version}")
        demand(row["recorded_at"] >= self.recorded_at, f"{where} was recorded before the last")
        data = hashlib.sha256(bytes(row["data"])).hexdigest()
        demand(row["digest"] == data, f"{where}: the digest is not that of the data")
        framed = [self.hash, *(row[name] for name in CHAINED)]
        link = json.dumps(framed, ensure_ascii=False, separators=(",", ":"))
        demand(
            row["hash"] == hashlib.sha256(link.encode()).hexdigest(),
            f"{where} is not in the chain",
        )
        if row["key"] is not None:
            demand(row["key"] not in self.keys, f"{where}: key {row['key']} a second time")
            self.keys.add(row["key"])
            self._count(row["key"], row["position"])
        self.position, self.hash = row["position"], row["hash"]
        self.recorded_at, self.versions[row["stream"]] = row["recorded_at"], version
        self.hashes.append(row["hash"])

    def _count(self, key: str, position: int) -> None:
        name, _, number = key.rpartition(":")
        if name.startswith(PRODUCER):
            told = self.told.setdefault(name, [])
            demand(int(number) == len(told) + 1, f"{key} follows {name}:{len(told)}")
            told.append(position)

    def expect(self, name: str, promised: Mapping[int, int]) -> None:
        """Everything that a producer was promised is there, where it was said to be."""
        told = self.told.get(name, [])
        for number, position in promised.items():
            found = told[number - 1] if number <= len(told) else None
            demand(found == position, f"{name}:{number} is at {found}, not at {position}")


def _rows(connection: sa.Connection, after: int) -> Iterator[sa.RowMapping]:
    query = sa.text(
        "SELECT * FROM events WHERE position > :after ORDER BY position LIMIT :most"
    )
    while True:
        found = connection.execute(query, {"after": after, "most": AT_ONCE}).mappings().all()
        yield from found
        if len(found) < AT_ONCE:
            return
        after = found[-1]["position"]
