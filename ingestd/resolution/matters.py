"""Articles of one matter: coarser than stories, for readers who look over some days; pure.

Stories are joined where two articles surely tell the same, one by one. A matter is what lies
together among all the articles that are looked at: what each says in words and whom it names,
weighed by how rare that is among them, joined by average linkage (UPGMA, Sokal and Michener
1958), so that no single pair draws two matters into one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import fsum, log, sqrt

LEAST = 0.15
"""How alike, on average, the articles of two matters are that are one; between 0 and 1."""

_ALL, _LEAD, _NAMES = 0.4, 0.4, 0.2
"""What the words of a text say, those it begins with, and whom it names; chosen on ECB+."""
_BEGINNING = 60
_STEM = 6
"""Letters of a word that count: endings bend in all languages."""
_COMMON = 0.4
"""The part of all texts from which on a word in them tells nothing."""
_ALONE = 0.5
"""How much what stands in no other text counts towards the length of what one tells."""
ENOUGH = 50
"""Articles among which it shows what is rare; of fewer, each is a matter of its own."""
_WORD = re.compile(r"[^\W\d_]{3,}")
Weights = Mapping[str, float]
Near = defaultdict[int, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Telling:
    """An article: its text, and keys or ids of whom it names."""

    article: str
    text: str
    names: Collection[str] = ()


def matters(articles: Sequence[Telling]) -> list[list[str]]:
    """Put articles of one matter together, each article once, in the order they were given.

    Takes time with the square of their number: some seconds for a thousand. Of fewer than
    ENOUGH none are joined.
    """
    if len(articles) < ENOUGH:
        return [[each.article] for each in articles]
    near: Near = defaultdict(dict)
    words = [_stems(each.text) for each in articles]
    for share, kind in (
        (_ALL, [set(each) for each in words]),
        (_LEAD, [set(each[:_BEGINNING]) for each in words]),
        (_NAMES, [set(each.names) for each in articles]),
    ):
        _add(near, share, _weighed(kind))
    groups = _grouped(len(articles), near)
    return [[articles[place].article for place in group] for group in groups]


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(text.lower())]


def _weighed(kinds: Sequence[Collection[str]]) -> list[Weights]:
    """What each tells by rarity, to length one; what only one or nearly all tell says nothing."""
    told = Counter(each for kind in kinds for each in kind)
    most = _COMMON * len(kinds)
    rarity = {
        each: log((len(kinds) + 1) / number)
        for each, number in told.items()
        if 1 < number <= most
    }
    alone = _ALONE * log(len(kinds) + 1)
    weighed: list[Weights] = []
    for kind in kinds:
        # what stands nowhere else counts in the length alone: such a text is of its own
        squares = fsum(rarity.get(each, alone if told[each] == 1 else 0) ** 2 for each in kind)
        length = sqrt(squares) or 1.0
        weighed.append({each: rarity[each] / length for each in sorted(kind) if each in rarity})
    return weighed


def _add(near: Near, share: float, kinds: Iterable[Weights]) -> None:
    """Add to how near each two are, from both sides."""
    bearers: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, kind in enumerate(kinds):
        for each, weight in kind.items():
            bearers[each].append((place, share * weight))
    for each in sorted(bearers):
        for (one, weight), (other, beside) in combinations(bearers[each], 2):
            product = weight * beside / share
            near[one][other] = near[other][one] = near[one].get(other, 0.0) + product


def _grouped(number: int, near: Near) -> list[list[int]]:
    """Join whichever two groups are nearest on average, as long as they are near enough."""
    groups: dict[int, list[int]] = {place: [place] for place in range(number)}
    ahead = [
        (-value, one, other)
        for one in range(number)
        for other, value in near[one].items()
        if one < other and value >= LEAST
    ]
    heapify(ahead)
    while ahead:
        value, one, other = heappop(ahead)
        if (
            one not in groups
            or other not in groups
            or -value != _mean(one, other, groups, near)
        ):
            continue  # one of the two is not what it was
        groups[one] += groups.pop(other)
        for far, total in near.pop(other).items():
            del near[far][other]
            if far != one:
                near[one][far] = near[far][one] = near[one].get(far, 0.0) + total
        for far in near[one]:
            mean = _mean(one, far, groups, near)
            if mean >= LEAST:
                heappush(ahead, (-mean, min(one, far), max(one, far)))
    return [sorted(group) for _, group in sorted(groups.items())]


def _mean(one: int, other: int, groups: Mapping[int, list[int]], near: Near) -> float:
    return near[one][other] / (len(groups[one]) * len(groups[other]))
