"""The extractor keeps to what it reached on the texts that it was developed on."""

import tomllib

import pytest

from ingestd.evaluation.counting import Score
from ingestd.evaluation.gold import gold_of
from ingestd.evaluation.running import said
from ingestd.evaluation.scoring import Mistake, score
from ingestd.extraction.rules import RulesExtractor
from tests.fixtures.asking import Inline
from tests.fixtures.machine import CLONE

CORPUS = CLONE / "tests" / "corpus"
FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def scored() -> tuple[dict[str, Score], list[Mistake]]:
    gold = gold_of(CORPUS / "development")
    return score(gold, said(gold, CORPUS / "development", RulesExtractor(), Inline()))


def measures(total: Score) -> dict[str, float]:
    """Everything that a floor can be set for."""
    rates = {
        "status": total.status,
        "value": total.value,
        "date": total.date,
        "party_role": total.party_role,
        "role": total.role,
        "affiliation": total.affiliation,
        "traps": total.traps,
    }
    return {
        "entities": total.entities.f1,
        "deals_precision": total.lenient.precision,
        "deals_recall": total.lenient.recall,
    } | {name: rate.share or 0.0 for name, rate in rates.items()}


@pytest.mark.parametrize("language", FLOORS)
def test_nothing_falls_below_its_floor(
    scored: tuple[dict[str, Score], list[Mistake]], language: str
) -> None:
    scores, mistakes = scored
    reached = measures(scores[language])

    fallen = {
        name: reached[name] for name, floor in FLOORS[language].items() if reached[name] < floor
    }

    assert fallen == {}, mistakes


def test_more_than_a_quarter_of_the_texts_are_traps(
    scored: tuple[dict[str, Score], list[Mistake]],
) -> None:
    total = scored[0]["all"]

    assert total.documents >= 40
    assert total.missing == 0
    assert 4 * total.traps.of > total.documents
