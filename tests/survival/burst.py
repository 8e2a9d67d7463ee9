"""More files at once than the kernel can tell of: `python -m tests.survival.burst --files 20000`.

The daemon is held (not with --awake), the kernel's queue is filled with noise until it overflows, and only then
the files come, some in folders inside, some renamed into place: of none of them is a change
told. The daemon goes on, and must take in all of them, though it looks by itself but hourly.
Ends with 0 and one line of JSON, or with what is missing. No setting of the machine is touched.
"""

import argparse
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.fixtures.daemons import PAUSE, Program
from tests.survival.audit import demand

ROOM = Path("/proc/sys/fs/inotify/max_queued_events")
OVERFLOW = "changes.overflowed"
TEXT = (
    "HANOI - Northwind Energy and Blue River Steel signed a memorandum of understanding in "
    "Hanoi on 3 March 2024 to build wind farm number {number}.\n"
)
TICKS = os.sysconf("SC_CLK_TCK")


def fill_the_queue(folder: Path, room: int) -> None:
    """Noise in a file that is nobody's document, twice what there is room for."""
    noise, other = folder / ".noise", folder / ".other"
    noise.touch()
    # each new name is two changes
    for _ in range(room // 2):
        noise.rename(other)
        other.rename(noise)


def drop(folder: Path, files: int) -> None:
    for number in range(files):
        inside = folder / f"{number % 20:02}"
        inside.mkdir(exist_ok=True)
        content = TEXT.format(number=number)
        if number % 2:
            (inside / f"{number:05}.txt").write_text(content, "utf-8")
        else:
            (folder.parent / "unfinished").write_text(content, "utf-8")
            (folder.parent / "unfinished").rename(inside / f"{number:05}.txt")


class Watching:
    """What the daemon has done so far, seen from outside."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def received(self) -> int:
        return self._ask("SELECT count(*) FROM events WHERE type = 'document.received'")

    def looks(self) -> int:
        return self._ask("SELECT looks FROM source_state WHERE source = 'drop'")

    def is_held(self) -> bool:
        """Whether every thread has come to the signal that stops it, the kernel's reader too."""
        assert self._program.running is not None
        threads = Path(f"/proc/{self._program.running.pid}/task").glob("*/stat")
        states = [thread.read_text("ascii").rpartition(")")[2].split()[0] for thread in threads]
        return all(state == "T" for state in states)

    def has_overflowed(self) -> bool:
        return OVERFLOW in self._program.said()

    def seconds_of_processor(self) -> float:
        assert self._program.running is not None
        stat = Path(f"/proc/{self._program.running.pid}/stat").read_text("ascii")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / TICKS

    def _ask(self, query: str) -> int:
        path = f"file:{self._program.var}/ingestd.db?mode=ro"
        with closing(sqlite3.connect(path, uri=True, timeout=30)) as connection:
            row = connection.execute(query).fetchone()
        return int(row[0]) if row else 0


def until(holds: Callable[[], bool], patience: float, complaint: str) -> None:
    begun = perf_counter()
    while not holds():
        demand(perf_counter() - begun < patience, complaint)
        PAUSE.wait(0.1)


def run(home: Path, files: int, patience: float, *, awake: bool) -> dict[str, float]:
    program = Program(home)
    watching = Watching(program)
    program.start()
    assert program.running is not None
    try:
        program.wait_for("/v1/sources", 1)
        program.put("first.txt", "HANOI - The first words.\n")
        program.wait_for("/v1/articles", 1)
        looks = watching.looks()
        if not awake:
            program.running.send_signal(signal.SIGSTOP)
            until(watching.is_held, patience, "the daemon was not held")
            fill_the_queue(program.drop, int(ROOM.read_text("ascii")))
        begun, worked = perf_counter(), watching.seconds_of_processor()
        drop(program.drop, files)
        program.running.send_signal(signal.SIGCONT)
        until(lambda: watching.received() > files, patience, "not all files were taken in")
        took = perf_counter() - begun
        if not awake:
            # it is told behind all the noise: that may be read later than the files are found
            until(
                watching.has_overflowed, patience, "the kernel's queue had room for everything"
            )
        return {
            "files": files,
            "received": watching.received() - 1,
            "overflowed": watching.has_overflowed(),
            "looks": watching.looks() - looks,
            "seconds": round(took, 1),
            "processor": round(watching.seconds_of_processor() - worked, 1),
        }
    finally:
        if program.running.poll() is None:
            program.stop(signal.SIGKILL)


def main() -> None:
    """Run as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--patience", type=float, default=600, help="seconds at most")
    parser.add_argument("--awake", action="store_true", help="let the daemon hear of them")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="ingestd-burst-") as home:
        figures = run(Path(home), asked.files, asked.patience, awake=asked.awake)
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
