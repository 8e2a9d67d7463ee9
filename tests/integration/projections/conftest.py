"""`corpus`: facts go in, the knowledge views come out; `on_both` asks for each database."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
import sqlalchemy as sa

from ingestd.events import Event
from ingestd.projections import runner
from ingestd.projections.knowledge import knowledge
from ingestd.queries.deals import get_deal, list_deals
from ingestd.queries.entities import get_entity, list_entities
from ingestd.queries.explain import explain_article, explain_deal, explain_entity
from ingestd.queries.paging import Page, Row
from ingestd.replay import Verified, verify
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.fixtures.building import draft
from tests.fixtures.stores import KINDS

BATCH = 50
on_both = pytest.mark.parametrize("corpus", KINDS, indirect=True)


class Corpus:
    """A log and what is known from it; names are short for entities shown by that name."""

    def __init__(self, database: Database, log: EventLog) -> None:
        self._database, self._log = database, log
        self._project()

    def _project(self, batch: int = BATCH) -> None:
        while runner.advance(self._database, self._log, knowledge, limit=batch):
            pass

    def tell(self, *facts: Event, batch: int = BATCH) -> "Corpus":
        """Append the facts and fold them."""
        with self._database.writing() as connection:
            self._log.append(connection, [draft(fact) for fact in facts])
        self._project(batch)
        return self

    def read(self, ask: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        with self._database.reading() as connection:
            return ask(connection, *arguments, **options)

    def entities(self, **options: Any) -> list[Row]:
        page: Page = self.read(list_entities, **options)
        return page.rows

    def deals(self, **options: Any) -> list[Row]:
        page: Page = self.read(list_deals, **options)
        return page.rows

    def names(self, **options: Any) -> list[str]:
        return sorted(row["name"] for row in self.entities(**options))

    def one(self, name: str) -> Row:
        """The one entity that has this name among its names."""
        (found,) = (
            row for row in self.entities() if name in {named["name"] for named in row["names"]}
        )
        return found

    def deal(self) -> Row:
        """The only deal."""
        (found,) = self.deals()
        return found

    def entity(self, identity: str) -> Row | None:
        row: Row | None = self.read(get_entity, identity)
        return row

    def get_deal(self, identity: str) -> Row | None:
        row: Row | None = self.read(get_deal, identity)
        return row

    def explained(self, identity: str) -> Row:
        explain = {"ent": explain_entity, "deal": explain_deal, "art": explain_article}
        row: Row = self.read(explain[identity.split("_", maxsplit=1)[0]], identity)
        return row

    def parties(self) -> list[tuple[str, ...]]:
        """Who has deals with whom."""
        return sorted(tuple(party["name"] for party in row["parties"]) for row in self.deals())

    def rows(self) -> Mapping[str, list[str]]:
        """All rows of all tables."""

        def read(connection: sa.Connection) -> Mapping[str, list[str]]:
            numbered = connection.execution_options(generation=1)
            tables = knowledge.shape.tables
            return {
                table.name: sorted(repr(row) for row in numbered.execute(sa.select(table)))
                for table in tables
            }

        found: Mapping[str, list[str]] = self.read(read)
        return found

    def verified(self) -> Verified:
        return verify(self._database, self._log, knowledge)


@pytest.fixture
def corpus(request: pytest.FixtureRequest, log: EventLog) -> Corpus:
    """On SQLite, or where `on_both` asks for it on each database."""
    database: Database = request.getfixturevalue(getattr(request, "param", "sqlite"))
    return Corpus(database, log)
