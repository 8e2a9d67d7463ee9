"""The shape of what a language supplies to the rules."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from ingestd.events.facts import DealStatus, DealType, EntityType, PartyRole, RelationKind
from ingestd.extraction.sieve import Letters, Sieve

STATELY = frozenset({"public_body", "organization"})
"""Class nouns of bodies, which may stand in lower case."""
Head = EntityType | Literal["void"]
"""What a class noun makes of a name; "void": a paper, an event, a day - no entity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pact:
    """A noun for an agreement, as a pattern over masked text, and the type it stands for."""

    pattern: re.Pattern[str]
    type: DealType


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A verb that moves something from one party to another.

    A group `first` of the pattern is the number of who else stands in front of verbs.

    `before` and `after` are the roles of the parties in front of and behind it; `links`
    leads to the second one (empty: it follows at once), with `several`, to each of them;
    `needs` must stand in between or behind; `alone`, one party is enough; `mutual`, several
    in front of it are; `apart`, the other one may stand in a sentence before; `topical`, it is whom
    the text is about.
    """

    pattern: re.Pattern[str]
    type: DealType
    before: PartyRole
    after: PartyRole
    links: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None
    status: DealStatus = "announced"
    alone: bool = False
    mutual: bool = False
    several: bool = False
    apart: bool = False
    topical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words around a trigger that set the status; without one they forbid the deal.

    `gives` says of a verb whether who stands in front of it gives the contract, order or loan
    ("awards": True), or gets it ("wins": False).
    """

    pattern: re.Pattern[str]
    status: DealStatus | None
    gives: bool | None = None


Where = Literal["before", "between", "behind", "near", "first", "second", "all"]
"""Where a clue to a relation stands: around the two names, in the first or second of them, or in
all of it, where the names are "{1}" and "{2}"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """Words that speak for a relation between two names, or for none of them.

    `other` says which of the two, in the order of the text, is the other one of the relation.
    A clue that is `telling` is enough to take the relation for told; the rest only tip scales.
    """

    kind: RelationKind | None
    pattern: re.Pattern[str]
    weight: float
    where: Where
    other: Literal["first", "second"] | None = None
    telling: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The words that names are made of, and stand among; all in lower case.

    `sites` are nouns that open the name of a place in lower case too ("golfe de Gabès"),
    `proper` those that open the name of a body only in capitals.
    """

    stop: frozenset[str]
    joints: frozenset[str]
    ands: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    ranks: frozenset[str]
    links: frozenset[str]
    sectors: frozenset[str]
    heads: dict[str, Head]
    legal: frozenset[str]
    says: frozenset[str]
    products: frozenset[str]
    offices: frozenset[str]
    apposed: dict[str, Head]
    seats: frozenset[str] = frozenset()
    seat_links: frozenset[str] = frozenset()
    honours: frozenset[str] = frozenset()
    soft: frozenset[str] = frozenset()
    generic: re.Pattern[str] = re.compile(r"(?!)")
    heads_first: bool = False
    loose: bool = False
    sites: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    # unions that are asked for at every word
    nouns: frozenset[str] = field(init=False)
    ranked: frozenset[str] = field(init=False)
    inner: frozenset[str] = field(init=False)
    opening: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Join the sets that are asked together."""
        object.__setattr__(self, "nouns", self.sectors.union(self.heads))
        object.__setattr__(self, "ranked", self.sectors | self.ranks)
        object.__setattr__(self, "inner", self.joints | self.ands | self.seat_links)
        # small words that names may begin with
        stately = {noun for noun, kind in self.heads.items() if kind in STATELY}
        opening = self.sites | (stately if self.loose else frozenset())
        object.__setattr__(self, "opening", opening)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """How a language tells of deals; all patterns read masked, lower-case text.

    `delivers` and `buys` match a pact's noun with the words behind it, where who signs first
    delivers ("contract to supply"), buys ("order for") or makes with the other ("co-production
    agreement", `jointly`); `takes_on` matches behind the second
    party, where it sells what is the first one's (", which will distribute"); `goes_on` matches
    a sentence that goes on about the deal before it ("it was signed"), `the_order` one that
    calls it an order, `of_people` a class noun with the adjective of a `people` ("the Swiss
    drugmaker"), `only_if` a condition behind what may come, `separate` what is in front of the noun of one
    paper with each ("separate agreements"), `pairs` a word that pairs in order
    ("respectively"), `both` words for the two parties told of last, or two `nations`;
    `unreal` says that it never was or is not true, `people` behind a name that those meant do not
    speak for it ("workers", "clients"); `maybe` is a verb of what might be, `reported` says that others tell it; `under_which` tells
    `who` (the first, the second, or a mark) `delivers` or `buys` by the paper, `priced` words behind a sum that make it the deal's, `each` that of a piece; `contract` words by which goods are paid for, `valued` words in front of a sum, and `dated` beside a day,
    that make it the deal's anywhere in a text that tells of one deal only.
    """

    pacts: tuple[Pact, ...]
    plural: re.Pattern[str]
    signs: tuple[Cue, ...]
    acts: tuple[Act, ...]
    cues: tuple[Cue, ...]
    between: re.Pattern[str]
    with_: re.Pattern[str]
    by: re.Pattern[str]
    conjunction: str
    breaks: re.Pattern[str]
    drops: tuple[re.Pattern[str], ...]
    places: re.Pattern[str]
    witnesses: re.Pattern[str]
    result: re.Pattern[str]
    under: re.Pattern[str]
    worth: re.Pattern[str]
    not_worth: re.Pattern[str]
    anaphora: re.Pattern[str]
    event: re.Pattern[str]
    lists: re.Pattern[str]
    sports: re.Pattern[str]
    of_parties: re.Pattern[str]
    about: re.Pattern[str]
    ends: re.Pattern[str]
    delivers: re.Pattern[str] = re.compile(r"(?!)")
    buys: re.Pattern[str] = re.compile(r"(?!)")
    jointly: re.Pattern[str] = re.compile(r"(?!)")
    takes_on: re.Pattern[str] = re.compile(r"(?!)")
    sells: re.Pattern[str] = re.compile(r"(?!)")
    pairs: re.Pattern[str] = re.compile(r"(?!)")
    passive: re.Pattern[str] = re.compile(r"(?!)")
    goes_on: re.Pattern[str] = re.compile(r"(?!)")
    of_people: re.Pattern[str] = re.compile(r"(?!)")
    only_if: re.Pattern[str] = re.compile(r"(?!)")
    separate: re.Pattern[str] = re.compile(r"(?!)")
    unreal: re.Pattern[str] = re.compile(r"(?!)")
    people: re.Pattern[str] = re.compile(r"(?!)")
    maybe: re.Pattern[str] = re.compile(r"(?!)")
    reported: re.Pattern[str] = re.compile(r"(?!)")
    under_which: re.Pattern[str] = re.compile(r"(?!)(?P<who>)(?P<delivers>)(?P<buys>)")
    both: re.Pattern[str] = re.compile(r"(?!)(?P<nations>)")
    the_order: re.Pattern[str] = re.compile(r"(?!)")
    priced: re.Pattern[str] = re.compile(r"(?!)")
    each: re.Pattern[str] = re.compile(r"(?!)")
    contract: re.Pattern[str] = re.compile(r"(?!)")
    syllabic: bool = False
    valued: re.Pattern[str] = re.compile(r"(?!)")
    dated: re.Pattern[str] = re.compile(r"(?!)")
    # of many, those that a text may hold at all
    pacts_in: Sieve[Pact] = field(init=False, repr=False, compare=False)
    signs_in: Sieve[Cue] = field(init=False, repr=False, compare=False)
    acts_in: Sieve[Act] = field(init=False, repr=False, compare=False)
    cues_in: Sieve[Cue] = field(init=False, repr=False, compare=False)
    letters: Letters = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out what is sifted."""
        letters = Letters()
        for name in ("pacts", "signs", "acts", "cues"):
            listed = [(one.pattern, one) for one in getattr(self, name)]
            object.__setattr__(self, f"{name}_in", Sieve(listed, letters))
        object.__setattr__(self, "letters", letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Numbers, dates and days; weekdays count from Monday, 0, as they follow their preposition.

    A date's pattern names its groups `day`, `month`, `year`; one of a year alone has no month.
    `relative` says of words what they mean, counted from the publication: "last month" is
    ("month", -1).
    """

    scales: dict[str, float]
    months: dict[str, int]
    words: dict[str, int]
    weekdays: dict[str, int]
    dates: tuple[re.Pattern[str], ...]
    relative: dict[str, tuple[Literal["day", "month", "year"], int]] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything the rules know of one language; not `known`, nothing but the shape of names."""

    code: str
    names: Names
    frames: Frames
    numbers: Numbers
    common: frozenset[str] = field(default_factory=frozenset)
    known: bool = True


def words(text: str) -> frozenset[str]:
    """A set out of a list of words."""
    return frozenset(text.split())


@lru_cache(maxsize=256)
def union(*listed: frozenset[str]) -> frozenset[str]:
    """The words of several sets; of the same sets it is made once."""
    return frozenset().union(*listed)


def phrases(text: str) -> frozenset[str]:
    """A set out of phrases, one after the other, parted by `|`."""
    return frozenset(phrase.strip() for phrase in text.split("|"))


def heads(**classes: str) -> dict[str, Head]:
    """Class nouns by what they make of a name: `company="group bank"`."""
    kinds: dict[str, Head] = {
        "company": "company", "body": "public_body", "organization": "organization",
        "place": "place", "product": "product", "void": "void", "person": "person",
    }  # fmt: skip
    return {word: kinds[name] for name, listed in classes.items() for word in listed.split()}


def rx(pattern: str) -> re.Pattern[str]:
    """A pattern over lower-case text."""
    return re.compile(pattern)


def pact(pattern: str, kind: DealType) -> Pact:
    """A noun for an agreement; its pattern must stand between word ends."""
    return Pact(pattern=re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), type=kind)


def cue(pattern: str, status: DealStatus | None, *, gives: bool | None = None) -> Cue:
    """Words that set a status, or forbid."""
    compiled = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
    return Cue(pattern=compiled, status=status, gives=gives)


def clue(
    kind: RelationKind | None,
    pattern: str,
    weight: float,
    where: Where,
    *,
    other: Literal["first", "second"] | None = None,
) -> Clue:
    """Words, in lower case, that speak for a relation."""
    return Clue(kind=kind, pattern=re.compile(pattern), weight=weight, where=where, other=other)


def told(
    kind: RelationKind, pattern: str, other: Literal["first", "second"] | None = None
) -> Clue:
    """Words that tell a relation; the names are "{1}" and "{2}", in the order of the text."""
    whole = pattern.replace("{1}", r"\{1\}").replace("{2}", r"\{2\}")
    return Clue(
        kind=kind, pattern=re.compile(whole), weight=6, where="all", other=other, telling=True
    )
