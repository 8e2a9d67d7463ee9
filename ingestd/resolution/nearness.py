"""Keys under which two tellings of one deal meet, so that a deal is compared to few.

What is one deal by `same_deal` shares two parties, or a party and a product or an amount;
in the second case one of the two tellings names nobody else, or nothing but countries.
"""

import math
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from ingestd.events.facts import Money

STEP = 0.06
"""The width of a bucket of amounts, as a logarithm: more than amounts of one deal differ by."""


ALONE = "/alone"
"""Marks what is found under a house where no other house is a party."""


def deal_keys(
    parties: Collection[str],
    houses: Collection[str],
    products: Iterable[str],
    value: Money | None,
) -> set[str]:
    """Return the keys under which a deal between these, of these products, is found.

    `houses` are the parties that are no countries.
    """
    end = ALONE if _is_alone(houses) else ""
    keys = {f"{one}/{other}" for one, other in combinations(sorted(set(parties)), 2)}
    for matter in (*products, *_amounts(value, near=())):
        keys.update(f"{house}/{matter}{end}" for house in houses)
    return keys


def sought_deals(
    parties: Collection[str],
    houses: Collection[str],
    products: Iterable[str],
    value: Money | None,
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
    # houses that deal in much of one thing would meet all of that, each time
    ends = ("", ALONE) if _is_alone(houses) else (ALONE,)
    for matter in (*products, *_amounts(value, near=(-1, 1))):
        keys.update(f"{house}/{matter}{end}" for house in houses for end in ends)
    return keys


def _is_alone(houses: Collection[str]) -> bool:
    return len(set(houses)) == 1


def _amounts(value: Money | None, *, near: Collection[int]) -> Iterator[str]:
    if value is None:
        return
    if not value.amount:
        yield f"{value.currency}/0"
        return
    sign = "-" if value.amount < 0 else "+"
    bucket = math.floor(math.log(abs(value.amount)) / STEP)
    for step in (0, *near):
        yield f"{value.currency}/{sign}{bucket + step}"
