"""What articles are known by beside the places they are at."""

from ingestd.store import identities
from ingestd.store.database import Database


def claim(database: Database, *claims: tuple[str, str | None]) -> None:
    with database.writing() as connection:
        identities.claim(connection, claims)


def test_a_key_means_the_document_that_claimed_it_last(database: Database) -> None:
    claim(database, ("url:1", "art_a"), ("guid:1", "art_a"), ("url:2", "art_b"))
    claim(database, ("url:2", "art_c"))

    with database.reading() as connection:
        assert identities.known(connection, ["url:1", "url:2", "url:3"]) == {
            "url:1": "art_a",
            "url:2": "art_c",
        }
        assert identities.of_document(connection, "art_a") == ["guid:1", "url:1"]
        assert identities.known(connection, []) == {}


def test_a_key_that_several_share_is_known_and_means_none(database: Database) -> None:
    claim(database, ("guid:1", "art_a"))
    claim(database, ("guid:1", None))

    with database.reading() as connection:
        assert identities.known(connection, ["guid:1"]) == {"guid:1": None}


def test_a_document_is_forgotten_with_all_its_keys(database: Database) -> None:
    claim(database, ("url:1", "art_a"), ("guid:1", "art_a"), ("url:2", "art_b"))

    with database.writing() as connection:
        identities.forget(connection, "art_a")

    with database.reading() as connection:
        found = identities.known(connection, ["url:1", "guid:1", "url:2"])
    assert found == {"url:2": "art_b"}
