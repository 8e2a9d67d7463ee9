"""Ids that rebuilds with newer code gave up, and where they lead: one step each."""

import sqlalchemy as sa

from ingestd.events import IdsRedirected, Recorded
from ingestd.store.rows import Tables

REDIRECTS = sa.Table(
    "redirects__gen",
    sa.MetaData(),
    sa.Column("old", sa.Text, primary_key=True),
    sa.Column("new", sa.Text, nullable=False),
    sa.Column("code", sa.Integer, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)

VIEW = ("redirects", sa.select(REDIRECTS))


def lead_on(tables: Tables, recorded: Recorded[IdsRedirected]) -> None:
    """An id that was given up once more leads where it was last said to."""
    told = {"code": recorded.event.code, "position": recorded.position}
    for each in recorded.event.redirects:
        tables[REDIRECTS].put(told | {"old": each.old, "new": each.new})
