"""What is believed of several extractions of one text."""

from dataclasses import replace

import pytest

from ingestd.events import (
    ExtractedDeal,
    ExtractedEntity,
    ExtractedFigure,
    ExtractedParty,
    ExtractedRelation,
    Extraction,
    ExtractionPolicyChanged,
    Office,
    Quote,
)
from ingestd.events.facts import DealType, EntityType
from ingestd.projections.voting import NOTHING, Policy, believed, policy_of

TEXT = "Acme Ltd bought Globex from Initech, said Ann Lee of Acme."
WHOLE = Quote(start=0, end=len(TEXT), text=TEXT)
VOTE = Policy(extractors=("a", "b", "c"), believe="vote")


def named(words: str, kind: EntityType = "company") -> ExtractedEntity:
    start = TEXT.index(words)
    quote = Quote(start=start, end=start + len(words), text=words)
    return ExtractedEntity(name=words, type=kind, mentions=(quote,))


def bought(*parties: int, kind: DealType = "acquisition") -> ExtractedDeal:
    sides = tuple(ExtractedParty(entity=party) for party in parties)
    return ExtractedDeal(type=kind, status="signed", parties=sides, evidence=(WHOLE,))


def said(*entities: ExtractedEntity, deals: tuple[ExtractedDeal, ...] = ()) -> Extraction:
    return Extraction(entities=entities, deals=deals)


def names(extraction: Extraction) -> list[str]:
    return [entity.name for entity in extraction.entities]


ACME, GLOBEX, INITECH = named("Acme Ltd"), named("Globex"), named("Initech")
ONE, TWO = said(ACME), said(GLOBEX)


@pytest.mark.parametrize(
    ("policy", "who"),
    [
        (Policy(extractors=("a", "b")), "a"),
        (Policy(extractors=("b", "a")), "b"),
        (Policy(extractors=("a", "b"), believe="b"), "b"),
        (Policy(extractors=("b",)), "b"),
        (Policy(extractors=("c",), believe="c"), "a"),
        (Policy(extractors=("c",), believe="vote"), "a"),
        (Policy(extractors=("b", "c"), believe="vote"), "b"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_one_is_believed_whole_the_others_not_at_all(
    policy: Policy, who: str, turned: bool
) -> None:
    told = [("a", ONE), ("b", TWO)]
    told = told[::-1] if turned else told

    shares = believed(told, policy)

    assert shares == [each if name == who else NOTHING for name, each in told]


def test_a_policy_is_what_was_recorded() -> None:
    event = ExtractionPolicyChanged(extractors=("a", "b"), believe="vote")

    assert policy_of(event) == Policy(extractors=("a", "b"), believe="vote")


def test_what_more_than_half_tell_is_believed_from_the_first_that_does() -> None:
    shares = believed(
        [("a", said(ACME, INITECH)), ("b", said(GLOBEX, named("Acme"))), ("c", said(GLOBEX))],
        VOTE,
    )

    assert [names(share) for share in shares] == [["Acme Ltd"], ["Globex"], []]


def test_of_two_both_must_tell_it() -> None:
    shares = believed([("a", said(ACME, INITECH)), ("b", said(INITECH))], VOTE)

    assert [names(share) for share in shares] == [["Initech"], []]


def test_the_type_counts_too() -> None:
    person = replace(ACME, type="person")

    assert believed([("a", ONE), ("b", said(person))], VOTE) == [NOTHING, NOTHING]


def test_who_tells_a_thing_twice_has_one_vote() -> None:
    twice = said(ACME, named("Acme"))

    assert believed([("a", twice), ("b", TWO), ("c", TWO)], VOTE)[0] == NOTHING


def test_a_deal_is_believed_with_whoever_is_in_it() -> None:
    first = said(ACME, GLOBEX, INITECH, deals=(bought(0, 1, 2),))
    ann = named("Ann Lee", "person")
    second = said(
        ann, GLOBEX, ACME, deals=(replace(bought(2, 1), witnesses=(0,)), bought(1, kind="mou"))
    )

    one, other = believed([("a", first), ("b", second)], VOTE)

    assert names(one) == ["Acme Ltd", "Globex", "Initech"]
    assert one.deals == first.deals
    assert other == NOTHING


def test_places_are_those_of_what_is_left() -> None:
    office = Office(title="head", told=WHOLE, body=2)
    ann = replace(named("Ann Lee", "person"), offices=(office, replace(office, body=0)))
    relation = ExtractedRelation(kind="client", one=2, other=1, evidence=WHOLE)
    figure = ExtractedFigure(
        measure="trade", evidence=WHOLE, origin=2, destination=None, quantity=1
    )
    first = Extraction(
        entities=(INITECH, ann, ACME),
        deals=(replace(bought(2), witnesses=(1,), products=(2,)),),
        relations=(relation, replace(relation, other=0)),
        figures=(figure, replace(figure, destination=0)),
    )
    second = said(ACME, deals=(bought(0),))

    one, _ = believed([("a", first), ("b", second)], VOTE)

    assert names(one) == ["Ann Lee", "Acme Ltd"]
    assert [each.body for each in one.entities[0].offices] == [1, None]
    (deal,) = one.deals
    assert ([party.entity for party in deal.parties], deal.witnesses, deal.products) == (
        [1],
        (0,),
        (1,),
    )
    assert one.relations == (replace(relation, one=1, other=0),)
    assert one.figures == (replace(figure, origin=1),)


def test_two_deals_of_one_kind_need_two_votes_each() -> None:
    first = said(ACME, GLOBEX, INITECH, deals=(bought(0, 1), bought(0, 2)))
    second = said(ACME, GLOBEX, deals=(bought(0, 1),))

    one, other = believed([("a", first), ("b", second)], VOTE)

    assert one.deals == (bought(0, 1),)
    assert names(one) == ["Acme Ltd", "Globex"]
    assert other == NOTHING


def test_office_without_a_body_stays_so() -> None:
    ann = replace(named("Ann Lee", "person"), offices=(Office(title="head", told=WHOLE),))

    one, _ = believed([("a", said(ann)), ("b", said(ann))], VOTE)

    assert one.entities == (ann,)
