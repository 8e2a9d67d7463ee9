"""News written for this test: what a careful reader finds in each, and what is none."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ingestd.events.facts import ExtractedDeal, Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.structure import structure

NEWS = sorted((Path(__file__).parent / "news").glob("*.toml"))


def told(path: Path) -> tuple[dict[str, Any], Extraction]:
    expected = tomllib.loads(path.read_text(encoding="utf-8"))
    text = expected["text"]
    article = Article(
        text=text,
        blocks=structure(text),
        language=expected["language"],
        published=expected.get("published"),
    )
    return expected, RulesExtractor().extract(article)


def summary(deal: ExtractedDeal, found: Extraction, like: dict[str, Any]) -> dict[str, Any]:
    """A deal in the words of the file: only what the file speaks of."""
    with_roles = any(":" in party for party in like["parties"])
    parties = [
        found.entities[party.entity].name + (f":{party.role}" if with_roles else "")
        for party in deal.parties
    ]
    value = (
        {"amount": deal.value.amount, "currency": deal.value.currency} if deal.value else None
    )
    all_of_it = {
        "type": deal.type,
        "status": deal.status,
        "parties": sorted(parties),
        "value": value,
        "date": deal.date,
        "notes": list(deal.notes),
        "subject": deal.subject,
        "products": [found.entities[product].name for product in deal.products],
    }
    spoken_of = {"type", "status", "parties", "value", "date"} | like.keys()
    return {name: all_of_it[name] for name in sorted(spoken_of)}


def expected_deal(like: dict[str, Any]) -> dict[str, Any]:
    whole = {"value": None, "date": None} | like | {"parties": sorted(like["parties"])}
    return {name: whole[name] for name in sorted(whole)}


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.stem)
def test_the_entities_are_those_a_reader_finds_and_no_others(path: Path) -> None:
    expected, found = told(path)

    named = {f"{entity.type}: {entity.name}" for entity in found.entities}

    assert named == set(expected["entities"])


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.stem)
def test_the_deals_are_those_a_reader_finds_and_no_others(path: Path) -> None:
    expected, found = told(path)
    likes = expected.get("deals", [])

    pairs = [
        summary(deal, found, likes[min(at, len(likes) - 1)] if likes else {"parties": []})
        for at, deal in enumerate(found.deals)
    ]

    assert pairs == [expected_deal(like) for like in likes]
