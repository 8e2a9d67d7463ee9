"""What articles are known by, whatever place they are found at: content, address, guid.

Keys hold digests, so that what was erased cannot be read in them. Written in the transaction
of the event they follow from.
"""

from collections.abc import Collection, Iterable

import msgspec
import sqlalchemy as sa

from ingestd.store.driving import driver_of
from ingestd.store.tables import IDENTITIES

_KNOWN = {
    "sqlite": "SELECT key, document FROM identities WHERE key IN (SELECT value FROM json_each(?))",
    "postgresql": "SELECT key, document FROM identities WHERE key = ANY(%s)",
}
_CLAIM = "INSERT INTO identities (key, document) VALUES ({0}, {0}) ON CONFLICT (key) "
_MINE = "DO UPDATE SET document = excluded.document"


def known(connection: sa.Connection, keys: Collection[str]) -> dict[str, str | None]:
    """The documents of those keys that are known; None for one that several articles share."""
    if not keys:
        return {}
    dialect = connection.dialect.name
    asked = msgspec.json.encode(list(keys)).decode() if dialect == "sqlite" else list(keys)
    with driver_of(connection) as driver:
        return dict(driver.execute(_KNOWN[dialect], (asked,)).fetchall())


def claim(connection: sa.Connection, claims: Iterable[tuple[str, str | None]]) -> None:
    """Let keys mean these documents from now on; each key once."""
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    with driver_of(connection) as driver:
        driver.cursor().executemany(_CLAIM.format(mark) + _MINE, sorted(claims))


def of_document(connection: sa.Connection, document: str) -> list[str]:
    """The keys that mean a document, in their order; all keys are read for it."""
    query = sa.select(IDENTITIES.c.key).where(IDENTITIES.c.document == document)
    return list(connection.execute(query.order_by(IDENTITIES.c.key)).scalars())


def forget(connection: sa.Connection, document: str) -> None:
    """Know a document by nothing more."""
    connection.execute(IDENTITIES.delete().where(IDENTITIES.c.document == document))
