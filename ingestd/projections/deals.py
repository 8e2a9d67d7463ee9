"""Deals: what articles tell was agreed, one row each, with evidence from all who tell it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import msgspec

from ingestd.events.ids import short_id
from ingestd.projections.accounts import Accounts
from ingestd.projections.deal_claims import Claim, claim_of_row
from ingestd.projections.deal_tables import CLAIMS, DEALS, KEYS
from ingestd.projections.entity_rows import Entities
from ingestd.projections.judgements import Judgements
from ingestd.projections.tellings import Account
from ingestd.resolution import (
    Deal,
    DealClaim,
    Match,
    combine,
    conflict,
    fold,
    join,
)
from ingestd.store.pairs import Pairs
from ingestd.store.rows import Row, Tables

Written = tuple[list[Claim], list[DealClaim], str]
"""The tellings of a deal, as they were resolved when it was last written, and when that was."""

_JSON = msgspec.json.Encoder()
JUDGED = Match(score=1.0, reason="told by a judgement")


class Deals:
    """The deals of a generation; what is changed of them is written with the page."""

    def __init__(
        self, tables: Tables, entities: Entities, accounts: Accounts, judgements: Judgements
    ) -> None:
        self._deals = tables[DEALS]
        self._claims = tables[CLAIMS]
        self._keys: Pairs[str] = tables.pairs(KEYS)
        self._entities = entities
        self._accounts = accounts
        self._judgements = judgements
        self._touched: dict[str, Written] = {}

    def load(self, claims: Iterable[Claim], who: Callable[[Claim, int], str]) -> None:
        """Load what taking in these claims asks for: deals that they may found, or be of.

        `who` says for whom a place of a claim's extraction will be taken.
        """
        seeds, keys = set(), set()
        for claim in claims:
            seeds.add(claim.seed)
            parties = [who(claim, party.entity) for party in claim.told.parties]
            products = [who(claim, place) for place in claim.told.products]
            houses = [party for party in parties if self._may_be_house(party)]
            keys |= claim.sought_between(parties, houses, products)
        found = self._keys.among(keys)
        self._deals.load([(deal,) for deal in seeds | found])
        rows = self._claims.find(CLAIMS.c.deal, found)
        self._entities.load(
            {party for row in rows for party, _ in claim_of_row(row).who.parties}
        )

    def load_claimed(self, positions: Collection[int]) -> None:
        """Load what taking back the claims of these extractions asks for."""
        rows = self._claims.find(CLAIMS.c.position, positions)
        deals = {row["deal"] for row in rows}
        self._deals.load([(deal,) for deal in deals])
        self._claims.find(CLAIMS.c.deal, deals)

    def _may_be_house(self, party: str) -> bool:
        known = self._entities.find(party)
        return known is None or known.type != "place"

    # ------------------------------------------------------------ what is claimed

    def claim(self, new: Claim, account: Account, *, at: str, keep: str | None = None) -> None:
        """Take a claim in: as one more telling of a deal that is known, or as a new deal.

        A new deal is founded under the id `keep` where that is given and free. `at` is when.
        """
        new.identify(account, self._entities)
        said = self._judgements.deal_of(new.article, new.seed)
        found = (said, JUDGED) if said is not None else self._known(new, keep)
        new.of, new.match = found or (self._free(keep, new.seed), None)
        claims = self._told_by(new.of)
        if not claims:
            self._deals.add({"id": new.of, "claims": claims})
        for key in new.keys - _keys_of(claims):
            self._keys.add(key, new.of)
        self._claims.add(new.row())
        claims.append(new)
        claims.sort(key=_in_order)
        tellings = [each.resolved(self._entities) for each in claims]
        self._touched[new.of] = [*claims], tellings, at

    def _told_by(self, deal: str) -> list[Claim]:
        """Return the claims of a deal, in the order of the log."""
        row = self._deals.get(deal)
        if row is None:
            return []
        if "claims" not in row:
            row["claims"] = list(map(claim_of_row, self._claims.find(CLAIMS.c.deal, [deal])))
        claims: list[Claim] = row["claims"]
        return claims

    def _known(self, new: Claim, keep: str | None) -> tuple[str, Match] | None:
        """Return the deal that this is one more telling of: the surest, then the earliest told.

        None that is held apart from `keep`.
        """
        self.key_turned()
        resolved = new.resolved(self._entities)
        found: list[tuple[float, int, str, Match]] = []
        for deal in self._near(new):
            if self._judgements.are_apart(keep, deal):
                continue
            claims = self._told_by(deal)
            # said first, as it needs nobody looked up, and most deals part by it
            if any([conflict(resolved, each.latest(self._entities)) for each in claims]):  # noqa: C419  quicker
                continue
            match = join(resolved, (each.resolved(self._entities) for each in claims))
            if match:
                found.append((-match.score, claims[0].position, deal, match))
        if not found:
            return None
        best = min(found, key=lambda each: each[:3])
        return best[2], best[3]

    def _near(self, new: Claim) -> set[str]:
        """Return the deals that share a key with this claim."""
        sought = new.sought
        for one in new.entities:
            if self._entities.is_new(one):  # the database knows of no deals of it
                self._keys.expect_none(key for key in sought if one in key)
        return self._keys.among(sought)

    # ------------------------------------------------------------ what is claimed no more

    def withdraw(self, account: Account, *, at: str) -> None:
        """Take back what an extraction claimed; deals told by others stay, others vanish."""
        gone = self._claims.find(CLAIMS.c.position, [account.position])
        touched = {row["deal"] for row in gone}
        self._reconsider(touched, at=at, without=account.position)

    def reconsider(self, articles: Collection[str], *, at: str) -> None:
        """Claim anew what these articles claim, as who their parties are has changed."""
        self._accounts.load(articles)
        positions = [
            account.position
            for article in sorted(articles)
            for account in self._accounts.of_article(article)
        ]
        rows = self._claims.find(CLAIMS.c.position, positions)
        self._reconsider({row["deal"] for row in rows}, at=at)

    def of_claims(self, claims: Collection[tuple[str, str]]) -> list[str]:
        """Return the deals of these claims, each told by its article and the id of its own."""
        articles = sorted({article for article, _ in claims})
        self._accounts.load(articles)
        told = [each for article in articles for each in self._accounts.of_article(article)]
        rows = self._claims.find(CLAIMS.c.position, [each.position for each in told])
        return sorted({row["deal"] for row in rows if (row["article"], row["seed"]) in claims})

    def touch(self, deals: Iterable[str], *, at: str) -> None:
        """Write these anew: what people say of them changed."""
        for deal in deals:
            claims = self._told_by(deal)
            tellings = [each.resolved(self._entities) for each in claims]
            self._touched[deal] = [*claims], tellings, at

    def claim_anew(self, deals: Collection[str], *, at: str) -> None:
        """Claim anew what these deals were told by."""
        self._reconsider(deals, at=at)

    def _reconsider(
        self, deals: Collection[str], *, at: str, without: int | None = None
    ) -> None:
        """Claim anew, in the order of the log, what these deals were told by.

        Each keeps its id while something of it is left.
        """
        self._deals.load([(deal,) for deal in deals])
        again = []
        for deal in sorted(deals):
            claims = [*self._told_by(deal)]
            self._erase(deal, claims)
            again += [(each, deal) for each in claims if each.position != without]
        for each, deal in sorted(again, key=lambda pair: _in_order(pair[0])):
            self.claim(each, self._accounts.at(each.position), at=at, keep=deal)

    def _erase(self, deal: str, claims: Sequence[Claim]) -> None:
        for each in claims:
            self._claims.drop(each.position, each.place)
        self._drop_keys(deal, _keys_of(claims))
        self._deals.drop(deal)
        self._touched.pop(deal, None)

    def _drop_keys(self, deal: str, keys: Iterable[str]) -> None:
        for key in keys:
            self._keys.remove(key, deal)

    # ------------------------------------------------------------ countries or not

    def key_turned(self) -> None:
        """Let deals be found as befits parties that turned out to be places, or to be none.

        For the end of an event, once all know who they are.
        """
        if not self._entities.have_turned:  # as nearly always
            return
        for entity in self._entities.turned():
            told = self._accounts.of_entity(entity)
            positions = [account.position for account in told]
            rows = self._claims.find(CLAIMS.c.position, positions)
            for deal in sorted({row["deal"] for row in rows}):
                self._key_anew(deal)

    def _key_anew(self, deal: str) -> None:
        claims = self._told_by(deal)
        before = _keys_of(claims)
        for each in claims:
            each.find_houses(self._entities)
            row = self._claims.one(each.position, each.place)
            row["who"] = each.written_who
            self._claims.changed(row)
        now = _keys_of(claims)
        self._drop_keys(deal, before - now)
        for key in now - before:
            self._keys.add(key, deal)

    # ------------------------------------------------------------ ids

    def _free(self, keep: str | None, seed: str) -> str:
        """Return the first of the ids, or of those made of the seed, that is not taken."""
        deal, times = keep or seed, 1
        while self._deals.get(deal) is not None:
            deal = seed if times == 1 else short_id("deal", seed, str(times))
            times += 1
        return deal

    # ------------------------------------------------------------ the end of a page

    def settle(self) -> None:
        """Write what changed into the rows."""
        for deal, (claims, tellings, at) in self._touched.items():
            row = self._deals.one(deal)
            row.update(_columns(combine(tellings)))
            row.update(self._judgements.of_deal(each.claiming for each in claims))
            row["evidence"] = _evidence(claims)
            row["first_seen_at"] = min([each.first_at for each in claims])
            row["updated_at"] = at
            self._deals.changed(row)
        self._touched.clear()


def _in_order(claim: Claim) -> tuple[int, int]:
    return claim.position, claim.place


def _keys_of(claims: Iterable[Claim]) -> set[str]:
    return {key for each in claims for key in each.keys}


def _columns(deal: Deal) -> Row:
    products = [product.name for product in deal.products]
    return {
        "type": deal.type,
        "status": deal.status,
        "subject": deal.subject,
        "amount": deal.value.amount if deal.value else None,
        "currency": deal.value.currency if deal.value else None,
        "date": deal.date,
        "products": _text(products),
        "articles": len(deal.articles),
        "confidence": deal.confidence,
        "judgement": None,
        "folded": " ".join(fold(text) for text in (deal.subject or "", *products)),
        "parties": _text([(party.entity, party.role) for party in deal.parties]),
        "witnesses": _text([(witness.entity,) for witness in deal.witnesses]),
    }


def _evidence(claims: Sequence[Claim]) -> str:
    """Return each quote once, as the first claim has it."""
    quotes: dict[tuple[str, int, int], tuple[int, int, int, str]] = {}
    for each in claims:
        for quote in each.told.evidence:
            spot = each.article, quote.start, quote.end
            quotes.setdefault(spot, (each.position, quote.start, quote.end, quote.text))
    return _text(list(quotes.values()))


def _text(value: Any) -> str:
    return _JSON.encode(value).decode()
