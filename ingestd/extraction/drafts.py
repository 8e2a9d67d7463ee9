"""Tellings of one agreement put together: one draft for each deal."""

import re
from collections import defaultdict

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.extraction.entities import Cast
from ingestd.extraction.telling import Claim

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


_SIDES = 2


class Draft:
    """A deal under way: its claims so far, and all their parties."""

    def __init__(self, claim: Claim) -> None:
        self.claims = [claim]
        self.who = claim.who
        self.type: DealType = claim.type
        self.confirmed = False
        self.closed = False

    def add(self, claim: Claim) -> None:
        """Take in another telling; of their types the one stands that tells most."""
        self.claims.append(claim)
        self.who |= claim.who
        self.type = min(self.type, claim.type, key=_TELLING.index)

    @property
    def telling(self) -> Claim:
        """The claim that its type and place are taken from."""
        return next(claim for claim in self.claims if claim.type == self.type)

    @property
    def status(self) -> DealStatus:
        """The firmest status."""
        if self.closed:
            return "completed"
        if self.confirmed:
            return "signed"
        return min((claim.status for claim in self.claims), key=_FIRMEST.index)


class Merger:
    """Puts tellings of one deal together."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def drafts(self, claims: list[Claim]) -> list[Draft]:
        """One draft for each deal, in the order of first mention."""
        drafts: list[Draft] = []
        known: dict[int | str, list[int]] = defaultdict(list)
        # tellings with more parties first: a short one joins the full one
        ordered = sorted(
            claims, key=lambda claim: (self.is_national(claim.who), claim.sentence)
        )
        for claim in ordered:
            if self._is_with_itself(claim.who):
                continue
            home = self._home(claim, drafts, known)
            if home is None:
                drafts.append(Draft(claim))
                home = len(drafts) - 1
            else:
                drafts[home].add(claim)
            keys: list[int | str] = [*sorted(claim.who), *self._countries(claim.who)]
            for key in keys:
                if home not in known[key][-1:]:
                    known[key].append(home)
        for draft in drafts:
            draft.claims.sort(key=lambda claim: claim.sentence)
        told = [draft for draft in drafts if not all(map(_only_joins, draft.claims))]
        return sorted(told, key=lambda draft: draft.claims[0].sentence)

    def _home(
        self, claim: Claim, drafts: list[Draft], known: dict[int | str, list[int]]
    ) -> int | None:
        """The draft a claim tells again: with a party of its own, else between its nations."""
        rounds: list[frozenset[int] | list[str]] = [claim.who]
        if self.is_national(claim.who):
            rounds.append(self._countries(claim.who)[:1])
        for keys in rounds:
            near = sorted({number for key in keys for number in known[key]})
            for number in near:
                if self._tells_same(claim, drafts[number]):
                    return number
        return None

    def _countries(self, who: frozenset[int]) -> list[str]:
        countries = {self._cast.entities[party].country for party in who}
        return sorted(country for country in countries if country)

    def _is_with_itself(self, who: frozenset[int]) -> bool:
        """A country and its capital are one side: "Minsk and Belarus"."""
        entities = [self._cast.entities[party] for party in who]
        places = [
            one for one in entities if (one.reference or "").startswith(("city:", "country:"))
        ]
        one_country = len({one.country for one in places}) == 1
        return len(places) == len(entities) > 1 and one_country

    def _tells_same(self, claim: Claim, draft: Draft) -> bool:
        if not _related(claim.type, draft.type):
            return False
        if claim.who == draft.who:
            return True
        if claim.who < draft.who or draft.who < claim.who:
            few = min(len(claim.who), len(draft.who))
            return few > 1 or claim.type == "production" or draft.type == "production"
        if claim.apart or any(one.apart for one in draft.claims):
            return False
        national = self.is_national(claim.who) and self._speaks_for(claim.who, draft.who)
        return national or _same_round(claim, draft)

    def is_national(self, who: frozenset[int]) -> bool:
        """Whether all are countries or other places."""
        return all(self._cast.entities[party].type == "place" for party in who)

    def _speaks_for(self, nations: frozenset[int], who: frozenset[int]) -> bool:
        """Whether a telling between countries is that between their firms."""
        if any(self._cast.entities[party].type == "place" for party in who):
            return False
        countries = {self._cast.entities[party].country for party in who}
        return all(self._cast.entities[nation].country in countries for nation in nations)

    def roles(self, draft: Draft) -> dict[int, PartyRole | None]:
        """Parties of firms' tellings; a role that says more than "partner" stands."""
        firms = [claim for claim in draft.claims if not self.is_national(claim.who)]
        roles: dict[int, PartyRole | None] = {}
        for claim in firms or draft.claims:
            for party, role in claim.parties:
                if roles.get(party) in {None, "partner"}:
                    roles[party] = role or roles.get(party)
        return roles

    @staticmethod
    def ordered(roles: dict[int, PartyRole | None]) -> dict[int, PartyRole | None]:
        """Of two sides without roles the first one buys, where the text calls it an order."""
        if len(roles) != _SIDES or any(roles.values()):
            return roles
        told: tuple[PartyRole, PartyRole] = ("buyer", "supplier")
        return dict(zip(roles, told, strict=True))


_JOINS = re.compile(r"took part|taken part|participated|also invested|co-invested|joined")


def _only_joins(claim: Claim) -> bool:
    """Whether it says no more than that somebody "took part" in what others tell of."""
    return claim.type == "investment" and _JOINS.search(claim.noun) is not None


def _same_round(claim: Claim, draft: Draft) -> bool:
    """Whether those who "took part" put money into what others just did."""
    if claim.type != draft.type or _target(claim) is None:
        return False
    joins = any(map(_only_joins, (claim, *draft.claims)))
    near = any(abs(one.sentence - claim.sentence) <= _SIDES for one in draft.claims)
    return joins and near and _target(claim) == _target(draft.claims[0])


def _target(claim: Claim) -> int | None:
    return next((party for party, role in claim.parties if role == "target"), None)


def _related(one: DealType, two: DealType) -> bool:
    if one == two or one in _GENERAL or two in _GENERAL or "mou" in {one, two}:
        return True
    return any(one in family and two in family for family in _RELATED)
