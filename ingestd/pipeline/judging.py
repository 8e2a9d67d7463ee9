"""What people decide: made of what there is, checked, recorded."""

from dataclasses import dataclass
from typing import Any, get_args

from ingestd.errors import UsageError
from ingestd.events import Draft
from ingestd.events.facts import DealStatus, DealType, EntityType
from ingestd.events.ids import short_id
from ingestd.events.judgements import (
    Claiming,
    DealCorrected,
    DealJudged,
    DealsMerged,
    DealSplit,
    EntitiesMerged,
    EntityCorrected,
    EntitySplit,
    Judgement,
    JudgementUndone,
    Telling,
    Verdict,
)
from ingestd.pipeline.step import Tools
from ingestd.pipeline.telling import tell
from ingestd.resolution import family

ACTOR = "judge@1"
FIELDS = {"ent": ("name", "type", "country", "role"), "deal": ("type", "status", "date")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An entity or a deal as it stands: its living id, its type, and where it is told of."""

    id: str
    type: str
    tellings: tuple[Telling, ...] = ()
    claims: tuple[Claiming, ...] = ()

    @property
    def articles(self) -> frozenset[str]:
        """Those that tell of it."""
        told = {each.article for each in self.tellings}
        return frozenset(told | {each.article for each in self.claims})

    @property
    def is_deal(self) -> bool:
        """Whether it is a deal, else it is an entity."""
        return self.id.startswith("deal_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who decides, and why, if they say so."""

    by: str
    reason: str | None = None


def merged(one: Subject, other: Subject, who: Who) -> Judgement:
    """Say that two are one. Raises UsageError where they cannot be, or are already."""
    if one.id == other.id:
        raise UsageError(f"{one.id} is one already")
    if one.is_deal != other.is_deal:
        raise UsageError("an entity and a deal cannot be one")
    if one.is_deal:
        return DealsMerged(
            deal=one.id,
            other=other.id,
            claims=one.claims,
            other_claims=other.claims,
            by=who.by,
            reason=who.reason,
        )
    kinds: Any = one.type, other.type
    if family(kinds[0]) != family(kinds[1]):
        raise UsageError(
            f"a {one.type} and a {other.type} cannot be one",
            hint="articles take them for different things; nothing was recorded",
        )
    return EntitiesMerged(
        entity=one.id,
        other=other.id,
        tellings=one.tellings,
        other_tellings=other.tellings,
        by=who.by,
        reason=who.reason,
    )


def split(whole: Subject, leaving: Subject, who: Who) -> Judgement:
    """Say that what some articles tell is of another. Raises UsageError where nothing stays."""
    names = [f"{each.article} {each.name}" for each in leaving.tellings]
    seeds = [each.seed for each in leaving.claims]
    if leaving.articles == whole.articles:
        raise UsageError(
            f"nothing of {whole.id} would stay", hint="name some of its articles, not all"
        )
    into = short_id(whole.id.partition("_")[0], "split", whole.id, *names, *seeds)
    if whole.is_deal:
        return DealSplit(
            deal=whole.id,
            into=into,
            leaving=leaving.claims,
            staying=tuple(each for each in whole.claims if each not in leaving.claims),
            by=who.by,
            reason=who.reason,
        )
    return EntitySplit(
        entity=whole.id,
        into=into,
        leaving=leaving.tellings,
        staying=tuple(each for each in whole.tellings if each not in leaving.tellings),
        by=who.by,
        reason=who.reason,
    )


def judged(deal: Subject, verdict: Verdict, who: Who) -> Judgement:
    """Say that a deal is real, or none. Raises UsageError for an entity."""
    if not deal.is_deal:
        raise UsageError(f"{deal.id} is no deal", hint="see 'ingestd deals'")
    return DealJudged(
        deal=deal.id, claims=deal.claims, verdict=verdict, by=who.by, reason=who.reason
    )


def corrected(subject: Subject, said: dict[str, str], who: Who) -> Judgement:
    """Say what an entity or a deal is. Raises UsageError for a field or word it cannot have."""
    fields = FIELDS["deal" if subject.is_deal else "ent"]
    strange = sorted(said.keys() - set(fields))
    if strange or not said:
        raise UsageError(
            f"{subject.id} has no {strange[0]} to correct" if strange else "nothing is said",
            hint=f"one of: {', '.join(f'--{name}' for name in fields)}",
        )
    _check_words(said, DealType if subject.is_deal else EntityType)
    told: Any = said
    if subject.is_deal:
        return DealCorrected(
            deal=subject.id, claims=subject.claims, by=who.by, reason=who.reason, **told
        )
    return EntityCorrected(
        entity=subject.id, tellings=subject.tellings, by=who.by, reason=who.reason, **told
    )


def _check_words(said: dict[str, str], types: Any) -> None:
    for name, words in (("type", get_args(types)), ("status", get_args(DealStatus))):
        if name in said and said[name] not in words:
            raise UsageError(
                f"there is no {name} {said[name]!r}", hint=f"one of: {', '.join(words)}"
            )


def undone(position: int, subject: str, who: Who) -> Judgement:
    """Say that a judgement counts no more."""
    return JudgementUndone(judgement=position, subject=subject, by=who.by, reason=who.reason)


def record(judgement: Judgement, tools: Tools) -> int:
    """Record a judgement; return its position, by which it can be undone."""
    draft = Draft(event=judgement, actor=f"{ACTOR}/{judgement.by}")
    with tools.database.writing() as connection:
        tools.log.hold(connection)
        (position,) = tools.log.append(connection, [draft])
    tell(judgement)
    return position
