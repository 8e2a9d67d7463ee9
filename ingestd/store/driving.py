"""The driver's own connection, where SQLAlchemy would take longer than the database does."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa


@contextmanager
def driver_of(connection: sa.Connection) -> Iterator[Any]:
    """Give it inside the transaction under way.

    What it raises comes out as what SQLAlchemy would have raised.
    """
    failure = connection.dialect.loaded_dbapi.Error
    try:
        yield connection.connection.dbapi_connection
    except failure as error:
        raise sa.exc.DBAPIError.instance(
            "by the driver", None, error, failure, dialect=connection.dialect
        ) from error
