"""How far each reader of the log has come, moved in the transaction that holds its work."""

import sqlalchemy as sa

from ingestd.errors import ConflictError
from ingestd.store.tables import CHECKPOINTS


def position_of(connection: sa.Connection, reader: str, *, lock: bool = False) -> int:
    """The last position a reader has done; 0 for one that never read."""
    query = sa.select(CHECKPOINTS.c.position).where(CHECKPOINTS.c.reader == reader)
    found = connection.execute(query.with_for_update() if lock else query).scalar()
    return int(found or 0)


def begin(connection: sa.Connection, reader: str) -> None:
    """Let a reader stand before the first event."""
    connection.execute(CHECKPOINTS.insert().values(reader=reader, position=0))


def move(
    connection: sa.Connection, reader: str, *, floor: int, ceiling: int, begun: bool = False
) -> None:
    """Move a reader from floor to ceiling; ConflictError where it does not stand at floor.

    One that never read stands at 0, unless it must have `begun`.
    """
    if floor == ceiling:
        return
    moved = connection.execute(
        CHECKPOINTS.update()
        .where(CHECKPOINTS.c.reader == reader, CHECKPOINTS.c.position == floor)
        .values(position=ceiling)
    )
    if moved.rowcount == 1:
        return
    if not begun and floor == 0 and position_of(connection, reader) == 0:
        connection.execute(CHECKPOINTS.insert().values(reader=reader, position=ceiling))
        return
    raise ConflictError(f"{reader} was moved on by somebody else")


def forget(connection: sa.Connection, reader: str) -> None:
    """Let a reader begin again."""
    connection.execute(CHECKPOINTS.delete().where(CHECKPOINTS.c.reader == reader))
