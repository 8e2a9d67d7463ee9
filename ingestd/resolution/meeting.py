"""Keys under which articles of one story meet, so that each is compared to few; pure.

A key is a bucket of a block: who is told of, and in which few days. An article is found under
the rarest half of what it names, and looks under all of it: what shares more than half of
the more names shares one of these. `same_story` asks for that, or for many of the figures:
under some of those it is found, too. Articles without a day are found by the day on which they came.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from ingestd.resolution.stories import BUCKET_BITS, NEAR, Name, Traits, bucket

SPAN = 4
"""Days of a block."""
OF_SKETCH = 12
"""Numbers of a sketch under which copies are sought: half a text misses its other one in 2¹²."""
LEAST = 3
"""Names under which an article is found at least."""
OF_FIGURES = 3
"""Figures under which an article is found, the longest: many in common make up for few names."""
FIGURE = "figure/"
OF_OLD = 2
"""Names under which an old one is found by the day it came: only such without a day look there."""
LATEST = 32
"""Articles under one key that count: what more have in common tells nothing."""
ENOUGH = 64
"""Of so many, counted once for each name, those are chosen to whom an article is compared."""
Found = Sequence[Sequence[int]]
"""For each key of a name under which somebody is found, the numbers of those, in their order."""
_SPAN_BITS = 20
_PUBLISHED, _UNDATED, _SKETCHES, _CAME = (kind << _SPAN_BITS for kind in range(4))


def copy_keys(sketch: Sequence[int]) -> list[int]:
    """Return the keys under which copies of an article meet it."""
    return [key_of(_SKETCHES, number) for number in sketch[:OF_SKETCH]]


def key_of(block: int, place: int) -> int:
    """Return a key; those of a block are neighbours, so that what comes together lies together."""
    return block << BUCKET_BITS | place


def told_keys(traits: Traits, known: Sequence[int]) -> list[int]:
    """Return the keys under which an article is to be found by what it names and counts.

    `known` tells of each name how many articles are found by it already.
    """
    rare, own = _rarest_first(traits.names, known), _own_block(traits)
    keys = [key_of(own, each) for name in _half(rare) for each in name.buckets]
    keys += [key_of(own, bucket(FIGURE + each)) for each in _figures(traits)[:OF_FIGURES]]
    if _is_old(traits):
        came = _CAME | _span(traits.received)
        keys += [key_of(came, each) for name in rare[:OF_OLD] for each in name.buckets]
    return list(dict.fromkeys(keys))


def sought_buckets(traits: Traits) -> list[tuple[int, ...]]:
    """Return by which buckets articles are found: for each name its own, then for each figure."""
    named = [name.buckets for name in traits.names]
    return named + [(bucket(FIGURE + each),) for each in _figures(traits)]


def sought_blocks(traits: Traits) -> list[int]:
    """Return the blocks in which to look for articles near in time."""
    if traits.published is None:
        kinds = (_PUBLISHED, _UNDATED, _CAME)
        return [kind | span for kind in kinds for span in _spans(traits.received)]
    near = _spans(traits.published)
    came = sorted({*near, *_spans(traits.received)}) if _is_old(traits) else near
    return [_PUBLISHED | span for span in near] + [_UNDATED | span for span in came]


def many(found: Found) -> int:
    """Tell, roughly, how many articles were met by a name."""
    return min(max(map(len, found), default=0), LATEST)


def likely(met: Iterable[Found], most: int) -> list[int]:
    """Return whom an article has the rarest in common with, so many, the latest of equals first.

    `met` tells for each name, figure or number of a sketch who has it too. What many have in common
    does not count where enough have something rarer.
    """
    rare: defaultdict[int, float] = defaultdict(float)
    left = ENOUGH
    for found in sorted(filter(None, met), key=many):
        who = {number for numbers in found for number in numbers[-LATEST:]}
        part = 1 / len(who)
        for each in who:
            rare[each] += part
        left -= len(who)
        if left <= 0:
            break
    latest_first = sorted(rare, reverse=True)
    return sorted(latest_first, key=rare.__getitem__, reverse=True)[:most]


def _figures(traits: Traits) -> list[str]:
    """Its figures that are no days, those that say most first."""
    return sorted(traits.figures - traits.days, key=lambda each: (-len(each), each))


def _rarest_first(names: Sequence[Name], known: Sequence[int]) -> list[Name]:
    places = sorted(range(len(names)), key=known.__getitem__)
    return [names[place] for place in places]


def _half(names: Sequence[Name]) -> list[Name]:
    """The first names, half by weight, and not too few."""
    left = sum(name.weight for name in names) / 2
    half: list[Name] = []
    for name in names:
        if left <= 0 and len(half) >= LEAST:
            break
        half.append(name)
        left -= name.weight
    return half


def _own_block(traits: Traits) -> int:
    if traits.published is None:
        return _UNDATED | _span(traits.received)
    return _PUBLISHED | _span(traits.published)


def _is_old(traits: Traits) -> bool:
    """Whether it tells of a day long before the one on which it came (or after it)."""
    return (
        traits.published is not None and abs((traits.received - traits.published).days) > NEAR
    )


def _spans(day: date) -> list[int]:
    return sorted({_span(day, step) for step in (-NEAR, 0, NEAR)})


def _span(day: date, step: int = 0) -> int:
    return (day.toordinal() + step) // SPAN
