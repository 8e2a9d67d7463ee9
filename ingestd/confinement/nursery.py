"""Where children come from: a process that has loaded what readers need, and divides itself.

Its children share what it has loaded, in memory and in time. It meets no stranger's bytes.
"""

import contextlib
import gc
import importlib
import os
import resource
import signal
import socket

from ingestd.confinement.child import serve
from ingestd.confinement.frames import receive, send

BEGET, END, LOAD = b"b", b"e", b"l"


def main(descriptor: int, memory: int) -> None:
    """Beget and end children as the parent says, until it is gone.

    `BEGET` comes with the child's end of its connection, and is answered with its number;
    `END` is followed by one, `LOAD` by the place of a function that is called for what it
    leaves loaded.
    """
    # a service manager tells all of a service's processes to end; ours end with their parent,
    # else the document that was being read would be taken for deadly
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    children: set[int] = set()
    with socket.socket(fileno=descriptor) as parent:
        while (asked := receive(parent)) is not None:
            wish, rest = asked[:1], asked[1:]
            if wish == BEGET:
                children.add(_beget(parent, memory))
            elif wish == END:
                _end(int(rest), children)
            else:
                _load(rest.decode())


def _beget(parent: socket.socket, memory: int) -> int:
    _, (descriptor, *_), _, _ = socket.recv_fds(parent, 1, 1)
    child = os.fork()
    if child == 0:
        parent.close()
        try:
            serve(descriptor, memory)
        finally:
            os._exit(0)
    os.close(descriptor)
    send(parent, b"%d" % child)
    return child


def _end(child: int, children: set[int]) -> None:
    if child in children:  # an earlier nursery's end by themselves
        children.remove(child)
        # until it is waited for here, its number is nobody else's
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _load(place: str) -> None:
    module, _, name = place.partition(":")
    with contextlib.suppress(Exception):  # who needs what is not there will say so
        getattr(importlib.import_module(module), name)()
    # what is there now stays; a child that searches it for garbage would copy it
    gc.collect()
    gc.freeze()
