"""Words that stand for an organisation named before: "the hospital", "the Turin firm"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ingestd.events.facts import ExtractedEntity
from ingestd.extraction.gazetteer.places import demonyms, key
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line
from ingestd.extraction.spots import Reading

_BODIES = frozenset({"company", "public_body", "organization"})
_MODIFIERS = 4
_NEAR = 3
"""Sentences back to which a firm may stand whose country nothing has told."""
_FAR = 6
"""Sentences back to which the noun of a trade may point."""
_MOST = 60
"""Organisations that are kept in mind."""
_SHORTEST = 3
_OPENING = 5
"""Words in which a sentence says whom it is about."""
_CLASS = words(
    """company firm group business bank lender builder shipbuilder shipowner maker miner airline carrier insurer
    manufacturer producer utility operator developer retailer grocer chain brewer brewery publisher broadcaster
    contractor startup start-up conglomerate supplier refiner drugmaker carmaker planemaker chipmaker steelmaker
    giant buyer owner yard studio lab laboratory fund investor distributor partner specialist"""
)
_THE = words("the this")
_OFFICIAL = words("agency regulator watchdog authority ministry commission body")
"""Words for an authority, whatever it calls itself."""
_PLAIN = words("company firm group business")
_APART = words("which who whose and but or said says is was has had will would can may that")


class Place(Protocol):
    """A stretch of text and which entity it names."""

    @property
    def start(self) -> int:
        """Where it begins, in `View.plain`."""

    @property
    def entity(self) -> int:
        """The entity's place in the list."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A stretch that stands for an entity; `plain`: any firm may be called so.

    `first` and `last` are tokens of its sentence, `start` and `end` offsets in `View.plain`.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    entity: int
    plain: bool = False


_Found = tuple[int | None, bool]
"""Whom a noun stands for, and whether any firm may be called so."""
_NOBODY: _Found = (None, False)
_CREDITS = frozenset({"metadata", "credit", "byline", "agency", "dateline"})


def stand_ins(
    reading: Reading, entities: Sequence[ExtractedEntity], mentions: Sequence[Place]
) -> tuple[StandIn, ...]:
    """All words that stand for an organisation which the text named before, in order."""
    if reading.language.code != "en":
        return ()
    recent = _Recent(entities)
    begins = {mention.start: mention for mention in mentions}
    found: list[StandIn] = []
    for number, line in enumerate(reading.lines):
        if reading.sentences[number].kind not in _CREDITS:
            found.extend(_Sentence(number, line, _named(line, begins), recent).stand_ins())
    return tuple(found)


def _named(line: Line, begins: dict[int, Place]) -> dict[int, int]:
    """By token: whom a name there names."""
    named: dict[int, int] = {}
    entity, end = -1, -1
    for at, token in enumerate(line.tokens):
        if token.start in begins:
            entity, end = begins[token.start].entity, begins[token.start].end
        if token.start < end:
            named[at] = entity
    return named


@dataclass(slots=True)
class _Recent:
    """Of whom the text spoke, the last one last, and what it said of them."""

    entities: Sequence[ExtractedEntity]
    seen: dict[int, int] = field(default_factory=dict)
    said: dict[int, set[str]] = field(default_factory=dict)
    country: dict[int, str] = field(default_factory=dict)
    led: dict[int, int] = field(default_factory=dict)

    def lead(self, entity: int, sentence: int) -> None:
        """A sentence began with it."""
        self.led.pop(entity, None)
        self.led[entity] = sentence
        if len(self.led) > _MOST:
            del self.led[next(iter(self.led))]

    def see(self, entity: int, sentence: int) -> None:
        """It was spoken of just now."""
        self.seen.pop(entity, None)
        self.seen[entity] = sentence
        if len(self.seen) > _MOST:
            # long lists of firms cost no more than short ones
            del self.seen[next(iter(self.seen))]
        home = self.entities[entity].country
        if home:
            self.country.setdefault(entity, home)

    def say(self, entity: int, noun: str) -> None:
        """It was called so."""
        self.said.setdefault(entity, set()).add(noun)

    def called(self, noun: str, country: str | None, sentence: int) -> _Found:
        """Who bears the noun in its name, is said to be one, or is of the country told."""
        for entity in reversed(self.seen):
            home = self.country.get(entity)
            if self._bears(entity, noun) and (not country or home in {None, country}):
                return entity, False
        if noun not in _CLASS:
            official = self._official(sentence) if noun in _OFFICIAL else []
            return (official[0], False) if len(official) == 1 else _NOBODY
        if country is not None:
            return self._told(self.of(country, sentence), noun), False
        firms = self._firms(sentence, _FAR)
        if noun in _PLAIN:
            leading = [one for one in self.led if one in firms]
            return next(iter((leading or firms)[-1:]), None), True
        free = [one for one in firms if self._is_free(one, sentence)]
        return self._told(free[0] if len(free) == 1 else None, noun), False

    def of(self, country: str, sentence: int, *, known: bool = False) -> int | None:
        """The firm of that country named last, else the one whose country nothing has told."""
        own = [one for one in self._firms(sentence) if self.country.get(one) == country]
        if own:
            return own[-1]
        near = [x for x in self._firms(sentence, _NEAR) if not country or x not in self.country]
        if known or len(near) != 1:
            return None
        if country:
            self.country[near[0]] = country
        return near[0]

    def _told(self, entity: int | None, noun: str) -> int | None:
        if entity is not None and noun not in _PLAIN:
            self.say(entity, noun)
        return entity

    def _firms(self, sentence: int, far: int | None = None) -> list[int]:
        return [
            one
            for one, when in self.seen.items()
            if self.entities[one].type == "company" and (far is None or sentence - when <= far)
        ]

    def _official(self, sentence: int) -> list[int]:
        """The authorities spoken of lately."""
        return [
            one
            for one, when in self.seen.items()
            if self.entities[one].type == "public_body" and sentence - when <= _FAR
        ]

    def _is_free(self, entity: int, sentence: int) -> bool:
        """Whether no trade was told of it yet; who acts in the sentence is not meant."""
        return self.seen[entity] < sentence and not self.said.get(entity, set()) - _PLAIN

    def _bears(self, entity: int, noun: str) -> bool:
        one = self.entities[entity]
        first, *rest = one.name.lower().split()
        edges = {rest[-1] if rest else first} | ({first} if one.type != "company" else set())
        return noun in self.said.get(entity, ()) or (noun in edges and noun.isalpha())


@dataclass(slots=True)
class _Sentence:
    """One sentence on its way through the reader."""

    number: int
    line: Line
    named: dict[int, int]
    recent: _Recent

    def stand_ins(self) -> Iterator[StandIn]:
        """Its stand-ins; names in it are remembered for those behind."""
        last = -1
        for at in sorted({*self.named, *self.line.places_of(_THE)}):
            if at <= last:
                continue
            if self._is_body(at):
                self._remember(at)
            elif self.line.low(at) in _THE and (found := self._stands(at)):
                yield found
                self.recent.see(found.entity, self.number)
                last = found.last

    def _is_body(self, at: int) -> bool:
        return at in self.named and self.recent.entities[self.named[at]].type in _BODIES

    def _remember(self, at: int) -> None:
        """A name, and what the words beside it call it: "X, a builder of", "the builder X"."""
        entity, line = self.named[at], self.line
        self.recent.see(entity, self.number)
        if at < _OPENING:
            self.recent.lead(entity, self.number)
        if line.low(at - 1) in _CLASS:
            self.recent.say(entity, line.low(at - 1))
        if self.named.get(at + 1) == entity or line.text(at + 1) != ",":
            return
        if line.low(at + 2) in {"a", "an", "the"}:
            for place in range(at + 3, at + 9):
                if line.text(place) in {",", ".", ""} or line.low(place) in _APART:
                    return
                if line.low(place) in _CLASS:
                    self.recent.say(entity, line.low(place))

    def _stands(self, the: int) -> StandIn | None:
        """Whom "the Turin firm" stands for."""
        if self._is_apposed(the):
            return None
        country: str | None = None
        for at in range(the + 1, the + 1 + _MODIFIERS):
            told = self._country(at, the)
            if told is None:
                if not self._is_noun(at):
                    return None
                found = self._called(at, country)
                if found[0] is not None:
                    return self._made((the, at), found)
                continue
            country = told
            if at == the + 1 and at not in self.named and self._people(at):
                one = self.recent.of(country, self.number, known=True)
                return self._made((the, at), (one, False))
        return None

    def _country(self, at: int, the: int) -> str | None:
        """The country a modifier names; "" for a town that nobody knows."""
        if at in self.named:
            one = self.recent.entities[self.named[at]]
            return one.country if one.type == "place" else None
        told = self.line.demonym(at) or self._people(at)
        unknown = self.line.capital(at) and at == the + 1 and self.line.low(at + 1) in _CLASS
        return told or ("" if unknown else None)

    def _people(self, at: int) -> str | None:
        """The country of "the Estonians"."""
        low = self.line.low(at)
        if not self.line.capital(at) or not low.endswith("s"):
            return None
        return demonyms("en").get(key(low[:-1], "en")) or None

    def _is_noun(self, at: int) -> bool:
        """Whether a word can be part of such a phrase, and the phrase can end here."""
        line, low = self.line, self.line.low(at)
        if at in self.named or low in _APART or low in line.names.stop:
            return False
        if not (line.text(at).islower() or line.text(at) in {"-", "'"}):
            return False
        behind = at + 1 + (line.text(at + 1) == ",")
        leads_on = behind in self.named or line.low(at + 1) == "of" or line.capital(at + 1)
        return not leads_on

    def _called(self, at: int, country: str | None) -> _Found:
        noun = self.line.low(at)
        sector = noun in self.line.names.sectors and noun not in _CLASS
        if len(noun) < _SHORTEST or sector or self.line.text(at + 1) == "-":
            return _NOBODY
        return self.recent.called(noun, country, self.number)

    def _is_apposed(self, the: int) -> bool:
        """Whether it only says what the name in front is: "X, the builder"."""
        return self.line.text(the - 1) == "," and self._is_body(the - 2)

    def _made(self, tokens: tuple[int, int], found: _Found) -> StandIn | None:
        entity, plain = found
        if entity is None:
            return None
        first, last = tokens
        start, end = self.line.tokens[first].start, self.line.tokens[last].end
        return StandIn(self.number, first, last, start, end, entity, plain)
