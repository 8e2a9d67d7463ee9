"""What is remembered of a source between two looks; counters, not facts."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

import msgspec
import sqlalchemy as sa

from ingestd.store.driving import driver_of
from ingestd.store.tables import SOURCE_STATE

OUTCOMES = ("accepted", "revised", "duplicate", "unchanged", "rejected", "filtered")
COUNTED = (*OUTCOMES, "seen", "looks")
JSON = ("validators", "gaps", "hub")


class SourceState(msgspec.Struct, frozen=True, kw_only=True):
    """Validators for the next look, accounts over all looks, its health and its pace.

    `seen` counts what it showed, and each has one of the six outcomes beside it. `failing` is
    why it fails, if it does, `failures` how often in a row. `interval` is in seconds, `gaps`
    are the last ones between two that brought something new. `moved_to` is where a server
    said for good that it is, `stopped` why it is asked no more.
    """

    validators: Mapping[str, str] = msgspec.field(default_factory=dict)
    last_look_at: str | None = None
    looks: int = 0
    seen: int = 0
    accepted: int = 0
    revised: int = 0
    duplicate: int = 0
    unchanged: int = 0
    rejected: int = 0
    filtered: int = 0
    failing: str | None = None
    failures: int = 0
    interval: float | None = None
    next_due_at: str | None = None
    last_new_at: str | None = None
    gaps: Sequence[float] = msgspec.field(default_factory=list)
    silent_since: str | None = None
    moved_to: str | None = None
    stopped: str | None = None
    hub: Mapping[str, str] = msgspec.field(default_factory=dict)


_NAMES = SourceState.__struct_fields__
_WRITTEN = tuple(name for name in _NAMES if name not in COUNTED)
_values = attrgetter(*_WRITTEN)
# S608: names of our own; one of them is the name of a type, too
_COLUMNS = ", ".join(f'"{name}"' for name in _NAMES)
_READ = f"SELECT {_COLUMNS} FROM source_state WHERE source = {{0}}"  # noqa: S608
_SET = ", ".join(f'"{name}" = {{0}}' for name in _WRITTEN)
_WRITE = f"UPDATE source_state SET {_SET}{{1}} WHERE source = {{0}}"  # noqa: S608
_IN_JSON = tuple(place for place, name in enumerate(_WRITTEN) if name in JSON)


def read(connection: sa.Connection, source: str) -> SourceState:
    """What is remembered of a source; an empty state for a new one."""
    with driver_of(connection) as driver:
        row = driver.execute(_READ.format(_mark(connection)), (source,)).fetchone()
    if row is None:
        return SourceState()
    values = dict(zip(_NAMES, row, strict=True))
    for name in JSON:
        if isinstance(values[name], str):  # PostgreSQL's driver has read it
            values[name] = msgspec.json.decode(values[name])
    return SourceState(**values)


def of_all(connection: sa.Connection) -> dict[str, SourceState]:
    """What is remembered of every source, by its name."""
    rows = connection.execute(sa.select(SOURCE_STATE)).mappings()
    return {row["source"]: _state(row) for row in rows}


def write(
    connection: sa.Connection,
    source: str,
    state: SourceState,
    *,
    counts: Mapping[str, int] | None = None,
    looks: int = 0,
) -> None:
    """Remember a source's state; what is counted only grows, as by `count`."""
    more, mark = _grown(counts or {}, looks), _mark(connection)
    grow = "".join(f", {name} = {name} + {mark}" for name in more)
    values = list(_values(state))
    for place in _IN_JSON:
        told = values[place]
        plain = dict(told) if isinstance(told, Mapping) else told
        values[place] = msgspec.json.encode(plain).decode()
    with driver_of(connection) as driver:
        changed = driver.execute(_WRITE.format(mark, grow), (*values, *more.values(), source))
    if changed.rowcount == 0:
        new = {name: getattr(state, name) for name in _WRITTEN} | dict.fromkeys(COUNTED, 0)
        connection.execute(SOURCE_STATE.insert().values(source=source, **(new | more)))


def count(
    connection: sa.Connection, source: str, counts: Mapping[str, int], *, looks: int = 0
) -> None:
    """Add to what became of the items of a source; `seen` grows by as many as there are.

    Added by the database, so that of two who look at once none is lost.
    """
    more = _grown(counts, looks)
    if not more:
        return
    mark = _mark(connection)
    grown = ", ".join(f"{name} = {name} + {mark}" for name in more)
    grow = f"UPDATE {SOURCE_STATE.name} SET {grown} WHERE source = {mark}"  # noqa: S608 - names of our own
    with driver_of(connection) as driver:
        changed = driver.execute(grow, (*more.values(), source))
    if changed.rowcount == 0:
        write(connection, source, SourceState())
        count(connection, source, counts, looks=looks)


def _grown(counts: Mapping[str, int], looks: int) -> dict[str, int]:
    """What grows by how much, where it does."""
    more = {**counts, "seen": sum(counts.values()), "looks": looks}
    return {name: number for name, number in more.items() if number}


def _state(row: sa.RowMapping) -> SourceState:
    return SourceState(**{name: value for name, value in row.items() if name != "source"})


def _mark(connection: sa.Connection) -> str:
    """What stands for a value in the driver's own statements."""
    return "?" if connection.dialect.name == "sqlite" else "%s"
