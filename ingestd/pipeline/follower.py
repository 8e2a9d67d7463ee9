"""Moves a step forward: its answers and its checkpoint, in one transaction."""

from ingestd.errors import ConflictError
from ingestd.pipeline.step import Step, Tools
from ingestd.pipeline.telling import tell
from ingestd.store import checkpoints

PAGE = 16


def advance(step: Step, tools: Tools, *, limit: int = PAGE) -> int:
    """Answer the next events; return how many positions were passed.

    The work is done before the transaction, so that nobody waits for it. Where another
    process was quicker with the same events, its answers stand and ours are dropped.
    """
    with tools.database.reading() as connection:
        floor = checkpoints.position_of(connection, step.reader)
        page = tools.log.page(connection, after=floor, limit=limit, types=step.types)
    if page.ceiling == page.floor:
        return 0
    drafts = [draft for recorded in page.events for draft in step.answer(recorded, tools)]
    try:
        with tools.database.writing() as connection:
            checkpoints.move(connection, step.reader, floor=floor, ceiling=page.ceiling)
            tools.log.append(connection, drafts)
    except ConflictError:
        with tools.database.reading() as connection:
            if checkpoints.position_of(connection, step.reader) == floor:
                raise
    else:
        for draft in drafts:
            tell(draft.event)
    return page.ceiling - page.floor
