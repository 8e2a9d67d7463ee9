"""A producer that may be killed at any moment: it goes on after the last fact it was sure of.

What it was not told to be safe it sends again, under the same key.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event as Bell

import sqlalchemy as sa

from ingestd.errors import ConflictError
from ingestd.events import Draft, Event, SourcePolled, SourceRegistered
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.survival.ledger import Ledger

ACTOR = "producer@1"
PRODUCER = "producer-"
"""What every producer's name begins with."""
PAUSE = Bell()  # nobody sets it: a wait that ends by itself


class GivenUpError(Exception):
    """A transaction that its producer chose not to finish."""


def fact_of(name: str, number: int) -> Draft:
    """The numbered fact: its content tells its number, so that no other can stand for it."""
    fact: Event = SourcePolled(
        source=name, seen=number, accepted=1, revised=0, duplicate=0, unchanged=0, rejected=0
    )
    if number == 1:
        fact = SourceRegistered(source=name, kind="producer", address=name, options="{}")
    return Draft(event=fact, actor=ACTOR, key=f"{name}:{number}")


@dataclass(kw_only=True)
class Producer:
    """Appends facts 1, 2, … of its name, in batches, and notes each once it is committed."""

    database: Database
    log: EventLog
    name: str
    ledger: Ledger
    chance: random.Random
    sizes: Sequence[int] = (1, 2, 5, 20)
    longest_pause: float = 0.01

    def produce(self, until: int, *, stop: Callable[[], bool] = lambda: False) -> None:
        """Go on from the ledger up to and with the number."""
        done = self.ledger.last()
        while done < until and not stop():
            numbers = range(done + 1, 1 + min(until, done + self.chance.choice(self.sizes)))
            try:
                promised = self._append(numbers)
            except (GivenUpError, ConflictError):
                continue
            self.ledger.write(promised)
            done = numbers[-1]
            self._rest()

    def _append(self, numbers: range) -> dict[int, int]:
        gives_up = self.chance.random() < 0.05
        again = range(max(1, numbers[0] - 1), numbers[0])  # the last one once more: no news
        with self.database.writing() as connection:
            sent = [*again, *numbers]
            facts = [fact_of(self.name, number) for number in sent]
            positions = self.log.append(connection, facts)
            if gives_up:
                self._linger(connection)
                raise GivenUpError
        return dict(zip(sent, positions, strict=True))

    def _linger(self, connection: sa.Connection) -> None:
        connection.execute(sa.select(1))
        self._rest()

    def _rest(self) -> None:
        if self.chance.random() < 0.2:
            PAUSE.wait(self.chance.uniform(0, self.longest_pause))
