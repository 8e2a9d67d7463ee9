"""Moves a projection forward: a page of events and its checkpoint, in one transaction."""

import sqlalchemy as sa

from ingestd.projections.projection import Projection
from ingestd.store import checkpoints, generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog, Page
from ingestd.store.generations import Generation
from ingestd.store.rows import Tables

PAGE = 50  # a writing transaction keeps all other writers waiting


def advance(
    database: Database, log: EventLog, projection: Projection, *, limit: int = PAGE
) -> int:
    """Fold the next events into what is served; return how many positions were passed.

    Begins the first generation where there is none.
    """
    with database.reading() as connection:
        served = generations.active(connection, projection.name)
        if served is not None and _is_level(connection, log, served):
            return 0
    with database.writing() as connection:
        generations.hold(connection, projection.name)
        generation = generations.active(connection, projection.name)
        if generation is None:
            generation = generations.begin(connection, projection.shape)
            generations.serve(connection, projection.shape, generation)
        page = fold_page(connection, log, projection, generation, limit=limit)
        return page.ceiling - page.floor


def fold_page(
    connection: sa.Connection,
    log: EventLog,
    projection: Projection,
    generation: Generation,
    *,
    limit: int = PAGE,
) -> Page:
    """Fold the next page into a generation, inside the caller's writing transaction."""
    generations.entered(connection, generation)
    floor = checkpoints.position_of(connection, generation.reader, lock=True)
    page = log.page(connection, after=floor, limit=limit, types=projection.types)
    tables = Tables(projection.shape.tables)
    tables.bind(connection)
    projection.look_ahead(tables, page.events)
    for recorded in page.events:
        projection.fold(tables, recorded)
    tables.write(connection)
    checkpoints.move(connection, generation.reader, floor=page.floor, ceiling=page.ceiling)
    return page


def _is_level(connection: sa.Connection, log: EventLog, generation: Generation) -> bool:
    return checkpoints.position_of(connection, generation.reader) == log.head(connection)


def is_current(database: Database, projection: Projection) -> bool:
    """Whether what is served was folded by today's version of the projection."""
    with database.reading() as connection:
        served = generations.active(connection, projection.name)
    return served is not None and served.version == projection.shape.version
