"""A step answers one event with the events that follow."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ingestd.confinement.task import Confinement
from ingestd.events import Draft, Event, Recorded
from ingestd.extraction.extractor import Extractor
from ingestd.fetching.web import Web
from ingestd.pipeline.network import Network
from ingestd.store.blobs import Blobs
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What intake and steps may touch: the log, the blobs, the extractors in use, the web.

    Strangers' bytes are read in `confinement`. `network` tells a host's outage from our own.
    `remote` are extractors that ask somebody over a network; the others do not wait for them.
    """

    database: Database
    log: EventLog
    blobs: Blobs
    extractors: tuple[Extractor, ...]
    web: Web
    confinement: Confinement
    network: Network = field(default_factory=Network)
    remote: tuple[Extractor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An event that follows, and the component, with its version, that says so."""

    event: Event
    actor: str


Handler = Callable[[Recorded[E], Tools], Iterator[Answer]]


class Step:
    """A reader of the log that appends; it is not run on replay."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._handlers: dict[type[Event], Handler[Any]] = {}

    def on(self, event: type[E]) -> Callable[[Handler[E]], Handler[E]]:
        """Answer events of this type with the decorated function."""

        def enter(handler: Handler[E]) -> Handler[E]:
            self._handlers[event] = handler
            return handler

        return enter

    @property
    def types(self) -> frozenset[type[Event]]:
        """The types of event that are answered."""
        return frozenset(self._handlers)

    @property
    def reader(self) -> str:
        """The name of its checkpoint."""
        return f"step:{self.name}"

    def answer(self, recorded: Recorded[Event], tools: Tools) -> Iterator[Draft]:
        """Say what follows. The same event gives the same keys, so that it follows once."""
        answers = self._handlers[type(recorded.event)](recorded, tools)
        for number, answer in enumerate(answers):
            yield Draft(
                event=answer.event,
                actor=answer.actor,
                key=f"{self.name}/{recorded.id}/{number}",
                causation=recorded.id,
                correlation=recorded.correlation,
            )
