"""What follows an erasure: blobs, views and the files' old bytes, in this order.

Ids of entities and deals derive from the article that told of them first. So what is served
afterwards is not the old rows less some, but what the log gives now.
"""

from collections.abc import Iterable

from ingestd.clock import Clock
from ingestd.pipeline import erasing
from ingestd.pipeline.step import Tools
from ingestd.projections.projection import Projection
from ingestd.replay.outcomes import Progress, silent
from ingestd.replay.rebuilding import rebuild
from ingestd.store import erasure, generations
from ingestd.store.database import BUSY_SECONDS, Database
from ingestd.store.generations import BUILDING, STANDBY


def finish(
    tools: Tools,
    projections: Iterable[Projection],
    progress: Progress = silent,
    *,
    clock: Clock,
    patience: float = BUSY_SECONDS,
) -> int:
    """Do every due erasure to its end; return how many blobs went.

    Whoever is interrupted leaves it due. Raises StoreUnavailableError where somebody has read
    a moment from before for longer than the `patience` in seconds, or where this user of the
    database is not the owner of the log.
    """
    until = erasing.due(tools)
    if not until:
        return 0
    removed = erasing.clear_blobs(tools, until=until)
    with tools.database.reading() as connection:
        erasure.check_owner(connection)
    for projection in projections:
        # half a rebuild has folded what is gone; the generation before it shows it
        _drop(tools.database, projection, BUILDING)
        # what the code fails at waits on, as before: the erasure does not wait for it
        rebuild(tools.database, tools.log, projection, progress, clock=clock, parks=True)
        _drop(tools.database, projection, STANDBY)
    erasure.scrub(tools.database, patience=patience)
    erasing.finished(tools, position=until)
    return removed


def _drop(database: Database, projection: Projection, state: str) -> None:
    with database.writing() as connection:
        generations.hold(connection, projection.name)
        for generation in generations.in_state(connection, projection.name, state):
            generations.drop(connection, generation)
