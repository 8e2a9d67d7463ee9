# ruff: noqa: PLR2004 - a deal has two sides
"""From claims to deals: tellings of one agreement are one deal, with all its evidence."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingestd.events.facts import (
    DealStatus,
    DealType,
    ExtractedDeal,
    ExtractedParty,
    Money,
    PartyRole,
    Quote,
)
from ingestd.extraction.amounts import amounts
from ingestd.extraction.claims import Claimant
from ingestd.extraction.dates import days, weekday
from ingestd.extraction.entities import Cast
from ingestd.extraction.masking import MARK, Masked, entity_of, masked
from ingestd.extraction.spots import Reading
from ingestd.extraction.subjects import Subjects
from ingestd.extraction.telling import Claim, guard_of

_GENERAL: frozenset[DealType] = frozenset({"agreement", "other"})
_RELATED: tuple[frozenset[DealType], ...] = (
    frozenset({"technology_transfer", "production", "licensing", "supply", "distribution", "research_cooperation"}),
    frozenset({"acquisition", "investment", "merger"}),
    frozenset({"investment", "financing", "joint_venture"}),
    frozenset({"trade", "supply"}),
)  # fmt: skip
# Which type tells more, where tellings differ.
_TELLING: tuple[DealType, ...] = (
    "mou", "technology_transfer", "licensing", "joint_venture", "merger", "acquisition", "trade",
    "research_cooperation", "distribution", "financing", "investment", "supply", "production",
    "donation", "agreement", "other",
)  # fmt: skip
# Which status stands, where tellings differ: what has happened, over what may.
_FIRMEST: tuple[DealStatus, ...] = (
    "terminated", "completed", "in_force", "signed", "announced", "negotiating", "planned",
    "rumoured",
)  # fmt: skip
_CONFIDENCE: dict[DealStatus, float] = {
    "signed": 0.85, "completed": 0.85, "in_force": 0.75, "terminated": 0.75, "announced": 0.7,
    "negotiating": 0.7, "planned": 0.6, "rumoured": 0.4,
}  # fmt: skip
_HAPPENED = frozenset({"signed", "announced", "completed", "terminated"})
_NEVER_CONFIRMED = frozenset({"merger", "acquisition"})
_SIGNED = re.compile(
    r"\b(?:(?:was|were|has been|have been|had been) signed|(?:a|ont) été (?:signée?s?|paraphée?s?)"
    r"|подписан[аоы]?|(?:được|đã) ký)\b"
)
_OF_A_DEAL = re.compile(
    r"[ -](?:[\w-]+ ){0,2}(?:loan|credit|grant|facility|deal|contract|order|investment|stake|donation|financing|takeover)\b"
)
_THE_DEAL = re.compile(
    r"\W*(?:(?:the|this|la|cette|le|ce) |l')(?:sale|purchase|transaction|acquisition|takeover|loan|order|investment|vente|opération|prêt|commande)\b"
)
_COMMON_IN_SPORTS = frozenset({"goals", "coach", "buts", "defender"})
"""Words of sport that a text on other things may use."""
_TELLS_DEALS = frozenset({"body", "question"})
_OPENING_LETTERS = 60
_OPENING = 2
"""Sentences that tell what the article is about."""


@dataclass(slots=True)
class Draft:
    """A deal under way: its claims so far."""

    claims: list[Claim] = field(default_factory=list)
    products: list[int] = field(default_factory=list)
    value: Money | None = None
    date: str | None = None
    confirmed: bool = False

    @property
    def who(self) -> frozenset[int]:
        """All its parties."""
        return frozenset().union(*(claim.who for claim in self.claims))

    @property
    def type(self) -> DealType:
        """The type that tells most."""
        return min((claim.type for claim in self.claims), key=_TELLING.index)

    @property
    def status(self) -> DealStatus:
        """The firmest status."""
        if self.confirmed:
            return "signed"
        return min((claim.status for claim in self.claims), key=_FIRMEST.index)


def deals(reading: Reading, cast: Cast, published: str | None) -> tuple[ExtractedDeal, ...]:
    """Every deal a text tells of, in the order of first mention."""
    teller = _Teller(reading, cast, published)
    return tuple(teller.tell())


class _Teller:
    def __init__(self, reading: Reading, cast: Cast, published: str | None) -> None:
        self._reading = reading
        self._cast = cast
        self._published = published
        self._frames = reading.language.frames
        self._claimant = Claimant(self._frames, cast, published)
        self._subjects = Subjects(reading, cast)
        self._claimed: frozenset[int] = frozenset()
        starts = [mention.start for mention in cast.mentions]
        self._masked = {
            number: masked(number, reading, cast, starts)
            for number, sentence in enumerate(reading.sentences)
            if sentence.kind in _TELLS_DEALS
        }

    def tell(self) -> Iterator[ExtractedDeal]:
        if len(set(self._frames.sports.findall(self._reading.view.low))) > 1:
            return
        claims = list(self._claims())
        self._claimed = frozenset(claim.sentence for claim in claims)
        drafts = self._merged(claims)
        for draft in drafts:
            draft.confirmed = self._is_confirmed(draft)
            draft.value = self._value(draft)
            draft.date = self._date(draft)
            draft.products = self._products(draft, alone=len(drafts) == 1)
            yield self._deal(draft)

    def _claims(self) -> Iterator[Claim]:
        before: Masked | None = None
        for number in sorted(self._masked):
            sentence = self._masked[number]
            sports = set(self._frames.sports.findall(sentence.whole))
            if sports <= _COMMON_IN_SPORTS:
                yield from self._claimant.claims(sentence, before)
            before = sentence

    # -- one deal, told several times -------------------------------------------------

    def _merged(self, claims: list[Claim]) -> list[Draft]:
        drafts: list[Draft] = []
        # tellings with more parties first: a short one joins the full one
        ordered = sorted(
            claims, key=lambda claim: (self._is_national(claim.who), claim.sentence)
        )
        for claim in ordered:
            home = next((draft for draft in drafts if self._tells_same(claim, draft)), None)
            if home:
                home.claims.append(claim)
            else:
                drafts.append(Draft([claim]))
        for draft in drafts:
            draft.claims.sort(key=lambda claim: claim.sentence)
        return sorted(drafts, key=lambda draft: draft.claims[0].sentence)

    def _tells_same(self, claim: Claim, draft: Draft) -> bool:
        if not _related(claim.type, draft.type):
            return False
        if claim.who == draft.who:
            return True
        if claim.who < draft.who or draft.who < claim.who:
            few = min(len(claim.who), len(draft.who))
            return few > 1 or claim.type == "production" or draft.type == "production"
        return self._is_national(claim.who) and self._speaks_for(claim.who, draft.who)

    def _is_national(self, who: frozenset[int]) -> bool:
        return all(self._cast.entities[party].type == "place" for party in who)

    def _speaks_for(self, nations: frozenset[int], who: frozenset[int]) -> bool:
        """Whether a telling between countries is that between their firms."""
        if any(self._cast.entities[party].type == "place" for party in who):
            return False
        countries = {self._cast.entities[party].country for party in who}
        return all(self._cast.entities[nation].country in countries for nation in nations)

    # -- what belongs to it -------------------------------------------------------------

    def _deal(self, draft: Draft) -> ExtractedDeal:
        roles = self._roles(draft)
        notes = tuple(dict.fromkeys(note for claim in draft.claims for note in claim.notes))
        witnesses = dict.fromkeys(x for claim in draft.claims for x in claim.witnesses)
        for number in self._telling(draft):
            if number not in self._claimed:
                witnesses.update(
                    dict.fromkeys(self._claimant.witnesses(self._masked[number].bare))
                )
        doubt = 0.1 * len(notes) + 0.1 * (len(roles) < 2)
        return ExtractedDeal(
            type=draft.type,
            status=draft.status,
            parties=tuple(ExtractedParty(entity=x, role=role) for x, role in roles.items()),
            evidence=self._evidence(draft),
            products=tuple(draft.products),
            subject=self._subject(draft),
            value=draft.value,
            date=draft.date,
            witnesses=tuple(witness for witness in witnesses if witness not in roles),
            confidence=round(_CONFIDENCE[draft.status] - doubt, 2),
            notes=notes,
        )

    def _roles(self, draft: Draft) -> dict[int, PartyRole | None]:
        """Parties of firms' tellings; a role that says more than "partner" stands."""
        firms = [claim for claim in draft.claims if not self._is_national(claim.who)]
        roles: dict[int, PartyRole | None] = {}
        for claim in firms or draft.claims:
            for party, role in claim.parties:
                if roles.get(party) in {None, "partner"}:
                    roles[party] = role or roles.get(party)
        return roles

    def _evidence(self, draft: Draft) -> tuple[Quote, ...]:
        numbers = dict.fromkeys(claim.sentence for claim in draft.claims)
        spans = [self._reading.sentences[number] for number in numbers]
        return tuple(self._reading.view.quote(span.start, span.end) for span in spans)

    def _subject(self, draft: Draft) -> str | None:
        """What the agreement is on, by the first telling that says so."""
        told = (self._subjects.subject(claim, draft.who) for claim in draft.claims)
        return next((subject for subject in told if subject), None)

    def _date(self, draft: Draft) -> str | None:
        language = self._reading.language
        for number in self._telling(draft):
            found = days(self._masked[number].whole, language, self._published)
            if found:
                return found[0].iso
        if draft.status in _HAPPENED:
            for number in self._telling(draft):
                day = weekday(self._masked[number].whole, language, self._published)
                if day:
                    return day
        if any(self._frames.event.search(self._masked[c.sentence].whole) for c in draft.claims):
            return self._date_of_event(draft.claims[0].sentence)
        return None

    def _date_of_event(self, last: int) -> str | None:
        """The day of what the article opens with, if a deal was made at it."""
        for number in sorted(self._masked)[:_OPENING]:
            if number <= last:
                found = days(
                    self._masked[number].whole, self._reading.language, self._published
                )
                if found:
                    return found[0].iso
        return None

    def _value(self, draft: Draft) -> Money | None:
        for number in self._telling(draft):
            text = self._masked[number].whole
            for amount in amounts(text, self._reading.language):
                before, behind = text[: amount.start], text[amount.end :]
                if self._is_its_value(before, behind):
                    return amount.money
        return None

    def _is_its_value(self, before: str, behind: str) -> bool:
        near = before[-60:].rstrip() + " "
        if self._frames.not_worth.search(before[-45:]) or self._frames.not_worth.match(
            behind[:30].lstrip()
        ):
            return False
        if self._frames.worth.search(near) or _OF_A_DEAL.match(behind):
            return True
        return any(pact.pattern.match(behind.lstrip(" -")) for pact in self._frames.pacts)

    def _telling(self, draft: Draft) -> Iterator[int]:
        """Its sentences, then the one behind each that goes on about "the deal"."""
        numbers = list(dict.fromkeys(claim.sentence for claim in draft.claims))
        yield from numbers
        order = sorted(self._masked)
        for number in numbers:
            place = bisect_left(order, number) + 1
            if place < len(order) and order[place] not in self._claimed:
                opening = self._masked[order[place]].whole[:_OPENING_LETTERS]
                of_another = self._is_of_another(draft, opening, order[place])
                if self._is_about_deal(opening) and not of_another:
                    yield order[place]

    def _is_confirmed(self, draft: Draft) -> bool:
        """Whether the next sentence says that what "will" be was signed already."""
        if draft.status not in {"planned", "announced"} or draft.type in _NEVER_CONFIRMED:
            return False
        for number in self._telling(draft):
            text = self._masked[number].whole
            signed = (
                None if number in self._claimed else _SIGNED.search(text[:_OPENING_LETTERS])
            )
            if signed and not guard_of(self._frames, text, text[: signed.end()]):
                return True
        return False

    def _is_of_another(self, draft: Draft, opening: str, number: int) -> bool:
        """Whether "the contract" is one told of in front of a deal that verbs alone tell."""
        nouns = [
            match for pact in self._frames.pacts if (match := pact.pattern.search(opening))
        ]
        if not nouns or not all(claim.verbal for claim in draft.claims):
            return False
        own = {claim.sentence for claim in draft.claims}
        word = nouns[0].group()
        return any(
            other < number and other not in own and word in sentence.whole
            for other, sentence in self._masked.items()
        )

    def _is_about_deal(self, opening: str) -> bool:
        if any(pact.pattern.search(opening) for pact in self._frames.pacts):
            return True
        if _THE_DEAL.match(opening):
            return True
        return any(
            sign.status == "signed" and sign.pattern.search(opening)
            for sign in self._frames.signs
        )

    def _products(self, draft: Draft, *, alone: bool) -> list[int]:
        found = [product for claim in draft.claims for product in claim.products]
        if alone and draft.type not in {"acquisition", "merger", "financing", "trade"}:
            first = draft.claims[0].sentence
            for number, sentence in sorted(self._masked.items()):
                if number > first and self._goes_on(sentence.whole):
                    found.extend(
                        entity_of(m) for m in MARK.finditer(sentence.whole) if m[1] == "r"
                    )
        return list(dict.fromkeys(found))

    def _goes_on(self, text: str) -> bool:
        """Whether a sentence lists what is made or sold."""
        return bool(self._frames.lists.search(text))


def _related(one: DealType, two: DealType) -> bool:
    if one == two or one in _GENERAL or two in _GENERAL or "mou" in {one, two}:
        return True
    return any(one in family and two in family for family in _RELATED)
