"""The child: takes one task after the other from its parent, and ends with it."""

import importlib
import resource
import socket
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from ingestd.confinement.frames import receive, send
from ingestd.errors import DocumentError


class Asked(msgspec.Struct, frozen=True):
    """A task as it is sent: where its function is, of which type its argument is."""

    place: str
    asks: str
    argument: bytes
    work: int


class Answered(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came of it: the answer, or why there is none; `size`: bytes the child holds now."""

    size: int
    answer: bytes | None = None
    error: str | None = None
    hint: str | None = None
    bug: str | None = None


def serve(descriptor: int, memory: int) -> None:
    """Answer until the parent is gone."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with socket.socket(fileno=descriptor) as parent:
        while (message := receive(parent)) is not None:
            send(parent, msgspec.msgpack.encode(answer(message)))


def answer(message: bytes) -> Answered:
    """Do what is asked."""
    asked = msgspec.msgpack.decode(message, type=Asked)
    _allow(asked.work)
    try:
        argument = msgspec.msgpack.decode(asked.argument, type=_found(asked.asks))
        result = _found(asked.place)(argument)
        return Answered(_size(), answer=msgspec.msgpack.encode(result))
    except DocumentError as error:
        return Answered(_size(), error=str(error), hint=error.hint)
    except MemoryError:
        return Answered(_size(), bug="it takes more memory than is given to it")
    except RecursionError:
        return Answered(_size(), bug="it is nested deeper than can be followed")
    except Exception as error:  # noqa: BLE001 - of a library that met strangers' bytes
        return Answered(_size(), bug=f"{type(error).__name__}: {error}"[:500])


def _allow(work: int) -> None:
    """Seconds of work from here; the system ends who takes more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + work, most))


def _size() -> int:
    # not ru_maxrss: a child inherits its parent's
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:  # no Linux: it is not known
        return 0
    return int(pages) * resource.getpagesize()


@cache
def _found(place: str) -> Callable[[Any], Any]:
    module, _, name = place.partition(":")
    found: Callable[[Any], Any] = getattr(importlib.import_module(module), name)
    return found
