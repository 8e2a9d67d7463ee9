"""What a projection is: tables, views over them, and a handler for each event it folds.

A handler gets the projection's own tables and a recorded event, and changes their rows. It
knows no clock, network, settings or blobs, so that the same log always gives the same rows.
Tables are named `<noun>__gen` and created once per generation (`store/generations.py`);
indexes carry `__gen` in their names for the same reason. Views have the stable names of the
contract and are what queries read.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from ingestd.events import Event, Recorded
from ingestd.events.catalogue import name_of
from ingestd.store.generations import Shape, View
from ingestd.store.rows import Tables

E = TypeVar("E", bound=Event)
Handler = Callable[[Tables, Recorded[E]], None]
Look = Callable[[Tables, Sequence[Recorded[Event]]], None]


class Projection:
    """A read model, folded forward from the log. Raise `version` when a handler changes."""

    def __init__(
        self, name: str, *, version: int, tables: Sequence[sa.Table], views: Sequence[View]
    ) -> None:
        self.name = name
        self.shape = Shape(name=name, version=version, tables=tables, views=views)
        self._looks: list[Look] = []
        self._handlers: dict[type[Event], list[Handler[Any]]] = {}

    def on(self, event: type[E]) -> Callable[[Handler[E]], Handler[E]]:
        """Fold events of this type with the decorated function; several fold in order.

        A brief of it (`events/briefs.py`) is quicker to read, and the only way in which this
        projection reads such events then.
        """
        if name_of(event) in {name_of(each) for each in self._handlers if each is not event}:
            raise ValueError(
                f"{self.shape.name} reads {name_of(event)} as another class already"
            )

        def enter(handler: Handler[E]) -> Handler[E]:
            self._handlers.setdefault(event, []).append(handler)
            return handler

        return enter

    def ahead(self, look: Look) -> Look:
        """Let the decorated function load what a page of events will ask for, all at once."""
        self._looks.append(look)
        return look

    @property
    def types(self) -> frozenset[type[Event]]:
        """The types of event that matter here."""
        return frozenset(self._handlers)

    def look_ahead(self, tables: Tables, page: Sequence[Recorded[Event]]) -> None:
        """Load what these events will ask for."""
        for look in self._looks:
            look(tables, page)

    def fold(self, tables: Tables, recorded: Recorded[Event]) -> None:
        """Fold one event into the rows."""
        for handler in self._handlers[type(recorded.event)]:
            handler(tables, recorded)
