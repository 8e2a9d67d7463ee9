"""Deals: one row each, with evidence from every article that tells of it."""

from typing import Any

import pytest

from ingestd.events import ExtractedDeal, ExtractedEntity, ExtractedParty, Extraction, Money
from ingestd.events.documents import DocumentExtracted
from ingestd.events.facts import EntityType
from tests.fixtures.building import parsed
from tests.integration.projections.building import agreed, article, country, named
from tests.integration.projections.conftest import Corpus, on_both

A, B, C, D = named("Alfa"), named("Bravo"), named("Cargo"), named("Delta")
FUND = named("Direct Fund", "public_body", "RU")
MAKER = named("Makers", country="VN")
VACCINE = named("Vaccine V", "product")


@on_both
def test_two_articles_on_one_deal_make_one_row_with_both_proofs(corpus: Corpus) -> None:
    corpus.tell(
        article("en", deals=[agreed(A, B, quote="A signed with B.")]),
        article("fr", deals=[agreed(B, A, quote="B et A ont signé.", date="2021-11-11")]),
    )

    deal = corpus.deal()
    assert [party["name"] for party in deal["parties"]] == ["Alfa", "Bravo"]
    assert deal["articles"] == ["art_en", "art_fr"]
    assert deal["date"] == "2021-11-11"
    assert deal["evidence"] == [
        {"article": "art_en", "start": 0, "end": 16, "quote": "A signed with B."},
        {"article": "art_fr", "start": 0, "end": 17, "quote": "B et A ont signé."},
    ]


def test_pairs_are_never_crossed(corpus: Corpus) -> None:
    corpus.tell(
        article("en", deals=[agreed(A, B), agreed(C, D)]),
        article("fr", deals=[agreed(C, D), agreed(A, B)]),
    )

    assert corpus.parties() == [("Alfa", "Bravo"), ("Cargo", "Delta")]


@on_both
def test_a_deal_shows_all_that_was_told(corpus: Corpus) -> None:
    minister = named("Anna Orlova", "person")
    corpus.tell(
        article(
            "a",
            deals=[
                agreed(
                    (A, "supplier"),
                    (B, "buyer"),
                    type="supply",
                    products=[VACCINE],
                    witnesses=[minister],
                    subject="vaccines",
                    value=Money(amount=5e6, currency="EUR"),
                    date="2021-11",
                    confidence=0.8,
                )
            ],
        )
    )

    deal = corpus.deal()
    told = {name: deal[name] for name in deal if name not in {"id", "evidence", "updated_at"}}
    assert told == {
        "type": "supply",
        "status": "signed",
        "parties": [
            {"entity": corpus.one("Alfa")["id"], "name": "Alfa", "role": "supplier"},
            {"entity": corpus.one("Bravo")["id"], "name": "Bravo", "role": "buyer"},
        ],
        "products": ["Vaccine V"],
        "subject": "vaccines",
        "value": {"amount": 5e6, "currency": "EUR"},
        "date": "2021-11",
        "witnesses": [{"entity": corpus.one("Anna Orlova")["id"], "name": "Anna Orlova"}],
        "articles": ["art_a"],
        "confidence": 0.8,
        "judgement": None,
        "first_seen_at": deal["updated_at"],
    }


def test_an_unnamed_counterparty_is_found(corpus: Corpus) -> None:
    bottling = agreed(
        (MAKER, "manufacturer"),
        country("Russia", "RU"),
        type="production",
        status="in_force",
        products=[VACCINE],
    )
    transfer = agreed(
        (FUND, "transferor"),
        (MAKER, "manufacturer"),
        type="technology_transfer",
        status="in_force",
        products=[VACCINE],
    )
    supply = agreed(
        (FUND, "supplier"),
        (country("Việt Nam", "VN"), "recipient"),
        type="supply",
        status="planned",
        products=[VACCINE],
    )

    corpus.tell(article("a", deals=[bottling]), article("b", deals=[transfer, supply]))

    assert corpus.parties() == [("Direct Fund", "Việt Nam"), ("Makers", "Direct Fund")]


def test_a_later_article_moves_the_status_forward(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, B, status="planned")]))
    before = corpus.deal()

    corpus.tell(article("b", deals=[agreed(A, B, status="signed")]))
    after = corpus.deal()

    assert (after["id"], after["status"]) == (before["id"], "signed")
    assert after["first_seen_at"] == before["first_seen_at"] < after["updated_at"]


@on_both
def test_treaties_of_countries_are_found_again(corpus: Corpus) -> None:
    treaty = agreed(country("Finland", "FI"), country("Sweden", "SE"), type="trade")

    corpus.tell(article("a", deals=[treaty]), article("b", deals=[treaty]))

    assert corpus.deal()["articles"] == ["art_a", "art_b"]


def test_news_far_apart_is_of_two_deals(corpus: Corpus) -> None:
    corpus.tell(
        parsed("a", published="2019-01-01"),
        parsed("b", published="2021-01-01"),
        article("a", deals=[agreed(A, B)]),
        article("b", deals=[agreed(A, B)]),
    )

    assert len(corpus.deals()) == 2


def test_an_article_parsed_again_has_its_new_date(corpus: Corpus) -> None:
    corpus.tell(
        parsed("a", published="2019-01-01"),
        parsed("a", published="2021-01-01"),
        parsed("b", published="2021-01-01"),
        article("a", deals=[agreed(A, B)]),
        article("b", deals=[agreed(A, B)]),
    )

    assert len(corpus.deals()) == 1


def test_the_surest_deal_takes_the_telling(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, B, type="agreement"), agreed(A, B)]))

    corpus.tell(article("b", deals=[agreed(A, B)]))

    told = {row["type"]: row["articles"] for row in corpus.deals()}
    assert told == {"agreement": ["art_a"], "mou": ["art_a", "art_b"]}


def test_two_of_one_kind_in_one_article_are_two(corpus: Corpus) -> None:
    first, second = agreed(A, B, subject="one"), agreed(A, B, subject="two")

    corpus.tell(article("a", deals=[first, second]))

    assert sorted(row["subject"] for row in corpus.deals()) == ["one", "two"]


def test_a_revision_takes_back_what_it_no_longer_tells(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, B)]), article("b", deals=[agreed(A, B)]))
    before = corpus.deal()["id"]

    corpus.tell(article("a", A, revision=2))

    deal = corpus.deal()
    assert (deal["id"], deal["articles"]) == (before, ["art_b"])
    assert [proof["article"] for proof in deal["evidence"]] == ["art_b"]


def test_a_deal_that_no_article_tells_vanishes(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, B)]))

    corpus.tell(article("a", A, B, revision=2))

    assert corpus.deals() == []


def test_a_deal_that_is_told_again_keeps_id_and_first_time(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, B)]))
    before = corpus.deal()

    corpus.tell(article("a", deals=[agreed(A, B, subject="more")], version="2"))
    after = corpus.deal()

    assert [after[n] for n in ("id", "first_seen_at")] == [
        before[n] for n in ("id", "first_seen_at")
    ]
    assert after["subject"] == "more"


def test_another_deal_under_a_taken_id_gets_another(corpus: Corpus) -> None:
    dated = [agreed(A, B, date="2020-01-01"), agreed(A, B, date="2021-01-01")]
    corpus.tell(article("a", deals=dated[:1]), article("b", deals=dated[:1]))

    corpus.tell(article("a", deals=dated[1:], revision=2))

    assert sorted(row["date"] for row in corpus.deals()) == ["2020-01-01", "2021-01-01"]


def test_deals_part_when_what_joined_them_is_taken_back(corpus: Corpus) -> None:
    corpus.tell(
        article("a", deals=[agreed(A, B, date="2021-11-10")]),
        article("b", deals=[agreed(A, B, C, date="2021-11-10")]),
        article("c", deals=[agreed(B, C, date="2021-11-10")]),
    )
    assert corpus.deal()["articles"] == ["art_a", "art_b", "art_c"]

    corpus.tell(article("b", revision=2))

    assert corpus.parties() == [("Alfa", "Bravo"), ("Bravo", "Cargo")]


@on_both
def test_deals_become_one_when_their_parties_do(corpus: Corpus) -> None:
    long, short = named("Northern Lights Mill"), named("NorMill")
    corpus.tell(article("a", deals=[agreed(A, long)]), article("b", deals=[agreed(A, short)]))
    assert len(corpus.deals()) == 2

    corpus.tell(article("c", named("Northern Lights Mill", aliases=("NorMill",))))

    assert corpus.deal()["articles"] == ["art_a", "art_b"]
    assert [party["name"] for party in corpus.deal()["parties"]] == [
        "Alfa",
        "Northern Lights Mill",
    ]


@on_both
def test_deals_part_when_their_parties_do(corpus: Corpus) -> None:
    long, short = named("Northern Lights Mill"), named("NorMill")
    corpus.tell(article("a", deals=[agreed(A, long)]), article("b", deals=[agreed(A, short)]))
    corpus.tell(article("c", named("Northern Lights Mill", aliases=("NorMill",))))

    corpus.tell(article("c", revision=2))

    assert corpus.parties() == [("Alfa", "NorMill"), ("Alfa", "Northern Lights Mill")]


def test_parties_are_shown_under_the_name_they_have_now(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, named("VNA", country="VN"))]))

    corpus.tell(article("b", named("Vietnam News Agency", country="VN", aliases=("VNA",))))

    assert corpus.parties() == [("Alfa", "Vietnam News Agency")]


def test_what_points_to_nobody_is_left_out(corpus: Corpus) -> None:
    deal = ExtractedDeal(
        type="mou",
        status="signed",
        parties=(ExtractedParty(entity=0), ExtractedParty(entity=7)),
        evidence=(),
        products=(8,),
        witnesses=(-1,),
    )
    event = article("a", A)

    corpus.tell(
        DocumentExtracted(
            document=event.document,
            revision=1,
            text=event.text,
            language="en",
            extractor="rules",
            version="1",
            extraction=Extraction(entities=(A,), deals=(deal,)),
        )
    )

    assert corpus.parties() == [("Alfa",)]


def test_a_deal_of_nobody_is_kept_all_the_same(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed()]))

    assert corpus.parties() == [()]


@pytest.mark.parametrize(
    ("query", "found"),
    [("alfa", 1), ("ALFÁ bravo", 1), ("vaccine", 1), ("orlova", 1), ("hubs", 1), ("alfa x", 0)],
)
def test_search_looks_at_subject_products_and_names(
    corpus: Corpus, query: str, found: int
) -> None:
    witness = named("Anna Orlova", "person")
    deal = agreed(A, B, products=[VACCINE], witnesses=[witness], subject="Two hubs")

    corpus.tell(article("a", deals=[deal]), article("b", deals=[agreed(C, D)]))

    assert len(corpus.deals(query=query)) == found


@on_both
def test_deals_are_filtered(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, B)]))
    corpus.tell(article("b", deals=[agreed(C, D, type="supply", status="planned")]))
    second = corpus.deals(type="supply")

    assert corpus.deals(status="planned") == second
    assert corpus.deals(party="delta") == second
    assert corpus.deals(party=corpus.one("Cargo")["id"]) == second
    assert corpus.deals(since=second[0]["updated_at"]) == second


def test_a_party_is_found_under_the_id_it_had(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Northern Lights Mill")))
    corpus.tell(article("b", deals=[agreed(A, named("NorMill"))]))
    before = corpus.one("NorMill")["id"]

    corpus.tell(article("c", named("Northern Lights Mill", aliases=("NorMill",))))

    assert len(corpus.deals(party=before)) == 1


def test_there_is_no_deal_under_an_unknown_id(corpus: Corpus) -> None:
    assert corpus.get_deal("deal_none") is None


def test_a_deal_is_got_by_its_id(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, B)]))

    assert corpus.get_deal(corpus.deal()["id"]) == corpus.deal()


def _supplied(*parties: ExtractedEntity) -> dict[str, Any]:
    return agreed(*parties, type="supply", products=[VACCINE])


def _haven(kind: EntityType) -> ExtractedEntity:
    """A free port: some articles hold it for a place, some for a house."""
    return named("Free Haven", kind, "VN", reference="city:haven")


@on_both
@pytest.mark.parametrize("batch", [1, 50])
def test_what_turns_out_to_be_a_place_may_stand_for_its_party(
    corpus: Corpus, batch: int
) -> None:
    house = article("a", deals=[_supplied(FUND, _haven("company"))])
    places = [article(name, _haven("place")) for name in ("b", "c")]

    corpus.tell(house, *places, article("d", deals=[_supplied(FUND, MAKER)]), batch=batch)

    assert corpus.deal()["articles"] == ["art_a", "art_d"]
    assert corpus.verified().differences == ()


@on_both
@pytest.mark.parametrize("batch", [1, 50])
def test_what_turns_out_to_be_no_place_stands_for_nobody(corpus: Corpus, batch: int) -> None:
    place = article("a", deals=[_supplied(FUND, _haven("place"))])
    houses = [article(name, _haven("company")) for name in ("b", "c")]

    corpus.tell(place, *houses, article("d", deals=[_supplied(FUND, MAKER)]), batch=batch)

    assert corpus.parties() == [("Direct Fund", "Free Haven"), ("Direct Fund", "Makers")]
    assert corpus.verified().differences == ()


def test_a_place_that_is_told_of_less_stands_for_nobody_any_more(corpus: Corpus) -> None:
    corpus.tell(
        article("a", deals=[_supplied(FUND, _haven("company"))]),
        article("b", _haven("place")),
        article("c", _haven("place")),
        article("c", revision=2),
    )

    corpus.tell(article("d", deals=[_supplied(FUND, MAKER)]))

    assert len(corpus.deals()) == 2
    assert corpus.verified().differences == ()
