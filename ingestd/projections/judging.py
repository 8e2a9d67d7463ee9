"""Lets people's judgements take effect: at once, and again whenever tellings are told anew."""

from collections.abc import Collection, Iterable

from ingestd.events import Recorded
from ingestd.events.judgements import (
    Claiming,
    DealsMerged,
    DealSplit,
    Decision,
    EntitiesMerged,
    EntityCorrected,
    EntitySplit,
    JudgementUndone,
    OfDeal,
    Telling,
    name_key,
)
from ingestd.projections.deals import Deals
from ingestd.projections.entities import Directory
from ingestd.projections.judgements import Judgements, corrected
from ingestd.resolution import fold
from ingestd.store.rows import Row


class Judging:
    """Changes entities and deals as people decided."""

    def __init__(self, judgements: Judgements, directory: Directory, deals: Deals) -> None:
        self._judgements = judgements
        self._directory = directory
        self._deals = deals
        self._is_ready = False

    def _make_ready(self) -> None:
        """Know what corrections show, before anything is written."""
        if not self._is_ready:
            self._is_ready = True
            self._show()

    def take_in(self, recorded: Recorded[Decision]) -> None:
        """Let a judgement count from now on."""
        event, at = recorded.event, recorded.recorded_at
        self._make_ready()
        self._judgements.enter(recorded)
        if isinstance(event, EntitiesMerged):
            self._merge(recorded.position, event, at=at)
        else:
            self._take_effect(event, at=at)

    def undo(self, recorded: Recorded[JudgementUndone]) -> None:
        """Let a judgement count no more: what it changed is told anew, as if it never was."""
        self._make_ready()
        undone, at = self._judgements.undo(recorded), recorded.recorded_at
        if isinstance(undone, EntityCorrected):
            self._directory.accounts.drop_judged_role(recorded.event.judgement)
        if isinstance(undone, EntitiesMerged):
            self._part(undone.tellings + undone.other_tellings, at=at)
        elif undone is not None:
            self._take_effect(undone, at=at)

    def _take_effect(self, event: EntitySplit | EntityCorrected | OfDeal, *, at: str) -> None:
        if isinstance(event, EntitySplit):
            self._part(event.leaving, at=at, besides=[event.entity])
        elif isinstance(event, EntityCorrected):
            self._show()
        elif isinstance(event, DealsMerged):
            self._claim_anew(event.claims + event.other_claims, at=at)
        elif isinstance(event, DealSplit):
            self._claim_anew(event.leaving, at=at, besides=[event.deal])
        else:
            self._deals.touch(self._deals_of(event.claims), at=at)

    def follow(self, articles: Collection[str], *, at: str) -> None:
        """Let judgements take effect that rest on these articles, which were told anew."""
        self._make_ready()
        index = self._judgements.index
        if index.articles.isdisjoint(articles):
            return
        for position, event in index.merges.items():
            self._merge(position, event, at=at)
        if index.corrections:
            self._show()

    # ------------------------------------------------------------ entities

    def _merge(self, position: int, event: EntitiesMerged, *, at: str) -> None:
        one, other = self._who(event.tellings), self._who(event.other_tellings)
        if not one or not other or one == other or self._are_apart(one, other):
            return
        reason = f"judged the same by {event.by}"
        moved = self._directory.merge(one, other, reason, position=position)
        self._deals.reconsider(moved, at=at)
        self._deals.key_turned()

    def _are_apart(self, one: str, other: str) -> bool:
        return self._judgements.are_apart(one, other, self._directory.living)

    def _part(
        self, tellings: Iterable[Telling], *, at: str, besides: Collection[str] = ()
    ) -> None:
        """Tell anew all that is told of whom these are of."""
        directory = self._directory
        parted = {self._who([telling]) for telling in tellings}
        parted |= {directory.living(each) for each in besides}
        moved = directory.part(
            sorted(one for one in parted if one and directory.entities.find(one))
        )
        self._deals.reconsider(moved, at=at)
        self.follow(self._judgements.index.articles, at=at)
        directory.look_for_lasts()
        self._deals.key_turned()

    def _show(self) -> None:
        """Let entities be shown as people corrected them."""
        shown: dict[str, Row] = {}
        for position, event in self._judgements.index.corrections.items():
            if entity := self._who(event.tellings):
                shown[entity] = shown.get(entity, {}) | corrected(event)
                self._give_role(position, entity, event)
        self._directory.entities.show(shown)

    def _give_role(self, position: int, entity: str, event: EntityCorrected) -> None:
        if event.role is not None:
            article = event.tellings[0].article
            self._directory.accounts.judge_role(position, entity, event.role, article)

    def _who(self, tellings: Iterable[Telling]) -> str | None:
        """Return whom the first of these that is still told is of."""
        found = (self._who_is(telling) for telling in tellings)
        return next((entity for entity in found if entity), None)

    def _who_is(self, telling: Telling) -> str | None:
        for account in self._directory.accounts.of_article(telling.article):
            for told in account.tellings:
                if told.entity and name_key(fold(told.name)) == telling.name:
                    return told.entity
        return None

    # ------------------------------------------------------------ deals

    def _claim_anew(
        self, claims: Iterable[Claiming], *, at: str, besides: Collection[str] = ()
    ) -> None:
        self._deals.claim_anew({*self._deals_of(claims), *besides}, at=at)

    def _deals_of(self, claims: Iterable[Claiming]) -> list[str]:
        return self._deals.of_claims({(claim.article, claim.seed) for claim in claims})
