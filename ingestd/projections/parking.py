"""What to do with an event at which a projection's code fails: it waits, and so does its subject.

Whoever folds what is served goes on with everything else. A rebuild stops: what it would
give is not what the log says.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import sqlalchemy as sa
import structlog

from ingestd.errors import IngestdError, PoisonError
from ingestd.events import Event, Recorded
from ingestd.store.event_log import Page
from ingestd.store.generations import Generation
from ingestd.store.parked import Parked

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """A page of the log: what is to be folded, and what waits behind a parked event."""

    page: Page
    events: Sequence[Recorded[Event]]
    waiting: Sequence[Parked]


def sort_out(page: Page, parked: Mapping[int, str]) -> Sorted:
    """Let the events of streams of which one is parked wait."""
    streams = set(parked.values())
    return Sorted(
        page=page,
        events=[recorded for recorded in page.events if recorded.stream not in streams],
        waiting=[
            Parked(position=recorded.position, stream=recorded.stream)
            for recorded in page.events
            if recorded.stream in streams
        ],
    )


def passed(done: Sorted) -> Sorted:
    """The same without its events: they are many, and nobody asks for them any more."""
    page = Page(floor=done.page.floor, ceiling=done.page.ceiling, events=())
    return Sorted(page=page, events=(), waiting=done.waiting)


class BugError(Exception):
    """The code of a projection failed; `error` is at what."""

    def __init__(self, error: Exception) -> None:
        super().__init__(told(error))
        self.error = error


@contextmanager
def bugs_apart() -> Iterator[None]:
    """Raise BugError where the code fails that is run here, and the store's errors as they are."""
    try:
        yield
    except Exception as error:
        if is_bug(error):
            raise BugError(error) from error
        raise


def is_bug(error: Exception) -> bool:
    """Whether the code is to blame, not the store or the machine."""
    if isinstance(error, sa.exc.DBAPIError):
        # a code of its own says that the database lacks something: a table, a right
        foreign = getattr(error.orig, "sqlstate", None)
        refused = isinstance(error, sa.exc.IntegrityError | sa.exc.DataError)
        return refused or (isinstance(error, sa.exc.ProgrammingError) and foreign is None)
    return not isinstance(error, IngestdError | OSError | MemoryError | sa.exc.TimeoutError)


def told(error: BaseException) -> str:
    """A bug in one line, with its type."""
    said = str(error).strip().splitlines()
    return ": ".join([type(error).__name__, *said[:1]])


def poison(recorded: Recorded[Event], generation: Generation, error: Exception) -> PoisonError:
    """Say at which event a rebuild stopped, and why."""
    return PoisonError(
        f"{generation.name} cannot fold event {recorded.position}, {recorded.type} of "
        f"{recorded.stream}: {told(error)}",
        hint="this is a bug in the projection's code; what is served stays as it was",
    )


def log_parked(recorded: Recorded[Event], generation: Generation, error: Exception) -> None:
    """Tell whoever watches; with the stack, as it is a bug."""
    log.error(
        "event.parked",
        projection=generation.name,
        position=recorded.position,
        type=recorded.type,
        stream=recorded.stream,
        reason=told(error),
        exc_info=error,
    )
