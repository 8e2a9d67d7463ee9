"""What can be decided of what there is."""

import pytest

from ingestd.errors import UsageError
from ingestd.events.judgements import (
    Claiming,
    DealCorrected,
    DealJudged,
    DealsMerged,
    DealSplit,
    EntitiesMerged,
    EntityCorrected,
    EntitySplit,
    JudgementUndone,
    Telling,
)
from ingestd.pipeline.judging import Subject, Who, corrected, judged, merged, split, undone

ANNA = Who(by="anna", reason="seen on the site")
A, B = (Telling(article=f"art_{each}", name="name_x") for each in "ab")
C, D = (Claiming(article=f"art_{each}", seed=f"deal_{each}") for each in "cd")


def entity(name: str, *tellings: Telling, type: str = "company") -> Subject:  # noqa: A002 - its field
    return Subject(id=f"ent_{name}", type=type, tellings=tellings)


def deal(name: str, *claims: Claiming) -> Subject:
    return Subject(id=f"deal_{name}", type="financing", claims=claims)


def test_two_entities_or_two_deals_become_one() -> None:
    assert merged(entity("one", A), entity("two", B, type="organization"), ANNA) == (
        EntitiesMerged(
            entity="ent_one",
            other="ent_two",
            tellings=(A,),
            other_tellings=(B,),
            by="anna",
            reason="seen on the site",
        )
    )
    assert merged(deal("one", C), deal("two", D), ANNA) == DealsMerged(
        deal="deal_one",
        other="deal_two",
        claims=(C,),
        other_claims=(D,),
        by="anna",
        reason="seen on the site",
    )


def test_what_leaves_an_entity_is_another_from_now_on_and_what_stays_is_not() -> None:
    one, again = (split(entity("one", A, B), entity("one", B), ANNA) for _ in range(2))
    other = split(entity("one", A, B), entity("one", A), ANNA)

    assert isinstance(one, EntitySplit)
    assert isinstance(other, EntitySplit)
    assert one == again
    assert (one.entity, one.leaving, one.staying) == ("ent_one", (B,), (A,))
    assert one.into.startswith("ent_")
    assert len({one.into, other.into, "ent_one"}) == 3


def test_what_leaves_a_deal_is_another_deal() -> None:
    told = split(deal("one", C, D), deal("one", D), ANNA)

    assert isinstance(told, DealSplit)
    assert (told.deal, told.leaving, told.staying) == ("deal_one", (D,), (C,))
    assert told.into.startswith("deal_")
    assert told.into != "deal_one"


def test_a_deal_is_confirmed_with_the_places_that_tell_it() -> None:
    assert judged(deal("one", C), "confirmed", ANNA) == DealJudged(
        deal="deal_one", claims=(C,), verdict="confirmed", by="anna", reason="seen on the site"
    )


def test_entities_and_deals_are_corrected_in_fields_of_their_own() -> None:
    assert corrected(entity("one", A), {"name": "Acme", "type": "person"}, ANNA) == (
        EntityCorrected(
            entity="ent_one",
            tellings=(A,),
            name="Acme",
            type="person",
            by="anna",
            reason="seen on the site",
        )
    )
    assert corrected(deal("one", C), {"status": "signed", "date": "2026"}, ANNA) == (
        DealCorrected(
            deal="deal_one",
            claims=(C,),
            status="signed",
            date="2026",
            by="anna",
            reason="seen on the site",
        )
    )


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (entity("one", A), entity("one", A), "ent_one is one already"),
        (entity("one", A), deal("one", C), "an entity and a deal cannot be one"),
        (entity("one", A), entity("two", B, type="place"), "a company and a place cannot"),
    ],
)
def test_what_cannot_be_one_stays_two(one: Subject, other: Subject, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        merged(one, other, ANNA)


@pytest.mark.parametrize("whole", [entity("one", A, B), deal("one", C, D)])
def test_something_stays_of_what_is_split(whole: Subject) -> None:
    with pytest.raises(UsageError, match=f"nothing of {whole.id} would stay"):
        split(whole, whole, ANNA)


def test_an_entity_is_neither_confirmed_nor_rejected() -> None:
    with pytest.raises(UsageError, match="ent_one is no deal"):
        judged(entity("one", A), "rejected", ANNA)


@pytest.mark.parametrize(
    ("subject", "told", "said"),
    [
        (entity("one", A), {"status": "signed"}, "ent_one has no status to correct"),
        (deal("one", C), {"name": "Acme"}, "deal_one has no name to correct"),
        (deal("one", C), {}, "nothing is said"),
        (deal("one", C), {"type": "company"}, "there is no type 'company'"),
        (deal("one", C), {"status": "dreamt"}, "there is no status 'dreamt'"),
        (entity("one", A), {"type": "financing"}, "there is no type 'financing'"),
    ],
)
def test_nothing_is_corrected_to_what_it_cannot_be(
    subject: Subject, told: dict[str, str], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        corrected(subject, told, ANNA)


def test_an_undoing_names_the_judgement_and_what_it_was_about() -> None:
    assert undone(7, "ent_one", ANNA) == JudgementUndone(
        judgement=7, subject="ent_one", by="anna", reason="seen on the site"
    )
