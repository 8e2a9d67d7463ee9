"""Whatever happens in whatever order, the log and its views are what a plain dictionary says."""

import copy
import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ingestd.errors import ConflictError, UsageError
from ingestd.events import Draft, Recorded, SourcePolled
from ingestd.projections import runner
from ingestd.projections.projection import Projection
from ingestd.replay import rebuild, roll_back, verify
from ingestd.store import checkpoints, generations
from ingestd.store.event_log import EventLog
from ingestd.store.rows import Tables
from ingestd.store.tables import LOG_HEAD
from tests.fixtures.building import draft, polled
from tests.fixtures.stores import HandClock
from tests.survival.arenas import Arena, FileArena, ServerArena

SUMS = sa.Table(
    "sums__gen",
    sa.MetaData(),
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("seen", sa.Integer, nullable=False),
)
sums = Projection("sums", version=1, tables=[SUMS], views=[("sums", sa.select(SUMS))])


@sums.on(SourcePolled)
def add_up(tables: Tables, recorded: Recorded[SourcePolled]) -> None:
    event = recorded.event
    row = tables[SUMS].get(event.source) or {"source": event.source, "seen": 0}
    tables[SUMS].put(row | {"seen": row["seen"] + event.seen})


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A fact to append: to a stream, under a key or none, expecting a version or not."""

    source: str
    brought: int
    key: str | None
    expects: str | None

    def draft(self, versions: Counter[str]) -> Draft:
        expected = None if self.expects is None else versions[self.source]
        if self.expects == "wrong":
            expected = versions[self.source] + 1
        fact = polled(self.source, accepted=self.brought)
        return draft(fact, key=self.key, expected=expected)


FOLDING = ("follower", "somebody else", "nobody")


class UndoneError(Exception):
    """A transaction that does not get to its end."""


wishes = some.lists(
    some.builds(
        Wish,
        source=some.sampled_from("ab"),
        brought=some.integers(1, 9),
        key=some.none() | some.sampled_from(["k1", "k2", "k3", "k4"]),
        expects=some.sampled_from([None, None, None, "right", "wrong"]),
    ),
    min_size=1,
    max_size=4,
)


@dataclass
class Model:
    """The log as a list, and what follows from it."""

    facts: list[tuple[str, int]] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)

    @property
    def versions(self) -> Counter[str]:
        return Counter(source for source, _ in self.facts)

    def sums(self, until: int) -> dict[str, int]:
        """What the facts up to a position add up to."""
        added: Counter[str] = Counter()
        for source, brought in self.facts[:until]:
            added[source] += brought
        return dict(added)

    def append(self, asked: list[Wish]) -> list[int] | None:
        """The positions, or None where a version is not as expected; then nothing happens."""
        before = copy.deepcopy((self.facts, self.keys))
        versions = self.versions
        positions = []
        for wish in asked:
            known = self.keys.get(wish.key) if wish.key else None
            if known is not None:
                positions.append(known)
                continue
            expected = wish.draft(versions).expected
            if expected is not None and expected != self.versions[wish.source]:
                self.facts, self.keys = before
                return None
            self.facts.append((wish.source, wish.brought))
            positions.append(len(self.facts))
            if wish.key:
                self.keys[wish.key] = len(self.facts)
        return positions


class Machine(RuleBasedStateMachine):
    """Appends, rolls back, reads, crashes, folds, rebuilds, swaps and restores."""

    make: Callable[[], Arena]

    def __init__(self) -> None:
        super().__init__()
        self._arena = type(self).make()
        self._log = EventLog(HandClock())
        self._model = Model()
        self._saved: Model | None = None
        self._epoch = 1

    @initialize()
    def begin(self) -> None:
        self._open()

    def _open(self) -> None:
        self._database = self._arena.open()
        self._following = runner.Following(self._database, self._log, sums)

    def _drafts(self, asked: list[Wish]) -> list[Draft]:
        versions = self._model.versions
        return [wish.draft(versions) for wish in asked]

    @rule(days=some.lists(some.tuples(wishes, some.sampled_from(FOLDING)), max_size=5))
    def live_some_days(self, days: list[tuple[list[Wish], str]]) -> None:
        for asked, who in days:
            self._append(asked)
            if who == "follower":
                self._following.advance(limit=5)
            elif who == "somebody else":
                runner.advance(self._database, self._log, sums, limit=5)
            self.what_is_shown_is_what_the_facts_up_to_there_give()

    def _append(self, asked: list[Wish]) -> None:
        drafts = self._drafts(asked)
        expected = self._model.append(asked)
        if expected is None:
            with pytest.raises(ConflictError), self._database.writing() as connection:
                self._log.append(connection, drafts)
            return
        with self._database.writing() as connection:
            assert self._log.append(connection, drafts) == expected

    @rule(asked=wishes)
    def roll_back_an_append(self, asked: list[Wish]) -> None:
        with pytest.raises((UndoneError, ConflictError)):
            self._append_in_vain(self._drafts(asked), crash=False)

    @rule(asked=wishes)
    def crash_before_commit(self, asked: list[Wish]) -> None:
        with pytest.raises((UndoneError, ConflictError)):
            self._append_in_vain(self._drafts(asked), crash=True)
        self._database.close()
        self._open()

    def _append_in_vain(self, drafts: list[Draft], *, crash: bool) -> None:
        with self._database.writing() as connection:
            self._log.append(connection, drafts)
            if crash:
                connection.invalidate()  # cut off: nobody says goodbye to the database
            raise UndoneError

    @rule(after=some.integers(0, 30), limit=some.integers(1, 10))
    def read_a_page(self, after: int, limit: int) -> None:
        after = min(after, len(self._model.facts))
        with self._database.reading() as connection:
            page = self._log.page(connection, after=after, limit=limit)
        read = [(event.event.source, event.event.seen) for event in page.events if isinstance(event.event, SourcePolled)]  # fmt: skip
        assert read == self._model.facts[after : after + limit]
        positions = [event.position for event in page.events]
        assert positions == list(range(after + 1, page.ceiling + 1))

    @rule()
    def rebuild_and_swap(self) -> None:
        assert rebuild(self._database, self._log, sums).position == len(self._model.facts)

    @rule()
    def go_back_to_the_generation_before(self) -> None:
        try:
            roll_back(self._database, self._log, sums)
        except UsageError as error:
            assert "there is no generation" in str(error)  # noqa: PT017 - it may also go well

    @rule()
    def compare_with_a_rebuild(self) -> None:
        assert verify(self._database, self._log, sums).differences == ()

    @rule()
    def save(self) -> None:
        self._database.close()
        self._arena.save()
        self._saved = copy.deepcopy(self._model)
        self._open()

    @precondition(lambda self: self._saved is not None)
    @rule()
    def restore(self) -> None:
        assert self._saved is not None
        self._database.close()
        self._arena.restore()
        self._model = copy.deepcopy(self._saved)
        self._epoch += 1
        self._open()
        with self._database.writing() as connection:
            connection.execute(LOG_HEAD.update().values(epoch=self._epoch))

    @rule()
    def catch_up(self) -> None:
        while self._following.advance(limit=3):
            pass
        assert self._shown() == (len(self._model.facts), self._model.sums(10**9))

    def _shown(self) -> tuple[int, dict[str, int]] | None:
        """The position of what is served, and what it says; None where nothing is served yet."""
        with self._database.reading() as connection:
            served = generations.active(connection, sums.name)
            if served is None:
                return None
            position = checkpoints.position_of(connection, served.reader)
            rows = connection.execute(sa.text("SELECT source, seen FROM sums")).all()
        return position, {row.source: row.seen for row in rows}

    @invariant()
    def what_is_shown_is_what_the_facts_up_to_there_give(self) -> None:
        if shown := self._shown():
            position, rows = shown
            assert rows == self._model.sums(position)

    @invariant()
    def the_head_is_the_last_fact(self) -> None:
        with self._database.reading() as connection:
            assert self._log.head(connection) == len(self._model.facts)

    def teardown(self) -> None:
        self._database.close()
        self._arena.close()


def some_histories(number: int) -> settings:
    return settings(
        max_examples=number,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


@pytest.mark.slow
def test_on_sqlite_any_order_of_events_gives_what_a_dictionary_says(
    sqlite_template: Path, tmp_path: Path
) -> None:
    numbers = itertools.count()

    class OnSqlite(Machine):
        make = staticmethod(lambda: FileArena(sqlite_template, tmp_path / f"{next(numbers)}"))

    run_state_machine_as_test(OnSqlite, settings=some_histories(30))


@pytest.mark.slow
@pytest.mark.postgres
def test_on_postgresql_any_order_of_events_gives_what_a_dictionary_says(
    postgres_url: str, postgres_template: str
) -> None:
    class OnPostgres(Machine):
        make = staticmethod(lambda: ServerArena(postgres_url, postgres_template))

    run_state_machine_as_test(OnPostgres, settings=some_histories(4))
