"""What intake remembers of a place."""

from msgspec.structs import replace

from ingestd.store import origins
from ingestd.store.database import Database
from ingestd.store.origins import Origin

A = Origin(
    origin="file:///a",
    source="wire",
    document="art_a",
    began_here=True,
    revision=1,
    fingerprint="f1",
    mark="m1",
)
B = Origin(origin="file:///b", source="wire", document="art_a", revision=4, whole=False)


def remember(database: Database, *seen: Origin) -> None:
    with database.writing() as connection:
        origins.remember(connection, *seen)


def at(database: Database, *places: str) -> dict[str, list[Origin]]:
    with database.reading() as connection:
        return origins.at(connection, places)


def test_an_unknown_place_is_none(database: Database) -> None:
    remember(database)

    assert at(database, "file:///a") == at(database) == {}
    with database.reading() as connection:
        assert origins.of_document(connection, "art_a") == []


def test_a_place_is_remembered_as_it_was_seen_last(database: Database) -> None:
    now = Origin(
        origin="file:///a",
        source="wire",
        rejection="it is no text",
        filtered="words = ж",
        whole=False,
        gone_at="2021-11-11T09:00:00.000000Z",
        words="w",
        churn=3,
        tries=2,
        again_at="2021-11-11T10:00:00.000000Z",
    )
    remember(database, A, B)
    remember(database, now)

    assert at(database, "file:///a", "file:///b") == {"file:///a": [now], "file:///b": [B]}


def test_each_source_remembers_a_place_for_itself(database: Database) -> None:
    other = replace(A, source="other", mark="m2", began_here=False)
    remember(database, A, other)

    assert at(database, "file:///a") == {"file:///a": [other, A]}


def test_all_places_of_a_document_are_known(database: Database) -> None:
    elsewhere = Origin(origin="file:///c", source="wire", document="art_c")
    remember(database, B, A, elsewhere)

    with database.reading() as connection:
        assert origins.of_document(connection, "art_a") == [A, B]
        found = origins.of_documents(connection, ["art_a", "art_c", "art_none"])
    assert found == {"art_a": [A, B], "art_c": [elsewhere]}


def test_what_a_source_shows_is_what_has_not_gone(database: Database) -> None:
    gone = replace(A, origin="file:///0", gone_at="2021-11-11T09:00:00.000000Z")
    remember(database, B, A, gone, replace(A, origin="file:///9", source="other"))

    with database.reading() as connection:
        assert origins.shown_by(connection, "wire") == ["file:///a", "file:///b"]


def test_what_is_dropped_or_forgotten_is_unknown(database: Database) -> None:
    third = Origin(origin="file:///c", source="wire")
    remember(database, A, B, third)

    with database.writing() as connection:
        origins.forget(connection, "art_a")
        origins.drop(connection, [replace(third, source="other")])
    assert at(database, *(f"file:///{name}" for name in "abc")) == {"file:///c": [third]}
    with database.writing() as connection:
        origins.drop(connection, [third])
    assert at(database, "file:///c") == {}


def test_a_source_in_use_no_more_holds_nothing(database: Database) -> None:
    other = replace(A, source="other")
    remember(database, A, other)

    with database.writing() as connection:
        origins.release(connection, "wire")

    assert at(database, "file:///a") == {"file:///a": [other, replace(A, began_here=False)]}


def test_to_look_again_forgets_the_mark_and_no_more(database: Database) -> None:
    marked = replace(B, mark="m2")
    remember(database, A, marked)

    with database.writing() as connection:
        origins.look_again(connection, "file:///a")

    found = at(database, "file:///a", "file:///b")
    assert found == {"file:///a": [replace(A, mark=None)], "file:///b": [marked]}
