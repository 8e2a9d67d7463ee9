"""What intake remembers of a place."""

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


def remember(database: Database, *seen: Origin) -> None:
    with database.writing() as connection:
        for place in seen:
            origins.remember(connection, place)


def test_an_unknown_place_is_none(database: Database) -> None:
    with database.reading() as connection:
        assert origins.find(connection, "file:///a") is None
        assert origins.latest_revision(connection, "art_a") is None


def test_a_place_is_remembered_as_it_was_seen_last(database: Database) -> None:
    now = Origin(origin="file:///a", source="other", rejection="it is no text")
    remember(database, A, now)

    with database.reading() as connection:
        assert origins.find(connection, "file:///a") == now


def test_revisions_count_over_all_places_of_a_document(database: Database) -> None:
    remember(
        database,
        A,
        Origin(origin="file:///b", source="wire", document="art_a", revision=4),
        Origin(origin="file:///c", source="wire", document="art_c", revision=9),
    )

    with database.reading() as connection:
        assert origins.latest_revision(connection, "art_a") == 4


def test_to_look_again_forgets_the_mark_and_no_more(database: Database) -> None:
    remember(database, A, Origin(origin="file:///b", source="wire", mark="m2"))

    with database.writing() as connection:
        origins.look_again(connection, "file:///a")

    with database.reading() as connection:
        found = [origins.find(connection, f"file:///{name}") for name in "ab"]
    assert [place.mark for place in found if place] == [None, "m2"]
    assert found[0] is not None
    assert found[0].fingerprint == "f1"
