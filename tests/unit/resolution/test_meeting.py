"""Under which keys an article is found, and under which others look for it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pytest

from ingestd.resolution.meeting import (
    ENOUGH,
    LATEST,
    LEAST,
    Found,
    copy_keys,
    key_of,
    likely,
    many,
    sought_blocks,
    sought_buckets,
    told_keys,
)
from ingestd.resolution.stories import Traits, names_of
from tests.fixtures.building import entity

DAY = date(2021, 11, 11)
NAMES = ("Northwind Energy", "Blue River Steel", "Harbour Trust", "Cedar Mills", "Kelby Works")
OTHERS = ("Merrin Foods", "Larmouth Shipping", "Velmoor Motors")


def traits(
    *names: str,
    published: date | None = DAY,
    received: date = DAY,
    figures: Iterable[str] = (),
) -> Traits:
    return Traits(
        sketch=(),
        figures=frozenset(figures),
        names=tuple(names_of(map(entity, names or NAMES), [])),
        published=published,
        month=None,
        received=received,
    )


def finds(seeker: Traits, other: Traits) -> bool:
    posted = set(told_keys(other, 7, [0] * len(other.names)))
    return any(
        key_of(block, bucket) in posted
        for block in sought_blocks(seeker, 8)
        for buckets in sought_buckets(seeker)
        for bucket in buckets
    )


def near(met: Sequence[Found], most: int) -> list[int]:
    return likely(met, list(map(many, met)), most)


@pytest.mark.parametrize(("days", "found"), [(0, True), (3, True), (12, False)])
def test_articles_that_are_near_in_time_find_each_other(days: int, *, found: bool) -> None:
    later = DAY + timedelta(days=days)
    one, other = traits(), traits(published=later, received=later)
    undated = traits(published=None, received=later)

    assert finds(one, other) is finds(other, one) is found
    assert finds(one, undated) is finds(undated, one) is found


def test_an_article_of_long_ago_and_one_without_a_day_meet_on_the_day_they_came() -> None:
    old, undated = traits(published=date(2019, 1, 1)), traits(published=None)

    assert finds(old, undated)
    assert finds(undated, old)
    assert not finds(old, traits())


def test_an_article_is_found_by_the_rarest_half_of_its_names_and_not_by_too_few() -> None:
    many, few = traits(*NAMES, *OTHERS), traits(*NAMES[:4])

    def posted(told: Traits, known: list[int]) -> list[str]:
        buckets = {key & ((1 << 40) - 1) for key in told_keys(told, 7, known)}
        names = zip((*NAMES, *OTHERS), told.names, strict=False)
        return [name for name, its in names if buckets.intersection(its.buckets)]

    assert posted(many, [0, 9, 1, 2, 3, 4, 5, 6]) == [NAMES[0], *NAMES[2:]]
    assert posted(few, [5, 0, 0, 0]) == list(NAMES[1:4])
    assert len(posted(few, [0] * 4)) == LEAST


def test_the_rarest_in_common_count_most_and_of_equals_the_latest_come_first() -> None:
    met = [[[1, 2, 3], [1]], [[2, 4]], [], [[5, 6]]]

    assert near(met * 2, 4) == [2, 6, 5, 4]
    assert [many(found) for found in met] == [3, 2, 0, 2]


def test_under_one_key_the_latest_count() -> None:
    numbers = list(range(2 * LATEST))

    assert near([[numbers]] * 2, len(numbers)) == numbers[: LATEST - 1 : -1]
    assert many([numbers]) == LATEST


def test_what_very_many_have_in_common_does_not_count_where_enough_have_rarer() -> None:
    common = [list(range(1000, 1000 + LATEST))]
    rare = [[[number, number + 1]] for number in range(0, ENOUGH // 2, 2)] * 2

    assert near([common, *rare], ENOUGH * 2) == list(range(ENOUGH // 2))[::-1]
    assert set(near([common, common, *rare[:2]], ENOUGH * 2)) > set(common[0])


def test_of_those_who_are_met_but_once_only_the_first_are_near() -> None:
    met = [[[1, 2, 3, 4, 5]], [[2, 9]], [[2, 1]]]

    assert near(met, 9) == [2, 1, 9]
    assert near([*met, [[5, 8]]], 9) == [2, 5, 1]


def test_many_figures_make_up_for_few_names() -> None:
    one, other = (
        traits(*names, figures=("--11-11", "39000000", "15"))
        for names in (("Kelby Works", *OTHERS), ("Kelby Works", *NAMES[:3]))
    )

    assert finds(one, other)
    assert not finds(traits("Kelby Works"), traits(*NAMES, *OTHERS, figures=("--11-11",)))


def test_copies_meet_by_the_least_of_their_words() -> None:
    words = tuple(range(64))

    assert set(copy_keys(words)) & set(copy_keys(words[::2]))
    assert not set(copy_keys(words)) & set(copy_keys(range(64, 128)))
