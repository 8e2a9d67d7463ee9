"""How late many registered feeds are asked, and what the daemon needs for them.

`python -m benchmarks.polling_many [--feeds N] [--every SECONDS] [--minutes M] [--hosts N]`. The
real daemon on a data directory of its own; the feeds are on as many hosts of loopback
(127.0.0.0/8), each asked with the manners that are the default. After the first round, in which
all are due at once, each request is compared with the time that the database had for it.
"""

import argparse
import asyncio
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import monotonic

from ingestd.clock import system_clock
from tests.fixtures.daemons import Program

GLANCE = 1.0
OVERDUE = timedelta(seconds=5)
ENTRY = (
    "<item><guid>{n}</guid><title>Port {n} reopens</title>"
    "<description>The harbour of town {n} was opened again.</description></item>"
)
FEED = '<rss version="2.0"><channel><title>Town {n}</title>{entry}</channel></rss>'
SOURCE = """
[[source]]
name = "feed-{n:05}"
kind = "feed"
url = "http://{host}:{port}/{n}"
every = "{every}s"
every_min = "{every}s"
every_max = "{every}s"
allow_networks = ["127.0.0.0/8"]
"""


class Feeds:
    """A server of many feeds: one in `sparse` has an entry; nothing ever changes."""

    def __init__(self, sparse: int) -> None:
        self.asked: dict[int, list[datetime]] = {}
        self.port = 0
        self._sparse = sparse
        self._loop = asyncio.new_event_loop()
        self._ready = Event()
        self._thread = Thread(target=self._serve, daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._ready.wait()

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._answer, "0.0.0.0", 0)  # noqa: S104 - all of loopback
        )
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                writer.write(self._reply(head))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    def _reply(self, head: bytes) -> bytes:
        number = int(head.split(b" ", 2)[1].strip(b"/"))
        self.asked.setdefault(number, []).append(system_clock())
        if b"if-none-match" in head.lower():
            return b"HTTP/1.1 304 Not Modified\r\n\r\n"
        entry = ENTRY.format(n=number) if number % self._sparse == 0 else ""
        body = FEED.format(n=number, entry=entry).encode()
        return (
            b'HTTP/1.1 200 OK\r\ncontent-type: application/rss+xml\r\netag: "1"\r\n'
            b"content-length: %d\r\n\r\n%s" % (len(body), body)
        )


class Book:
    """For each feed the time it was due, and by how much later it was asked."""

    def __init__(self, store: Path, feeds: Feeds) -> None:
        self._store, self._feeds = store, feeds
        self._due: dict[int, datetime] = {}
        self.late: list[float] = []

    def glance(self) -> None:
        for number, due in self._read():
            before = self._due.get(number)
            if before is not None and due > before:
                asked = [at for at in self._feeds.asked[number] if at >= before]
                self.late += [(asked[0] - before).total_seconds()] if asked else []
            self._due[number] = due

    def forget(self) -> None:
        self._due, self.late = {}, []

    def waiting(self) -> int:
        """How many should have been asked a while ago."""
        latest = system_clock() - OVERDUE
        return sum(due < latest for due in self._due.values())

    def _read(self) -> Iterator[tuple[int, datetime]]:
        with closing(sqlite3.connect(self._store)) as store:
            query = "SELECT source, next_due_at FROM source_state WHERE next_due_at IS NOT NULL"
            rows = store.execute(query).fetchall()
        return ((int(name[5:]), datetime.fromisoformat(at)) for name, at in rows)


def memory(process: int, *, alone: bool = False) -> float:
    """Mebibytes of a process, and of its children if not alone; shared pages count by halves."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    children = [one for task in tasks for one in (task / "children").read_text().split()]
    total = 0
    for one in (str(process), *([] if alone else children)):
        for line in Path(f"/proc/{one}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def processor(process: int) -> float:
    """Seconds of processor that a process and its threads used."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def configure(program: Program, feeds: Feeds, *, count: int, every: int, hosts: int) -> None:
    head = f'data_dir = "var"\n[http]\nlisten = "127.0.0.1:{program.port}"\n'
    sources = (
        SOURCE.format(
            n=number,
            port=feeds.port,
            every=every,
            host=f"127.0.{number % hosts // 250}.{number % hosts % 250 + 1}",
        )
        for number in range(count)
    )
    program.configure(head + "".join(sources))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=6.0)
    parser.add_argument("--hosts", type=int, default=2_000)
    parser.add_argument("--sparse", type=int, default=20)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        feeds = Feeds(told.sparse)
        feeds.start()
        program = Program(Path(home), beside={"INGESTD_FETCHING__DELAY": "1s"})
        configure(program, feeds, count=told.feeds, every=told.every, hosts=told.hosts)
        try:
            measure(program, feeds, told)
        finally:
            program.stop()


def measure(program: Program, feeds: Feeds, told: argparse.Namespace) -> None:
    pause, begun = Event(), monotonic()
    program.start()
    process = program.running.pid if program.running else 0
    while (program.get("/v1/status") or {}).get("sources", 0) < told.feeds:
        pause.wait(GLANCE)
    print(f"registered and served after {monotonic() - begun:.1f} s", flush=True)
    while len(feeds.asked) < told.feeds:
        pause.wait(GLANCE)
    rate = told.feeds / (monotonic() - begun)
    print(f"first round after {monotonic() - begun:.1f} s: {rate:.0f} a second", flush=True)
    book = Book(program.var / "ingestd.db", feeds)
    book.glance()
    while book.waiting():  # those of the first round were due all at once
        pause.wait(GLANCE)
        book.glance()
    book.forget()
    print(f"nobody waits after {monotonic() - begun:.1f} s", flush=True)
    spent, begun, most = processor(process), monotonic(), 0.0
    while monotonic() - begun < told.minutes * 60:
        book.glance()
        most = max(most, memory(process))
        pause.wait(GLANCE)
    used = (processor(process) - spent) / (monotonic() - begun)
    late = sorted(book.late)
    doubled = sum(
        (later - earlier).total_seconds() < told.every * 0.9
        for times in feeds.asked.values()
        for earlier, later in pairwise(times)
    )
    whole, own = memory(process), memory(process, alone=True)
    print(
        f"{len(late)} looks in {told.minutes:g} min; late by {median(late):.2f} s at the median, "
        f"{late[int(len(late) * 0.99)]:.2f} s at p99, {late[-1]:.2f} s at most; "
        f"{doubled} too early; {book.waiting()} waiting at the end\n"
        f"{most:.0f} MiB at most with its children, {whole:.0f} now, {own:.0f} by itself; "
        f"{used:.0%} of one processor"
    )


if __name__ == "__main__":
    main()
