"""What a careful reader finds in the sample corpus, article by article and across them."""

import json
from pathlib import Path

import msgspec
import pytest

from ingestd.evaluation.counting import Score
from ingestd.evaluation.gold import Line, gold_of
from ingestd.evaluation.names import normal
from ingestd.evaluation.scoring import Mistake, score
from tests.fixtures.commands import Row
from tests.fixtures.daemons import SEEDS, Program

GOLD = Path(__file__).parents[1] / "gold" / "seeds"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Program:
    made = Program(tmp_path_factory.mktemp("corpus"))
    made.rows("ingest", str(SEEDS))
    return made


@pytest.fixture(scope="module")
def lines(corpus: Program) -> list[Row]:
    return corpus.rows("extract", *(str(path) for path in sorted(SEEDS.glob("*.txt"))))


@pytest.fixture(scope="module")
def scored(lines: list[Row]) -> tuple[Score, list[Mistake]]:
    said = {line["doc"]: msgspec.convert(line, Line) for line in lines}
    scores, mistakes = score(gold_of(GOLD), said)
    return scores["all"], mistakes


@pytest.fixture(scope="module")
def deals(corpus: Program) -> list[Row]:
    return corpus.rows("deals")


@pytest.fixture(scope="module")
def entities(corpus: Program) -> list[Row]:
    return corpus.rows("entities", "--limit", "1000")


def test_entities_and_roles_reach_their_floor(scored: tuple[Score, list[Mistake]]) -> None:
    total, mistakes = scored

    assert total.entities.f1 >= 0.95, mistakes
    assert (total.role.share or 0) >= 0.93


def test_every_deal_is_found_with_all_its_parties_and_no_other(
    scored: tuple[Score, list[Mistake]],
) -> None:
    total, mistakes = scored

    assert [each for each in mistakes if "deal" in each.what] == []
    assert (total.strict.found, total.strict.extra, total.strict.missed) == (9, 0, 0)
    assert total.status.share == 1


def test_every_span_is_where_the_text_says_it(lines: list[Row], deals: list[Row]) -> None:
    texts = {path.stem: path.read_text("utf-8") for path in SEEDS.glob("*.txt")}
    for line in lines:
        for deal in line["deals"]:
            assert all(texts[line["doc"]][start:end].strip() for start, end in deal["evidence"])
    quoted = [piece for deal in deals for piece in deal["evidence"]]
    assert quoted
    assert all(
        any(text[piece["start"] : piece["end"]] == piece["quote"] for text in texts.values())
        for piece in quoted
    )


def names(deal: Row) -> set[str]:
    return {normal(party["name"]) for party in deal["parties"]}


def between(deals: list[Row], *wanted: str) -> list[Row]:
    return [deal for deal in deals if {normal(name) for name in wanted} <= names(deal)]


@pytest.mark.parametrize(
    ("one", "other"), [("Biopharma", "Sistema Biotech"), ("T&T Group", "Bronemed")]
)
def test_each_memorandum_is_one_row_with_evidence_in_both_languages(
    corpus: Program, deals: list[Row], one: str, other: str
) -> None:
    found = between(deals, one, other)

    assert [(deal["type"], deal["status"], deal["date"]) for deal in found] == [
        ("mou", "signed", "2021-11-11")
    ]
    languages = {row["id"]: row["language"] for row in corpus.rows("articles")}
    assert {languages[piece["article"]] for piece in found[0]["evidence"]} == {"en", "fr"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Biopharma", "Bronemed"),
        ("T&T Group", "Sistema Biotech"),
        ("Biopharma", "T&T Group"),
        ("Sistema Biotech", "Bronemed"),
    ],
)
def test_the_memoranda_are_never_crossed(deals: list[Row], one: str, other: str) -> None:
    assert between(deals, one, other) == []


def test_the_technology_transfer_has_its_products_and_its_witnesses(deals: list[Row]) -> None:
    [deal] = between(deals, "Medsintez Pharmaceutical Company")

    assert (deal["type"], deal["status"]) == ("technology_transfer", "signed")
    roles = {party["role"]: normal(party["name"]) for party in deal["parties"]}
    assert roles["transferor"].startswith("medsintez")
    assert roles["recipient"].startswith("vnvc")
    assert {normal(witness["name"]) for witness in deal["witnesses"]} == {
        "mikhail murashko", "dao hong lan",
    }  # fmt: skip
    told = " ".join(normal(product) for product in deal["products"])
    for product in ("albumin", "insulin", "pens", "liraglutide", "semaglutide", "heparin",
                    "triazavirin", "follicle stimulating hormone"):  # fmt: skip
        assert product in told


def test_the_vaccine_is_made_under_a_deal_in_force(deals: list[Row]) -> None:
    found = between(deals, "Russian Direct Investment Fund", "VABIOTECH")

    assert [deal["status"] for deal in found] == ["in_force"]
    assert found[0]["products"] == ["Sputnik V"]
    assert len(found[0]["articles"]) == 2


def test_the_free_trade_agreement_is_under_negotiation_and_not_signed(deals: list[Row]) -> None:
    assert [deal["status"] for deal in deals if deal["type"] == "trade"] == ["negotiating"]


def test_the_same_entity_is_one_row_across_languages_and_spellings(
    corpus: Program, entities: list[Row]
) -> None:
    gold = json.loads((GOLD / "cross_document.json").read_text("utf-8"))
    articles = {
        row["origin"].rpartition("/")[2][:3]: row["id"] for row in corpus.rows("articles")
    }
    assert len(articles) == 5
    for same in gold["same_entity"]:
        wanted = {normal(form) for forms in same["forms"].values() for form in forms}
        rows = [
            row for row in entities if wanted & {normal(name["name"]) for name in row["names"]}
        ]
        assert len(rows) == 1, (same["name"], [row["names"] for row in rows])
        assert rows[0]["articles"] >= len(same["forms"]), same["name"]


def test_nothing_is_merged_that_must_not_be(entities: list[Row]) -> None:
    gold = json.loads((GOLD / "cross_document.json").read_text("utf-8"))
    named = [{normal(name["name"]) for name in row["names"]} for row in entities]
    forms = {
        same["name"]: {normal(form) for found in same["forms"].values() for form in found}
        for same in gold["same_entity"]
    }
    for pair in gold["must_not_merge"]:
        one, other = (forms.get(name, {normal(name)}) for name in pair)
        assert not any(names & one and names & other for names in named), pair
