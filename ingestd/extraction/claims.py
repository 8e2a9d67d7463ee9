# ruff: noqa: PLR2004 - a deal has two sides; Cyrillic letters are meant as they stand
"""What one sentence claims: who agreed what with whom, and how far it has come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from ingestd.events.facts import DealStatus, DealType
from ingestd.extraction.acts import Acts
from ingestd.extraction.antecedents import Antecedents
from ingestd.extraction.entities import Cast
from ingestd.extraction.everyday import Oblique
from ingestd.extraction.languages.pack import Language, Pact
from ingestd.extraction.masking import MARK, Masked, entity_of, marks_in
from ingestd.extraction.parties import Parties
from ingestd.extraction.purposes import Purposes
from ingestd.extraction.sides import Roles, Sides, between, goods, partners
from ingestd.extraction.telling import (
    ANOTHER,
    HEARSAY,
    PRONOUN,
    SAID,
    Claim,
    clause_of,
    guard_of,
    is_history,
    is_idle,
)

_NEAR = 110
_BEHIND_PACT = 200
_OTHER = re.compile(
    r"\b(?:talks|meeting|relations|ties|cooperation|visit|trade|friendship|match|"
    r"entretiens?|rencontre|réunion|relations|coopération|échanges|переговор|встреч|отношени|quan hệ|hội đàm)\w*\W*$"
)
_NAMED_PAIR = re.compile(r"(\{[cbon]\d+\})\s*[-/]\s*(?:the )?(\{[cbon]\d+\})(?: [\w-]+){0,3} $")
_HAVING = re.compile(
    r"\b(?:after|by|upon|having|following|before|when) $|\band (?:(?:has|have|had|also|then|later) )*$"
)
_UNDER_PAPER = re.compile(
    r"\W*(?:under|as part of) (?:an?|the|their|this) [^,;.{}]{3,90}(?:\{[nl]\d+\})?[^,;.{}]{0,30},"
)
"""What opens a sentence on what a paper says: "Under a deal signed in Oslo, X and Y will"."""
_LEAST = 4
_OWN = re.compile(r"(?:\b(?:its|their|his|son|sa|leur)|\}'s?)(?: [\w-]+){0,2} $")
"""Whose it was before."""
_PURPOSE = re.compile(r"\bto [a-z]")
"""Behind "to bring water" another "to" leads to no party."""
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being) (?:\w+ly )?$")
_HAPPENED = frozenset({"signed", "completed", "terminated"})
"""What somebody may announce to have done already."""
_DONE = frozenset({"signed", "announced", "completed"})
_OF = (" of", " de", " du", " d'", " des")
_DELIVERED = re.compile(
    r"deliver|suppl|provi|sale|livraison|fournit|vente|постав|cung|bán|giao"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A verb that closes or opens an agreement, at its place."""

    start: int
    end: int
    status: DealStatus
    gives: bool | None = None


def _is_told_over(told: DealStatus | None, sign: Sign | None, *, under: bool) -> bool:
    """Whether the verb of the paper says more: "announced it has signed", "will, under one signed"."""
    if sign is None or sign.status not in _HAPPENED:
        return False
    return told == "announced" or (under and told == "planned" and sign.status == "signed")


_Side = tuple[Roles, tuple[str, ...]]
"""Parties with their roles, and what is doubtful about them."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An agreement's noun in its masked sentence, and what it was read as."""

    text: str
    noun: re.Match[str]
    sign: Sign | None
    pact: Pact
    kind: DealType


class Claimant:
    """Reads claims out of masked sentences, which come in order."""

    def __init__(self, language: Language, cast: Cast, published: str | None) -> None:
        frames = self._frames = language.frames
        self._antecedents = Antecedents(language, cast)
        self._parties = Parties(frames, cast)
        self._roles = Sides(frames, cast)
        self._purposes = Purposes(frames)
        self._acts = Acts(frames, cast, self._parties, published)
        self._published = published
        self._oblique = Oblique(frames, cast, published) if language.code == "vi" else None

    def claims(self, sentence: Masked) -> list[Claim]:
        """Everything one sentence claims; those before it lend their subjects."""
        resolved = self._antecedents.resolved(sentence)
        text = resolved.text
        acts = list(self._acts.claims(text, sentence.sentence, self._antecedents.topics()))
        found = [*self._pacts(text, sentence, acted=bool(acts)), *acts]
        oblique = self._oblique.claims(resolved, sentence.sentence) if self._oblique else ()
        everyday = list(oblique)
        if not found and not everyday:
            return []
        witnesses = self.witnesses(sentence.bare)
        products = tuple(
            dict.fromkeys(
                entity_of(mark) for mark in marks_in(sentence.whole) if mark[1] == "r"
            )
        )
        found = [replace(claim, trigger=resolved.span(*claim.trigger)) for claim in found]
        told = [self._without(claim, sentence, witnesses, products) for claim in found]
        return told + [replace(claim, products=products) for claim in everyday]

    @staticmethod
    def _without(
        claim: Claim, sentence: Masked, witnesses: tuple[int, ...], products: tuple[int, ...]
    ) -> Claim:
        signed = claim.status in {"signed", "completed", "in_force"}
        status: DealStatus = claim.status
        if HEARSAY.search(sentence.whole) and status in _DONE | {"planned"}:
            status = "rumoured"
        return replace(
            claim,
            status=status,
            witnesses=witnesses if signed else (),
            products=products,
            apart=ANOTHER.match(sentence.whole) is not None,
        )

    # -- agreements -----------------------------------------------------------------

    def _pacts(self, text: str, sentence: Masked, *, acted: bool) -> Iterator[Claim]:
        if len(marks_in(text)) < 2:
            return
        seen: set[frozenset[int]] = set()
        for pact, match in self._nouns(text):
            sign = self._sign(text, match)
            status = self._status(text, match, sign)
            if status is None or (acted and self._purposes.is_under(text, match)):
                continue
            if status in _DONE and self._is_history(text, match, sign):
                continue
            kind = self._purposes.telling(pact, match, text)
            for parties, notes in self._sides(_Told(text, match, sign, pact, kind)):
                who = frozenset(entity for entity, _ in parties)
                if len(who) < 2 or who in seen or not self._tells(kind, who, match, sign):
                    continue
                seen.add(who)
                yield Claim(
                    type=kind, status=status, parties=parties, notes=notes,
                    sentence=sentence.sentence, noun=match.group(), trigger=match.span(),
                )  # fmt: skip

    def _is_history(self, text: str, noun: re.Match[str], sign: Sign | None) -> bool:
        ends = max(noun.end(), sign.end if sign else 0)
        return is_history(text, noun.start(), ends, self._published)

    def _tells(
        self, kind: DealType, who: frozenset[int], noun: re.Match[str], sign: Sign | None
    ) -> bool:
        """Whether it is a deal: countries' "partnership" is none, nor is a noun without a verb."""
        if self._parties.are_nations(who):
            return sign is not None and not noun.group().startswith(("partner", "partenariat"))
        if noun.group().endswith(_OF):
            between = noun.string[sign.end : noun.start()] if sign else ""
            at_once = 0 < len(between.split()) <= _LEAST and not MARK.search(between)
            return sign is not None and sign.start < noun.start() and at_once
        if sign is not None or kind != "agreement":
            return True
        return self._frames.under.search(noun.string) is not None

    def _nouns(self, text: str) -> list[tuple[Pact, re.Match[str]]]:
        """Nouns for agreements, the most telling of overlapping ones; special before general."""
        found: list[tuple[Pact, re.Match[str]]] = []
        for pact in self._frames.pacts_in.of(text):
            for match in pact.pattern.finditer(text):
                if not any(
                    o.start() < match.end() and match.start() < o.end() for _, o in found
                ):
                    found.append((pact, match))
        return [told for told in found if not self._is_owned(*told)]

    @staticmethod
    def _is_owned(pact: Pact, noun: re.Match[str]) -> bool:
        """Whether a venture is one that somebody has already: "its Indian joint venture"."""
        before = noun.string[max(noun.start() - _NEAR, 0) : noun.start()]
        return pact.type == "joint_venture" and _OWN.search(before) is not None

    def _sign(self, text: str, noun: re.Match[str]) -> Sign | None:
        """The closest verb: in front of the noun rather than behind it."""
        best: tuple[int, Sign] | None = None
        for cue in self._frames.signs_in.of(text):
            for match in cue.pattern.finditer(text):
                distance = self._distance(text, match, noun)
                if cue.status == "terminated" and _PASSIVE.search(text[: match.start()]):
                    distance = min(distance, _NEAR) - _NEAR  # over "…, signed in 2023, was"
                if cue.status and distance < _NEAR and (best is None or distance < best[0]):
                    best = (distance, Sign(*match.span(), cue.status, cue.gives))
        return best[1] if best else None

    def _distance(self, text: str, verb: re.Match[str], noun: re.Match[str]) -> int:
        if verb.start() < noun.end() and noun.start() < verb.end():
            return _NEAR
        first, last = sorted(((verb.start(), verb.end()), (noun.start(), noun.end())))
        gap = text[first[1] : last[0]]
        crossed = self._frames.breaks.search(gap)
        behind = verb.start() > noun.start()
        return _NEAR if crossed else len(gap) + 40 * behind

    def _status(self, text: str, noun: re.Match[str], sign: Sign | None) -> DealStatus | None:
        """How far it has come, by the words up to the verb; None forbids the deal."""
        start = min(noun.start(), sign.start if sign else noun.start())
        clause = text[clause_of(self._frames, text, start) : sign.end if sign else noun.end()]
        whole = text[: sign.end if sign else noun.end()]
        cue = guard_of(self._frames, clause, whole)
        conditional = self._frames.only_if.search(text, noun.end())
        if cue and cue.status == "rumoured" and conditional:
            return None
        if is_idle(self._frames, cue, clause, text):
            return None
        under = self._purposes.is_under(text, noun)
        if cue and not _is_told_over(cue.status, sign, under=under):
            return cue.status
        if sign:
            return sign.status
        return "in_force" if self._frames.under.search(text) else "announced"

    def _sides(self, told: _Told) -> Iterator[_Side]:
        text, noun, sign = told.text, told.noun, told.sign
        first = self._first(text, noun, sign)
        groups = self._named_groups(told, first)
        if groups:
            yield from ((between(told.kind, group), ()) for group in groups)
            return
        second = [x for x in self._second(text, noun, sign, told.pact) if x not in first]
        if second and first and len(first) + len(second) > 2:
            yield from self._of_many(told, first, second)
        elif first and (second or self._have_signed(told, first)):
            yield self._with_roles(told, first, second), ()
        elif first and sign:
            goes_to = [x for x in self._goes_to(text, noun, told.kind) if x not in first]
            gift = self._parties.are_nations(frozenset(goes_to))
            yield from [(goods(first, goes_to, paid=not gift), ())] if goes_to else []

    def _of_many(self, told: _Told, first: list[int], second: list[int]) -> Iterator[_Side]:
        """Several on one side: pairs in order, one paper with each, or all in one."""
        plural = self._is_plural(told)
        paired = len(first) == len(second)
        if paired and self._frames.pairs.search(told.text):
            for one, two in zip(first, second, strict=True):
                yield self._with_roles(told, [one], [two]), ()
        elif paired and plural:
            for one, two in zip(first, second, strict=True):
                yield partners([one, two]), ("inferred_by_order",)
        elif min(len(first), len(second)) == 1 and self._are_separate(told):
            for one, two in product(first, second):
                yield self._with_roles(told, [one], [two]), ()
        else:
            yield self._with_roles(told, first, second), ("ambiguous",) if plural else ()

    def _are_separate(self, told: _Told) -> bool:
        """Whether there is a paper with each: "separate agreements with X and Y"."""
        before = told.text[max(told.noun.start() - _NEAR, 0) : told.noun.start()]
        if self._frames.pairs.search(before):
            return True  # one after the other, with each
        return self._is_plural(told) and self._frames.separate.search(before) is not None

    def _is_plural(self, told: _Told) -> bool:
        return self._frames.plural.search(told.noun.group()) is not None

    def _have_signed(self, told: _Told, first: list[int]) -> bool:
        """Whether those in front are all there are: "X and Y signed"; one buys another."""
        if told.pact.type == "acquisition" or len(first) < 2:
            return False
        return told.sign is not None or self._purposes.is_under(told.text, told.noun)

    def _named_groups(self, told: _Told, first: list[int]) -> list[list[int]]:
        """ "Between X and Y", "the X-Y agreement"; firms sign, countries may be the place."""
        between = list(self._between(told.text, told.noun))
        nations = all(self._parties.are_nations(frozenset(group)) for group in between)
        firms = [party for party in first if not self._parties.are_nations(frozenset({party}))]
        if between and not (nations and len(firms) > 1):
            return between
        pair = _NAMED_PAIR.search(told.text[: told.noun.start()])
        return [[int(pair[1][2:-1]), int(pair[2][2:-1])]] if pair else []

    def _with_roles(self, told: _Told, first: list[int], second: list[int]) -> Roles:
        act = (
            self._purposes.done_under(told.text, told.noun)
            if told.pact.type == "agreement"
            else None
        )
        if act:
            return tuple([(x, act.before) for x in first] + [(x, act.after) for x in second])
        gives = told.sign.gives if told.sign else None
        words = told.text[told.noun.start() :]
        return self._roles.roles(told.kind, words, (first, second), gives=gives)

    def _between(self, text: str, noun: re.Match[str]) -> Iterator[list[int]]:
        for match in self._frames.between.finditer(text):
            gap = text[noun.end() : match.start()]
            if -_NEAR < match.start() - noun.end() < _BEHIND_PACT and not _OTHER.search(gap):
                group = self._parties.after(text[match.end() :])
                if len(group) > 1:
                    yield group

    def _first(self, text: str, noun: re.Match[str], sign: Sign | None) -> list[int]:
        """Who signs: in front of the verb, or of the noun, or behind "by"."""
        under = _UNDER_PAPER.match(text) if noun.start() < _NEAR else None
        if under and under.end() >= noun.end():
            told = self._parties.after(text[under.end() :])
            if len(told) > 1:
                return told
        if sign and sign.start > noun.start():
            by = self._frames.by.search(text, sign.start)
            by = by or self._frames.passive.search(text, noun.end(), sign.start)
            signers = self._parties.after(text[by.end() :]) if by else []
            owners = self._parties.before(
                text[clause_of(self._frames, text, noun.start()) : noun.start()]
            )
            return signers or owners
        at = sign.start if sign else noun.start()
        clause = clause_of(self._frames, text, at)
        if sign and _HAVING.search(text, 0, at):
            # "will start again after striking a deal": who acts opens the clause
            opening = self._parties.after(text[clause:at])
            if opening:
                return opening
        subject = self._parties.before(text[clause:at])
        told_by = SAID.search(text[:clause]) or PRONOUN.search(text, clause, at)
        if subject or not told_by:
            return subject
        return self._parties.after(text[:clause])

    def _second(
        self, text: str, noun: re.Match[str], sign: Sign | None, pact: Pact
    ) -> list[int]:
        """With whom: behind "with", else right behind a noun that takes an object."""
        given = MARK.match(text, sign.end + 1) if sign and sign.gives else None
        if given and given[1] in "cbo" and sign and sign.end < noun.start():
            # "awarded X a contract to supply Y": X is given it
            return self._parties.after(text[sign.end : noun.start()])
        ends = self._frames.breaks.search(text, noun.end())
        region = text[noun.end() : ends.start() if ends else len(text)]
        for match in self._frames.with_.finditer(region):
            if match.group() == "to" and _PURPOSE.search(region, 0, match.start()):
                continue
            group = self._parties.after(region[match.end() :])
            if group:
                return group
        if pact.type == "acquisition":
            return self._bought(region, text, noun)
        if sign and sign.end < noun.start():
            inner = text[sign.end : noun.start()]
            with_ = self._frames.with_.search(inner)
            # "awarded X a contract": the one who gets it follows the verb at once
            start = with_.end() if with_ else 0
            direct = with_ is None and MARK.match(inner.lstrip())
            return self._parties.after(inner[start:]) if with_ or direct else []
        return []

    def _bought(self, region: str, text: str, noun: re.Match[str]) -> list[int]:
        """What is bought; of a contract to sell, who buys."""
        if self._frames.sells.match(text, noun.start()):
            links = (act.links for act in self._frames.acts if act.before == "seller")
            ends = (found.end() for one in links if one and (found := one.search(region)))
            return next((x for end in ends if (x := self._parties.after(region[end:]))), [])
        return self._parties.after(region)

    def _goes_to(self, text: str, noun: re.Match[str], kind: DealType) -> list[int]:
        """Who gets what a contract is for: "a contract for the delivery of trains to X"."""
        if kind != "supply":
            return []
        ends = self._frames.breaks.search(text, noun.end())
        region = text[noun.end() : ends.start() if ends else len(text)]
        links = [act.links for act in self._frames.acts if act.before == "supplier"]
        for link in (match for links_ in links if links_ for match in links_.finditer(region)):
            group = self._parties.after(region[link.end() :])
            if group and _DELIVERED.search(region[: link.start()]):
                return group
        return []

    def witnesses(self, text: str) -> tuple[int, ...]:
        """The persons a sentence names as having been present."""
        match = self._frames.witnesses.search(text)
        if not match:
            return ()
        marks = [mark for mark in MARK.finditer(text, match.end()) if mark[1] == "p"]
        return tuple(dict.fromkeys(entity_of(mark) for mark in marks))
