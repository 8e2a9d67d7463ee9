"""The parent's side of the nursery."""

import contextlib
import os
import socket
import subprocess
import sys
from pathlib import Path
from threading import Lock

from ingestd.confinement.frames import receive, send
from ingestd.confinement.nursery import BEGET, END, LOAD

PATIENCE = 0.5
# what a Python needs to start as ours did; keys and passwords are none of a child's business
INHERITED = {"HOME", "LANG", "LD_LIBRARY_PATH", "PATH", "TMPDIR", "TZ", "VIRTUAL_ENV"}
FAMILIES = ("LC_", "PYTHON")
HERE = str(Path(__file__).parents[2])
BEGIN = """
import sys
sys.path.insert(0, sys.argv[1])
from ingestd.confinement.nursery import main
main(int(sys.argv[2]), int(sys.argv[3]))
"""


class Nursery:
    """A process that children come from, begun with the first; safe between threads.

    Where it is gone, another is begun, which loads the same.
    """

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._lock = Lock()
        self._loaded: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: socket.socket | None = None

    def load(self, place: str) -> None:
        """Have a function called there; who waits for a child waits for it, nobody else."""
        with self._lock:
            self._loaded.append(place)
            if self._connection is not None:
                send(self._connection, LOAD + place.encode())
            else:
                self._begin()

    def beget(self) -> tuple[int, socket.socket]:
        """A new child: its number, and the way to it."""
        with self._lock:
            try:
                return self._beget(self._connection or self._begin())
            except OSError:
                self._close()
                return self._beget(self._begin())

    def end(self, child: int) -> None:
        """End a child at once."""
        with self._lock, contextlib.suppress(OSError):
            # one whose nursery is gone ends by itself: its connection is closed
            if self._connection is not None:
                send(self._connection, END + b"%d" % child)

    def close(self) -> None:
        """End it, and with it whoever came from it."""
        with self._lock:
            self._close()

    def _begin(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-c", BEGIN, HERE, str(theirs.fileno()), str(self._memory)],
                pass_fds=(theirs.fileno(),),
                env=_inherited(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # a Ctrl-C is for the parent, which ends its children
            )
        self._connection = ours
        for place in self._loaded:
            send(ours, LOAD + place.encode())
        return ours

    @staticmethod
    def _beget(nursery: socket.socket) -> tuple[int, socket.socket]:
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                send(nursery, BEGET)
                socket.send_fds(nursery, [b"-"], [theirs.fileno()])
            number = receive(nursery)
        except OSError:
            ours.close()
            raise
        if number is None:
            ours.close()
            raise ConnectionError("the nursery is gone")
        return int(number), ours

    def _close(self) -> None:
        if self._process is None or self._connection is None:
            return
        # it does what was asked of it before, and then sees that nobody asks any more
        self._connection.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # it is loading
            self._process.kill()
            self._process.wait()
        self._process = self._connection = None


def _inherited() -> dict[str, str]:
    variables = os.environ.items()  # noqa: TID251 - handed down, no setting is read
    return {
        name: value
        for name, value in variables
        if name in INHERITED or name.startswith(FAMILIES)
    }
