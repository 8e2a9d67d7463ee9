"""Whom a single name means, among persons of one story."""
# ruff: noqa: RUF001  Cyrillic is one of the scripts

import pytest

from ingestd.resolution import Known
from ingestd.resolution.bearers import bearer, gathered

ANNA = Known(id="anna", type="person", names=("Anna Weber",))
BORIS = Known(id="boris", type="person", names=("Boris Trump", "Борис Трамп"))
OLGA = Known(id="olga", type="person", names=("Olga Weber",))
CZECH = Known(id="czech", type="person", names=("Jana Novotná Merkelová",))


@pytest.mark.parametrize(
    ("short", "persons", "whom"),
    [
        ("Weber", [ANNA, BORIS], "anna"),
        ("Вебер", [ANNA, BORIS], "anna"),
        ("A. Weber", [ANNA, OLGA], "anna"),
        ("О. Вебер", [ANNA, OLGA], "olga"),
        ("Weber", [ANNA, OLGA], None),
        ("Trumps", [BORIS], None),
        ("Трамп", [BORIS], "boris"),
        ("Merkel", [CZECH], "czech"),
        ("Wäber", [ANNA], "anna"),
        ("Wiber", [OLGA], "olga"),
        ("Wobor", [OLGA], None),
        ("Anna Weber", [ANNA], None),
        ("Lee", [ANNA, BORIS], None),
        ("", [ANNA], None),
    ],
)
def test_a_short_name_means_the_only_one_who_bears_it(
    short: str, persons: list[Known], whom: str | None
) -> None:
    found = bearer(short, persons)

    assert (found.id if found else None) == whom


def test_of_several_it_means_the_one_who_is_by_far_more_written_of() -> None:
    known = Known(id="known", type="person", names=("Olga Weber", "Ольга Вебер"))

    found = bearer("Weber", [ANNA, known])

    assert found is known


def test_those_told_of_together_are_gathered_around_who_bears_the_name() -> None:
    short = Known(id="short", type="person", names=("Вебер", "Weber"))
    alone = Known(id="alone", type="person", names=("Novak",))
    again = Known(id="again", type="person", names=("Новак",))

    groups = gathered([short, alone, ANNA, BORIS, again])

    assert [[each.id for each in group] for group in groups] == [
        ["anna", "short"], ["boris"], ["alone", "again"],
    ]  # fmt: skip
