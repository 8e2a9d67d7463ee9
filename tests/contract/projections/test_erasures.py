"""What is served after an erasure is what the log gives now, whatever happened before."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import given as for_any

from ingestd.app import PROJECTIONS
from ingestd.events import DocumentErased, DocumentFoundAgain, DocumentReceived, Event
from ingestd.fetching.http import GuardedWeb
from ingestd.pipeline.erasing import erase
from ingestd.pipeline.step import Tools
from ingestd.projections.articles import articles
from ingestd.projections.knowledge import knowledge
from ingestd.projections.sources import sources
from ingestd.replay import verify
from ingestd.replay.erasures import finish
from ingestd.store import origins
from ingestd.store.blobs_folder import FolderBlobs
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.origins import Origin
from tests.contract.projections.histories import LIFE, histories, telling
from tests.contract.projections.test_replay import live
from tests.fixtures.asking import Inline
from tests.fixtures.building import draft, erased, origin, parsed, received
from tests.fixtures.stores import HandClock


def live_through(history: Sequence[Event], tools: Tools) -> Iterator[Event]:
    """Let it happen fact by fact, erasures as `ingestd erase` does them."""
    for fact in history:
        if isinstance(fact, DocumentErased):
            if fact.place is None:
                erase(fact.document, reason=fact.reason, who="me", tools=tools)
        else:
            with tools.database.writing() as connection:
                if isinstance(fact, DocumentReceived | DocumentFoundAgain):
                    origins.remember(connection, _place(fact))
                tools.log.append(connection, [draft(fact)])
        yield fact


def _place(fact: DocumentReceived | DocumentFoundAgain) -> Origin:
    began_here = isinstance(fact, DocumentReceived)
    return Origin(
        origin=fact.origin, source=fact.source, document=fact.document, began_here=began_here
    )


def finished(tools: Tools, clock: HandClock) -> int:
    return finish(tools, PROJECTIONS, clock=clock, patience=0)


def quoting(database: Database, words: str) -> list[str]:
    """The tables in which some cell has these words."""
    with database.reading() as connection:
        tables = sa.inspect(connection).get_table_names()
        return [
            table
            for table in tables
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"')  # noqa: S608
            if any(words in _text(cell) for cell in row)
        ]


def column_of(database: Database, view: str, column: str) -> list[str]:
    query: sa.Select[Any] = sa.select(sa.column(column)).select_from(sa.table(view)).distinct()
    with database.reading() as connection:
        return sorted(connection.execute(query).scalars())


def _text(cell: object) -> str:
    return cell.decode() if isinstance(cell, bytes) else str(cell)


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@for_any(history=histories)
def test_any_history_with_erasures_replays_to_the_rows_it_was_lived_to(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, history: Sequence[Event]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    shutil.copy(sqlite_template, folder)
    database, clock = Database.in_folder(folder), HandClock()
    log, blobs = EventLog(clock), FolderBlobs(folder / "blobs")
    tools = Tools(
        database=database,
        log=log,
        blobs=blobs,
        extractors=(),
        web=GuardedWeb(),
        confinement=Inline(),
    )
    for number, fact in enumerate(live_through(history, tools)):
        if number % 3 == 0 or isinstance(fact, DocumentErased):
            for projection in (articles, sources):  # these live on, without being built anew
                live(database, log, projection, batch=2)
        if number == len(history) // 2:
            finished(tools, clock)

    before = [verify(database, log, projection) for projection in (articles, sources)]
    finished(tools, clock)
    after = [verify(database, log, projection) for projection in PROJECTIONS]

    database.close()
    assert [found.differences for found in before + after] == [()] * (2 + len(PROJECTIONS))


def test_the_views_forget_an_erased_document_and_keep_the_others(
    tools: Tools, clock: HandClock
) -> None:
    for _ in live_through(LIFE, tools):
        live(tools.database, tools.log, articles)

    kept = {
        view: column_of(tools.database, view, column)
        for view, column in (
            ("articles", "id"),
            ("article_origins", "article"),
            ("article_revisions", "article"),
            ("erasures", "article"),
            ("rejected", "origin"),
        )
    }
    assert kept == {
        "articles": ["art_a", "art_b", "art_c", "art_e"],
        "article_origins": ["art_a", "art_b", "art_c", "art_e"],
        "article_revisions": ["art_a", "art_b", "art_c", "art_e"],
        "erasures": ["art_d"],
        "rejected": [origin("a"), origin("e")],
    }


def test_what_the_document_told_is_taken_back_at_once(tools: Tools) -> None:
    told = [received("a"), parsed("a"), telling("a"), received("b"), parsed("b"), telling("b")]
    for _ in live_through([*told, erased("a")], tools):
        live(tools.database, tools.log, knowledge)

    assert column_of(tools.database, "mentions", "article") == ["art_b"]
    assert column_of(tools.database, "deal_evidence", "article") == ["art_b"]
    assert column_of(tools.database, "extractions", "article") == ["art_b"]


def test_ids_that_the_erased_document_founded_lead_on(tools: Tools, clock: HandClock) -> None:
    told = [received("a"), parsed("a"), telling("a"), received("b"), parsed("b"), telling("b")]
    for _ in live_through(told, tools):
        live(tools.database, tools.log, knowledge)
    before = {view: column_of(tools.database, view, "id") for view in ("entities", "deals")}
    erase("art_a", reason="asked for", who="me", tools=tools)

    finished(tools, clock)
    live(tools.database, tools.log, knowledge)

    after = {view: column_of(tools.database, view, "id") for view in ("entities", "deals")}
    with tools.database.reading() as connection:
        found = connection.execute(sa.text("SELECT old, new FROM redirects"))
        leads = {str(old): str(new) for old, new in found}
    assert before["deals"] != after["deals"]
    assert set(leads) <= {*before["entities"], *before["deals"]}
    assert set(leads.values()) <= {*after["entities"], *after["deals"]}
    assert set(before["deals"]) & set(leads)


def test_nothing_of_the_erased_document_stays_in_any_table(
    tools: Tools, clock: HandClock
) -> None:
    for fact in live_through(LIFE, tools):
        if isinstance(fact, DocumentFoundAgain) and fact.document == "art_d":
            for projection in PROJECTIONS:
                live(tools.database, tools.log, projection)
            assert "articles__g1" in quoting(tools.database, "Title of d")

    finished(tools, clock)

    assert quoting(tools.database, "Title of d") == []
    assert quoting(tools.database, origin("d")) == []
