"""How quickly feeds are taken in, beside lemon24/reader: a first round, and one with nothing new.

`python -m benchmarks.feeds [--feeds N] [--entries N] [--rounds N]`, in an environment with
requirements/benchmark.txt. A server on loopback, in a process of its own and under several
addresses, knows ETags. Both have their log or database in SQLite, durable as they come, and so
many threads as they come with; ours reads feeds in children. What asks for feeds and reads them
is loaded before the first round, as it is in a daemon that runs. Each runs in a process of its
own, in turns; memory is the peak of what it and its children hold together (what several share
counts once), asked for ten times a second.
"""

import argparse
import multiprocessing
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from threading import Event, Thread
from time import perf_counter

HOSTS = 16
LOOPBACK = "127.0.0.0/8"
WORDS = 120
VOCABULARY = [
    f"{start}{end}" for start in ("ba", "ko", "mi", "tu") for end in ("ran", "les", "vo")
]
SPAWN = multiprocessing.get_context("spawn")
Round = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Took:
    """Entries per second of both rounds, seconds of processor, peak of memory in MB."""

    first: float
    unchanged: float
    processor: float
    peak: float = 0.0


def feed_of(number: int, entries: int) -> bytes:
    """An RSS feed whose entries no other has."""
    chance = Random(number)  # noqa: S311 - the same each time
    items = (
        f"<item><title>Title {number} {entry}</title><guid>https://n{number}.example/{entry}</guid>"
        f"<link>https://n{number}.example/{entry}</link>"
        f"<pubDate>Thu, 11 Nov 2021 {entry % 24:02}:00:00 GMT</pubDate><description>&lt;p&gt;"
        f"{' '.join(chance.choices(VOCABULARY, k=WORDS))}&lt;/p&gt;</description></item>"
        for entry in range(entries)
    )
    return (
        f'<rss version="2.0"><channel><title>N</title>{"".join(items)}</channel></rss>'.encode()
    )


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    feeds: Sequence[bytes] = ()


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Give the feed, or say that it is as it was."""
        number = int(self.path.removeprefix("/"))
        tag = f'"{number}"'
        content = b"" if self.headers.get("if-none-match") == tag else self.server.feeds[number]
        self.send_response(200 if content else 304)
        self.send_header("etag", tag)
        self.send_header("content-type", "application/rss+xml")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(feeds: int, entries: int, told: Connection) -> None:
    """Serve on a port of each address, and tell the ports."""
    made = [feed_of(number, entries) for number in range(feeds)]
    ports = []
    for number in range(HOSTS):
        server = Server((f"127.0.0.{number + 1}", 0), Handler)
        server.feeds = made
        Thread(target=server.serve_forever, daemon=True).start()
        ports.append(server.server_port)
    told.send(ports)
    told.recv()


@contextmanager
def served(feeds: int, entries: int) -> Iterator[list[str]]:
    """The addresses of the feeds."""
    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=serve, args=(feeds, entries, theirs))
    process.start()
    ports = ours.recv()
    hosts = [f"http://127.0.0.{number + 1}:{port}" for number, port in enumerate(ports)]
    try:
        yield [f"{hosts[number % HOSTS]}/{number}" for number in range(feeds)]
    finally:
        ours.send(None)
        process.join()


@contextmanager
def ingestd(folder: Path, urls: list[str]) -> Iterator[tuple[Round, Callable[[], int]]]:
    """Our way: looks in threads, feeds read in children, everything in the log."""
    import logging  # noqa: PLC0415 - each contender loads its own

    import httpcore2  # noqa: F401, PLC0415 - loaded before the first round, as in a daemon
    import sqlalchemy as sa  # noqa: PLC0415

    from ingestd.app import App  # noqa: PLC0415
    from ingestd.config.settings import Settings  # noqa: PLC0415
    from ingestd.pipeline.looking import look  # noqa: PLC0415
    from ingestd.pipeline.registration import register  # noqa: PLC0415
    from ingestd.sources.feed import FeedOptions, FeedSource  # noqa: PLC0415
    from ingestd.sources.feeds.reading import WARM  # noqa: PLC0415
    from ingestd.telemetry.logs import configure_logs  # noqa: PLC0415

    configure_logs(stream=sys.stderr, json=True, level=logging.ERROR)
    settings = Settings.model_validate({"data_dir": folder, "fetching": {"delay": "0s"}})
    with App(settings).opened() as app:
        app.children.warm(WARM)
        options = [
            FeedOptions.model_validate({"url": url, "allow_networks": [LOOPBACK]})
            for url in urls
        ]
        sources = [
            FeedSource(f"n{number}", one, app.clock) for number, one in enumerate(options)
        ]
        register(sources, tools=app.tools)
        app.settle()  # as a daemon does

        def round_() -> None:
            with ThreadPoolExecutor(settings.fetching.workers) as pool:
                # nobody waits for each of them, as nobody does in a daemon
                looks = [
                    pool.submit(look, one, tools=app.tools, clock=app.clock) for one in sources
                ]
            for current, _ in (done.result() for done in looks):
                if current.failure is not None:
                    raise current.failure

        def count() -> int:
            asked = sa.text("SELECT count(*) FROM events WHERE type = 'document.received'")
            with app.database.reading() as connection:
                return int(connection.execute(asked).scalar_one())

        yield round_, count


@contextmanager
def reader(folder: Path, urls: list[str]) -> Iterator[tuple[Round, Callable[[], int]]]:
    """The rival's way: its database, its workers."""
    import feedparser  # noqa: F401, PLC0415 - loaded before the first round, as ours is

    # of requirements/benchmark.txt alone
    from reader import make_reader  # type: ignore[import-not-found]  # noqa: PLC0415

    with make_reader(str(folder / "reader.db")) as made:
        for url in urls:
            made.add_feed(url)

        def round_() -> None:
            made.update_feeds(scheduled=False, workers=10)

        yield round_, lambda: made.get_entry_counts().total or 0


CONTENDERS = {"ingestd": ingestd, "reader": reader}


def contend(  # noqa: PLR0917 - a process is told by places
    name: str, urls: list[str], entries: int, folder: Path, told: Connection
) -> None:
    """Make both rounds, and tell what they took."""
    expected = len(urls) * entries
    with CONTENDERS[name](folder, urls) as (round_, count):
        rates = []
        for _ in range(2):
            begun = perf_counter()
            round_()
            rates.append(expected / (perf_counter() - begun))
            if count() != expected:
                raise SystemExit(f"{name}: {count()} of {expected}")
    used = sum(
        usage.ru_utime + usage.ru_stime
        for usage in (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    )
    first, unchanged = rates
    told.send(Took(first, unchanged, used))


def measured(name: str, urls: list[str], entries: int, folder: Path) -> Took:
    """Let it contend, and watch its memory."""
    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=contend, args=(name, urls, entries, folder, theirs))
    process.start()
    over, peaks = Event(), [0]

    def watch() -> None:
        while not over.wait(0.1):
            peaks.append(held(int(process.pid or 0)))

    watching = Thread(target=watch)
    watching.start()
    theirs.close()
    try:
        took: Took = ours.recv()
    finally:
        over.set()
        watching.join()
        process.join()
    return Took(took.first, took.unchanged, took.processor, max(peaks) / 2**20)


def held(pid: int, parent: bytes = b"") -> int:
    """Bytes that a process and its children hold, its share of what it shares with others."""
    process = Path(f"/proc/{pid}")
    try:
        program = (process / "cmdline").read_bytes()
        if program == parent:  # about to become another: until then it is its parent
            return 0
        lines = (process / "smaps_rollup").read_text(encoding="ascii").splitlines()
        kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        tasks = list((process / "task").iterdir())
        children = " ".join((task / "children").read_text(encoding="ascii") for task in tasks)
    except (OSError, StopIteration):  # it has just ended
        return 0
    return kilobytes * 1024 + sum(held(int(child), program) for child in children.split())


def main() -> None:
    """Measure in turns and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=300)
    parser.add_argument("--entries", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=CONTENDERS)
    asked = parser.parse_args()
    names = [asked.only] if asked.only else list(CONTENDERS)
    took: dict[str, list[Took]] = {name: [] for name in names}
    # deleted at the end: a file system takes longer to make files where it has just deleted some
    with tempfile.TemporaryDirectory() as kept, served(asked.feeds, asked.entries) as urls:
        for turn in range(asked.rounds):
            for name in names if turn % 2 == 0 else reversed(names):
                folder = Path(kept, f"{name}-{turn}")
                folder.mkdir()
                took[name].append(measured(name, urls, asked.entries, folder))
    print(f"{asked.feeds} feeds of {asked.entries} entries, median of {asked.rounds} turns")
    print(f"{'':<10}{'first':>10}{'unchanged':>12} entries/s {'processor':>10}{'peak':>9}")
    for name, all_turns in took.items():
        first, unchanged, processor, peak = (
            median(getattr(one, field) for one in all_turns)
            for field in ("first", "unchanged", "processor", "peak")
        )
        print(
            f"{name:<10}{first:>10,.0f}{unchanged:>12,.0f} {processor:>19.1f} s{peak:>6.0f} MB"
        )


if __name__ == "__main__":
    main()
