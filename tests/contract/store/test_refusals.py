"""What intake takes in no more."""

from ingestd.store import refusals
from ingestd.store.database import Database
from ingestd.store.refusals import Refusal

FIRST = Refusal(document="art_a", reason="asked for", refused_at="2021-11-11T09:00:00.000000Z")
SECOND = Refusal(document="art_b", reason="a court", refused_at="2021-11-12T09:00:00.000000Z")


def test_what_has_one_of_the_marks_is_refused(database: Database) -> None:
    with database.writing() as connection:
        refusals.refuse(connection, ["a", "b"], FIRST)

    with database.reading() as connection:
        assert refusals.find(connection, "b") == FIRST
        assert refusals.find(connection, "none", "a") == FIRST
        assert refusals.find(connection, "none") is None


def test_what_is_refused_already_keeps_its_reason(database: Database) -> None:
    with database.writing() as connection:
        refusals.refuse(connection, ["a"], FIRST)

    with database.writing() as connection:
        refusals.refuse(connection, ["a", "b"], SECOND)
        refusals.refuse(connection, ["b"], FIRST)

    with database.reading() as connection:
        assert refusals.find(connection, "a") == FIRST
        assert refusals.find(connection, "b") == SECOND
