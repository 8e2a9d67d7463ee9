"""What can be asked of a child, and how it is asked."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ingestd.errors import UnreadableError

A = TypeVar("A")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long one task may take: seconds by the clock, seconds of work.

    The clock is for a reader that waits; one that works on a busy machine is no worse for it.
    """

    seconds: float = 60.0
    work: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds(Patience):
    """What tasks may take, with the bytes of memory of a child."""

    memory: int = 2**30


@dataclass(frozen=True, slots=True)
class Task(Generic[A, R]):
    """A pure function of plain values, by its place: `package.module:function`.

    Argument and answer are dataclasses (or plain values) that msgspec knows to write and to
    check; what a child answers is believed no further than these types say. The function may
    raise a DocumentError. `patience` stands for the seconds and the work that others get.
    """

    place: str
    asks: type[A]
    answers: type[R]
    patience: Patience | None = None


class StoppedError(UnreadableError):
    """A reader took too long, too much memory, or died; it was ended, nothing else was."""


class Confinement(Protocol):
    """Where tasks are run."""

    def run(self, task: Task[A, R], argument: A) -> R:
        """Run a task. Raises what it raises, or StoppedError where it had to be ended."""
