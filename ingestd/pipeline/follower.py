"""Moves a step forward: its answers and its checkpoint, in one transaction."""

from collections.abc import Sequence

import sqlalchemy as sa

from ingestd.errors import ConflictError
from ingestd.events import Draft
from ingestd.pipeline import erasing
from ingestd.pipeline.step import Step, Tools
from ingestd.pipeline.telling import tell
from ingestd.store import checkpoints, erasure
from ingestd.store.event_log import Page

PAGE = 16


def advance(step: Step, tools: Tools, *, limit: int = PAGE, singly: bool = False) -> int:
    """Answer the next events, or `singly` the next one; return how many positions were passed.

    The work is done before the transaction, so that nobody waits for it. Where another
    process was quicker with the same events, its answers stand and ours are dropped. Where
    something was erased meanwhile, the same events are answered anew.
    """
    with tools.database.reading() as connection:
        floor = checkpoints.position_of(connection, step.reader)
        page = tools.log.page(connection, after=floor, limit=limit, types=step.types)
        erased = erasure.last(connection)
    if page.ceiling == page.floor:
        return 0
    if singly and page.events:
        first = page.events[0]
        page = Page(floor=floor, ceiling=first.position, events=(first,))
    drafts = [draft for recorded in page.events for draft in step.answer(recorded, tools)]
    try:
        with tools.database.writing() as connection:
            if drafts and _was_overtaken(connection, erased, drafts, tools):
                return 1
            checkpoints.move(connection, step.reader, floor=floor, ceiling=page.ceiling)
            tools.log.append(connection, drafts)
    except ConflictError:
        with tools.database.reading() as connection:
            if checkpoints.position_of(connection, step.reader) == floor:
                raise
    else:
        tell(*(draft.event for draft in drafts))
    return page.ceiling - page.floor


def _was_overtaken(
    connection: sa.Connection, erased: int, drafts: Sequence[Draft], tools: Tools
) -> bool:
    """Whether something was erased while we worked; what we kept of it is gone then."""
    tools.log.hold(connection)
    if erasure.last(connection) == erased:
        return False
    erasing.overtaken(connection, drafts, tools)
    return True
