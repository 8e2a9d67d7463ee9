"""What erasing takes out of the log, and what it leaves."""

import pytest
import sqlalchemy as sa

from ingestd.errors import StoreError
from ingestd.events import DocumentErased, DocumentRetried
from ingestd.events.envelope import TOMBSTONE
from ingestd.store import erasure
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.tables import EVENTS, PARKED
from tests.fixtures.building import (
    blob,
    erased,
    erased_at,
    parsed,
    received,
    rejected,
    retried,
    text,
)
from tests.fixtures.stores import Given, told


def data(database: Database) -> list[bytes]:
    with database.reading() as connection:
        found = connection.execute(sa.select(EVENTS.c.data).order_by(EVENTS.c.position))
        return [bytes(each) for each in found.scalars()]


def test_what_the_streams_told_before_is_replaced_and_the_rest_stays(
    database: Database, log: EventLog, given: Given
) -> None:
    given(rejected("a", stage="intake"), received("a"), received("b"), parsed("a"))
    *_, at, in_place = given(erased("a"), erased_at("a", at="a"))
    before = data(database)

    with database.writing() as connection:
        streams = {erased("a").stream, erased_at("a", at="a").stream}
        replaced = erasure.tombstone(connection, streams, before=at)

    assert replaced == 3
    assert data(database) == [TOMBSTONE, TOMBSTONE, before[2], TOMBSTONE, *before[4:]]
    assert [type(fact) for fact in told(database, log)] == [
        type(received("b")),
        DocumentErased,
        DocumentErased,
    ]
    assert in_place == at + 1


def test_the_log_lets_nothing_be_replaced_before_it_says_so(
    database: Database, given: Given
) -> None:
    given(received("a"), received("b"), erased("b"))

    with (
        pytest.raises((StoreError, sa.exc.DBAPIError), match="append-only"),
        database.writing() as connection,
    ):
        erasure.tombstone(connection, {received("a").stream}, before=3)


def test_what_was_replaced_is_replaced_once(database: Database, given: Given) -> None:
    given(received("a"), erased("a"))
    streams = {received("a").stream}
    with database.writing() as connection:
        assert erasure.with_events(connection, streams) == streams
        assert erasure.tombstone(connection, streams, before=2) == 1

    with database.writing() as connection:
        assert erasure.with_events(connection, streams) == set()
        assert erasure.tombstone(connection, streams, before=2) == 0


def test_what_was_set_aside_of_it_is_forgotten(database: Database, given: Given) -> None:
    given(received("a"), received("b"), erased("a"))
    with database.writing() as connection:
        for position, stream in ((1, received("a").stream), (2, received("b").stream)):
            connection.execute(
                PARKED.insert().values(
                    reader="projection:x:1",
                    position=position,
                    stream=stream,
                    error="it quotes",
                    attempts=1,
                    parked_at="2021-11-11T09:00:00.000000Z",
                )
            )

    with database.writing() as connection:
        erasure.tombstone(connection, {received("a").stream}, before=3)

    with database.reading() as connection:
        left = list(connection.execute(sa.select(PARKED.c.stream)).scalars())
    assert left == [received("b").stream]


def test_a_blob_is_named_as_long_as_a_living_document_names_it(
    database: Database, given: Given
) -> None:
    given(received("a"), parsed("a"), received("b", blob=blob("a")), erased("a"))
    digests = {blob("a"), text("a"), blob("none")}
    with database.reading() as connection:
        before = erasure.named(connection, digests)

    with database.writing() as connection:
        erasure.tombstone(connection, {received("a").stream}, before=4)

    with database.reading() as connection:
        after = erasure.named(connection, digests)
    assert (before, after) == ({blob("a"), text("a")}, {blob("a")})


def test_the_last_erasure_and_the_erased_streams_are_known(
    database: Database, given: Given
) -> None:
    with database.reading() as connection:
        assert erasure.last(connection) == 0
    given(received("a"), received("b"), erased("a"), retried("b"))

    with database.reading() as connection:
        assert erasure.last(connection) == 3
        streams = {received("a").stream, received("b").stream}
        assert erasure.erased(connection, streams) == {received("a").stream}


def test_a_user_who_owns_the_log_may_erase(database: Database) -> None:
    with database.reading() as connection:
        erasure.check_owner(connection)


def test_a_later_wish_for_another_try_quotes_nothing(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"), erased("a"), retried("a"))

    with database.writing() as connection:
        erasure.tombstone(connection, {received("a").stream}, before=2)

    assert [type(fact) for fact in told(database, log)] == [DocumentErased, DocumentRetried]
