"""Each fact says where it comes from, and each join why."""

from ingestd.events import Money
from ingestd.queries.explain import explain_article, explain_deal, explain_entity
from tests.integration.projections.building import agreed, article, named
from tests.integration.projections.conftest import Corpus, on_both

A, B = named("Alfa"), named("Bravo")
VACCINE = named("Vaccine V", "product")
WITNESS = named("Anna Orlova", "person")


def test_a_deal_s_facts_name_event_extractor_article_and_words(corpus: Corpus) -> None:
    corpus.tell(
        article("a", deals=[agreed(A, B, status="planned", quote="A and B plan.")]),
        article("b", deals=[agreed(A, B, status="signed", quote="A and B signed.")]),
    )

    explained = corpus.explained(corpus.deal()["id"])

    assert [fact for fact in explained["facts"] if fact["fact"] == "status"] == [
        {
            "fact": "status",
            "value": "signed",
            "article": "art_b",
            "revision": 1,
            "position": 2,
            "extractor": "rules",
            "version": "1",
            "evidence": [{"start": 0, "end": 15, "quote": "A and B signed."}],
        }
    ]


def test_parties_products_and_witnesses_are_facts_too(corpus: Corpus) -> None:
    deal = agreed((A, "supplier"), B, type="supply", products=[VACCINE], witnesses=[WITNESS])
    corpus.tell(article("a", deals=[deal]))

    facts = corpus.explained(corpus.deal()["id"])["facts"]

    assert [
        (fact["fact"], fact["value"]["name"])
        for fact in facts
        if isinstance(fact["value"], dict)
    ] == [
        ("party", "Alfa"),
        ("party", "Bravo"),
        ("product", "Vaccine V"),
        ("witness", "Anna Orlova"),
    ]


def test_a_party_that_gave_way_is_no_fact_but_was_told(corpus: Corpus) -> None:
    place = named("Russia", "place", "RU")
    corpus.tell(article("a", deals=[agreed(A, named("Fund", country="RU"), place)]))

    explained = corpus.explained(corpus.deal()["id"])

    parties = [fact["value"]["name"] for fact in explained["facts"] if fact["fact"] == "party"]
    told = [party["name"] for party in explained["tellings"][0]["parties"]]
    assert (parties, told) == (["Alfa", "Fund"], ["Alfa", "Fund", "Russia"])


@on_both
def test_tellings_say_why_they_were_joined(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, B)]), article("b", deals=[agreed(B, A)]))

    tellings = corpus.explained(corpus.deal()["id"])["tellings"]

    assert [telling["joined"] for telling in tellings] == [
        None,
        {"score": 0.95, "reason": "same parties Bravo and Alfa"},
    ]


@on_both
def test_an_entity_s_tellings_name_their_places_and_why_they_are_one(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme Ltd", said=["Acme Ltd", "Acme"])))
    corpus.tell(article("b", named("Acme"), version="7"))

    explained = corpus.explained(corpus.one("Acme Ltd")["id"])

    assert explained["tellings"] == [
        {
            "name": "Acme Ltd",
            "type": "company",
            "country": None,
            "article": "art_a",
            "revision": 1,
            "position": 1,
            "extractor": "rules",
            "version": "1",
            "joined": None,
            "mentions": [
                {"start": 0, "end": 8, "quote": "Acme Ltd"},
                {"start": 10, "end": 14, "quote": "Acme"},
            ],
        },
        {
            "name": "Acme",
            "type": "company",
            "country": None,
            "article": "art_b",
            "revision": 1,
            "position": 2,
            "extractor": "rules",
            "version": "7",
            "joined": {"score": 0.9, "reason": "same name without legal form"},
            "mentions": [{"start": 0, "end": 4, "quote": "Acme"}],
        },
    ]


@on_both
def test_an_article_shows_what_was_told_of_it(corpus: Corpus) -> None:
    corpus.tell(article("a", deals=[agreed(A, B)]), article("b", named("Cargo")))

    explained = corpus.explained("art_a")

    assert [row["name"] for row in explained["entities"]] == ["Alfa", "Bravo"]
    assert [row["deal"] for row in explained["deals"]] == [corpus.deal()["id"]]
    assert explained["extractions"] == [
        {
            "article": "art_a",
            "revision": 1,
            "position": 1,
            "extractor": "rules",
            "version": "1",
        }
    ]


def test_what_is_not_there_cannot_be_explained(corpus: Corpus) -> None:
    asked = {explain_deal: "deal_x", explain_entity: "ent_x", explain_article: "art_x"}

    assert [corpus.read(explain, identity) for explain, identity in asked.items()] == [None] * 3


@on_both
def test_a_deal_moves_forward_and_each_step_says_who_told_it(corpus: Corpus) -> None:
    corpus.tell(
        article("a", deals=[agreed(A, B, status="announced")]),
        article("b", deals=[agreed(A, B, status="announced")]),
        article("c", deals=[agreed(A, B, status="signed")]),
        article("d", deals=[agreed(A, B, status="terminated")]),
    )

    explained = corpus.explained(corpus.deal()["id"])

    steps = [(step["status"], step["article"]) for step in explained["history"]]
    assert steps == [("announced", "art_a"), ("signed", "art_c"), ("terminated", "art_d")]
    times = [step["at"] for step in explained["history"]]
    assert times == sorted(times)
    assert (explained["status"], explained["conflicts"]) == ("terminated", [])


def test_a_status_that_goes_back_is_a_conflict(corpus: Corpus) -> None:
    corpus.tell(
        article("a", deals=[agreed(A, B, status="signed")]),
        article("b", deals=[agreed(A, B, status="planned")]),
    )

    explained = corpus.explained(corpus.deal()["id"])

    assert [step["status"] for step in explained["history"]] == ["signed"]
    assert explained["conflicts"] == [
        {
            "field": "status",
            "shown": "signed",
            "told": [
                {"value": "signed", "articles": ["art_a"]},
                {"value": "planned", "articles": ["art_b"]},
            ],
        }
    ]


def test_values_and_days_that_differ_are_conflicts(corpus: Corpus) -> None:
    some, more = (Money(amount=amount, currency="USD") for amount in (100.0, 101.0))
    corpus.tell(
        article("a", deals=[agreed(A, B, value=some, date="2021-11-01")]),
        article("b", deals=[agreed(A, B, value=more, date="2021-11-03")]),
        article("c", deals=[agreed(A, B, date="2021-11")]),
        article("d", deals=[agreed(A, B, value=some)]),
    )

    conflicts = corpus.explained(corpus.deal()["id"])["conflicts"]

    assert conflicts == [
        {
            "field": "value",
            "shown": {"amount": 100.0, "currency": "USD"},
            "told": [
                {"value": {"amount": 100.0, "currency": "USD"}, "articles": ["art_a", "art_d"]},
                {"value": {"amount": 101.0, "currency": "USD"}, "articles": ["art_b"]},
            ],
        },
        {
            "field": "date",
            "shown": "2021-11-01",
            "told": [
                {"value": "2021-11-01", "articles": ["art_a"]},
                {"value": "2021-11-03", "articles": ["art_b"]},
                {"value": "2021-11", "articles": ["art_c"]},
            ],
        },
    ]


def test_a_month_does_not_contradict_its_day(corpus: Corpus) -> None:
    corpus.tell(
        article("a", deals=[agreed(A, B, date="2021-11")]),
        article("b", deals=[agreed(A, B, date="2021-11-03")]),
    )

    assert corpus.explained(corpus.deal()["id"])["conflicts"] == []
