"""What a source shows no more: recorded once a look has seen everything."""

from collections.abc import Sequence

import sqlalchemy as sa
from msgspec.structs import replace as altered

from ingestd.events import DocumentDisappeared, Draft, Event
from ingestd.pipeline.corpus import Corpus
from ingestd.pipeline.step import Tools
from ingestd.pipeline.telling import tell
from ingestd.pipeline.visit import Visit
from ingestd.store import origins

ACTOR = "look@1"
AT_ONCE = 256


def depart(visit: Visit, tools: Tools) -> None:
    """Record what has gone of all that a source showed before.

    The memory of such a place stays: what comes back there is no new document.
    """
    with tools.database.reading() as connection:
        shown = origins.shown_by(connection, visit.source)
    gone = [origin for origin in shown if visit.has_gone(origin)]
    for start in range(0, len(gone), AT_ONCE):
        _record(gone[start : start + AT_ONCE], visit, tools)


def _record(gone: Sequence[str], visit: Visit, tools: Tools) -> None:
    facts = tools.database.together(
        lambda connection: _departed(connection, gone, visit, tools)
    )
    tell(*facts)


def _departed(
    connection: sa.Connection, gone: Sequence[str], visit: Visit, tools: Tools
) -> list[Event]:
    tools.log.hold(connection)
    corpus, now = Corpus(connection, gone, ()), tools.log.now()
    facts: list[Event] = []
    left = set[str]()
    for origin in gone:
        left.add(origin)
        row = corpus.own(origin, visit.source)
        if row is None or row.gone_at is not None:
            continue  # another look was quicker
        if row.document is None:
            corpus.forget(row)
            continue
        corpus.remember(altered(row, gone_at=now))
        facts.append(
            DocumentDisappeared(
                document=row.document,
                source=visit.source,
                origin=origin,
                withdrawn=visit.rules.withdraw and not corpus.is_shown(row.document, left),
            )
        )
    corpus.write()
    tools.log.append(connection, [Draft(event=fact, actor=ACTOR) for fact in facts])
    return facts
