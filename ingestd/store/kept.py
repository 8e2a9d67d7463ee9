"""Connections that are not given back to the pool: taking one up again costs nothing."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa


class Kept:
    """As many connections of an engine as were ever needed at once."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._idle: deque[sa.Connection] = deque()

    @contextmanager
    def taken(self) -> Iterator[sa.Connection]:
        """Give one for the block, which ends what it begins; after an error it is not kept."""
        connection = self._idle.pop() if self._idle else self._engine.connect()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        # a generation that somebody named (see generations.py) is not meant by the next one
        if connection.get_execution_options() is self._engine.get_execution_options():
            self._idle.append(connection)
        else:
            connection.close()

    def close(self) -> None:
        """Close those that nobody has."""
        while self._idle:
            self._idle.pop().close()
