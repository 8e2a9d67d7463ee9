"""Which extractor is believed where several told of an article: as the log says, at each event.

What is not believed stays known as a place in the log, and is read there again when the
policy changes. An article with one extraction, as nearly all are, asks nothing of this.
"""

from collections.abc import Collection
from typing import cast

import sqlalchemy as sa
from msgspec import json

from ingestd.events import DocumentExtracted, Extraction, ExtractionPolicyChanged, Recorded
from ingestd.projections.entity_tables import METADATA
from ingestd.projections.voting import Policy, believed, policy_of
from ingestd.store.event_log import EventLog
from ingestd.store.rows import Tables

POLICY = sa.Table(
    "extraction_policy__gen",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("extractors", sa.Text, nullable=False),
    sa.Column("believe", sa.Text, nullable=False),
)
CONTESTED = sa.Table(
    "contested_articles__gen",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("one", sa.Integer, nullable=False),
    sa.Index("contested_articles__gen_one", "one"),
    info={"kept": 2_000},
)
TABLES = [POLICY, CONTESTED]
ONE = 1
Told = Recorded[DocumentExtracted]


class Beliefs:
    """The policy as it stands at some event, and the articles to which it matters."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._policy = tables[POLICY]
        self._contested = tables[CONTESTED]

    @property
    def policy(self) -> Policy:
        """Who is believed."""
        row = self._policy.get(ONE)
        if row is None:
            return Policy()
        return Policy(extractors=tuple(json.decode(row["extractors"])), believe=row["believe"])

    def change(self, event: ExtractionPolicyChanged) -> None:
        """Let another policy hold from now on."""
        policy = policy_of(event)
        names = json.encode(policy.extractors).decode()
        self._policy.put({"id": ONE, "extractors": names, "believe": policy.believe})

    def contested(self) -> list[str]:
        """Every article of which several tell, in order."""
        rows = self._contested.find(CONTESTED.c.one, [ONE])
        return sorted(row["article"] for row in rows)

    def contest(self, article: str, *, several: bool) -> None:
        """Remember whether several tell of an article."""
        if several:
            self._contested.put({"article": article, "one": ONE})
        else:
            self._contested.drop(article)

    def shares(self, positions: Collection[int]) -> list[tuple[Told, Extraction]]:
        """What extractors told there, in the order of the log, and what is believed of each."""
        found = EventLog.at(self._tables.connection, positions)
        told = [cast("Told", one) for one in found]
        said = [(one.event.extractor, one.event.extraction) for one in told]
        return list(zip(told, believed(said, self.policy), strict=True)) if said else []
