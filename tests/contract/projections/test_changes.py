"""What newer code makes of the ids is counted and told, and old ids lead on."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from ingestd.events import DocumentExtracted, IdsRedirected, Recorded, Redirect
from ingestd.projections.projection import Projection
from ingestd.replay import rebuild
from ingestd.replay.outcomes import Change, Rebuilt
from ingestd.replay.views import Views
from ingestd.store import generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.rows import Tables
from tests.contract.projections.test_replay import counting, live
from tests.fixtures.building import entity, extracted, received
from tests.fixtures.stores import Given, HandClock, told

THINGS = sa.Table("things__gen", sa.MetaData(), sa.Column("id", sa.Text, primary_key=True))
TOLD = sa.Table(
    "told__gen",
    sa.MetaData(),
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("extractor", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("entity", sa.Text, nullable=False),
)
Naming = Callable[[str], str]


def naming(name: Naming, *, version: int, told_of: bool = True) -> Projection:
    """A resolver of the tests' own: what has the same id is the same."""
    views: list[Any] = [("entities", sa.select(THINGS))]
    if told_of:
        views.append(("entity_tellings", lambda _dialect: sa.select(TOLD)))
    projection = Projection("names", version=version, tables=[THINGS, TOLD], views=views)

    @projection.on(DocumentExtracted)
    def learn(tables: Tables, recorded: Recorded[DocumentExtracted]) -> None:
        event = recorded.event
        for place, each in enumerate(event.extraction.entities):
            if which := name(each.name):
                tables[THINGS].put({"id": which})
                row = {"article": event.document, "extractor": event.extractor}
                tables[TOLD].put(row | {"place": place, "entity": which})

    return projection


def whole(name: str) -> str:
    return f"ent_{name}"


def first_word(name: str) -> str:
    return f"ent_{name.split(maxsplit=1)[0]}"


def lettered(name: str) -> str:
    return f"ent_{name[-1]}"


def nothing(_name: str) -> str:
    return ""


class Resolved:
    """A log of names, followed by one resolver, then rebuilt by the next."""

    def __init__(self, database: Database, log: EventLog, given: Given) -> None:
        self.database, self.log, self.given = database, log, given
        self.version = 0

    def names(self, *articles: tuple[str, ...]) -> "Resolved":
        for number, names in enumerate(articles):
            self.given(extracted(f"{number}", *(entity(name) for name in names)))
        return self

    def by(self, name: Naming) -> "Resolved":
        self.version += 1
        live(self.database, self.log, naming(name, version=self.version))
        return self

    def then_by(self, name: Naming, **others: Any) -> Rebuilt:
        self.version += 1
        projection = naming(name, version=self.version, **others)
        return rebuild(self.database, self.log, projection)

    def redirects(self) -> dict[str, str]:
        facts = [
            fact for fact in told(self.database, self.log) if isinstance(fact, IdsRedirected)
        ]
        return {each.old: each.new for fact in facts for each in fact.redirects}


@pytest.fixture
def resolved(database: Database, log: EventLog, given: Given) -> Resolved:
    return Resolved(database, log, given)


def test_what_is_merged_is_counted_and_leads_on(resolved: Resolved) -> None:
    resolved.names(("Acme Pharma", "Acme"), ("Acme Holding",), ("Globex",)).by(whole)

    rebuilt = resolved.then_by(first_word)

    assert rebuilt.changes == (
        Change(kind="entities", gained=0, lost=2, merged=1, split=0, redirected=2),
    )
    assert resolved.redirects() == {
        "ent_Acme Pharma": "ent_Acme",
        "ent_Acme Holding": "ent_Acme",
    }


def test_what_is_split_leads_to_where_the_most_of_it_is(resolved: Resolved) -> None:
    resolved.names(("Acme B", "Acme B2"), ("Acme C",), ("Acme C",), ("Globex",)).by(first_word)

    rebuilt = resolved.then_by(whole)

    assert rebuilt.changes == (
        Change(kind="entities", gained=3, lost=1, merged=0, split=1, redirected=1),
    )
    assert resolved.redirects() == {"ent_Acme": "ent_Acme C"}


def test_of_equal_parts_the_first_is_taken(resolved: Resolved) -> None:
    resolved.names(("Acme B", "Acme C")).by(first_word).then_by(whole)

    assert resolved.redirects() == {"ent_Acme": "ent_Acme B"}


def test_what_parts_and_meets_others_is_merged_and_split(resolved: Resolved) -> None:
    resolved.names(("Acme A", "Acme B", "Globex A")).by(first_word)

    rebuilt = resolved.then_by(lettered)

    assert rebuilt.changes == (
        Change(kind="entities", gained=2, lost=2, merged=1, split=1, redirected=2),
    )
    assert resolved.redirects() == {"ent_Acme": "ent_A", "ent_Globex": "ent_A"}


def test_what_is_no_more_leads_nowhere(resolved: Resolved) -> None:
    resolved.names(("Acme",)).by(whole)

    rebuilt = resolved.then_by(nothing)

    assert rebuilt.changes == (
        Change(kind="entities", gained=0, lost=1, merged=0, split=0, redirected=0),
    )
    assert resolved.redirects() == {}


def test_code_that_gives_the_same_ids_changes_nothing(resolved: Resolved) -> None:
    resolved.names(("Acme",), ("Globex",)).by(whole)

    rebuilt = resolved.then_by(whole)

    assert (rebuilt.changes, resolved.redirects()) == ((), {})


def test_what_is_told_is_recorded_by_the_rebuild_in_pieces(
    resolved: Resolved, log: EventLog, database: Database
) -> None:
    resolved.names(tuple(f"N{number} x" for number in range(501))).by(whole)

    rebuilt = resolved.then_by(first_word)

    with database.reading() as connection:
        events = log.page(connection, after=rebuilt.position, limit=10).events
    assert [len(each.event.redirects) for each in events] == [500, 1]  # type: ignore[attr-defined]
    assert {each.stream for each in events} == {"projection:names"}
    assert {each.actor.split("@")[0] for each in events} == {"replay"}
    first = events[0].event
    assert isinstance(first, IdsRedirected)
    assert (first.code, first.redirects[0]) == (2, Redirect(old="ent_N0 x", new="ent_N0"))


def test_ids_are_compared_where_the_other_code_stopped(resolved: Resolved) -> None:
    resolved.names(("Acme Pharma",)).by(whole)
    resolved.given(extracted("later", entity("Later Than"), entity("Acme Later")))

    rebuilt = resolved.then_by(first_word)

    assert rebuilt.changes == (
        Change(kind="entities", gained=1, lost=1, merged=0, split=0, redirected=1),
    )
    assert rebuilt.position == 2


def test_where_rows_were_tampered_with_the_ids_that_change_are_told(
    resolved: Resolved, database: Database
) -> None:
    resolved.names(("Acme",)).by(whole)
    with database.writing() as connection:
        served = generations.active(connection, "names")
        assert served is not None
        generations.entered(connection, served)
        connection.execute(THINGS.insert().values(id="ent_never"))

    resolved.version -= 1
    rebuilt = resolved.then_by(whole)

    assert rebuilt.changes == (
        Change(kind="entities", gained=0, lost=1, merged=0, split=0, redirected=0),
    )


def test_a_view_that_the_other_code_did_not_have_is_not_compared(
    resolved: Resolved, database: Database, log: EventLog
) -> None:
    resolved.names(("Acme",))
    live(database, log, naming(whole, version=1, told_of=False))
    resolved.version = 1

    assert resolved.then_by(first_word).changes == ()


def test_changes_are_logged(
    resolved: Resolved, database: Database, log: EventLog, clock: HandClock
) -> None:
    resolved.names(("Acme Pharma",)).by(whole)
    views = Views(database, log, [naming(first_word, version=2)], clock=clock)

    with capture_logs() as lines:
        views.renew()

    assert [line for line in lines if line["event"] == "ids.changed"] == [
        {
            "event": "ids.changed",
            "log_level": "info",
            "projection": "names",
            "kind": "entities",
            "gained": 1,
            "lost": 1,
            "merged": 0,
            "split": 0,
            "redirected": 1,
        }
    ]


def test_a_projection_without_ids_has_no_changes(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, counting())

    assert rebuild(database, log, counting(from_=10, version=2)).changes == ()
