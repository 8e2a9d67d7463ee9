"""Whom the views believe where several extractors told of an article."""

import pytest

from ingestd.events import DocumentExtracted, Event, ExtractedEntity, ExtractionPolicyChanged
from tests.fixtures.building import deal, entity, erased, extracted, parsed, received
from tests.integration.projections.conftest import Corpus, on_both

ACME, GLOBEX, INITECH, UMBRELLA = (
    entity(name, start=start)
    for name, start in (("Acme", 0), ("Globex", 10), ("Initech", 20), ("Umbrella", 30))
)


def policy(*extractors: str, believe: str = "first") -> ExtractionPolicyChanged:
    return ExtractionPolicyChanged(extractors=extractors, believe=believe)


def says(
    extractor: str, *entities: ExtractedEntity, name: str = "a", **others: object
) -> DocumentExtracted:
    return extracted(name, *entities, extractor=extractor, **others)  # type: ignore[arg-type]  # fields


ARTICLE: tuple[Event, ...] = (received("a"), parsed("a"))
BOTH: tuple[Event, ...] = (
    *ARTICLE,
    says("rules", ACME, GLOBEX, deals=(deal(0, 1),)),
    says("llm", ACME, INITECH, deals=(deal(0, 1),)),
)


@on_both
def test_the_first_that_is_named_is_believed(corpus: Corpus) -> None:
    corpus.tell(policy("llm", "rules"), *BOTH)

    assert corpus.names() == ["Acme", "Initech"]
    assert corpus.parties() == [("Acme", "Initech")]
    assert corpus.one("Acme")["mentions"] == 1


@on_both
def test_believing_another_changes_what_was_told_before(corpus: Corpus) -> None:
    corpus.tell(policy("rules", "llm"), *BOTH)
    first = corpus.names()

    corpus.tell(policy("rules", "llm", believe="llm"))
    second = corpus.names(), corpus.parties()
    corpus.tell(policy("rules", "llm"))

    assert first == corpus.names() == ["Acme", "Globex"]
    assert second == (["Acme", "Initech"], [("Acme", "Initech")])
    assert corpus.verified().differences == ()


@on_both
def test_a_vote_believes_what_more_than_half_tell(corpus: Corpus) -> None:
    corpus.tell(policy("rules", "llm", believe="vote"), *BOTH)

    assert corpus.names() == ["Acme"]
    assert corpus.parties() == []

    corpus.tell(policy("rules", "llm", "spacy", believe="vote"), says("spacy", GLOBEX))

    assert corpus.names() == ["Acme", "Globex"]
    assert corpus.verified().differences == ()


def test_who_comes_late_is_believed_or_not_as_if_it_had_come_at_once(corpus: Corpus) -> None:
    rules, llm = BOTH[2:]
    corpus.tell(policy("llm", "rules"), *ARTICLE, rules)
    alone = corpus.names()

    corpus.tell(llm)

    assert alone == ["Acme", "Globex"]
    assert corpus.names() == ["Acme", "Initech"]


def test_an_article_that_only_the_others_read_is_told_by_them(corpus: Corpus) -> None:
    corpus.tell(policy("llm", "rules"), *BOTH, received("b"), parsed("b"))

    corpus.tell(says("rules", UMBRELLA, name="b"))

    assert corpus.names() == ["Acme", "Initech", "Umbrella"]


def test_a_new_revision_is_told_by_whoever_read_it(corpus: Corpus) -> None:
    corpus.tell(policy("llm", "rules"), *BOTH, received("a", revision=2))

    corpus.tell(parsed("a", revision=2), says("rules", GLOBEX, revision=2))
    after_one = corpus.names()
    corpus.tell(says("llm", INITECH, revision=2))

    assert after_one == ["Globex"]
    assert corpus.names() == ["Initech"]
    assert corpus.verified().differences == ()


def test_a_newer_run_replaces_the_older_of_its_extractor_only(corpus: Corpus) -> None:
    corpus.tell(policy("rules", "llm"), *BOTH)

    corpus.tell(says("llm", UMBRELLA, version="2"))
    unbelieved = corpus.names()
    corpus.tell(policy("rules", "llm", believe="llm"))

    assert unbelieved == ["Acme", "Globex"]
    assert corpus.names() == ["Umbrella"]


def test_what_was_erased_is_told_by_nobody(corpus: Corpus) -> None:
    corpus.tell(policy("rules", "llm"), *BOTH, erased("a"))

    corpus.tell(policy("llm", "rules"))

    assert corpus.entities() == []
    assert corpus.verified().differences == ()


@pytest.mark.parametrize("batch", [1, 2, 50])
def test_the_page_in_which_things_are_told_does_not_matter(corpus: Corpus, batch: int) -> None:
    corpus.tell(
        policy("rules", "llm"),
        *BOTH,
        policy("rules", "llm", believe="llm"),
        says("rules", UMBRELLA, version="2"),
        policy("rules", "llm", believe="vote"),
        batch=batch,
    )

    assert corpus.names() == []
    assert corpus.verified().differences == ()


def test_where_nothing_was_said_of_it_rules_come_first(corpus: Corpus) -> None:
    corpus.tell(*ARTICLE, says("a-stranger", INITECH), says("rules", ACME))

    assert corpus.names() == ["Acme"]
    assert corpus.one("Acme")["first_seen_at"] <= corpus.one("Acme")["last_seen_at"]
