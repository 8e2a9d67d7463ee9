"""What is remembered of a source between two looks; counters, not facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from ingestd.store.tables import SOURCE_STATE


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """Validators for the next look, counts over all looks, and why it fails, if it does."""

    validators: Mapping[str, str] = field(default_factory=dict)
    last_look_at: str | None = None
    looks: int = 0
    seen: int = 0
    unchanged: int = 0
    failing: str | None = None


def read(connection: sa.Connection, source: str) -> SourceState:
    """What is remembered of a source; an empty state for a new one."""
    query = sa.select(SOURCE_STATE).where(SOURCE_STATE.c.source == source)
    row = connection.execute(query).mappings().first()
    if row is None:
        return SourceState()
    return SourceState(**{name: value for name, value in row.items() if name != "source"})


def write(connection: sa.Connection, source: str, state: SourceState) -> None:
    """Remember a source's state."""
    values = {name: getattr(state, name) for name in SourceState.__dataclass_fields__}
    values["validators"] = dict(state.validators)
    changed = connection.execute(
        SOURCE_STATE.update().where(SOURCE_STATE.c.source == source).values(**values)
    )
    if changed.rowcount == 0:
        connection.execute(SOURCE_STATE.insert().values(source=source, **values))
