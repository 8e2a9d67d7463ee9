"""kill -9 in rounds over feeds, pages, files and archives: `python -m tests.survival.rounds --rounds 300 [--store postgres]`.

Each time the daemon, or `ingestd poll` again and again, is begun, new things come to its feeds
and its folder, others are edited, copied, moved and deleted, and it is killed at a random moment.
Every so many rounds, and at the end, a poll finds what is left; then everything that was ever
there must be in the log once, each source's accounts must balance and agree with the log, and
`ingestd verify` and `ingestd replay --verify` must find nothing. Ends with 0 and one line of
JSON, or with what is lost, doubled or damaged.
"""

import argparse
import json
import multiprocessing
import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any
from zipfile import ZipFile

import sqlalchemy as sa

from ingestd.events.ids import digest
from tests.fixtures.daemons import Program
from tests.fixtures.site import Site, serving
from tests.survival.audit import demand
from tests.survival.places import STORES, place

PROCESSES = multiprocessing.get_context("forkserver")
OUTCOMES = ("accepted", "revised", "duplicate", "unchanged", "rejected", "filtered")
POLLS = 6
SOURCES = ("drop", "wire", "pages")
TEXT = (
    "HANOI - {one} Energy and {other} Steel signed a memorandum of understanding in Hanoi on "
    "{day} March 2024 to build wind farm number {number}, said the ministry in its note {note}.\n"
)
NAMES = ("Northwind", "Eastlake", "Southport", "Westbrook", "Highmoor", "Lowfield", "Stonegate")
CONFIGURATION = """
data_dir = "var"
[store]
url = "{store}"
[http]
listen = "127.0.0.1:{port}"
[fetching]
delay = "0s"
[[source]]
name = "drop"
kind = "folder"
path = "drop"
every = "1s"
settle = "200ms"
[[source]]
name = "wire"
kind = "feed"
url = "{url}/wire.xml"
every = "1s"
every_min = "1s"
every_max = "1s"
allow_networks = ["127.0.0.0/8"]
[[source]]
name = "pages"
kind = "feed"
url = "{url}/pages.xml"
every = "1s"
every_min = "1s"
every_max = "1s"
full_text = true
allow_networks = ["127.0.0.0/8"]
"""
PAGE = "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p><p>{more}</p></article></body></html>"
ITEM = "<item><title>{title}</title><link>{url}</link><guid>{url}</guid><description>{text}</description></item>"
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'


def text(number: int, note: int = 0) -> str:
    one, other = NAMES[number % 7], NAMES[(number // 7 + number % 7 + 1) % 7]
    return TEXT.format(one=one, other=other, day=number % 28 + 1, number=number, note=note)


@dataclass
class World:
    """What there is to be taken in, and what must have come of it in the end.

    A file that may be edited is never copied, moved or deleted, so that what follows does not
    depend on when somebody looked.
    """

    drop: Path
    site: Site
    chance: random.Random
    documents: int = 0
    edited: dict[Path, bytes] = field(default_factory=dict)
    moving: list[Path] = field(default_factory=list)
    seen: list[Path] = field(default_factory=list)
    gone: list[Path] = field(default_factory=list)
    entries: dict[str, list[str]] = field(default_factory=lambda: {"wire": [], "pages": []})
    figures: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for feed in self.entries:
            self._publish(feed)
        # some of each in the shortest run
        self._new = (self._new_file, self._new_archive, self._new_entry, self._new_page)
        self._do(self._new)

    def turn(self) -> None:
        """Let some things happen."""
        doings = (*self._new, self._new_file, self._edit, self._copy, self._move, self._delete)
        self._do(self.chance.choices(doings, k=self.chance.randrange(7)))

    def _do(self, doings: Sequence[Callable[[], None]]) -> None:
        for doing in doings:
            doing()
            self.figures[doing.__name__.strip("_")] += 1

    def settled(self) -> None:
        """All that lies there has been looked at."""
        self.seen = [path for path in self.moving if path.exists()]

    def _number(self) -> int:
        self.documents += 1
        return self.documents

    def _put(self, path: Path, content: bytes) -> None:
        """By a new name, or written in place in two parts."""
        if self.chance.random() < 0.5:
            unfinished = self.drop.parent / "unfinished"
            unfinished.write_bytes(content)
            unfinished.rename(path)
            return
        with path.open("wb") as file:
            file.write(content[:50])
            file.flush()
            Event().wait(self.chance.uniform(0, 0.05))
            file.write(content[50:])

    def _new_file(self) -> None:
        number = self._number()
        path = self.drop / f"{number:05}.txt"
        content = text(number).encode()
        self._put(path, content)
        if number % 2:
            self.edited[path] = content
        else:
            self.moving.append(path)

    def _new_archive(self) -> None:
        unfinished = self.drop.parent / "unfinished.zip"
        with ZipFile(unfinished, "w") as archive:
            for _ in range(self.chance.randrange(1, 4)):
                number = self._number()
                archive.writestr(f"{number:05}.txt", text(number))
        unfinished.rename(self.drop / f"{self.documents:05}.zip")

    def _edit(self) -> None:
        if self.edited:
            path = self.chance.choice(sorted(self.edited))
            content = text(int(path.stem), self.chance.randrange(1, 10**6)).encode()
            self.edited[path] = content
            self._put(path, content)

    def _copy(self) -> None:
        if self.moving:
            path = self.chance.choice(self.moving)
            if path.exists():
                (self.drop / f"copy-{self.chance.randrange(10**9)}.txt").write_bytes(
                    path.read_bytes()
                )

    def _move(self) -> None:
        if self.moving:
            at = self.chance.randrange(len(self.moving))
            inner = self.drop / f"{self.chance.randrange(3)}"
            inner.mkdir(exist_ok=True)
            there = inner / f"moved-{self.chance.randrange(10**9)}.txt"
            self.moving[at] = self.moving[at].rename(there)

    def _delete(self) -> None:
        there = [path for path in self.seen if path in self.moving]
        if there:
            path = self.chance.choice(there)
            path.unlink()
            self.moving.remove(path)
            self.gone.append(path)

    def _new_entry(self) -> None:
        number = self._number()
        url = f"{self.site.url}/entry/{number}"
        self._enter("wire", number, url)

    def _new_page(self) -> None:
        number = self._number()
        page = PAGE.format(title=f"Farm {number}", text=text(number), more=text(number, 1))
        self._enter("pages", number, self.site.gives(f"/page/{number}", page.encode()))

    def _enter(self, feed: str, number: int, url: str) -> None:
        item = ITEM.format(title=f"Farm {number}", url=url, text=text(number))
        self.entries[feed].append(item)
        self._publish(feed)

    def _publish(self, feed: str) -> None:
        items = "".join(self.entries[feed])
        kind = "application/rss+xml"
        self.site.gives(f"/{feed}.xml", FEED.format(items=items).encode(), content_type=kind)


def live(command: list[str], stderr: Path, *, over_and_over: bool) -> None:
    """Be that program until killed."""
    from ingestd.cli.root import main as run  # noqa: PLC0415 - in the child alone

    said = os.open(stderr, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(said, sys.stderr.fileno())
    os.dup2(said, sys.stdout.fileno())
    while True:
        try:
            run(command)
        except SystemExit as ended:
            if ended.code or not over_and_over:
                raise


class Rounds:
    """The rounds of one run."""

    def __init__(self, home: Path, store: str, site: Site, chance: random.Random) -> None:
        self._program = Program(home)
        self._program.configure(
            CONFIGURATION.format(port=self._program.port, url=site.url, store=store)
        )
        self._engine = sa.create_engine(store, poolclass=sa.NullPool)
        self._chance = chance
        self._stderr = home / "stderr"
        self.world = World(self._program.drop, site, chance)
        self.figures: Counter[str] = Counter()

    def round(self, *, longest: float) -> None:
        """One life, one kill."""
        daemon = self._chance.random() < 0.6
        before = self._chance.random() < 0.5
        if before:
            self.world.turn()
        command = ["--config", str(self._program.home / "ingestd.toml")]
        process = PROCESSES.Process(
            target=live,
            args=([*command, "run" if daemon else "poll"], self._stderr),
            kwargs={"over_and_over": not daemon},
        )
        process.start()
        Event().wait(self._chance.uniform(0.0, longest / 2))
        if not before:
            self.world.turn()
        Event().wait(self._chance.uniform(0.0, longest / 2))
        process.kill()
        process.join()
        demand(process.exitcode == -9, f"it ended by itself: {self._program.said()[-3000:]}")
        self.figures["kills"] += 1
        self.figures["daemons"] += daemon

    def judge(self) -> None:
        """Let all be found, then look whether anything is lost, doubled or damaged."""
        told = self._polled()
        for _ in range(POLLS):
            if len(told.documents) >= self.world.documents:
                break
            told = self._polled()
        self.world.settled()
        self._weigh(told)
        for command in (["verify"], ["replay", "--verify"]):
            done = self._program.apart(*command)
            demand(done.code == 0, f"{command}: {done.out}{done.err}")
        self.figures["judged"] += 1
        self.figures["documents"] = len(told.documents)
        self.figures["events"] = told.count

    def _polled(self) -> "Told":
        done = self._program.apart("poll", "--json")
        demand(done.code == 0, done.err)
        with self._engine.connect() as connection:
            return Told(connection)

    def _weigh(self, told: "Told") -> None:
        count = len(told.documents)
        demand(count == self.world.documents, f"{count} documents of {self.world.documents}")
        doubled = [blob for blob, times in told.blobs.items() if times > 1]
        demand(not doubled, f"received more than once: {doubled}")
        for path, content in self.world.edited.items():
            demand(
                told.latest.get(path.as_uri()) == digest(content), f"{path}: not the last words"
            )
        for path in self.world.moving:
            demand(path.as_uri() in told.places, f"{path} is not known")
        for path in self.world.gone:
            demand(path.as_uri() not in told.places, f"{path} is not known to have gone")
        for source in SOURCES:
            account = told.accounts[source]
            total = sum(account[outcome] for outcome in OUTCOMES)
            demand(account["seen"] == total, f"{source}: seen {account['seen']}, sum {total}")
            for outcome in ("accepted", "revised", "duplicate", "rejected", "filtered"):
                logged = told.logged[source, outcome]
                demand(
                    account[outcome] == logged,
                    f"{source}: {outcome} {account[outcome]}, in the log {logged}",
                )


class Told:
    """What the database tells, read by SQL and JSON alone."""

    def __init__(self, connection: sa.Connection) -> None:
        self.documents: set[str] = set()
        self.blobs: Counter[tuple[str, str | None]] = Counter()
        self.latest: dict[str, str] = {}
        self.logged: Counter[tuple[str, str]] = Counter()
        self.count = 0
        events = connection.execute(sa.text("SELECT type, data FROM events ORDER BY position"))
        for kind, data in events:
            self.count += 1
            self._tell(kind, json.loads(data))
        places = "SELECT origin FROM origins WHERE gone_at IS NULL AND document IS NOT NULL"
        self.places = set(connection.execute(sa.text(places)).scalars())
        states = connection.execute(sa.text("SELECT * FROM source_state")).mappings()
        self.accounts = {row["source"]: dict(row) for row in states}

    def _tell(self, kind: str, data: dict[str, Any]) -> None:
        if kind == "document.received":
            self.documents.add(data["document"])
            self.blobs[data["blob"], data.get("title")] += 1
            self.latest[data["origin"]] = data["blob"]
            outcome = "accepted" if data["revision"] == 1 else "revised"
            self.logged[data["source"], outcome] += 1
        elif kind == "document.found_again" and not data.get("again"):
            self.logged[data["source"], "duplicate"] += 1
        elif kind == "document.filtered":
            self.logged[data["source"], "filtered"] += 1
        elif kind == "document.rejected" and data["stage"] == "intake":
            self.logged[data["source"], "rejected"] += 1


def main() -> None:
    """Run the rounds that were asked for."""
    asked = _arguments()
    PROCESSES.set_forkserver_preload(["tests.survival.warm", "ingestd.daemon.supervisor"])
    with (
        TemporaryDirectory(prefix="ingestd-rounds-") as folder,
        serving() as site,
        place(asked.store, asked.server, Path(folder)) as store,
    ):
        rounds = Rounds(Path(folder), store, site, random.Random(asked.seed))
        for number in range(1, asked.rounds + 1):
            rounds.round(longest=asked.longest)
            if number % asked.judged == 0 or number == asked.rounds:
                rounds.judge()
                _tell(rounds, sys.stderr)
        _tell(rounds, sys.stdout)


def _tell(rounds: Rounds, file: Any) -> None:
    file.write(json.dumps(rounds.figures | rounds.world.figures) + "\n")
    file.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--store", choices=STORES, default="sqlite")
    parser.add_argument("--server", help="URL of a PostgreSQL; else one is started")
    parser.add_argument("--seed", type=int, default=20240311)
    parser.add_argument("--longest", type=float, default=3.0, help="seconds to live")
    parser.add_argument("--judged", type=int, default=25, help="rounds between judgements")
    return parser.parse_args()


if __name__ == "__main__":
    main()
