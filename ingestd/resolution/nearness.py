"""Keys under which two tellings of one deal meet, so that a deal is compared to few.

What is one deal by `same_deal` shares two parties, or a party and a product or an amount.
"""

import math
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from ingestd.events.facts import Money

STEP = 0.06
"""The width of a bucket of amounts, as a logarithm: more than amounts of one deal differ by."""


def deal_keys(
    parties: Collection[str], products: Iterable[str], value: Money | None
) -> set[str]:
    """Return the keys under which a deal between these, of these products, is found."""
    return sought_deals(parties, parties, products, value, near=())


def sought_deals(
    parties: Collection[str],
    houses: Collection[str],
    products: Iterable[str],
    value: Money | None,
    *,
    near: Collection[int] = (-1, 1),
) -> set[str]:
    """Return the keys under which to look for deals that this may be.

    `houses` are the parties that are no countries: countries count where nobody else is a
    party, and share no products and amounts.
    """
    keys = {
        f"{one}/{other}"
        for one, other in combinations(sorted(set(parties)), 2)
        if not houses or one in houses or other in houses
    }
    for matter in (*products, *_amounts(value, near)):
        keys.update(f"{house}/{matter}" for house in houses)
    return keys


def _amounts(value: Money | None, near: Collection[int]) -> Iterator[str]:
    if value is None:
        return
    if not value.amount:
        yield f"{value.currency}/0"
        return
    sign = "-" if value.amount < 0 else "+"
    bucket = math.floor(math.log(abs(value.amount)) / STEP)
    for step in (0, *near):
        yield f"{value.currency}/{sign}{bucket + step}"
