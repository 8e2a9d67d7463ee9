"""What intake takes in no more: bytes, places and names of documents that were erased.

A mark stands for either (a SHA-256, or a place's id), or for a name that the document was known
by, so that what was erased is recognised and not told. Written in the transaction of the event it follows from.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from ingestd.events.ids import Digest, digest
from ingestd.store.driving import driver_of
from ingestd.store.tables import REFUSED

_ANY = f"SELECT 1 FROM {REFUSED.name} LIMIT 1"  # noqa: S608 - a name of our own


def mark_of(name: str) -> Digest:
    """Stand for a key that an erased article was known by: not even its beginning can be read."""
    return digest(name.encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Which document was erased, why, and when (RFC 3339)."""

    document: str
    reason: str
    refused_at: str


def are_there(connection: sa.Connection) -> bool:
    """Whether anything is refused at all."""
    with driver_of(connection) as driver:
        return driver.execute(_ANY).fetchone() is not None


def find(connection: sa.Connection, *marks: str) -> Refusal | None:
    """Why something with one of these marks is not taken in; None where it may be."""
    found = of(connection, marks)
    return found[min(found)] if found else None


def of(connection: sa.Connection, marks: Iterable[str]) -> dict[str, Refusal]:
    """Those of the marks with which nothing is taken in, and why."""
    query = sa.select(REFUSED).where(REFUSED.c.mark.in_(set(marks)))
    return {
        row.mark: Refusal(document=row.document, reason=row.reason, refused_at=row.refused_at)
        for row in connection.execute(query)
    }


def refuse(connection: sa.Connection, marks: Iterable[str], refusal: Refusal) -> None:
    """Take in nothing with these marks from now on; what is refused already stays so."""
    wanted = set(marks)
    query = sa.select(REFUSED.c.mark).where(REFUSED.c.mark.in_(wanted))
    new = sorted(wanted - set(connection.execute(query).scalars()))
    if new:
        connection.execute(
            REFUSED.insert(),
            [
                {
                    "mark": mark,
                    "document": refusal.document,
                    "reason": refusal.reason,
                    "refused_at": refusal.refused_at,
                }
                for mark in new
            ],
        )
