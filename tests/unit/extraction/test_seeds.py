"""What a careful reader finds in the sample corpus."""

from pathlib import Path

import pytest

from ingestd.events.facts import ExtractedDeal, Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.structure import structure

SEEDS = Path(__file__).parents[3] / "seeds"


def extract(number: str, language: str, published: str | None = None) -> Extraction:
    text = next(SEEDS.glob(f"{number}_*.txt")).read_bytes().decode("utf-8")
    article = Article(text=text, blocks=structure(text), language=language, published=published)
    return RulesExtractor().extract(article)


def told(deal: ExtractedDeal, found: Extraction) -> tuple[str, str, list[str]]:
    parties = [f"{found.entities[p.entity].name}:{p.role}" for p in deal.parties]
    return deal.type, deal.status, sorted(parties)


@pytest.mark.parametrize(
    ("number", "language", "published", "date"),
    [("000", "en", None, None), ("001", "fr", "2021-11", "2021-11-11")],
)
def test_the_two_memorandums_are_never_crossed(
    number: str, language: str, published: str | None, date: str | None
) -> None:
    found = extract(number, language, published)

    memorandums = [deal for deal in found.deals if deal.type == "mou"]

    pairs = [{found.entities[p.entity].name for p in deal.parties} for deal in memorandums]
    assert [{name.split()[0] for name in pair} for pair in pairs] == [
        {"Biopharma", "Sistema"},
        {"T&T", "Bronemed"},
    ]
    assert [(deal.status, deal.date) for deal in memorandums] == [("signed", date)] * 2


def test_a_trade_agreement_under_talks_is_not_signed() -> None:
    found = extract("002", "en")

    assert [told(deal, found) for deal in found.deals] == [
        (
            "trade",
            "negotiating",
            ["Customs Union of Russia, Belarus and Kazakhstan:partner", "Vietnam:partner"],
        )
    ]


def test_a_minister_who_met_a_fund_made_no_deal_but_the_fund_did() -> None:
    found = extract("003", "en", "2021-09-28")

    assert sorted(told(deal, found) for deal in found.deals) == [
        (
            "supply",
            "planned",
            ["Russian Direct Investment Fund:supplier", "Việt Nam:recipient"],
        ),
        (
            "technology_transfer",
            "in_force",
            ["Russian Direct Investment Fund:transferor", "VABIOTECH:manufacturer"],
        ),
    ]


def test_a_transfer_of_technology_keeps_products_and_witnesses() -> None:
    found = extract("004", "en")

    (deal,) = found.deals

    assert told(deal, found) == (
        "technology_transfer",
        "signed",
        [
            "Medsintez Pharmaceutical Company:transferor",
            "VNVC Vaccine and Biological Products Plant:recipient",
        ],
    )
    assert [found.entities[person].name for person in deal.witnesses] == [
        "Mikhail Murashko",
        "Dao Hong Lan",
    ]
    assert [found.entities[product].name for product in deal.products] == [
        "recombinant Albumin",
        "recombinant Insulin",
        "single-use and reusable insulin pens",
        "liraglutide",
        "semaglutide",
        "Heparin",
        "Triazavirin",
        "follicle-stimulating hormone",
    ]


def test_one_body_under_four_spellings_is_one_entity() -> None:
    found = extract("003", "en", "2021-09-28")

    councils = [entity for entity in found.entities if "Federation Council" in entity.name]

    assert len(councils) == 1
    assert {mention.text for mention in councils[0].mentions} == {
        "Federal Council",
        "Federation Council",
        "Federation Council of the Federal Assembly of Russia",
        "Russian Federation Council",
    }


def test_people_carry_their_roles_and_whom_they_speak_for() -> None:
    found = extract("003", "en", "2021-09-28")

    posts = {e.name: (e.role, e.affiliation) for e in found.entities if e.type == "person"}

    assert posts["Kirill Dmitriev"] == ("CEO", "Russian Direct Investment Fund")
    assert posts["Vladimir Putin"] == ("President", None)
    assert posts["Vương Đình Huệ"] == ("Chairman", "Vietnamese National Assembly")


def test_one_city_has_one_reference_in_every_language() -> None:
    english, french = extract("000", "en"), extract("001", "fr")

    references = [
        {e.reference for e in found.entities if e.name in {"Moscow", "Moscou"}}
        for found in (english, french)
    ]

    assert references == [{"city:moscow-ru"}] * 2
