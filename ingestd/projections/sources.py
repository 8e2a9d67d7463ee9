"""Sources: which are in use, whether they answer, and what became of all they showed.

A source that is in use is in one state: `stopped`, else `failing`, else `silent`, else `ok`.
"""

import sqlalchemy as sa

from ingestd.events import (
    DocumentFiltered,
    DocumentFoundAgain,
    DocumentReceived,
    DocumentRejected,
    Recorded,
    SourceChanged,
    SourceFailed,
    SourceFellSilent,
    SourceMoved,
    SourcePolled,
    SourceRecovered,
    SourceRegistered,
    SourceRemoved,
    SourceResumed,
    SourceStopped,
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
    sa.Column("stopped_at", sa.Text),
    sa.Column("silent_since", sa.Text),
    sa.Column("moved_to", sa.Text),
    sa.Column("registered_at", sa.Text, nullable=False),
    sa.Column("last_news_at", sa.Text),
    sa.Column("accepted", sa.Integer, nullable=False),
    sa.Column("revised", sa.Integer, nullable=False),
    sa.Column("duplicate", sa.Integer, nullable=False),
    sa.Column("rejected", sa.Integer, nullable=False),
    sa.Column("filtered", sa.Integer, nullable=False),
)

COUNTS = ("accepted", "revised", "duplicate", "rejected", "filtered")
MARKS = {"stopped": "stopped_at", "failing": "failing_since", "silent": "silent_since"}

sources = Projection(
    "sources", version=3, tables=[SOURCES], views=[("sources", sa.select(SOURCES))]
)


@sources.on(SourceRegistered)
def enter_source(tables: Tables, recorded: Recorded[SourceRegistered]) -> None:
    """A new source, or one that was removed and is back with its counts."""
    event = recorded.event
    row = tables[SOURCES].get(event.source) or tables[SOURCES].add(_new(event.source))
    row["state"] = "ok"
    # what failed when it was removed fails until it answers; the same reason is not told twice
    _change(
        tables,
        row,
        kind=event.kind,
        address=event.address,
        options=event.options,
        registered_at=recorded.recorded_at,
        moved_to=None,
    )


@sources.on(SourceChanged)
def change_source(tables: Tables, recorded: Recorded[SourceChanged]) -> None:
    """The same source, asked otherwise."""
    event = recorded.event
    if row := tables[SOURCES].get(event.source):
        moved_to = row["moved_to"] if row["address"] == event.address else None
        row.update(kind=event.kind, address=event.address, options=event.options)
        _change(tables, row, moved_to=moved_to)


@sources.on(SourceFailed)
def mark_failing(tables: Tables, recorded: Recorded[SourceFailed]) -> None:
    """Failing since the first failure; the reason is the last one."""
    event = recorded.event
    if row := tables[SOURCES].get(event.source):
        _change(
            tables,
            row,
            reason=event.reason,
            hint=event.hint,
            failing_since=row["failing_since"] or recorded.recorded_at,
        )


@sources.on(SourceRecovered)
def mark_recovered(tables: Tables, recorded: Recorded[SourceRecovered]) -> None:
    """It answers again."""
    if row := tables[SOURCES].get(recorded.event.source):
        _change(tables, row, reason=None, hint=None, failing_since=None)


@sources.on(SourcePolled)
def note_news(tables: Tables, recorded: Recorded[SourcePolled]) -> None:
    """When a look brought something; what that was, the documents' own events tell."""
    event = recorded.event
    if row := tables[SOURCES].get(event.source):
        if event.accepted or event.revised or event.duplicate:
            row["silent_since"] = None
        _change(tables, row, last_news_at=recorded.recorded_at)


@sources.on(DocumentReceived)
def count_received(tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
    """One more article, or one more revision."""
    event = recorded.event
    _count(tables, event.source, "accepted" if event.revision == 1 else "revised")


@sources.on(DocumentFoundAgain)
def count_copy(tables: Tables, recorded: Recorded[DocumentFoundAgain]) -> None:
    """One more that is known; what is back at its own place is no copy."""
    if not recorded.event.again:
        _count(tables, recorded.event.source, "duplicate")


@sources.on(DocumentRejected)
def count_rejected(tables: Tables, recorded: Recorded[DocumentRejected]) -> None:
    """One more that could not be taken in; one that was, but not read, counts as taken in."""
    if recorded.event.stage == "intake":
        _count(tables, recorded.event.source, "rejected")


@sources.on(DocumentFiltered)
def count_filtered(tables: Tables, recorded: Recorded[DocumentFiltered]) -> None:
    """One more that a rule keeps out."""
    _count(tables, recorded.event.source, "filtered")


@sources.on(SourceMoved)
def enter_address(tables: Tables, recorded: Recorded[SourceMoved]) -> None:
    """It is asked elsewhere than it is configured, or no more."""
    if row := tables[SOURCES].get(recorded.event.source):
        address = recorded.event.address
        _change(tables, row, moved_to=None if address == row["address"] else address)


@sources.on(SourceStopped)
def mark_stopped(tables: Tables, recorded: Recorded[SourceStopped]) -> None:
    """Its server said that it is gone for good."""
    event = recorded.event
    if row := tables[SOURCES].get(event.source):
        hint = f"'ingestd sources resume {event.source}' has it asked again"
        _change(tables, row, stopped_at=recorded.recorded_at, reason=event.reason, hint=hint)


@sources.on(SourceResumed)
def mark_resumed(tables: Tables, recorded: Recorded[SourceResumed]) -> None:
    """It is asked again; whether it answers will be seen."""
    if row := tables[SOURCES].get(recorded.event.source):
        _change(tables, row, stopped_at=None, reason=None, hint=None)


@sources.on(SourceFellSilent)
def mark_silent(tables: Tables, recorded: Recorded[SourceFellSilent]) -> None:
    """It answers, but there is nothing new."""
    if row := tables[SOURCES].get(recorded.event.source):
        _change(tables, row, silent_since=recorded.event.since)


@sources.on(SourceRemoved)
def mark_removed(tables: Tables, recorded: Recorded[SourceRemoved]) -> None:
    """No longer in the configuration; what it brought stays."""
    if row := tables[SOURCES].get(recorded.event.source):
        row["state"] = "removed"
        _change(tables, row)


def _count(tables: Tables, source: str, outcome: str) -> None:
    if row := tables[SOURCES].get(source):
        _change(tables, row, **{outcome: row[outcome] + 1})


def _new(name: str) -> Row:
    return {column.name: None for column in SOURCES.columns} | {
        "name": name,
        **dict.fromkeys(COUNTS, 0),
    }


def _change(tables: Tables, row: Row, **values: str | int | None) -> None:
    row.update(values)
    # the last look may end after the source was removed
    if row["state"] != "removed":
        row["state"] = _state(row)
    tables[SOURCES].changed(row)


def _state(row: Row) -> str:
    for state, mark in MARKS.items():
        if row[mark]:
            return state
    return "ok"
