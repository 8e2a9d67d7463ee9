"""Does several pieces of work at once, each in a process of its own."""

import gc
import signal
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

from ingestd.errors import IngestdError
from ingestd.replay import large_pages
from ingestd.replay.outcomes import Progress

T = TypeVar("T")
Job = Callable[[Progress], T]
"""Work that can be sent to another process, and what it comes to."""


class ChildError(RuntimeError):
    """A process ended by a bug, or was killed; the text tells where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """How far a child has come, and what came of it: a result or an error."""

    done: int = 0
    head: int = 0
    ended: bool = False
    result: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Failed:
    """A foreseen error, in parts: not every kind of error can be sent whole."""

    kind: type[IngestdError]
    text: str
    values: dict[str, Any]

    def again(self) -> IngestdError:
        error = self.kind.__new__(self.kind, self.text)
        error.__dict__.update(self.values)
        return error


def at_once(jobs: Sequence[Job[T]], progresses: Sequence[Progress], *, most: int) -> list[T]:
    """Do every job, so many at once; return what they come to, in their order.

    The first error of a child is raised here; then, and whenever this ends early, all
    others are ended. Work must be such that it may be killed at any time.
    """
    team = _Team(jobs, progresses)
    try:
        return team.results(most)
    finally:
        team.end()


class _Team(Generic[T]):
    def __init__(self, jobs: Sequence[Job[T]], progresses: Sequence[Progress]) -> None:
        self._jobs = jobs
        self._progresses = progresses
        self._waiting = list(range(len(jobs)))
        self._at_work: dict[Connection, tuple[int, SpawnProcess]] = {}
        self._results: dict[int, T] = {}

    def results(self, most: int) -> list[T]:
        while self._waiting or self._at_work:
            while self._waiting and len(self._at_work) < most:
                self._start(self._waiting.pop(0))
            heard = wait(list(self._at_work))
            for ready in [each for each in self._at_work if each in heard]:
                self._hear(ready)
        return [self._results[number] for number in range(len(self._jobs))]

    def end(self) -> None:
        for _, process in self._at_work.values():
            process.kill()
        for _, process in self._at_work.values():
            process.join()

    def _start(self, number: int) -> None:
        context = get_context("spawn")
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(self._jobs[number], sender), daemon=True)
        process.start()
        sender.close()  # so that its end is heard when the child ends
        self._at_work[receiver] = number, process

    def _hear(self, ready: Connection) -> None:
        number, process = self._at_work[ready]
        try:
            told: _Told | _Failed | str = ready.recv()
        except EOFError:
            process.join()
            raise ChildError(f"a process of ours ended with {process.exitcode}") from None
        if isinstance(told, _Told) and not told.ended:
            self._progresses[number](told.done, told.head)
            return
        process.join()  # it has said its last word
        del self._at_work[ready]
        ready.close()
        if isinstance(told, _Failed):
            raise told.again()
        if isinstance(told, str):
            raise ChildError(told)
        self._results[number] = told.result


def _work(job: Job[Any], sender: Connection) -> None:
    """In the child. Who started it hears of Ctrl-C, and ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # it ends before rings of garbage matter, and holds too much to look through

    def tell(done: int, head: int) -> None:
        large_pages.ask()
        sender.send(_Told(done=done, head=head))

    try:
        result = job(tell)
    except BrokenPipeError:
        return  # nobody waits any more; what was done is gone on with by the next
    except IngestdError as error:
        sender.send(_Failed(kind=type(error), text=str(error), values=error.__dict__))
    except BaseException:  # noqa: BLE001 - handed on
        sender.send(traceback.format_exc())
    else:
        sender.send(_Told(ended=True, result=result))
