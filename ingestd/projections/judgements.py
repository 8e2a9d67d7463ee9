"""What people decided, as it counts now: kept with the views it changes, and asked by them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

import sqlalchemy as sa

from ingestd.events import Recorded
from ingestd.events.catalogue import decode, encode, entry_of
from ingestd.events.judgements import (
    Claiming,
    DealCorrected,
    DealJudged,
    DealsMerged,
    DealSplit,
    Decision,
    EntitiesMerged,
    EntityCorrected,
    EntitySplit,
    JudgementUndone,
    OfDeal,
    OfEntity,
    Telling,
    name_key,
)
from ingestd.projections.entity_tables import METADATA, POSITION
from ingestd.resolution import Link, fold
from ingestd.store.rows import Row, Tables

JUDGEMENTS = sa.Table(
    "judgements__gen",
    METADATA,
    sa.Column("position", POSITION, primary_key=True, autoincrement=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("other", sa.Text),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("counts", sa.Integer, nullable=False),
    sa.Column("undone_by", sa.Text),
    sa.Column("undone_at", sa.Text),
    sa.Column("told", sa.Text, nullable=False),
    sa.Index("judgements__gen_counts", "counts"),
    sa.Index("judgements__gen_subject", "subject"),
)
_J = JUDGEMENTS.c
VIEW = (
    "judgements",
    sa.select(
        _J.position, _J.type, _J.subject, _J.other, _J.by, _J.reason, _J.at, _J.counts,
        _J.undone_by, _J.undone_at, _J.told,
    ),
)  # fmt: skip

Living = Callable[[str], str]
"""Leads from an id that is no more to the one that it became."""


@dataclass(slots=True)
class Index:
    """What follows from all judgements that count, later ones over earlier ones.

    Some are kept whole, in their order, by the position they were recorded at.
    """

    groups: dict[Telling, str] = field(default_factory=dict)
    deal_groups: dict[Claiming, str] = field(default_factory=dict)
    apart: set[frozenset[str]] = field(default_factory=set)
    parted: set[str] = field(default_factory=set)
    merges: dict[int, EntitiesMerged] = field(default_factory=dict)
    corrections: dict[int, EntityCorrected] = field(default_factory=dict)
    of_claims: dict[Claiming, dict[int, DealJudged | DealCorrected]] = field(
        default_factory=dict
    )
    articles: set[str] = field(default_factory=set)

    def add(self, position: int, told: Decision) -> None:
        """Let one more judgement count, later than those before."""
        if isinstance(told, EntitiesMerged):
            self.apart.discard(frozenset({told.entity, told.other}))
            self.merges[position] = told
            self._remember(told.tellings + told.other_tellings)
        elif isinstance(told, EntitySplit):
            self.apart.add(frozenset({told.entity, told.into}))
            self.parted.add(told.into)
            self.groups |= dict.fromkeys(told.staying, told.entity)
            self.groups |= dict.fromkeys(told.leaving, told.into)
        elif isinstance(told, EntityCorrected):
            self.corrections[position] = told
            self._remember(told.tellings)
        else:
            self._add_of_deals(position, told)

    def _remember(self, tellings: Iterable[Telling]) -> None:
        self.articles |= {telling.article for telling in tellings}

    def _add_of_deals(self, position: int, told: OfDeal) -> None:
        if isinstance(told, DealsMerged):
            self.apart.discard(frozenset({told.deal, told.other}))
            self.deal_groups |= dict.fromkeys(told.claims + told.other_claims, told.deal)
        elif isinstance(told, DealSplit):
            self.apart.add(frozenset({told.deal, told.into}))
            self.deal_groups |= dict.fromkeys(told.staying, told.deal)
            self.deal_groups |= dict.fromkeys(told.leaving, told.into)
        else:
            for claim in told.claims:
                self.of_claims.setdefault(claim, {})[position] = told


class Judgements:
    """The judgements of a generation."""

    def __init__(self, tables: Tables) -> None:
        self._rows = tables[JUDGEMENTS]

    @cached_property
    def index(self) -> Index:
        """What follows from those that count."""
        index = Index()
        for row in self._rows.find(JUDGEMENTS.c.counts, [1]):
            index.add(row["position"], _judgement(row))
        return index

    def enter(self, recorded: Recorded[Decision]) -> None:
        """Let a judgement count from now on."""
        event, entry = recorded.event, entry_of(type(recorded.event))
        subject, other = subjects_of(event)
        self._rows.add(
            {
                "position": recorded.position,
                "type": entry.name,
                "version": entry.version,
                "subject": subject,
                "other": other,
                "by": event.by,
                "reason": event.reason,
                "at": recorded.recorded_at,
                "counts": 1,
                "undone_by": None,
                "undone_at": None,
                "told": encode(event).decode(),
            }
        )
        self._forget()

    def undo(self, recorded: Recorded[JudgementUndone]) -> Decision | None:
        """Let a judgement count no more; return it, or None where it did not count."""
        row = self._rows.get(recorded.event.judgement)
        if row is None or not row["counts"]:
            return None
        row["counts"] = 0
        row["undone_by"], row["undone_at"] = recorded.event.by, recorded.recorded_at
        self._rows.changed(row)
        self._forget()
        return _judgement(row)

    def _forget(self) -> None:
        self.__dict__.pop("index", None)

    # ------------------------------------------------------------ what follows from them

    @property
    def tell_who_is_who(self) -> bool:
        """Say whether any of them tells names apart."""
        return bool(self.index.groups or self.index.apart)

    def group_of(self, article: str, name: str) -> str | None:
        """Return whom an article means by a name, where somebody told that apart."""
        groups = self.index.groups
        return (
            groups.get(Telling(article=article, name=name_key(fold(name)))) if groups else None
        )

    def not_apart(
        self, keep: str | None, links: Sequence[Link], living: Living
    ) -> Sequence[Link]:
        """Leave out of these, best first, who is held apart from `keep` or from a better one.

        Of two that are as good, the one that was there before a split is the better.
        """
        if not self.index.apart:
            return links
        parted = {living(each) for each in self.index.parted}
        kept: list[Link] = []
        for link in sorted(links, key=lambda link: (-link.score, link.id in parted)):
            others = (keep, *(each.id for each in kept))
            if not any(self.are_apart(other, link.id, living) for other in others):
                kept.append(link)
        return kept

    def deal_of(self, article: str, seed: str) -> str | None:
        """Return the deal that a claim is of, where somebody said so."""
        groups = self.index.deal_groups
        return groups.get(Claiming(article=article, seed=seed)) if groups else None

    def are_apart(self, one: str | None, other: str, living: Living = str) -> bool:
        """Say whether somebody decided that two are not one; `living` leads on from old ids."""
        return any({living(each) for each in pair} == {one, other} for pair in self.index.apart)

    def of_deal(self, claims: Iterable[Claiming]) -> Row:
        """Return the columns of a deal that people decided, by its claims; later ones win."""
        of_claims = self.index.of_claims
        if not of_claims:
            return {}
        found: dict[int, DealJudged | DealCorrected] = {}
        for claim in claims:
            found |= of_claims.get(claim, {})
        columns: Row = {}
        for position in sorted(found):
            columns |= _columns(found[position])
        return columns


def subjects_of(event: Decision) -> tuple[str, str | None]:
    """Return the ids that a judgement is about: the first, and the other one where there is."""
    subject = event.entity if isinstance(event, OfEntity) else event.deal
    if isinstance(event, EntitiesMerged | DealsMerged):
        return subject, event.other
    if isinstance(event, EntitySplit | DealSplit):
        return subject, event.into
    return subject, None


def corrected(judgement: EntityCorrected | DealCorrected) -> Row:
    """Return the columns that a correction sets."""
    names = ("name", "type", "country", "status", "date")
    told = {name: getattr(judgement, name, None) for name in names}
    return {name: value for name, value in told.items() if value is not None}


def _columns(judgement: DealJudged | DealCorrected) -> Row:
    if isinstance(judgement, DealJudged):
        return {"judgement": judgement.verdict}
    return corrected(judgement)


def _judgement(row: Row) -> Decision:
    return cast("Decision", decode(row["type"], row["version"], row["told"].encode()))
