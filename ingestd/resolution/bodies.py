"""Public bodies: one council under many names, told apart by its words and its country."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from ingestd.resolution.countries import country_at, may_be_country, may_be_long
from ingestd.resolution.names import fold
from ingestd.resolution.vocabulary import ARTICLES, CONCEPTS, GENERIC, IN, JOINING, OF

_PARENTS = frozenset(
    {"assembly", "parliament", "government", "ministry", "council", "senate", "presidency"}
)
_ONE_PER_COUNTRY = frozenset(
    {"parliament", "government", "senate", "duma", "politburo", "kremlin", "bundestag"}
)

_PHRASES: dict[tuple[str, ...], str] = {}
for _line in CONCEPTS.split("\n"):
    if _line:
        _key, _, _forms = _line.partition(": ")
        _PHRASES |= {tuple(form.split("_")): _key for form in _forms.split()}
# by their first words, of how many words the phrases are at most
_LONGEST: dict[str, int] = {}
for _phrase in _PHRASES:
    _LONGEST[_phrase[0]] = max(len(_phrase), _LONGEST.get(_phrase[0], 0))
_COMMON = GENERIC | frozenset(_PHRASES.values())
_INSIDE = frozenset(OF | IN)
_BETWEEN = frozenset(JOINING | OF | IN)
_JOINTS = _BETWEEN | ARTICLES


class Signature(msgspec.Struct, frozen=True, gc=False):
    """What distinguishes a body: its words in no order, whose it is, where it sits."""

    words: frozenset[str]
    owner: str | None
    seat: str | None

    @property
    def key(self) -> str:
        """The signature as text, for looking others up."""
        return "/".join((" ".join(sorted(self.words)), self.owner or "", self.seat or ""))

    @property
    def tells(self) -> bool:
        """Say whether these words and this country leave no more than one body."""
        if not self.owner:
            return False
        return len(self.words) > 1 or bool(self.seat) or bool(self.words & _ONE_PER_COUNTRY)


@lru_cache(maxsize=1 << 12)
def signatures(name: str, country: str | None) -> frozenset[Signature]:
    """Return the readings of a body's name that tell it from all others; often just one.

    "Russian Federation Council" has two: a council of the Russian Federation, and a
    federation council of Russia; only the second says which. `country` is believed where
    the name is silent.
    """
    return frozenset([each for each in _owned(name, country) if each.tells])


@lru_cache(maxsize=1 << 13)
def body_keys(name: str, country: str | None) -> tuple[str, ...]:
    """Return the signatures of a body's name as keys."""
    return tuple([f"house/body/{each.key}" for each in signatures(name, country)])


def _owned(name: str, country: str | None) -> Iterable[Signature]:
    """Return the readings of a name, of this country where they are silent."""
    for reading in _readings(name):
        is_silent = country and not reading.owner
        yield Signature(reading.words, country, reading.seat) if is_silent else reading


@lru_cache(maxsize=1 << 13)
def _readings(name: str) -> tuple[Signature, ...]:
    words = tuple(fold(name).split())
    if all(map(_is_plain, words)):
        return (Signature(frozenset(words), None, None),)
    if may_be_long(words):
        return _read(words, 4), _read(words, 1)
    return (_read(words, 4),)


@lru_cache(maxsize=1 << 14)
def _is_plain(word: str) -> bool:
    """Say whether a word tells nothing but itself: most words of most names."""
    return not (word in _LONGEST or word in _JOINTS or may_be_country(word))


@lru_cache(maxsize=1 << 14)
def is_common(name: str) -> bool:
    """Say whether a body's name is made of common words alone: "National Assembly".

    Such a name tells one body from another only together with a country.
    """
    words = tuple(fold(name).split())
    at = 0
    while at < len(words):
        named = country_at(words, at)
        concept, length = _concept_at(words, at)
        if not (named or concept in _COMMON or words[at] in _BETWEEN):
            return False
        at += named[1] if named else length
    return True


def _read(words: tuple[str, ...], longest: int) -> Signature:
    """Read from left to right; what follows "of" and is a greater house is left out."""
    found: list[str] = []
    owner = seat = None
    before = ""
    at = 0
    while at < len(words):
        named = country_at(words, at, longest=longest)
        if named:
            code, length = named
            seat, owner = (code, owner) if before in IN and found else (seat, owner or code)
            before = ""
            at += length
            continue
        concept, length = _concept_at(words, at)
        if before in OF and found and _leads_to_parent(words, at, longest):
            owner = owner or _country_after(words, at, longest)
            break
        if concept not in _BETWEEN:
            found.append(concept)
        if words[at] not in ARTICLES:
            before = words[at]
        at += length
    return Signature(frozenset(found), owner, seat)


def _concept_at(words: tuple[str, ...], start: int) -> tuple[str, int]:
    longest = min(3, _LONGEST.get(words[start], 0), len(words) - start)
    for length in range(longest, 0, -1):
        concept = _PHRASES.get(words[start : start + length])
        if concept:
            return concept, length
    return words[start], 1


def _leads_to_parent(words: tuple[str, ...], start: int, longest: int) -> bool:
    """Say whether a greater house is named here: "of [the Russian Federal] Assembly"."""
    at = start
    while at < len(words):
        if words[at] in _INSIDE:
            return False
        named = country_at(words, at, longest=longest)
        concept, length = _concept_at(words, at)
        if concept in _PARENTS:
            return True
        at += named[1] if named else length
    return False


def _country_after(words: tuple[str, ...], start: int, longest: int) -> str | None:
    for at in range(start, len(words)):
        named = country_at(words, at, longest=longest)
        if named:
            return named[0]
    return None
