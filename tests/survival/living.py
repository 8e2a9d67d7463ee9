"""A process as busy as a daemon: producers, a watched folder, steps, views, now and then a rebuild.

It ends when it is killed; anything else that ends it is a failure.
"""

import logging
import random
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from pydantic import SecretStr

from ingestd.app import PROJECTIONS, App
from ingestd.clock import system_clock
from ingestd.config.settings import Settings, StoreSettings
from ingestd.errors import ConflictError
from ingestd.pipeline.looking import look
from ingestd.replay import rebuild
from ingestd.sources.adhoc import from_argument
from ingestd.telemetry.logs import configure_logs
from tests.survival.ledger import Ledger
from tests.survival.producing import PRODUCER, Producer

PRODUCERS = 2
FOREVER = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What a process needs to know to live: its store, its home, its luck."""

    url: str
    home: Path
    seed: int
    rebuilds: bool = True

    @property
    def drop(self) -> Path:
        """The folder from which files are taken in."""
        return self.home / "drop"

    @property
    def failure(self) -> Path:
        """Where a process says why it ended by itself."""
        return self.home / "failure"

    @property
    def begun(self) -> Path:
        """There once a process has everything ready and goes to work."""
        return self.home / "begun"

    def ledger(self, name: str) -> Ledger:
        return Ledger(self.home / f"{name}.ledger")

    def app(self) -> App:
        store = StoreSettings(url=SecretStr(self.url))
        return App(Settings(data_dir=self.home / "var", store=store))


def names() -> list[str]:
    return [f"{PRODUCER}{number}" for number in range(PRODUCERS)]


def live(life: Life) -> None:
    """Work until killed."""
    configure_logs(stream=sys.stderr, json=True, level=logging.ERROR)
    app = life.app()
    app.prepare_views()
    life.begun.touch()
    chance = random.Random(life.seed)
    for name in names():
        producer = Producer(
            database=app.database,
            log=app.log,
            name=name,
            ledger=life.ledger(name),
            chance=random.Random(chance.random()),
            longest_pause=0.08,
        )
        _begin(life, lambda producer=producer: producer.produce(FOREVER))  # type: ignore[misc] # mypy cannot infer a lambda with a default
    _begin(life, lambda: _take_in(life, app))
    _begin(life, lambda: _follow(life, app, chance))
    Event().wait()


def _take_in(life: Life, app: App) -> None:
    source = from_argument(str(life.drop), system_clock)
    while True:
        look(source, tools=app.tools, clock=app.clock)
        Event().wait(0.05)


def _follow(life: Life, app: App, chance: random.Random) -> None:
    while True:
        moved = app.advance()
        if life.rebuilds and chance.random() < 0.1:
            with app.lock("replay"):
                rebuild(app.database, app.log, chance.choice(PROJECTIONS))
        if not moved:
            Event().wait(0.02)


def _begin(life: Life, work: Callable[[], None]) -> None:
    def told() -> None:
        try:
            while True:
                try:
                    work()
                except ConflictError:  # somebody else was first; it is tried again
                    continue
        except BaseException:  # noqa: BLE001 - told to whoever watches this process
            with life.failure.open("a", encoding="utf-8") as file:
                traceback.print_exc(file=file)

    Thread(target=told, daemon=True).start()
