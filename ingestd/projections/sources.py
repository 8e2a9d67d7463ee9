"""Sources: which are in use, whether they answer, and what became of all they showed."""

import sqlalchemy as sa

from ingestd.events import (
    Recorded,
    SourceChanged,
    SourceFailed,
    SourcePolled,
    SourceRecovered,
    SourceRegistered,
    SourceRemoved,
)
from ingestd.projections.projection import Projection
from ingestd.store.rows import Row, Tables

SOURCES = sa.Table(
    "sources__gen",
    sa.MetaData(),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("options", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("hint", sa.Text),
    sa.Column("failing_since", sa.Text),
    sa.Column("registered_at", sa.Text, nullable=False),
    sa.Column("last_news_at", sa.Text),
    sa.Column("accepted", sa.Integer, nullable=False),
    sa.Column("revised", sa.Integer, nullable=False),
    sa.Column("duplicate", sa.Integer, nullable=False),
    sa.Column("rejected", sa.Integer, nullable=False),
)

COUNTS = ("accepted", "revised", "duplicate", "rejected")

sources = Projection(
    "sources", version=1, tables=[SOURCES], views=[("sources", sa.select(SOURCES))]
)


@sources.on(SourceRegistered)
def enter_source(tables: Tables, recorded: Recorded[SourceRegistered]) -> None:
    """A new source, or one that was removed and is back with its counts."""
    event = recorded.event
    row = tables[SOURCES].get(event.source) or tables[SOURCES].add(_new(event.source))
    # what failed when it was removed fails until it answers; the same reason is not told twice
    _change(
        tables,
        row,
        kind=event.kind,
        address=event.address,
        options=event.options,
        registered_at=recorded.recorded_at,
        state="failing" if row["failing_since"] else "ok",
    )


@sources.on(SourceChanged)
def change_source(tables: Tables, recorded: Recorded[SourceChanged]) -> None:
    """The same source, asked otherwise."""
    event = recorded.event
    if row := tables[SOURCES].get(event.source):
        _change(tables, row, kind=event.kind, address=event.address, options=event.options)


@sources.on(SourceFailed)
def mark_failing(tables: Tables, recorded: Recorded[SourceFailed]) -> None:
    """Failing since the first failure; the reason is the last one."""
    event = recorded.event
    if row := tables[SOURCES].get(event.source):
        _change(
            tables,
            row,
            state=_if_in_use(row, "failing"),
            reason=event.reason,
            hint=event.hint,
            failing_since=row["failing_since"] or recorded.recorded_at,
        )


@sources.on(SourceRecovered)
def mark_recovered(tables: Tables, recorded: Recorded[SourceRecovered]) -> None:
    """It answers again."""
    if row := tables[SOURCES].get(recorded.event.source):
        _change(
            tables,
            row,
            state=_if_in_use(row, "ok"),
            reason=None,
            hint=None,
            failing_since=None,
        )


@sources.on(SourcePolled)
def count_news(tables: Tables, recorded: Recorded[SourcePolled]) -> None:
    """Add what a look brought."""
    event = recorded.event
    if row := tables[SOURCES].get(event.source):
        counts = {name: row[name] + getattr(event, name) for name in COUNTS}
        _change(tables, row, last_news_at=recorded.recorded_at, **counts)


@sources.on(SourceRemoved)
def mark_removed(tables: Tables, recorded: Recorded[SourceRemoved]) -> None:
    """No longer in the configuration; what it brought stays."""
    if row := tables[SOURCES].get(recorded.event.source):
        _change(tables, row, state="removed")


def _new(name: str) -> Row:
    return {column.name: None for column in SOURCES.columns} | {
        "name": name,
        **dict.fromkeys(COUNTS, 0),
    }


def _if_in_use(row: Row, state: str) -> str:
    # the last look may end after the source was removed
    return "removed" if row["state"] == "removed" else state


def _change(tables: Tables, row: Row, **values: str | int | None) -> None:
    row.update(values)
    tables[SOURCES].changed(row)
