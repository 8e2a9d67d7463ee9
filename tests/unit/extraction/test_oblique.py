"""Deals told in passing: by everyday words, across sentences, by nouns that stand for names."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.structure import structure


def extraction(text: str) -> Extraction:
    article = Article(text=text, blocks=structure(text), language="en", published="2026-03-10")
    return RulesExtractor().extract(article)


def told(text: str) -> list[tuple[str, dict[str, str | None]]]:
    """Each deal's type, and its parties with their roles."""
    found = extraction(text)
    return [
        (deal.type, {found.entities[one.entity].name: one.role for one in deal.parties})
        for deal in found.deals
    ]


def affiliation(text: str, person: str) -> str | None:
    found = extraction(text).entities
    return next(one.affiliation for one in found if one.name == person)


BUILDER = "Tarnobor Wagon, the Polish builder, opened its books to Calder Bank on Monday."


@pytest.mark.parametrize(
    ("text", "deal"),
    [
        (
            "The cheeses of Penhallow Creamery are sold in Wales.\n\n"
            "The creamery has a new owner: Vereda Alimentos, a food group from Porto.",
            ("acquisition", {"Penhallow Creamery": "target", "Vereda Alimentos": "acquirer"}),
        ),
        (
            "Penhallow Creamery Ltd closed its shop. Its new owner is Vereda Alimentos.",
            (
                "acquisition",
                {"Penhallow Creamery Ltd": "target", "Vereda Alimentos": "acquirer"},
            ),
        ),
        (
            "The ward at Mbarara Mission Hospital smells of paint. The hospital got eleven "
            "scanners.\n\nThey are a gift of Hoshikawa Imaging.",
            (
                "donation",
                {"Mbarara Mission Hospital": "recipient", "Hoshikawa Imaging": "donor"},
            ),
        ),
        (
            "Kaunas Transport Authority will buy trams. Half of the money is being lent by "
            "Nordic Transit Bank.",
            (
                "financing",
                {"Kaunas Transport Authority": "borrower", "Nordic Transit Bank": "lender"},
            ),
        ),
        (
            "Hanwool Marine, whose yard lies in Korea, said it was pleased.\n\n"
            "Nordhavn Diesel has been taken on by Hanwool Marine for the engines.",
            ("supply", {"Nordhavn Diesel": "supplier", "Hanwool Marine": "buyer"}),
        ),
        (
            '"We have ordered six ferries from Brattvik Marine," said Lars Eide, chairman of '
            "Arcline Lines.",
            ("supply", {"Arcline Lines": "buyer", "Brattvik Marine": "supplier"}),
        ),
        (
            "Milk is trucked by Lanyon Haulage, which last week got the work from Penhallow "
            "Creamery for another five years.",
            ("supply", {"Lanyon Haulage": "supplier", "Penhallow Creamery": "buyer"}),
        ),
    ],
)
def test_the_other_side_stands_in_another_sentence_or_clause(
    text: str, deal: tuple[str, dict[str, str | None]]
) -> None:
    assert told(text) == [deal]


@pytest.mark.parametrize(
    "text",
    [
        "Penhallow Creamery Ltd has a new owner.",
        "Half of the money is being lent by Nordic Transit Bank.",
        "The work went to Hanwool Marine.",
        "Penhallow Creamery Ltd has not found a new owner: Vereda Alimentos went home.",
    ],
)
def test_without_a_clear_other_side_there_is_no_deal(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("The builder's chairman, Hugh Ansell, smiled.", "Hugh Ansell", "Tarnobor Wagon"),
        ("The Polish firm's founder, Hugh Ansell, left.", "Hugh Ansell", "Tarnobor Wagon"),
        ("The bank's spokesman, Colin Frost, left.", "Colin Frost", "Calder Bank"),
        ("Emma Frost, who heads the bank, left.", "Emma Frost", "Calder Bank"),
        ("The Poles hired Emma Frost, head of the bank.", "Emma Frost", "Calder Bank"),
        ("It is a bank, run by Emma Frost.", "Emma Frost", None),
        ("Lanyon Ltd, a haulier run by Emma Frost, grew.", "Emma Frost", "Lanyon Ltd"),
        ("Lanyon Ltd, a haulier set up by Emma Frost, grew.", "Emma Frost", "Lanyon Ltd"),
    ],
)
def test_a_person_is_with_whom_a_noun_stands_for(
    text: str, person: str, body: str | None
) -> None:
    assert affiliation(f"{BUILDER}\n\n{text}", person) == body


@pytest.mark.parametrize("word", ["Half", "Upkeep", "Milk", "Engines"])
def test_a_sentence_opener_is_no_firm_for_what_it_will_be(word: str) -> None:
    names = [one.name for one in extraction(f"{word} will be another matter.").entities]

    assert names == []
