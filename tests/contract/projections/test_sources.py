"""How a source does, as its view tells it."""

from typing import Any

import pytest
import sqlalchemy as sa

from ingestd.events import Event
from ingestd.projections import runner
from ingestd.projections.sources import sources
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.fixtures.building import (
    changed,
    failed,
    fell_silent,
    polled,
    recovered,
    registered,
    removed,
    resumed,
    source_moved,
    stopped,
)
from tests.fixtures.stores import Given

Told = dict[str, Any]


class View:
    """The row of the source after facts."""

    def __init__(self, database: Database, log: EventLog, given: Given) -> None:
        self._database, self._log, self._given = database, log, given

    def after(self, *facts: Event) -> Told:
        self._given(*facts)
        runner.advance(self._database, self._log, sources)
        with self._database.reading() as connection:
            rows = connection.execute(sa.text("SELECT * FROM sources")).mappings().all()
        return dict(rows[0]) if rows else {}

    def state(self, *facts: Event) -> str:
        return str(self.after(*facts)["state"])


@pytest.fixture
def view(database: Database, log: EventLog, given: Given) -> View:
    return View(database, log, given)


def test_a_source_is_asked_where_it_moved_until_its_address_is_corrected(view: View) -> None:
    assert view.after(registered(), source_moved())["moved_to"] == "/elsewhere"
    assert view.after(changed(address="/wire"))["moved_to"] == "/elsewhere"
    assert view.after(changed(address="/elsewhere"))["moved_to"] is None


def test_a_source_that_comes_back_to_its_address_is_there(view: View) -> None:
    assert (
        view.after(registered(), source_moved(), source_moved(address="/wire"))["moved_to"]
        is None
    )


def test_a_source_that_was_removed_is_asked_at_its_address_when_it_is_back(
    view: View,
) -> None:
    row = view.after(registered(), source_moved(), removed(), registered())

    assert (row["state"], row["moved_to"]) == ("ok", None)


def test_a_stopped_source_says_why_and_what_helps_until_it_is_resumed(view: View) -> None:
    row = view.after(registered(), stopped())
    assert (row["state"], row["reason"]) == ("stopped", "the server answered 410 Gone")
    assert row["hint"] == "'ingestd sources resume wire' has it asked again"
    assert row["stopped_at"] is not None

    row = view.after(resumed())
    assert (row["state"], row["reason"], row["hint"]) == ("ok", None, None)


def test_a_silent_source_is_so_until_it_brings_a_document(view: View) -> None:
    assert view.state(registered(), fell_silent()) == "silent"
    assert view.state(polled(rejected=1)) == "silent"

    row = view.after(polled(duplicate=1))
    assert (row["state"], row["silent_since"]) == ("ok", None)


def test_the_worst_that_is_true_is_its_state(view: View) -> None:
    states = [view.state(registered(), fell_silent())]
    states += [view.state(fact) for fact in (failed(), stopped(), resumed(), recovered())]
    states.append(view.state(polled(accepted=1)))

    assert states == ["silent", "failing", "stopped", "failing", "silent", "ok"]


@pytest.mark.parametrize(
    "late", [source_moved(), stopped(), resumed(), fell_silent(), polled(accepted=1)]
)
def test_a_source_that_is_not_registered_has_no_row(view: View, late: Event) -> None:
    assert view.after(late) == {}


@pytest.mark.parametrize("late", [source_moved(), stopped(), fell_silent()])
def test_what_a_late_look_tells_does_not_undo_a_removal(view: View, late: Event) -> None:
    assert view.state(registered(), removed(), late) == "removed"
