"""kill -9 at random moments, round after round: `python -m tests.survival.kills --rounds 1000`.

Each round a process produces facts, takes in files, follows them, rebuilds views, and is
killed. Then the log is audited: what was acknowledged is there once, at its place, in an
unbroken chain. Every so many rounds, and at the end, all views are caught up and compared
with a rebuild. Ends with 0 and one line of JSON, or with what is damaged.
"""

import argparse
import json
import logging
import multiprocessing
import random
import sys
from collections import Counter
from dataclasses import replace
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

import sqlalchemy as sa

from ingestd.app import PROJECTIONS, App
from ingestd.pipeline.looking import look
from ingestd.replay import verify
from ingestd.sources.adhoc import from_argument
from ingestd.telemetry.logs import configure_logs
from tests.survival.audit import Audit, demand
from tests.survival.living import Life, live, names
from tests.survival.places import STORES, place

TEXT = (
    "HANOI - {one} Energy and {other} Steel signed a memorandum of understanding in "
    "Hanoi on {day} March 2024 to build wind farm number {number}.\n"
)
NAMES = ("Northwind", "Eastlake", "Southport", "Westbrook", "Highmoor", "Lowfield", "Stonegate")
STEPS = ("document.received", "document.parsed", "document.extracted")
AT_BEGINNING = 0.2
MOST_FILES = 120  # each look goes through all of them
PROCESSES = multiprocessing.get_context("forkserver")


class Kills:
    """Rounds of one run, and what they have shown so far."""

    def __init__(self, life: Life, chance: random.Random) -> None:
        self._life = life
        self._chance = chance
        self._audit = Audit()
        self._files = 0
        self.figures: Counter[str] = Counter()

    def round(self, *, longest: float) -> None:
        """One life, one kill, one audit."""
        self._put_files()
        self._life.begun.unlink(missing_ok=True)
        life = replace(self._life, seed=self._chance.randrange(2**32))
        process = PROCESSES.Process(target=live, args=(life,))
        process.start()
        self._wait_until_begun(process)
        Event().wait(self._chance.uniform(0.0, longest))
        process.kill()
        process.join()
        self.figures["kills"] += process.exitcode == -9
        if life.failure.exists():
            demand(False, life.failure.read_text("utf-8"))
        with self._life.app().opened() as app:
            self._look_at(app)

    def judge(self) -> None:
        """Let everything be caught up, then compare every view with a rebuild."""
        with self._life.app().opened() as app:
            app.prepare_views()
            _, outcomes = look(
                from_argument(str(self._life.drop), app.clock), tools=app.tools, clock=app.clock
            )
            demand(len(outcomes) == self._files, f"{len(outcomes)} of {self._files} files seen")
            app.catch_up()
            self._look_at(app)
            with app.database.reading() as connection:
                types = Counter(
                    connection.execute(sa.text("SELECT type FROM events")).scalars()
                )
            demand(
                [types[step] for step in STEPS] == [self._files] * 3,
                f"{self._files} files, but {dict(types)}",
            )
            for projection in PROJECTIONS:
                found = verify(app.database, app.log, projection)
                demand(not found.differences, f"{projection.name}: {found.differences}")
        self.figures["verified"] += len(PROJECTIONS)

    def _look_at(self, app: App) -> None:
        before = self._audit.position
        self._audit.read_on(app.database)
        self.figures["events"] = self._audit.position
        self.figures["idle rounds"] += self._audit.position == before
        self.figures["acknowledged"] = 0
        for name in names():
            promised = self._life.ledger(name).acknowledged()
            self._audit.expect(name, promised)
            self.figures["acknowledged"] += len(promised)

    def _wait_until_begun(self, process: ForkServerProcess) -> None:
        """Most are killed at work, some while they begin."""
        if self._chance.random() < AT_BEGINNING:
            return
        while process.is_alive() and not self._life.begun.exists():
            Event().wait(0.005)

    def _put_files(self) -> None:
        for _ in range(min(self._chance.randrange(3), MOST_FILES - self._files)):
            number = self._files
            one, other = NAMES[number % 7], NAMES[(number // 7 + number % 7 + 1) % 7]
            text = TEXT.format(one=one, other=other, day=number % 28 + 1, number=number)
            unfinished = self._life.home / "unfinished"
            unfinished.write_text(text, "utf-8")
            unfinished.rename(self._life.drop / f"{self._files:05}.txt")
            self._files += 1
        self.figures["files"] = self._files


def main() -> None:
    """Run the rounds that were asked for."""
    asked = _arguments()
    configure_logs(stream=sys.stderr, json=True, level=logging.ERROR)
    PROCESSES.set_forkserver_preload(["tests.survival.warm"])
    with TemporaryDirectory(prefix="ingestd-kills-") as folder:
        home = Path(folder)
        (home / "drop").mkdir()
        with place(asked.store, asked.server, home) as url:
            kills = Kills(Life(url=url, home=home, seed=0), random.Random(asked.seed))
            for number in range(1, asked.rounds + 1):
                kills.round(longest=asked.longest)
                if number % asked.judged == 0 or number == asked.rounds:
                    kills.judge()
                    _tell(kills.figures, file=sys.stderr)
            _tell(kills.figures, file=sys.stdout)


def _tell(figures: Counter[str], *, file: Any) -> None:
    file.write(json.dumps(figures) + "\n")
    file.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--store", choices=STORES, default="sqlite")
    parser.add_argument("--server", help="URL of a PostgreSQL; else one is started")
    parser.add_argument("--seed", type=int, default=20240311)
    parser.add_argument("--longest", type=float, default=0.6, help="seconds to live")
    parser.add_argument("--judged", type=int, default=100, help="rounds between rebuilds")
    return parser.parse_args()


if __name__ == "__main__":
    main()
