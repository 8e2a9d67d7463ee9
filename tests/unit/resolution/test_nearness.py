"""Tellings that may be of one deal share a key, and few others do."""

import pytest

from ingestd.events.facts import Money
from ingestd.resolution import deal_keys, sought_deals
from ingestd.resolution.deals import SAME_VALUE


def money(amount: float) -> Money:
    return Money(amount=amount, currency="USD")


def test_two_parties_in_common_meet() -> None:
    found = deal_keys(["a", "b", "c"], ["a", "b", "c"], [], None)

    assert found & sought_deals(["c", "a", "d"], ["a", "c", "d"], [], None)
    assert not found & sought_deals(["a", "d"], ["a", "d"], [], None)


@pytest.mark.parametrize("others", [[], ["fi"], ["fi", "a"]])
def test_a_house_and_a_product_meet_where_one_telling_names_no_other_house(
    others: list[str],
) -> None:
    lonely, full = ["a", *others], ["a", "b"]
    few, many = (deal_keys(lonely, ["a"], ["p"], None), deal_keys(full, full, ["p"], None))

    assert many & sought_deals(lonely, ["a"], ["p"], None)
    assert few & sought_deals(["a", "c"], ["a", "c"], ["p"], None)
    assert few & sought_deals(["a"], ["a"], ["p"], None)


def test_a_house_and_a_product_do_not_meet_where_both_name_other_houses() -> None:
    found = deal_keys(["a", "b"], ["a", "b"], ["p"], None)

    assert not found & sought_deals(["a", "c"], ["a", "c"], ["p"], None)


@pytest.mark.parametrize("amount", [0.0, 1e-9, 3.0, 99.99, 1e6, 7.77e11, -5.0])
@pytest.mark.parametrize("share", [1 - SAME_VALUE, 1.0, 1 / (1 - SAME_VALUE)])
def test_a_party_and_about_the_same_amount_meet(amount: float, share: float) -> None:
    found = deal_keys(["a"], ["a"], [], money(amount))

    assert found & sought_deals(["a", "c"], ["a", "c"], [], money(amount * share))


@pytest.mark.parametrize("other", [0.0, 80.0, -100.0, 125.0])
def test_other_amounts_do_not(other: float) -> None:
    found = deal_keys(["a", "b"], ["a", "b"], [], money(100.0))

    assert not found & sought_deals(["a"], ["a"], [], money(other))


def test_countries_count_where_nobody_else_is_a_party() -> None:
    found = deal_keys(["fi", "se"], [], ["p"], None)

    assert found & sought_deals(["fi", "se"], [], ["p"], None) == {"fi/se"}
    assert not found & sought_deals(["fi", "se", "a"], ["a"], ["p"], None)
