"""What people decided: who is who, what is a deal, and what is wrong about either.

A judgement outlives rebuilds and newer code, so it does not rest on ids alone: it names places
where what it is about is told. These hold no words of an article: an erasure leaves nothing.
"""

from dataclasses import dataclass
from typing import Literal

from ingestd.events.catalogue import Event, event
from ingestd.events.facts import DealStatus, DealType, EntityType
from ingestd.events.ids import short_id
from ingestd.events.subjects import judgement_stream

Verdict = Literal["confirmed", "rejected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An article that tells of an entity, and the name it has there, as `name_key` gives it."""

    article: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claiming:
    """An article that tells of a deal: the id the deal would have by this telling alone."""

    article: str
    seed: str


def name_key(folded: str) -> str:
    """Stand for a folded name, without saying it."""
    return short_id("name", folded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Event):
    """What somebody decided, and why, if they said so."""

    by: str
    reason: str | None = None


@event("entities.merged", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesMerged(Judgement):
    """Two entities are one."""

    entity: str
    other: str
    tellings: tuple[Telling, ...]
    other_tellings: tuple[Telling, ...]

    @property
    def stream(self) -> str:
        """What was decided of the first."""
        return judgement_stream(self.entity)


@event("entity.split", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class EntitySplit(Judgement):
    """Some tellings of an entity are of another, that is `into` from now on; some stay."""

    entity: str
    into: str
    leaving: tuple[Telling, ...]
    staying: tuple[Telling, ...]

    @property
    def stream(self) -> str:
        """What was decided of it."""
        return judgement_stream(self.entity)


@event("entity.corrected", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class EntityCorrected(Judgement):
    """What an entity is; null leaves a field as articles tell it."""

    entity: str
    tellings: tuple[Telling, ...]
    name: str | None = None
    type: EntityType | None = None
    country: str | None = None
    role: str | None = None

    @property
    def stream(self) -> str:
        """What was decided of it."""
        return judgement_stream(self.entity)


@event("deals.merged", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DealsMerged(Judgement):
    """Two deals are one."""

    deal: str
    other: str
    claims: tuple[Claiming, ...]
    other_claims: tuple[Claiming, ...]

    @property
    def stream(self) -> str:
        """What was decided of the first."""
        return judgement_stream(self.deal)


@event("deal.split", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DealSplit(Judgement):
    """Some claims of a deal are of another, that is `into` from now on; some stay."""

    deal: str
    into: str
    leaving: tuple[Claiming, ...]
    staying: tuple[Claiming, ...]

    @property
    def stream(self) -> str:
        """What was decided of it."""
        return judgement_stream(self.deal)


@event("deal.judged", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DealJudged(Judgement):
    """A deal is real, or is none."""

    deal: str
    claims: tuple[Claiming, ...]
    verdict: Verdict

    @property
    def stream(self) -> str:
        """What was decided of it."""
        return judgement_stream(self.deal)


@event("deal.corrected", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DealCorrected(Judgement):
    """What a deal is; null leaves a field as articles tell it."""

    deal: str
    claims: tuple[Claiming, ...]
    type: DealType | None = None
    status: DealStatus | None = None
    date: str | None = None

    @property
    def stream(self) -> str:
        """What was decided of it."""
        return judgement_stream(self.deal)


OfEntity = EntitiesMerged | EntitySplit | EntityCorrected
OfDeal = DealsMerged | DealSplit | DealJudged | DealCorrected
Decision = OfEntity | OfDeal
"""Every judgement but its undoing."""


@event("judgement.undone", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementUndone(Judgement):
    """A judgement counts no more: `judgement` is its position, `subject` what it was about."""

    judgement: int
    subject: str

    @property
    def stream(self) -> str:
        """What was decided of its subject."""
        return judgement_stream(self.subject)
