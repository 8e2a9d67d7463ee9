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

sources = Projection(
    "sources", version=1, tables=[SOURCES], views=[("sources", sa.select(SOURCES))]
)


@sources.on(SourceRegistered)
def enter_source(db: sa.Connection, recorded: Recorded[SourceRegistered]) -> None:
    """A new source, or one that was removed and is back with its counts."""
    event = recorded.event
    setting = {
        "kind": event.kind,
        "address": event.address,
        "options": event.options,
        "registered_at": recorded.recorded_at,
    }
    # what failed when it was removed fails until it answers; the same reason is not told twice
    failing = sa.case((SOURCES.c.failing_since.is_not(None), "failing"), else_="ok")
    if db.execute(_update(event.source).values(**setting, state=failing)).rowcount == 0:
        counts = dict.fromkeys(("accepted", "revised", "duplicate", "rejected"), 0)
        new = {"name": event.source, "state": "ok", **setting, **counts}
        db.execute(SOURCES.insert().values(**new))


@sources.on(SourceChanged)
def change_source(db: sa.Connection, recorded: Recorded[SourceChanged]) -> None:
    """The same source, asked otherwise."""
    event = recorded.event
    db.execute(
        _update(event.source).values(
            kind=event.kind, address=event.address, options=event.options
        )
    )


@sources.on(SourceFailed)
def mark_failing(db: sa.Connection, recorded: Recorded[SourceFailed]) -> None:
    """Failing since the first failure; the reason is the last one."""
    event = recorded.event
    since = sa.func.coalesce(SOURCES.c.failing_since, recorded.recorded_at)
    db.execute(
        _update(event.source).values(
            state=_if_in_use("failing"),
            reason=event.reason,
            hint=event.hint,
            failing_since=since,
        )
    )


@sources.on(SourceRecovered)
def mark_recovered(db: sa.Connection, recorded: Recorded[SourceRecovered]) -> None:
    """It answers again."""
    db.execute(
        _update(recorded.event.source).values(
            state=_if_in_use("ok"), reason=None, hint=None, failing_since=None
        )
    )


@sources.on(SourcePolled)
def count_news(db: sa.Connection, recorded: Recorded[SourcePolled]) -> None:
    """Add what a look brought."""
    event = recorded.event
    db.execute(
        _update(event.source).values(
            last_news_at=recorded.recorded_at,
            accepted=SOURCES.c.accepted + event.accepted,
            revised=SOURCES.c.revised + event.revised,
            duplicate=SOURCES.c.duplicate + event.duplicate,
            rejected=SOURCES.c.rejected + event.rejected,
        )
    )


@sources.on(SourceRemoved)
def mark_removed(db: sa.Connection, recorded: Recorded[SourceRemoved]) -> None:
    """No longer in the configuration; what it brought stays."""
    db.execute(_update(recorded.event.source).values(state="removed"))


def _if_in_use(state: str) -> sa.ColumnElement[str]:
    # the last look may end after the source was removed
    return sa.case((SOURCES.c.state == "removed", "removed"), else_=state)


def _update(name: str) -> sa.Update:
    return SOURCES.update().where(SOURCES.c.name == name)
