"""How well stories are told apart, on a press that was invented for it."""

from itertools import combinations

import pytest

from ingestd.resolution.meeting import (
    copy_keys,
    key_of,
    sought_blocks,
    sought_buckets,
    told_keys,
)
from ingestd.resolution.stories import same_story
from tests.unit.resolution.press import Telling, press, score


def test_nothing_is_joined_that_tells_another_story() -> None:
    assert score(press(copies=True)).wrong == ()


def test_nearly_every_telling_is_joined_to_every_other() -> None:
    assert score(press(copies=False)).recall >= 0.94
    assert score(press(copies=True)).recall >= 0.87


@pytest.mark.parametrize("copies", [False, True])
def test_each_story_is_one_when_links_lead_on(*, copies: bool) -> None:
    articles = press(copies=copies)
    groups = {each.name: {each.name} for each in articles}
    for one, other in combinations(articles, 2):
        if same_story(one.traits, other.traits):
            groups[one.name] |= groups[other.name]
            for name in groups[one.name]:
                groups[name] = groups[one.name]

    told: dict[str, set[str]] = {}
    for each in articles:
        told.setdefault(each.story, set()).add(each.name)
    assert {frozenset(group) for group in groups.values()} == set(map(frozenset, told.values()))


def meet(one: Telling, other: Telling) -> bool:
    """Whether the one is found where the other is looked for."""
    if set(copy_keys(one.traits.sketch)) & set(copy_keys(other.traits.sketch)):
        return True
    sought = {
        key_of(block, bucket)
        for block in sought_blocks(other.traits, 8)
        for buckets in sought_buckets(other.traits)
        for bucket in buckets
    }
    return not sought.isdisjoint(told_keys(one.traits, 7, [0] * len(one.traits.names)))


def test_whatever_is_joined_is_found_by_its_keys() -> None:
    missed = [
        (one.name, other.name)
        for one, other in combinations(press(copies=True), 2)
        if same_story(one.traits, other.traits) and not (meet(one, other) and meet(other, one))
    ]

    assert missed == []
