"""Deals over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.queries import deals
from ingestd.queries.explain import explain_deal
from ingestd.server.api.answers import Answer, PageOf, Shape
from ingestd.server.api.asking import USUAL_LIMIT, After, Limit, Since, Words
from ingestd.server.api.explained import Joined, Judged, Origin, Span
from ingestd.server.problems import NotFoundError
from ingestd.server.reading import Given

router = APIRouter(tags=["deals"])


class Named(Shape):
    """An entity, as a deal names it."""

    entity: str
    name: str


class Party(Named):
    """One side of a deal."""

    role: PartyRole | None


class Value(Shape):
    """What it is worth."""

    amount: float
    currency: str = Field(description="ISO 4217.")


class Evidence(Span):
    """The words of an article that tell of a deal."""

    article: str


class Deal(Shape):
    """Who agreed what with whom; one row, whatever number of articles tells of it."""

    id: str = Field(examples=["deal_aaaaaaaaaaaaaaaa"])
    type: DealType
    status: DealStatus
    parties: list[Party]
    products: list[str]
    subject: str | None
    value: Value | None
    date: str | None = Field(description="ISO 8601, possibly only YYYY or YYYY-MM.")
    witnesses: list[Named]
    articles: list[str]
    evidence: list[Evidence]
    confidence: float
    judgement: str | None
    first_seen_at: str
    updated_at: str


class Fact(Origin):
    """One thing known of a deal, and a telling that bears it out."""

    fact: str
    value: object
    evidence: list[Span]


class DealTelling(Origin):
    """What one article says of a deal, and why it is taken for this one."""

    type: DealType
    status: DealStatus
    parties: list[Party]
    products: list[Named]
    witnesses: list[Named]
    subject: str | None
    value: Value | None
    date: str | None
    confidence: float
    notes: list[str]
    joined: Joined | None = Field(description="null: the first that was told of it.")
    evidence: list[Span]


class Step(Shape):
    """What took a deal further, when, and who says so."""

    status: DealStatus
    at: str = Field(description="When that was published, or else came in.")
    article: str
    position: int


class Said(Shape):
    """What some articles say of a deal, and others otherwise."""

    value: object
    articles: list[str]


class Conflict(Shape):
    """What the tellings of a deal disagree about."""

    field: str = Field(description="status, value or date.")
    shown: object
    told: list[Said]


class ExplainedDeal(Deal):
    """A deal with all that it was made of."""

    history: list[Step]
    conflicts: list[Conflict]
    facts: list[Fact]
    tellings: list[DealTelling]
    judgements: list[Judged]


@router.get("/deals", response_model=PageOf[Deal])
def list_deals(  # noqa: PLR0913 - each is a filter of its own
    given: Given,
    *,
    words: Words = None,
    type: DealType | None = None,  # noqa: A002 - the contract's word
    status: DealStatus | None = None,
    party: Annotated[
        str | None, Query(max_length=200, description="An entity's id, or words of its name.")
    ] = None,
    since: Since = None,
    limit: Limit = USUAL_LIMIT,
    after: After = None,
) -> Answer:
    """List deals, last changed first."""
    with given.database.reading() as connection:
        page = deals.list_deals(
            connection,
            query=words,
            type=type,
            status=status,
            party=party,
            since=since,
            limit=limit,
            after=after,
        )
    return Answer({"items": page.rows, "next": page.next})


@router.get("/deals/{id}", response_model=Deal)
def get_deal(given: Given, id: str) -> Answer:  # noqa: A002 - the contract's word
    """Return one deal."""
    with given.database.reading() as connection:
        row = deals.get_deal(connection, id)
    if row is None:
        raise _unknown(id)
    return Answer(row)


@router.get("/deals/{id}/explain", response_model=ExplainedDeal)
def explain(given: Given, id: str) -> Answer:  # noqa: A002 - the contract's word
    """Say for each fact of a deal who says so, and why its tellings are taken for one."""
    with given.database.reading() as connection:
        row = explain_deal(connection, id)
    if row is None:
        raise _unknown(id)
    return Answer(row)


def _unknown(identity: str) -> NotFoundError:
    return NotFoundError(f"there is no deal {identity}", hint="/v1/deals lists them")
