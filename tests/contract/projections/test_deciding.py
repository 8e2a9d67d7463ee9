"""Who a naming is taken for, as entities come and go, and what is remembered of it."""

from collections.abc import Iterator

import pytest

from ingestd.projections.accounts import Accounts
from ingestd.projections.entity import REMEMBERED, Entity
from ingestd.projections.entity_rows import Entities
from ingestd.projections.knowledge import knowledge
from ingestd.projections.tellings import Account
from ingestd.resolution import Link, Naming, naming
from ingestd.store import generations
from ingestd.store.database import Database
from ingestd.store.rows import Tables

NAMINGS = [naming(name, "company", (), (name,), None) for name in ("Acme", "Bolt", "Cask")]


@pytest.fixture
def tables(database: Database) -> Iterator[Tables]:
    """The tables of a generation that is empty."""
    tables = Tables(knowledge.shape.tables)
    with database.writing() as connection:
        generations.entered(connection, generations.begin(connection, knowledge.shape))
        tables.bind(connection)
        yield tables


def account(position: int) -> Account:
    """An extraction at this position."""
    return Account(
        position=position,
        article="art_1",
        extractor="rules",
        revision=1,
        version="1",
        language="en",
        first_at="2021-11-11",
        last_at="2021-11-11",
        tellings=[],
    )


def told(entities: Entities) -> list[Entity]:
    """Somebody for each naming."""
    found = []
    for position, how in enumerate(NAMINGS, start=1):
        entity = Entity(f"ent_{position}", position, at="2021-11-11")
        entities.enter(entity)
        entities.tell(entity, how, account(position))
        found.append(entity)
    return found


def taken_for(entities: Entities, how: Naming) -> list[str]:
    return [link.id for link in entities.links(how)]


@pytest.mark.parametrize("remembered", [2, 3])
def test_what_was_decided_and_forgotten_is_decided_alike(
    tables: Tables, remembered: int
) -> None:
    entities = Entities(tables, remembered=remembered)
    told(entities)
    before = [taken_for(entities, how) for how in NAMINGS]

    entities.settle()

    assert len(entities._decided) <= remembered
    assert [taken_for(entities, how) for how in NAMINGS] == before
    assert before == [["ent_1"], ["ent_2"], ["ent_3"]]


def test_who_is_no_more_is_nobody_s_namesake(tables: Tables) -> None:
    entities = Entities(tables)
    acme, *_ = told(entities)
    assert taken_for(entities, NAMINGS[0]) == ["ent_1"]

    entities.drop(acme)

    assert taken_for(entities, NAMINGS[0]) == []
    assert entities.find("ent_1") is None
    with pytest.raises(LookupError, match="ent_1"):
        entities["ent_1"]


def test_who_alone_goes_by_all_its_names_is_found_by_the_first_alone(tables: Tables) -> None:
    entities = Entities(tables)
    told(entities)
    again = naming("Acme", "public_body", (), ("Acme",), None)

    found = [entities.links(how) for how in (NAMINGS[0], again)]

    assert found == [(Link(id="ent_1", score=0.95, reason="same name"),)] * 2
    assert (NAMINGS[0].direct, again._sought) == ("house/name/acme", None)


@pytest.mark.parametrize(
    "newcomer",
    [
        naming("Acme", "company", (), (), "FI"),
        naming("Acme", "company", ("Bolt",), (), None),
        naming("Acme", "company", (), ("Bolt",), None),
        naming("Acme", "company", (), (), None, "house:acme"),
    ],
    ids=["another country", "another name", "another form", "another reference"],
)
def test_who_is_told_otherwise_is_compared_to_all(tables: Tables, newcomer: Naming) -> None:
    entities = Entities(tables)
    told(entities)

    entities.links(newcomer)

    assert newcomer._sought is not None


def test_a_reference_alone_says_who_it_is(tables: Tables) -> None:
    entities = Entities(tables)
    how = naming("Acme", "company", (), (), None, "house:acme")
    entity = Entity("ent_1", 1, at="2021-11-11")
    entities.enter(entity)
    entities.tell(entity, how, account(1))

    assert entities.links(how) == (
        Link(id="ent_1", score=1.0, reason="same reference house:acme"),
    )


def test_who_is_told_of_nowhere_was_told_of_last_nowhere(tables: Tables) -> None:
    with pytest.raises(LookupError, match="nothing tells of ent_nobody"):
        Accounts(tables).last_of("ent_nobody")


def test_namings_of_one_thing_are_remembered_up_to_a_bound(tables: Tables) -> None:
    entities = Entities(tables)
    entity = told(entities)[0]
    for number in range(REMEMBERED + 2):
        how = naming("Acme", "company", (), (f"Acme {number}",), None)
        entities.tell(entity, how, account(number + 4))
    entities.settle()

    assert len(entity._again) <= REMEMBERED
