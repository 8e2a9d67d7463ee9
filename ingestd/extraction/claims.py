# ruff: noqa: PLR2004 - a deal has two sides
"""What one sentence claims: who agreed what with whom, and how far it has come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.extraction.entities import Cast
from ingestd.extraction.languages.pack import Act, Cue, Frames, Pact
from ingestd.extraction.masking import MARK, Masked, entity_of
from ingestd.extraction.parties import Parties

_NEAR = 110
_BEHIND_PACT = 200
_FOR_WHAT = 16
"""Words behind an agreement's noun in which its purpose is told."""
_OTHER = re.compile(
    r"\b(?:talks|meeting|relations|ties|cooperation|visit|trade|friendship|match|"
    r"entretiens?|rencontre|réunion|relations|coopération|échanges|переговор|встреч|отношени|quan hệ|hội đàm)\w*\W*$"
)
_NAMED_PAIR = re.compile(r"(\{[cbon]\d+\})\s*[-/]\s*(?:the )?(\{[cbon]\d+\})(?: [\w-]+){0,3} $")
_GOODS = re.compile(
    r"(?:for|covering|pour|portant sur|на) \d[\d,. ]* (?!years?|months?|ans|mois|лет|million|billion|%)(?:[^\W\d]|\{r)"
)
_ANY_PRONOUN = re.compile(r"\b(?:it|they|he|she|il|elle|ils|elles|họ|он|она|они)\b")
_PRONOUN = re.compile(r"^\W*(?:it|they|he|she|il|elle|ils|elles|họ|он|она|они)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One telling of a deal; parties with their roles, in the order of the text."""

    type: DealType
    status: DealStatus
    parties: tuple[tuple[int, PartyRole | None], ...]
    sentence: int
    noun: str = ""
    witnesses: tuple[int, ...] = ()
    products: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def who(self) -> frozenset[int]:
        """The parties without their roles."""
        return frozenset(entity for entity, _ in self.parties)


@dataclass(frozen=True, slots=True)
class Sign:
    """A verb that closes or opens an agreement, at its place."""

    start: int
    end: int
    status: DealStatus


class Claimant:
    """Reads claims out of masked sentences."""

    def __init__(self, frames: Frames, cast: Cast) -> None:
        self._frames = frames
        self._parties = Parties(frames, cast)

    def claims(self, sentence: Masked, before: Masked | None) -> list[Claim]:
        """Everything one sentence claims; the one before it lends its subject."""
        text = self._resolved(sentence.bare, before)
        acts = list(self._acts(text, sentence))
        found = [*self._pacts(text, sentence, acted=bool(acts)), *acts]
        witnesses = self.witnesses(sentence.bare)
        products = tuple(
            dict.fromkeys(
                entity_of(mark) for mark in MARK.finditer(sentence.whole) if mark[1] == "r"
            )
        )
        return [self._without(claim, witnesses, products) for claim in found]

    @staticmethod
    def _without(claim: Claim, witnesses: tuple[int, ...], products: tuple[int, ...]) -> Claim:
        signed = claim.status in {"signed", "completed", "in_force"}
        return replace(claim, witnesses=witnesses if signed else (), products=products)

    def _resolved(self, text: str, before: Masked | None) -> str:
        """ "The company", "it": put in whom the text spoke of last."""
        frames = self._frames
        subject = self._subject(before.bare) if before else None
        for match in reversed(list(frames.anaphora.finditer(text))):
            marks = [mark for mark in MARK.finditer(text[: match.start()]) if mark[1] in "cbo"]
            named = marks[-1].group() if marks else subject
            if named:
                text = text[: match.start()] + named + text[match.end() :]
        pronoun = _PRONOUN.match(text)
        if pronoun and subject:
            text = subject + text[pronoun.end() :]
        return text

    @staticmethod
    def _subject(text: str) -> str | None:
        marks = [mark for mark in MARK.finditer(text) if mark[1] in "cbo"]
        return marks[0].group() if marks and marks[0].start() < _NEAR else None

    # -- agreements -----------------------------------------------------------------

    def _pacts(self, text: str, sentence: Masked, *, acted: bool) -> Iterator[Claim]:
        if not MARK.search(text):
            return
        seen: set[frozenset[int]] = set()
        for pact, match in self._nouns(text):
            sign = self._sign(text, match)
            status = self._status(text, match, sign)
            if status is None or (acted and self._is_under(text, match)):
                continue
            for parties, notes in self._sides(text, match, sign, pact):
                who = frozenset(entity for entity, _ in parties)
                kind = self._telling(pact, match, text)
                if len(who) < 2 or who in seen or not self._tells(kind, who, match, sign):
                    continue
                seen.add(who)
                yield Claim(
                    type=kind, status=status, parties=parties, notes=notes,
                    sentence=sentence.sentence, noun=match.group(),
                )  # fmt: skip

    def _telling(self, pact: Pact, noun: re.Match[str], text: str) -> DealType:
        """What it is for, told later: "a contract with X for the supply of"."""
        if pact.type != "agreement":
            return pact.type
        ends = self._frames.breaks.search(text, noun.end())
        words = text[noun.end() : ends.start() if ends else len(text)].split()
        for at in range(min(len(words), _FOR_WHAT)):
            phrase = f"{noun.group()} {' '.join(words[at : at + 8])}"
            if _GOODS.match(" ".join(words[at : at + 3])):
                return "supply"
            for other in self._frames.pacts:
                match = other.pattern.match(phrase)
                if (
                    match
                    and match.end() > noun.end() - noun.start()
                    and other.type != "agreement"
                ):
                    return other.type
        return pact.type

    def _is_under(self, text: str, noun: re.Match[str]) -> bool:
        """Whether the noun only says on what ground an act is done: "under a contract"."""
        spans = (match.span() for match in self._frames.under.finditer(text))
        return any(start <= noun.start() < end for start, end in spans)

    def _tells(
        self, kind: DealType, who: frozenset[int], noun: re.Match[str], sign: Sign | None
    ) -> bool:
        """Whether it is a deal: countries' "partnership" is none, nor is a noun without a verb."""
        if self._parties.are_nations(who):
            return sign is not None and not noun.group().startswith(("partner", "partenariat"))
        if sign is not None or kind != "agreement":
            return True
        return self._frames.under.search(noun.string) is not None

    def _nouns(self, text: str) -> list[tuple[Pact, re.Match[str]]]:
        """Nouns for agreements, the most telling of overlapping ones; special before general."""
        found: list[tuple[Pact, re.Match[str]]] = []
        for pact in self._frames.pacts:
            for match in pact.pattern.finditer(text):
                if not any(
                    o.start() < match.end() and match.start() < o.end() for _, o in found
                ):
                    found.append((pact, match))
        return found

    def _sign(self, text: str, noun: re.Match[str]) -> Sign | None:
        """The closest verb: in front of the noun rather than behind it."""
        best: tuple[int, Sign] | None = None
        for cue in self._frames.signs:
            for match in cue.pattern.finditer(text):
                distance = self._distance(text, match, noun)
                if cue.status and distance < _NEAR and (best is None or distance < best[0]):
                    best = (distance, Sign(match.start(), match.end(), cue.status))
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
        clause = text[self._clause(text, start) : sign.end if sign else noun.end()]
        whole = text[: sign.end if sign else noun.end()]
        cue = self._cue(clause, whole)
        if cue:
            return cue.status
        if sign:
            return sign.status
        return "in_force" if self._frames.under.search(text) else "announced"

    def _cue(self, clause: str, whole: str) -> Cue | None:
        """The first guard that finds its words; one without a status forbids the deal."""
        for cue in self._frames.cues:
            region = whole if cue.status in {None, "rumoured"} else clause
            if cue.pattern.search(region):
                return cue
        return None

    def _clause(self, text: str, at: int) -> int:
        ends = [match.end() for match in self._frames.breaks.finditer(text, 0, at)]
        return ends[-1] if ends else 0

    _Side = tuple[tuple[tuple[int, PartyRole | None], ...], tuple[str, ...]]

    def _sides(
        self, text: str, noun: re.Match[str], sign: Sign | None, pact: Pact
    ) -> Iterator[_Side]:
        between = list(self._between(text, noun))
        if between:
            for group in between:
                yield _partners(group), ()
            return
        pair = _NAMED_PAIR.search(text[: noun.start()])
        if pair:
            yield _partners([int(pair[1][2:-1]), int(pair[2][2:-1])]), ()
            return
        first, second = self._first(text, noun, sign), self._second(text, noun, sign, pact)
        second = [party for party in second if party not in first]
        plural = bool(self._frames.plural.search(noun.group()))
        if plural and len(first) == len(second) > 1:
            for one, two in zip(first, second, strict=True):
                yield _partners([one, two]), ("inferred_by_order",)
        elif first and (second or ((sign or self._is_under(text, noun)) and len(first) > 1)):
            yield self._with_roles(pact, first, second), ()

    @staticmethod
    def _with_roles(
        pact: Pact, first: list[int], second: list[int]
    ) -> tuple[tuple[int, PartyRole | None], ...]:
        roles: tuple[PartyRole | None, PartyRole | None] = ("partner", "partner")
        if pact.type == "acquisition":
            roles = ("acquirer", "target")
        elif pact.type in {
            "financing",
            "supply",
            "licensing",
            "distribution",
            "technology_transfer",
        }:
            roles = (None, None)
        elif pact.type == "investment":
            roles = ("investor", None)
        return tuple(
            [(party, roles[0]) for party in first] + [(party, roles[1]) for party in second]
        )

    def _between(self, text: str, noun: re.Match[str]) -> Iterator[list[int]]:
        for match in self._frames.between.finditer(text):
            gap = text[noun.end() : match.start()]
            if -_NEAR < match.start() - noun.end() < _BEHIND_PACT and not _OTHER.search(gap):
                group = self._parties.after(text[match.end() :])
                if len(group) > 1:
                    yield group

    def _first(self, text: str, noun: re.Match[str], sign: Sign | None) -> list[int]:
        """Who signs: in front of the verb, or of the noun, or behind "by"."""
        if sign and sign.start > noun.start():
            by = self._frames.by.search(text, sign.start)
            signers = self._parties.after(text[by.end() :]) if by else []
            owners = self._parties.before(text[self._clause(text, noun.start()) : noun.start()])
            return signers or owners
        at = sign.start if sign else noun.start()
        subject = self._parties.before(text[self._clause(text, at) : at])
        if subject or not _PRONOUN.match(text[self._clause(text, at) :].lstrip()):
            return subject
        return self._parties.after(text[:at])

    def _second(
        self, text: str, noun: re.Match[str], sign: Sign | None, pact: Pact
    ) -> list[int]:
        """With whom: behind "with", else right behind a noun that takes an object."""
        ends = self._frames.breaks.search(text, noun.end())
        region = text[noun.end() : ends.start() if ends else len(text)]
        for match in self._frames.with_.finditer(region):
            group = self._parties.after(region[match.end() :])
            if group:
                return group
        if pact.type == "acquisition":
            return self._parties.after(region)
        if sign and sign.end < noun.start():
            inner = text[sign.end : noun.start()]
            with_ = self._frames.with_.search(inner)
            # "awarded X a contract": the one who gets it follows the verb at once
            start = with_.end() if with_ else 0
            direct = with_ is None and MARK.match(inner.lstrip())
            return self._parties.after(inner[start:]) if with_ or direct else []
        return []

    # -- acts -----------------------------------------------------------------------

    def _acts(self, text: str, sentence: Masked) -> Iterator[Claim]:
        for act in self._frames.acts:
            for match in act.pattern.finditer(text):
                claim = self._act(act, match, text, sentence)
                if claim:
                    yield claim
                    break

    def _act(self, act: Act, match: re.Match[str], text: str, sentence: Masked) -> Claim | None:
        if act.needs and not act.needs.search(text[match.start() :]):
            return None
        clause = self._clause(text, match.start())
        first = self._actors(text, clause, match.start())
        if not first:
            return None
        second = [party for party in self._object(act, match, text) if party not in first]
        result = self._frames.result.search(text, match.end()) if act.links else None
        if result and act.type in {"technology_transfer", "licensing", "supply"}:
            second = [int(result[1][2:-1])]
        if not second and not act.alone:
            return None
        cue = self._cue(text[clause : match.end()], text[: match.end()])
        if cue and cue.status is None:
            return None
        after: PartyRole = "manufacturer" if result else act.after
        return Claim(
            type=act.type,
            status=self._act_status(
                act,
                cue.status if cue else None,
                text,
                told_by=clause > 0,
                result=result is not None,
            ),
            parties=tuple([(p, act.before) for p in first] + [(p, after) for p in second]),
            sentence=sentence.sentence,
            noun=match.group(),
        )

    def _actors(self, text: str, clause: int, verb: int) -> list[int]:
        """Who acts: in front of the verb; behind "said it would", who said so."""
        subject = text[clause:verb]
        if MARK.search(subject):
            return self._parties.before(subject)
        return self._parties.after(text[:clause]) if _ANY_PRONOUN.search(subject) else []

    def _act_status(
        self, act: Act, told: DealStatus | None, text: str, *, told_by: bool, result: bool
    ) -> DealStatus:
        if act.alone:
            return "in_force"
        if self._frames.under.search(text) and told in {None, "planned", "announced"}:
            return "announced" if act.type in {"acquisition", "merger"} else "signed"
        if told == "planned" and act.type in {"acquisition", "merger"} and told_by:
            return "announced"
        return told or ("in_force" if result else act.status)

    def _object(self, act: Act, match: re.Match[str], text: str) -> list[int]:
        ends = self._frames.breaks.search(text, match.end())
        region = text[match.end() : ends.start() if ends else len(text)]
        if act.links is None:
            return self._parties.after(region)
        for link in act.links.finditer(region):
            group = self._parties.after(region[link.end() :])
            if group:
                return group
        return []

    def witnesses(self, text: str) -> tuple[int, ...]:
        """The persons a sentence names as having been present."""
        match = self._frames.witnesses.search(text)
        if not match:
            return ()
        marks = [mark for mark in MARK.finditer(text, match.end()) if mark[1] == "p"]
        return tuple(dict.fromkeys(entity_of(mark) for mark in marks))


def _partners(group: list[int]) -> tuple[tuple[int, PartyRole | None], ...]:
    return tuple((party, "partner") for party in group)
