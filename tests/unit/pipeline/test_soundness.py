"""Whatever an extractor says, nothing that cannot be is recorded."""

import dataclasses
from typing import Any

import pytest

from ingestd.events import (
    ExtractedDeal,
    ExtractedEntity,
    ExtractedFigure,
    ExtractedParty,
    ExtractedRelation,
    Extraction,
    Money,
    Office,
    Quote,
)
from ingestd.pipeline.soundness import faults_of, quotes
from tests.fixtures.building import deal, entity

TEXT = "Words of Acme and Globex."
ACME = entity("Acme", start=9)
GLOBEX = entity("Globex", start=18)
SIGNED = deal(0, 1, products=(1,), witnesses=(0,))


def said(entities: tuple[ExtractedEntity, ...], *deals: ExtractedDeal) -> list[str]:
    return list(faults_of(Extraction(entities=entities, deals=deals), TEXT))


def but(**others: Any) -> list[str]:
    """The faults of the signed deal, but for some of its fields."""
    return said((ACME, GLOBEX), dataclasses.replace(SIGNED, **others))


def test_what_can_be_has_no_fault() -> None:
    assert said((ACME, GLOBEX), SIGNED, deal(1, value=Money(amount=0.5, currency="VND"))) == []
    assert said(()) == []


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (9, 13, "ACME"),
        (10, 14, "Acme"),
        (9, 13, ""),
        (9, 9, ""),
        (13, 9, ""),
        (-16, -12, "Acme"),
        (18, 99, "Globex."),
        (99, 103, "Acme"),
    ],
)
def test_a_quote_stands_where_it_is_said_to_stand(start: int, end: int, text: str) -> None:
    strange = dataclasses.replace(ACME, mentions=(Quote(start=start, end=end, text=text),))

    assert said((strange,)) == [f"quotes {text!r} at {start}, where it does not stand"]


def test_evidence_is_quoted_too() -> None:
    evidence = (Quote(start=0, end=5, text="Other"),)

    assert but(evidence=evidence) == ["quotes 'Other' at 0, where it does not stand"]


@pytest.mark.parametrize("place", [-1, 2])
@pytest.mark.parametrize("field", ["parties", "products", "witnesses"])
def test_a_deal_names_entities_that_there_are(field: str, place: int) -> None:
    one = ExtractedParty(entity=place) if field == "parties" else place

    assert but(**{field: (one,)}) == [f"names entity {place} in a deal, but has 2"]


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("type", "handshake", "tells of a 'handshake', which is no type of deal"),
        ("status", "dreamt", "calls a deal 'dreamt', which is no status"),
        ("confidence", 1.5, "is sure of a deal by 1.5, which is not between 0 and 1"),
        ("confidence", -0.1, "is sure of a deal by -0.1, which is not between 0 and 1"),
        ("confidence", float("nan"), "is sure of a deal by nan, which is not between 0 and 1"),
        ("value", Money(amount=float("inf"), currency="USD"), "puts a deal at inf"),
    ],
)
def test_a_deal_is_told_in_the_words_of_the_contract(
    field: str, value: object, fault: str
) -> None:
    assert but(**{field: value}) == [fault]


def test_a_party_has_a_role_of_the_contract() -> None:
    strange: Any = "onlooker"

    assert but(parties=(ExtractedParty(entity=0, role="buyer"),)) == []
    assert but(parties=(ExtractedParty(entity=0, role=strange),)) == [
        "gives a party the role 'onlooker', which is none"
    ]


def test_an_entity_is_of_a_type_of_the_contract() -> None:
    strange: Any = "ship"

    assert said((dataclasses.replace(ACME, type=strange),)) == [
        "calls 'Acme' a 'ship', which is no type of entity"
    ]


def test_every_place_is_found() -> None:
    found = quotes(Extraction(entities=(ACME, GLOBEX), deals=(SIGNED,)))

    assert [quote.start for quote in found] == [9, 18, 0]


EXPORTS = ExtractedFigure(measure="exports", evidence=ACME.mentions[0], quantity=3.0, unit="t")
OWNED = ExtractedRelation(kind="subsidiary", one=0, other=1, evidence=ACME.mentions[0])


def beside(**facts: Any) -> list[str]:
    """The faults of facts that stand beside two entities."""
    return list(faults_of(Extraction(entities=(ACME, GLOBEX), **facts), TEXT))


def test_offices_relations_and_figures_that_can_be_have_no_fault() -> None:
    head = dataclasses.replace(
        ACME, offices=(Office(title="head", told=ACME.mentions[0], body=1),)
    )

    assert said((head, GLOBEX)) == []
    assert beside(relations=(OWNED,), figures=(EXPORTS,)) == []


def test_an_office_is_held_in_a_body_that_there_is() -> None:
    head = dataclasses.replace(
        ACME, offices=(Office(title="head", told=ACME.mentions[0], body=2),)
    )

    assert said((head, GLOBEX)) == ["names entity 2 in an office, but has 2"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"one": 2}, "names entity 2 in a relation, but has 2"),
        ({"other": -1}, "names entity -1 in a relation, but has 2"),
        ({"kind": "rival"}, "tells of a 'rival', which is no kind of relation"),
    ],
)
def test_a_relation_joins_entities_in_the_words_of_the_log(
    change: dict[str, Any], fault: str
) -> None:
    assert beside(relations=(dataclasses.replace(OWNED, **change),)) == [fault]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"origin": 2}, "names entity 2 in a figure, but has 2"),
        ({"destination": 2}, "names entity 2 in a figure, but has 2"),
        ({"measure": "hopes"}, "tells a figure of 'hopes', which is no measure"),
        ({"quantity": None}, "tells a figure of None, changed by None"),
        ({"change": float("nan")}, "tells a figure of 3.0, changed by nan"),
        (
            {"value": Money(amount=float("inf"), currency="USD")},
            "tells a figure of inf, changed by None",
        ),
    ],
)
def test_a_figure_is_a_number_of_something(change: dict[str, Any], fault: str) -> None:
    assert beside(figures=(dataclasses.replace(EXPORTS, **change),)) == [fault]


def test_every_piece_of_a_fact_is_quoted() -> None:
    lie = Quote(start=0, end=5, text="Other")
    fault = "quotes 'Other' at 0, where it does not stand"

    for piece in ("trigger", "value_told", "date_told", "subject_told"):
        assert but(**{piece: lie}) == [fault]
    assert but(parties=(ExtractedParty(entity=0, told=lie),)) == [fault]
    assert beside(relations=(dataclasses.replace(OWNED, evidence=lie),)) == [fault]
    assert beside(figures=(dataclasses.replace(EXPORTS, evidence=lie),)) == [fault]
    office = Office(title="head", told=lie)
    assert said((dataclasses.replace(ACME, offices=(office,)),)) == [fault]
