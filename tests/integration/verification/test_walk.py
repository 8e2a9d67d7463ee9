"""Whatever is done to the log behind our back is found, and named by its place."""

from itertools import pairwise

import pytest

from ingestd.events.envelope import TOMBSTONE
from ingestd.store.database import Database
from ingestd.store.tables import EVENTS, LOG_HEAD
from ingestd.verification.findings import Finding, Findings
from ingestd.verification.walk import walk
from tests.fixtures.building import polled
from tests.fixtures.stores import Given
from tests.integration.verification import tampering
from tests.integration.verification.tampering import COLUMNS, change, flipped, rows

MIDDLE, LAST = 5, 10


def found(database: Database, *, page: int = 3) -> list[Finding]:
    findings = Findings()
    walk(database, findings, page=page)
    return findings.kept


def kinds(findings: list[Finding]) -> set[tuple[int | None, str]]:
    return {(finding.position, finding.kind) for finding in findings}


@pytest.mark.parametrize("page", [1, 3, 5, 10, 11])
def test_a_log_as_it_was_written_is_sound_in_pages_of_any_size(
    database: Database, story: list[int], page: int
) -> None:
    findings, reached = Findings(), list[tuple[int, int]]()

    walked = walk(database, findings, page=page, progress=lambda *told: reached.append(told))

    assert (list(findings), walked.events) == ([], len(story))
    assert walked.head is not None
    assert walked.head.position == LAST
    assert reached[-1] == (LAST, LAST)


def test_an_empty_log_is_sound(database: Database) -> None:
    assert found(database) == []


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("column", [name for name in COLUMNS if name != "position"])
def test_a_changed_value_in_any_column_is_named_by_its_position(
    database: Database, column: str
) -> None:
    before = rows(database)
    named = {}
    for position in (1, MIDDLE, LAST):
        change(database, position, **{column: flipped(before[position - 1][column])})
        named[position] = {finding.position for finding in found(database)}
        tampering.put(database, before)

    assert {position for position, others in named.items() if position in others} == {*named}
    if column not in {"stream", "version"}:  # there the rest of the stream is misnumbered
        assert all(others == {position} for position, others in named.items())
    assert found(database) == []


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("data", "data_changed"),
        ("digest", "data_changed"),
        ("id", "id_changed"),
        ("actor", "chain_broken"),
        ("hash", "chain_broken"),
    ],
)
def test_what_is_wrong_with_an_event_is_said(
    database: Database, column: str, kind: str
) -> None:
    change(database, MIDDLE, **{column: flipped(rows(database)[MIDDLE - 1][column])})

    assert kinds(found(database)) == {(MIDDLE, kind)}


@pytest.mark.usefixtures("story")
def test_a_time_before_the_one_it_follows_is_named_and_no_later_one(database: Database) -> None:
    change(database, MIDDLE, recorded_at="2001-01-01T00:00:00.000000Z")
    earlier = found(database)
    change(database, MIDDLE, recorded_at="2999-01-01T00:00:00.000000Z")

    assert "recorded before" in earlier[0].told
    assert {finding.position for finding in found(database)} == {MIDDLE}


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("removed", "named"),
    [
        ([1], (1, "event 1 is missing")),
        ([MIDDLE], (5, "event 5 is missing")),
        ([4, 5, 6], (4, "events 4 to 6 are missing")),
        ([LAST], (10, "events 10 to 10 are missing")),
        (list(range(1, 11)), (1, "events 1 to 10 are missing")),
    ],
    ids=["first", "middle", "three", "last", "all"],
)
def test_a_removed_event_is_named(
    database: Database, removed: list[int], named: tuple[int, str]
) -> None:
    tampering.remove(database, *removed)

    first = found(database)[0]

    assert (first.position, first.kind) == (named[0], "missing")
    assert first.told.startswith(named[1])


@pytest.mark.usefixtures("story")
def test_an_event_behind_the_head_is_named(database: Database) -> None:
    [*_, last] = rows(database)
    with tampering.as_owner(database) as connection:
        extra = last | {"position": 11, "version": 99, "id": "other"}
        connection.execute(EVENTS.insert(), [extra])

    assert (11, "inserted") in kinds(found(database))


@pytest.mark.usefixtures("story")
def test_an_event_before_the_first_is_named(database: Database) -> None:
    [first, *_] = rows(database)
    with tampering.as_owner(database) as connection:
        extra = first | {"position": 0, "version": 99, "id": "other", "key": None}
        connection.execute(EVENTS.insert(), [extra])

    assert (0, "inserted") in kinds(found(database))


@pytest.mark.usefixtures("story")
def test_an_event_put_between_two_is_named_and_so_are_all_that_had_to_make_room(
    database: Database,
) -> None:
    every = rows(database)
    extra = every[4] | {"id": "another", "version": 77}
    moved = [row | {"position": row["position"] + 1} for row in every[4:]]
    tampering.put(database, [*every[:4], extra, *moved])

    assert {5, *range(6, 12)} <= {finding.position for finding in found(database)}


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(("one", "other"), [*pairwise(range(1, 11)), (2, 9)])
def test_two_events_that_changed_places_are_both_named(
    database: Database, one: int, other: int
) -> None:
    every = rows(database)
    every[one - 1], every[other - 1] = (
        every[other - 1] | {"position": one},
        every[one - 1] | {"position": other},
    )
    tampering.put(database, every)

    assert {one, other} <= {finding.position for finding in found(database)}


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("hash", "0" * 64, "head_differs"),
        ("recorded_at", "2031-01-01T00:00:00.000000Z", "head_differs"),
        ("position", 9, "inserted"),
        ("position", 12, "missing"),
    ],
)
def test_a_head_that_is_not_the_last_events_is_named(
    database: Database, column: str, value: object, kind: str
) -> None:
    tampering.change_head(database, **{column: value})

    [finding] = found(database)

    assert finding.kind == kind


@pytest.mark.usefixtures("story")
def test_another_name_for_the_log_is_no_longer_that_of_its_first_event(
    database: Database,
) -> None:
    tampering.change_head(database, log_id="f" * 32)

    assert (1, "id_changed") in kinds(found(database))


@pytest.mark.usefixtures("story")
def test_a_head_that_is_gone_is_told(database: Database) -> None:
    with tampering.as_owner(database) as connection:
        connection.execute(LOG_HEAD.delete())

    assert (None, "head_differs") in kinds(found(database))


@pytest.mark.usefixtures("story")
def test_a_misnumbered_stream_is_named_though_its_chain_was_made_anew(
    database: Database,
) -> None:
    every = rows(database)
    every[6] |= {"version": 7}
    tampering.rehash(database, every)

    assert kinds(found(database)) == {(7, "misnumbered")}


@pytest.mark.usefixtures("story")
def test_a_time_that_is_none_is_named_though_its_chain_was_made_anew(
    database: Database,
) -> None:
    every = rows(database)
    every[-1] |= {"recorded_at": "the day after"}
    tampering.rehash(database, every)

    assert kinds(found(database)) == {(LAST, "id_changed")}


@pytest.mark.usefixtures("story")
def test_data_that_is_gone_without_a_word_is_named(database: Database) -> None:
    change(database, MIDDLE, data=TOMBSTONE)

    assert kinds(found(database)) == {(MIDDLE, "not_erased")}


@pytest.mark.usefixtures("story")
def test_a_chain_that_was_made_anew_from_end_to_end_is_sound(database: Database) -> None:
    """Only a signed checkpoint tells: see test_checkpoint."""
    every = rows(database)
    tampering.rehash(database, [*every[:4], every[4] | {"actor": "somebody@1"}, *every[5:]])

    assert found(database) == []


@pytest.mark.usefixtures("story")
def test_so_many_findings_are_kept_and_all_are_counted(database: Database) -> None:
    tampering.change_head(database, log_id="f" * 32)
    findings = Findings(most=3)

    walk(database, findings)

    assert (len(findings.kept), findings.count) == (3, 10)


@pytest.mark.usefixtures("story")
def test_events_that_come_between_two_pages_are_walked_too(
    database: Database, given: Given
) -> None:
    findings, told = Findings(), list[int]()

    def go_on(_done: int, _head: int) -> None:
        if len(told) < 3:
            told.extend(given(polled(accepted=1)))

    walked = walk(database, findings, page=2, progress=go_on)

    assert list(findings) == []
    assert walked.events == 13
