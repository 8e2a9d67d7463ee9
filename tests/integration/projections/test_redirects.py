"""Ids that newer code gave up still answer, however often it changed its mind."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_any
from msgspec.structs import replace

from ingestd.events import Event, IdsRedirected, Recorded, Redirect
from ingestd.events.briefs import DealsExtracted
from ingestd.projections import runner
from ingestd.projections.knowledge import knowledge
from ingestd.projections.projection import Handler, Look, Projection
from ingestd.queries.deals import get_deal
from ingestd.queries.entities import get_entity
from ingestd.replay import rebuild
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.contract.projections.histories import LIFE, histories
from tests.contract.projections.test_replay import live
from tests.fixtures.building import draft
from tests.fixtures.stores import Given, HandClock


def newer(*, called: dict[str, str] | None = None, by: int = 1) -> Projection:
    """The knowledge of a later version, which reads some names otherwise."""
    shape = knowledge.shape
    later = Projection(
        shape.name,
        version=shape.version + by,
        tables=shape.tables,
        views=shape.views,
    )
    names = called or {}
    later._looks = [_looking(look, names) for look in knowledge._looks]
    later._handlers = {
        kind: [_reading(handler, names) for handler in handlers]
        for kind, handlers in knowledge._handlers.items()
    }
    return later


def _looking(look: Look, called: dict[str, str]) -> Look:
    return lambda tables, page: look(tables, [_renamed(recorded, called) for recorded in page])


def _reading(handler: Handler[Any], called: dict[str, str]) -> Handler[Any]:
    return lambda tables, recorded: handler(tables, _renamed(recorded, called))


def _renamed(recorded: Recorded[Event], called: dict[str, str]) -> Recorded[Event]:
    if not isinstance(recorded.event, DealsExtracted):
        return recorded
    extraction = recorded.event.extraction
    entities = tuple(
        replace(each, name=called.get(each.name, each.name)) for each in extraction.entities
    )
    event = replace(recorded.event, extraction=replace(extraction, entities=entities))
    return replace(recorded, event=event)


def ids(database: Database, view: str) -> set[str]:
    with database.reading() as connection:
        rows = connection.exec_driver_sql(f"SELECT id FROM {view}")  # noqa: S608
        return {row.id for row in rows}


def test_entities_of_the_code_before_are_found_under_their_old_ids(
    database: Database, log: EventLog, given: Given
) -> None:
    given(*LIFE)
    live(database, log, knowledge)
    before = ids(database, "entities")
    others = newer(called={"Acme Pharma": "Umbrella Works", "Globex": "Initech"})

    rebuilt = rebuild(database, log, others)
    while runner.advance(database, log, others):
        pass

    (change,) = (each for each in rebuilt.changes if each.kind == "entities")
    lost = before - ids(database, "entities")
    assert lost
    assert (change.lost, change.redirected) == (len(lost), len(lost))
    with database.reading() as connection:
        found = [get_entity(connection, old) for old in sorted(before)]
    assert all(row and row["id"] in ids(database, "entities") for row in found)


def test_old_ids_answer_after_one_more_change_and_its_undoing(
    database: Database, log: EventLog, given: Given
) -> None:
    given(*LIFE)
    live(database, log, knowledge)
    before = ids(database, "entities")

    for by, called in enumerate(
        ({"Acme Pharma": "Umbrella Works"}, {"Acme Pharma": "Hooli"}, {}), start=1
    ):
        code = newer(called=called, by=by)
        rebuild(database, log, code)
        while runner.advance(database, log, code):
            pass
        with database.reading() as connection:
            assert all(get_entity(connection, old) for old in before)

    assert ids(database, "entities") == before


@pytest.mark.parametrize(
    ("steps", "leads"),
    [
        ([("old", "living")], True),
        ([("old", "middle"), ("middle", "living")], True),
        ([("living", "old"), ("old", "living")], True),
        ([("old", "middle"), ("old", "living")], True),
        ([("old", "middle"), ("middle", "old")], False),
        ([("old", "nowhere")], False),
    ],
    ids=["one step", "two steps", "there and back", "told again", "a ring", "nowhere"],
)
def test_redirects_are_followed_to_what_lives(
    sqlite: Database, log: EventLog, steps: list[tuple[str, str]], leads: bool
) -> None:
    facts = list(LIFE)
    with sqlite.writing() as connection:
        log.append(connection, [draft(fact) for fact in facts])
    live(sqlite, log, knowledge)
    for view, get in (("entities", get_entity), ("deals", get_deal)):
        living = min(ids(sqlite, view))
        told: list[Event] = [
            IdsRedirected(
                projection="knowledge",
                code=2,
                redirects=(
                    Redirect(
                        old=old.replace("living", living), new=new.replace("living", living)
                    ),
                ),
            )
            for old, new in steps
        ]
        with sqlite.writing() as connection:
            log.append(connection, [draft(fact) for fact in told])
        live(sqlite, log, knowledge)

        with sqlite.reading() as connection:
            row = get(connection, "old")
            assert (row["id"] if row else None) == (living if leads else None)
            itself = get(connection, living)
            assert itself is not None
            assert itself["id"] == living


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@for_any(history=histories)
def test_the_same_code_gives_the_same_ids(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, history: Sequence[Event]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    shutil.copy(sqlite_template, folder)
    database, log = Database.in_folder(folder), EventLog(HandClock())
    for start in range(0, len(history), 7):
        with database.writing() as connection:
            log.append(connection, [draft(fact) for fact in history[start : start + 7]])
        live(database, log, knowledge, batch=3)

    rebuilt = rebuild(database, log, newer())

    database.close()
    assert rebuilt.changes == ()
