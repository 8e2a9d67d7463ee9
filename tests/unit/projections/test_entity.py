"""An entity is what its tellings add up to, in whatever order they were counted."""

import random

import pytest

from ingestd.projections.entity import Entity
from ingestd.resolution import Naming, Used, best_name, naming

NAMINGS = [
    naming("Acme Ltd", "company", (), ("Acme", "Acme Ltd"), "FI"),
    naming("Acme Ltd", "organization", ("AL",), (), "SE"),
    naming("ACME", "company", (), (), None),
    naming("Acmé", "company", (), ("Acmé",), "FI", "house:acme"),
]
Telling = tuple[Naming, str | None, int]


def hear(entity: Entity, telling: Telling) -> None:
    how, language, position = telling
    entity.see(position, f"t{position:03}", f"t{position:03}")
    if not entity.hear_again(how, language):
        entity.hear(how, language, position)


def told(*tellings: Telling) -> Entity:
    entity = Entity("ent_a", 1, at="t001")
    for telling in tellings:
        hear(entity, telling)
    return entity


def history(seed: int) -> list[Telling]:
    chance = random.Random(seed)
    return [
        (chance.choice(NAMINGS), chance.choice(["en", "fr", None]), position)
        for position in range(1, chance.randint(3, 30))
    ]


def shown(entity: Entity) -> dict[str, object]:
    row = entity.row()
    row["names"] = sorted(Entity.of_row(row)._uses.items())
    return row | {"known": entity.known, "keys": entity.keys}


def test_another_reference_leads_to_it_though_few_tell_it() -> None:
    first, second = (naming("Acme", "company", (), (), "FI", f"house:{each}") for each in "ab")
    entity = told((first, "en", 1), (first, "en", 2))
    before = entity.keys

    hear(entity, (second, "en", 3))

    assert entity.reference == "house:a"
    assert entity.keys - before == {"reference/house:b"}


def test_it_goes_by_what_most_tell_of_it_alone() -> None:
    first, second = (naming("Acme", "company", (), (), "FI", f"house:{each}") for each in "ab")
    entity = told((first, "en", 1), (first, "en", 2), (second, "en", 3))

    assert [entity.goes_by(each.known) for each in (first, second)] == [True, False]


def test_what_is_told_again_of_a_minority_is_no_repetition() -> None:
    firm, house = (naming("Acme", kind) for kind in ("company", "organization"))
    entity = told((firm, "en", 1), (house, "en", 2), (firm, "en", 3))

    entity.take_back(firm, "en", 3)
    entity.take_back(firm, "en", 1)
    entity.see(4, "t004", "t004")

    assert (entity.type, entity.hear_again(firm, "en")) == ("organization", False)


def test_what_most_tell_does_not_hang_on_when_it_is_counted() -> None:
    firm, house = (naming("Acme", kind) for kind in ("company", "organization"))
    entity = told((firm, "en", 1), (firm, "en", 2), (firm, "en", 3), (house, "en", 4))

    hear(entity, (house, "fr", 5))

    assert entity.type == "company"


@pytest.mark.parametrize("seed", range(20))
def test_names_are_counted_and_the_best_is_shown(seed: int) -> None:
    tellings = history(seed)
    entity = told(*tellings)

    uses = [use for how, language, _ in tellings for use in how.uses(language)]
    full = {use.name for use in uses if use.full}
    used = [
        Used(
            name,
            sum(use.name == name and use.full for use in uses),
            any(use.name == name and use.full and use.language == "en" for use in uses),
        )
        for name in full
    ]
    assert entity.row()["name"] == best_name(entity.type, used)
    assert {use: called.times for use, called in entity._uses.items()} == {
        use: uses.count(use) for use in uses
    }
    assert entity.keys == {key for how, _, _ in tellings for key in how.keys}


@pytest.mark.parametrize("seed", range(20))
def test_it_is_the_same_whenever_it_was_written_and_read(seed: int) -> None:
    tellings = history(seed)
    half = len(tellings) // 2
    entity = Entity.of_row(told(*tellings[:half]).row()) if half else told()
    for telling in tellings[half:]:
        hear(entity, telling)

    assert shown(entity) == shown(told(*tellings))


@pytest.mark.parametrize("seed", range(20))
def test_who_asks_after_every_telling_is_told_what_who_asks_at_the_end_is(seed: int) -> None:
    tellings = history(seed)
    entity = told()
    for telling in tellings:
        hear(entity, telling)
        entity.row()

    assert shown(entity) == shown(told(*tellings))


@pytest.mark.parametrize("seed", range(20))
def test_what_is_taken_back_was_never_told(seed: int) -> None:
    tellings = history(seed)
    half = (len(tellings) + 1) // 2
    entity = told(*tellings)
    entity.row()
    for telling in tellings[half:]:
        entity.take_back(*telling)

    before = told(*tellings[:half])
    left = {name: value for name, value in shown(entity).items() if not name.startswith("last")}
    assert left == {
        name: value for name, value in shown(before).items() if not name.startswith("last")
    }


def test_what_is_first_is_looked_for_anew_when_it_was_taken_back() -> None:
    acme = NAMINGS[0]
    entity = told((acme, "en", 1), (acme, "en", 2), (acme, "en", 3))

    entity.take_back(acme, "en", 1)
    lost = entity.lost
    entity.tell_firsts([(acme.known, 3, "t003"), (acme.known, 2, "t002")])

    assert (lost, entity.lost) == (True, False)
    assert (entity.types.counts, entity.first_seen_at) == ({"company": [2, 2]}, "t002")


def test_what_is_told_late_of_long_ago_is_first_and_not_last() -> None:
    entity = Entity("ent_a", 7, at="t007")

    entity.see(3, "t003", "t003")

    assert (entity.first_seen_at, entity.last, entity.last_seen_at) == ("t003", 7, "t007")


def test_two_that_become_one_add_up() -> None:
    one = told((NAMINGS[0], "en", 1), (NAMINGS[0], "en", 2))
    other = told((NAMINGS[3], "fr", 4), (NAMINGS[3], "fr", 5))

    one.absorb(other)

    both = told(
        (NAMINGS[0], "en", 1),
        (NAMINGS[0], "en", 2),
        (NAMINGS[3], "fr", 4),
        (NAMINGS[3], "fr", 5),
    )
    assert shown(one) == shown(both)
