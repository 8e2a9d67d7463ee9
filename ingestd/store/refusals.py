"""What intake takes in no more: the bytes and the places of documents that were erased.

A mark stands for either (a SHA-256, or a place's id), so that what was erased is recognised
and not told. Written in the transaction of the event it follows from.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from ingestd.store.driving import driver_of
from ingestd.store.tables import REFUSED

_ANY = f"SELECT 1 FROM {REFUSED.name} LIMIT 1"  # noqa: S608 - a name of our own


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
