# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""From chains to entities: type, fullest name, every mention, country, role."""

from collections import Counter
from collections.abc import Iterator, KeysView
from dataclasses import dataclass
from typing import get_args

from ingestd.events.facts import EntityType, ExtractedEntity
from ingestd.extraction.cases import first_case
from ingestd.extraction.chains import Chain, chains
from ingestd.extraction.line import Line
from ingestd.extraction.offices import Offices
from ingestd.extraction.spots import Reading, spots
from ingestd.extraction.stand_ins import StandIn, stand_ins
from ingestd.extraction.tokens import Token
from ingestd.extraction.view import fold

_TYPES = frozenset(get_args(EntityType))
_LONGEST = 120
_CREDITS = frozenset({"credit", "byline", "agency", "metadata"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in `View.plain` and which entity it names."""

    start: int
    end: int
    entity: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything a text names, and where; and what stands for them."""

    entities: tuple[ExtractedEntity, ...]
    mentions: tuple[Mention, ...]
    stand_ins: tuple[StandIn, ...] = ()


def cast_of(reading: Reading, published: str | None = None) -> Cast:
    """Find the entities of a text; `published` dates what they are since or until when."""
    kept = [chain for chain in chains(spots(reading), reading) if _is_entity(chain)]
    mentions = _mentions(kept, reading)
    own: list[list[Mention]] = [[] for _ in kept]
    for mention in mentions:
        own[mention.entity].append(mention)
    entities = [_entity(chain, own[at], reading) for at, chain in enumerate(kept)]
    standing = stand_ins(reading, entities, mentions)
    given = Offices(entities, kept, reading, published, standing).given()
    return Cast(tuple(given), tuple(mentions), standing)


def _is_entity(chain: Chain) -> bool:
    name = chain.spots[0].name
    if chain.type not in _TYPES or len(name) > _LONGEST:
        return False
    if any(len(spot.name) > 1 for spot in chain.spots) and any(x.isalpha() for x in name):
        return not (chain.type == "product" and chain.weight < 4)
    return False


def _mentions(kept: list[Chain], reading: Reading) -> list[Mention]:
    """The places the chains know, and every repeat of their names elsewhere."""
    own = {
        (spot.start, spot.end): number
        for number, chain in reversed(list(enumerate(kept)))
        for spot in chain.spots
    }
    taken = sorted(own)
    repeats = list(_repeats(kept, reading, taken))
    found = [Mention(start, end, own[start, end]) for start, end in taken] + repeats
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _repeats(
    kept: list[Chain], reading: Reading, taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    names = _Rows(kept)
    covered = {at for start, end in taken for at in (start, end - 1)}
    for sentence, line in zip(reading.sentences, reading.lines, strict=True):
        if sentence.kind != "metadata":
            yield from _repeats_of_line(line, names, covered)


class _Rows:
    """Names as rows of words, found by a look for each length that one of the first word has."""

    def __init__(self, kept: list[Chain]) -> None:
        self._rows: dict[tuple[str, ...], int] = {}
        for number, chain in enumerate(kept):
            for spot in chain.spots:
                self._rows.setdefault(tuple(spot.name.split()), number)
        sizes: dict[str, set[int]] = {}
        for words in self._rows:
            sizes.setdefault(words[0], set()).add(len(words))
        self._sizes = {first: sorted(found, reverse=True) for first, found in sizes.items()}

    @property
    def firsts(self) -> KeysView[str]:
        """The words that one of them begins with."""
        return self._sizes.keys()

    def longest(self, line: Line, at: int) -> tuple[int, int] | None:
        """How many words of the longest name stand there, and whose it is."""
        for size in self._sizes[line.text(at)]:
            words = tuple(line.text(at + n) for n in range(size))
            if (number := self._rows.get(words)) is not None:
                return size, number
        return None


def _repeats_of_line(line: Line, names: _Rows, covered: set[int]) -> Iterator[Mention]:
    last = -1
    for at in line.written(names.firsts):
        if at <= last:
            continue
        match = names.longest(line, at)
        if match and not _covers(line.tokens[at : at + match[0]], covered):
            last = at + match[0] - 1
            yield Mention(line.tokens[at].start, line.tokens[last].end, match[1])


def _covers(tokens: list[Token], covered: set[int]) -> bool:
    return any(token.start in covered or token.end - 1 in covered for token in tokens)


def _entity(chain: Chain, mentions: list[Mention], reading: Reading) -> ExtractedEntity:
    quotes = tuple(reading.view.quote(mention.start, mention.end) for mention in mentions)
    kind = next(kind for kind in get_args(EntityType) if kind == chain.type)
    known = chain.known
    return ExtractedEntity(
        name=_fullest(chain, reading.language.code),
        type=kind,
        mentions=quotes,
        aliases=tuple(dict.fromkeys(chain.aliases)),
        reference=known.reference if known else None,
        country=known.country if known else _country(chain),
        reasons=chain.weighed.reasons if chain.weighed else (),
    )


def _fullest(chain: Chain, language: str) -> str:
    """The longest name, of equals the one most used, then the first; places: the first."""
    names = [spot.name for spot in chain.spots]
    if chain.known:
        first = next((name for name in names if not name.isupper()), None)
        # other languages do not bend names; a dateline's capitals are no spelling
        return chain.known.name if language == "ru" else first or chain.known.name
    uses = Counter(names)
    if language == "ru":
        # the first case of most names is the shortest
        shortest = min(
            names, key=lambda name: (-len(fold(name).split()), len(name), names.index(name))
        )
        return first_case(shortest) if chain.type == "person" else shortest
    return max(
        names, key=lambda name: (len(fold(name).split()), uses[name], -names.index(name))
    )


def _country(chain: Chain) -> str | None:
    votes = Counter(spot.country for spot in chain.spots if spot.country)
    return votes.most_common(1)[0][0] if votes and chain.type != "product" else None
