"""Whatever an extractor says, nothing that cannot be is recorded."""

import dataclasses
from typing import Any

import pytest

from ingestd.events import (
    ExtractedDeal,
    ExtractedEntity,
    ExtractedParty,
    Extraction,
    Money,
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
