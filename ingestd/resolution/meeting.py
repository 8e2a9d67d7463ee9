"""Keys under which articles of one story meet, so that each is compared to few; pure.

A key is a bucket of a block: who is told of, and in which few days. An article is found under
the rarest half of what it names, and looks under all of it: what shares more than half of
the more names shares one of these. `same_story` asks for that, or for many of the figures:
under some of those it is found, too. Articles without a day are found by when they came.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from math import fsum

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
"""Names under which an old one is found by when it came: only such without a day look there."""
TURN_BITS = 15
TURNS = range(-2, 2)
"""Those came together that came within some 2¹⁵ events: `TURNS` of so many are looked into."""
LATEST = 32
"""Articles under one key that count: what more have in common tells nothing."""
FIRST = 3
"""Of those chosen, so many may have but one name, figure or number in common with it."""
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


def told_keys(traits: Traits, number: int, known: Sequence[int]) -> list[int]:
    """Return the keys under which an article is to be found by what it names and counts.

    Its number is the position in the log at which it came; `known` tells of each name how
    many articles are found by it already.
    """
    rare, own = _rarest_first(traits.names, known), _own_block(traits)
    keys = [key_of(own, each) for name in _half(rare) for each in name.buckets]
    keys += [key_of(own, bucket(FIGURE + each)) for each in _figures(traits)[:OF_FIGURES]]
    if traits.published is not None and _apart(traits.published, traits.received):
        came = _CAME | number >> TURN_BITS
        keys += [key_of(came, each) for name in rare[:OF_OLD] for each in name.buckets]
    return list(dict.fromkeys(keys))


def sought_buckets(traits: Traits) -> list[tuple[int, ...]]:
    """Return by which buckets articles are found: for each name its own, then for each figure."""
    named = [name.buckets for name in traits.names]
    return named + [(bucket(FIGURE + each),) for each in _figures(traits)]


def sought_blocks(traits: Traits, number: int) -> tuple[int, ...]:
    """Return the blocks in which to look for articles near in time; see `told_keys`."""
    turn = number >> TURN_BITS if traits.published is None else 0
    return _blocks(traits.published, traits.received, turn)


def many(found: Found) -> int:
    """Tell, roughly, how many articles were met by a name."""
    return min(max(map(len, found)), LATEST) if found else 0


def likely(met: Sequence[Found], known: Sequence[int], most: int) -> list[int]:
    """Return whom an article has the rarest in common with, so many, the latest of equals first.

    `met` tells for each name, figure or number of a sketch who has it too, `known` how `many`
    those are. What many have in common does not count where enough have something rarer; and
    of those who have but one of them in common with it, only the first are worth a look.
    """
    counted = _counted(met, known)
    again = _met_again(counted)
    rare = dict.fromkeys(again, 0.0)
    for who in counted if again else ():
        for each in who & again:
            rare[each] += 1 / len(who)
    ranked = _rarest_once(counted, again, most)
    ranked += [(part, each) for each, part in rare.items()]
    best = [each for _, each in sorted(ranked, reverse=True)[:most]]
    return best[:FIRST] + [each for each in best[FIRST:] if each in again]


def _counted(met: Sequence[Found], known: Sequence[int]) -> list[set[int]]:
    """Who has each in common with it, from what few have on, until that are enough."""
    counted: list[set[int]] = []
    left = ENOUGH
    for place in sorted(filter(known.__getitem__, range(len(known))), key=known.__getitem__):
        found = met[place]
        if known[place] == LATEST:
            found = [numbers[-LATEST:] for numbers in found]
        counted.append(who := set().union(*found))
        left -= len(who)
        if left <= 0:
            break
    return counted


def _met_again(counted: Sequence[set[int]]) -> set[int]:
    seen: set[int] = set()
    again: set[int] = set()
    for who in counted:
        if not seen.isdisjoint(who):
            again |= seen & who
        seen |= who
    return again


def _rarest_once(
    counted: Sequence[set[int]], again: set[int], most: int
) -> list[tuple[float, int]]:
    """The parts of those who were met but once, of so many at least, as far as there are any."""
    once: list[tuple[float, int]] = []
    last = 0
    for who in sorted(counted, key=len):
        if len(once) >= most and len(who) > last:
            break
        last = len(who)
        once += [(1 / last, each) for each in who - again]
    return once


@lru_cache(maxsize=1 << 10)
def _blocks(published: date | None, received: date, turn: int) -> tuple[int, ...]:
    if published is None:
        kinds = (_PUBLISHED, _UNDATED)
        turns = (_CAME | max(0, turn + step) for step in TURNS)
        return (*(kind | span for kind in kinds for span in _spans(received)), *turns)
    near = _spans(published)
    came = sorted({*near, *_spans(received)}) if _apart(published, received) else near
    return (*(_PUBLISHED | span for span in near), *(_UNDATED | span for span in came))


def _figures(traits: Traits) -> list[str]:
    """Its figures that are no days, those that say most first."""
    return sorted(traits.figures - traits.days, key=lambda each: (-len(each), each))


def _rarest_first(names: Sequence[Name], known: Sequence[int]) -> list[Name]:
    places = sorted(range(len(names)), key=known.__getitem__)
    return [names[place] for place in places]


def _half(names: Sequence[Name]) -> list[Name]:
    """The first names, half by weight, and not too few."""
    left = fsum(name.weight for name in names) / 2
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


def _apart(published: date, received: date) -> bool:
    """Whether it tells of a day long before the one on which it came (or after it)."""
    return abs((received - published).days) > NEAR


def _spans(day: date) -> list[int]:
    return sorted({_span(day, step) for step in (-NEAR, 0, NEAR)})


def _span(day: date, step: int = 0) -> int:
    return max(0, day.toordinal() + step) // SPAN
