"""What a projection is: tables, views over them, and a handler for each event it folds.

A handler gets a connection and a recorded event, and writes the projection's own tables. It
knows no clock, network, settings or blobs, so that the same log always gives the same rows.
Tables are named `<noun>__gen` and created once per generation (`store/generations.py`);
indexes carry `__gen` in their names for the same reason. Views have the stable names of the
contract and are what queries read.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from ingestd.events import Event, Recorded
from ingestd.store.generations import Shape

E = TypeVar("E", bound=Event)
Handler = Callable[[sa.Connection, Recorded[E]], None]
View = tuple[str, sa.Select[Any]]


class Projection:
    """A read model, folded forward from the log. Raise `version` when a handler changes."""

    def __init__(
        self, name: str, *, version: int, tables: Sequence[sa.Table], views: Sequence[View]
    ) -> None:
        self.name = name
        self.shape = Shape(name=name, version=version, tables=tables, views=views)
        self._handlers: dict[type[Event], list[Handler[Any]]] = {}

    def on(self, event: type[E]) -> Callable[[Handler[E]], Handler[E]]:
        """Fold events of this type with the decorated function; several fold in order."""

        def enter(handler: Handler[E]) -> Handler[E]:
            self._handlers.setdefault(event, []).append(handler)
            return handler

        return enter

    @property
    def types(self) -> frozenset[type[Event]]:
        """The types of event that matter here."""
        return frozenset(self._handlers)

    def fold(self, connection: sa.Connection, recorded: Recorded[Event]) -> None:
        """Fold one event into the tables of the connection's generation."""
        for handler in self._handlers[type(recorded.event)]:
            handler(connection, recorded)
