"""Whatever happened, rows are what a rebuild gives, and what the last tellings add up to."""

import random
from collections import Counter

import pytest

from ingestd.events import DocumentExtracted, ExtractedEntity
from tests.integration.projections.building import agreed, article, country, named
from tests.integration.projections.conftest import Corpus, on_both

WHO: list[ExtractedEntity] = [
    named("Northern Lights Mill"),
    named("NorMill"),
    named("Northern Lights Mill", aliases=("NorMill",)),
    named("Acme Ltd", said=["Acme Ltd", "Acme"]),
    named("Acme", country="FI"),
    named("Acme", "organization", "SE"),
    named("Bravo"),
    named("VNA"),
    named("Vietnam News Agency", country="VN"),
    named("Vietnam News Agency", aliases=("VNA",)),
    country("Finland", "FI"),
    named("Suomi", "place", reference="country:FI"),
    named("Anna Orlova", "person", role="CEO", affiliation="Bravo"),
]


def history(seed: int, length: int = 30) -> list[DocumentExtracted]:
    """Articles that come, are revised, and are extracted anew, as chance has it."""
    chance = random.Random(seed)
    revisions: Counter[str] = Counter()
    events = []
    for _ in range(length):
        name = chance.choice("abcdefgh")
        revisions[name] += chance.random() < 0.6
        parties = [
            chance.sample(WHO, chance.randint(1, 3)) for _ in range(chance.randint(0, 2))
        ]
        events.append(
            article(
                name,
                *chance.sample(WHO, chance.randint(0, 4)),
                deals=[
                    agreed(*each, type=chance.choice(["mou", "supply"])) for each in parties
                ],
                revision=max(1, revisions[name] - (chance.random() < 0.1)),
                extractor=chance.choice(["rules", "rules", "other"]),
            )
        )
    return events


@pytest.mark.parametrize(("seed", "batch"), [(2, 1), (3, 7), (5, 50)])
def test_a_rebuild_gives_the_rows_that_are_served(
    corpus: Corpus, seed: int, batch: int
) -> None:
    corpus.tell(*history(seed), batch=batch)

    assert corpus.verified().differences == ()


@on_both
def test_a_rebuild_gives_them_on_each_database(corpus: Corpus) -> None:
    corpus.tell(*history(4), batch=20)

    assert corpus.verified().differences == ()


@pytest.mark.parametrize("seed", range(20, 23))
def test_counts_are_what_the_tellings_add_up_to(corpus: Corpus, seed: int) -> None:
    corpus.tell(*history(seed))

    for row in corpus.entities(limit=1000):
        told = corpus.explained(row["id"])["tellings"]
        assert row["articles"] == len({telling["article"] for telling in told})
        assert row["mentions"] == sum(len(telling["mentions"]) for telling in told)
        assert row["type"] in {telling["type"] for telling in told}


@pytest.mark.parametrize("seed", range(30, 32))
def test_deals_point_to_entities_and_articles_that_are_there(corpus: Corpus, seed: int) -> None:
    corpus.tell(*history(seed))

    entities = {row["id"] for row in corpus.entities(limit=1000)}
    for deal in corpus.deals(limit=1000):
        assert {party["entity"] for party in deal["parties"]} <= entities
        assert {proof["article"] for proof in deal["evidence"]} == set(deal["articles"])


@pytest.mark.parametrize("seed", range(40, 42))
def test_nothing_is_left_when_every_article_tells_nothing_any_more(
    corpus: Corpus, seed: int
) -> None:
    corpus.tell(*history(seed))

    corpus.tell(*(article(name, revision=99) for name in "abcdefgh"))

    left = {table for table, rows in corpus.rows().items() if rows}
    assert left == {"extractions__gen"}
