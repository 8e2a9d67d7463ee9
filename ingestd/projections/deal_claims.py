"""Claims of deals: one deal of one extraction, kept with the deal it was taken for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import msgspec

from ingestd.events import ExtractedDeal
from ingestd.events.facts import EntityType
from ingestd.events.ids import short_id
from ingestd.events.judgements import Claiming
from ingestd.projections.tellings import Account, Extracted
from ingestd.resolution import (
    ClaimParty,
    DealClaim,
    Match,
    Named,
    deal_keys,
    fold,
    sought_deals,
)
from ingestd.store.rows import Row

Kind = tuple[EntityType, str | None]
"""The type of an entity, and its country."""


class Kinds(Protocol):
    """What entities are now; `kinds_changed` tells how often that changed for any of them."""

    kinds_changed: int

    def kind_of(self, entity: str) -> Kind:
        """Return the type and the country of an entity."""


class Who(msgspec.Struct, array_like=True):
    """The entities that a claim's places stand for, each with the article's name for it.

    `houses` are the parties that are no countries, as the deal's keys have it.
    """

    parties: list[tuple[str, str]]
    products: list[tuple[str, str]]
    witnesses: list[tuple[str, str]]
    houses: list[str]


@dataclass(slots=True, kw_only=True, eq=False)
class Claim:
    """One deal of one extraction; `seed` is the id of the deal that it would found.

    `of` is the deal it is taken for, and `match` why; `first_at` is the article's first time.
    """

    position: int
    place: int
    article: str
    extractor: str
    told: ExtractedDeal
    seed: str
    who: Who
    first_at: str = ""
    published: str | None = None
    of: str = ""
    match: Match | None = None
    _resolved: DealClaim | None = None
    _resolved_at: int = -1
    _keys: set[str] | None = None
    _sought: tuple[tuple[list[str], ...], set[str]] | None = None

    def identify(self, account: Account, kinds: Kinds) -> None:
        """Find out anew who the extraction's tellings are."""
        deal, tellings = self.told, account.tellings
        parties = [tellings[party.entity] for party in deal.parties]
        products = [tellings[place] for place in deal.products]
        witnesses = [tellings[place] for place in deal.witnesses]
        self.who = Who(
            [(told.entity, told.name) for told in parties],
            [(told.entity, told.name) for told in products],
            [(told.entity, told.name) for told in witnesses],
            [],
        )
        self._resolved = None
        self.find_houses(kinds)

    def find_houses(self, kinds: Kinds) -> None:
        """Find out anew which parties are no countries."""
        parties = dict.fromkeys(_ids(self.who.parties))
        self.who.houses = [party for party in parties if kinds.kind_of(party)[0] != "place"]
        self._keys = None

    @property
    def entities(self) -> list[str]:
        """The entities that its keys are made of."""
        return [*_ids(self.who.parties), *_ids(self.who.products)]

    @property
    def claiming(self) -> Claiming:
        """What judgements name it by."""
        return Claiming(article=self.article, seed=self.seed)

    @property
    def keys(self) -> set[str]:
        """The keys under which the deal is found, by this telling of it."""
        if self._keys is None:
            parties, products = _ids(self.who.parties), _ids(self.who.products)
            self._keys = deal_keys(parties, self.who.houses, products, self.told.value)
        return self._keys

    @property
    def sought(self) -> set[str]:
        """The keys under which to look for the deal."""
        parties, products = _ids(self.who.parties), _ids(self.who.products)
        sought = self.sought_between(parties, self.who.houses, products)
        self._sought = None  # it is asked for once, and claims are remembered by thousands
        return sought

    def sought_between(
        self, parties: list[str], houses: list[str], products: list[str]
    ) -> set[str]:
        """Return the same for these, whoever it is about; houses are who is no country."""
        between = parties, houses, products
        if self._sought is None or self._sought[0] != between:
            self._sought = between, sought_deals(*between, self.told.value)
        return self._sought[1]

    def resolved(self, kinds: Kinds) -> DealClaim:
        """Return the claim with its parties as the entities they are."""
        before = self._resolved
        if before is not None and self._resolved_at == kinds.kinds_changed:
            return before
        now = [kinds.kind_of(entity) for entity, _ in self.who.parties]
        if before is None or now != [(each.type, each.country) for each in before.parties]:
            self._resolved = before = self._told_of(now)
        self._resolved_at = kinds.kinds_changed
        return before

    def latest(self, kinds: Kinds) -> DealClaim:
        """Return the claim as it was resolved last: types and countries may be of before."""
        return self._resolved or self.resolved(kinds)

    def _told_of(self, kinds: Sequence[Kind]) -> DealClaim:
        deal = self.told
        return DealClaim(
            article=self.article,
            extractor=self.extractor,
            position=self.position,
            place=self.place,
            type=deal.type,
            status=deal.status,
            parties=tuple(
                [
                    ClaimParty(
                        entity=entity, name=name, type=kind, country=country, role=party.role
                    )
                    for (entity, name), (kind, country), party in zip(
                        self.who.parties, kinds, deal.parties, strict=True
                    )
                ]
            ),
            evidence=deal.evidence,
            products=tuple([Named(entity=e, name=name) for e, name in self.who.products]),
            subject=deal.subject,
            value=deal.value,
            date=deal.date,
            witnesses=tuple([Named(entity=e, name=name) for e, name in self.who.witnesses]),
            confidence=deal.confidence,
            notes=deal.notes,
            published=self.published,
        )

    def row(self) -> Row:
        """Return its columns."""
        return {
            "position": self.position,
            "place": self.place,
            "article": self.article,
            "extractor": self.extractor,
            "deal": self.of,
            "seed": self.seed,
            "score": self.match.score if self.match else None,
            "reason": self.match.reason if self.match else None,
            "published": self.published,
            "first_at": self.first_at,
            "type": self.told.type,
            "status": self.told.status,
            "told": _JSON.encode(self.told).decode(),
            "who": self.written_who,
            "claim": self,
        }

    @property
    def written_who(self) -> str:
        """Who it is about, as JSON."""
        return _JSON.encode(self.who).decode()


def _ids(named: Iterable[tuple[str, str]]) -> list[str]:
    return [entity for entity, _ in named]


_JSON = msgspec.json.Encoder()
_TOLD = msgspec.json.Decoder(ExtractedDeal)
_WHO = msgspec.json.Decoder(Who)


def claim_of_row(row: Row) -> Claim:
    """Return what was written as this row."""
    claim: Claim | None = row.get("claim")
    if claim is None:
        reason = row["reason"]
        claim = row["claim"] = Claim(
            position=row["position"],
            place=row["place"],
            article=row["article"],
            extractor=row["extractor"],
            told=_TOLD.decode(row["told"]),
            seed=row["seed"],
            published=row["published"],
            first_at=row["first_at"],
            who=_WHO.decode(row["who"]),
            of=row["deal"],
            match=None if reason is None else Match(score=row["score"], reason=reason),
        )
    return claim


def claims_of(event: Extracted, position: int) -> list[Claim]:
    """Return what an extraction claims of deals, of nobody yet."""
    seeds: list[str] = []
    claims: list[Claim] = []
    for place, told in enumerate(event.extraction.deals):
        deal = _within(told, len(event.extraction.entities))
        seed = _seed(event, deal, seeds)
        seeds.append(seed)
        claims.append(
            Claim(
                position=position,
                place=place,
                article=event.document,
                extractor=event.extractor,
                told=deal,
                seed=seed,
                who=Who([], [], [], []),
            )
        )
    return claims


def _within(deal: ExtractedDeal, entities: int) -> ExtractedDeal:
    """Drop what points to no entity: an extractor's mistake must not stop the log."""
    places = [party.entity for party in deal.parties] + [*deal.products, *deal.witnesses]
    if all(0 <= place < entities for place in places):
        return deal
    return replace(
        deal,
        parties=tuple(party for party in deal.parties if 0 <= party.entity < entities),
        products=tuple(place for place in deal.products if 0 <= place < entities),
        witnesses=tuple(place for place in deal.witnesses if 0 <= place < entities),
    )


def _seed(event: Extracted, deal: ExtractedDeal, before: Sequence[str]) -> str:
    """Stay the same while a later revision tells of the same parties and kind."""
    entities = event.extraction.entities
    parties = sorted(fold(entities[party.entity].name) for party in deal.parties)
    seed, times = short_id("deal", event.document, deal.type, *parties), 1
    while seed in before:
        times += 1
        seed = short_id("deal", event.document, deal.type, *parties, str(times))
    return seed
