# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""How two names stand to each other: told outright or not at all, with the right one first."""

import pytest

from ingestd.events.facts import ExtractedRelation
from ingestd.extraction.extractor import Article
from ingestd.extraction.languages.relations import clues_of
from ingestd.extraction.relations import Pair, judge
from ingestd.extraction.rules import RulesExtractor

TOLD = [
    ("Kestrel Foods, a unit of Lumen Group, opened a plant.", "subsidiary", "Lumen Group", "Kestrel Foods"),
    ("Kestrel Foods, a Lumen Group subsidiary, opened a plant.", "subsidiary", "Lumen Group", "Kestrel Foods"),
    ("Lumen Group's subsidiary Kestrel Foods opened a plant.", "subsidiary", "Lumen Group", "Kestrel Foods"),
    ("Orvane Air is owned by Sundell Holdings.", "subsidiary", "Sundell Holdings", "Orvane Air"),
    ("Sundell Holdings, the parent company of Orvane Air, lost money.", "subsidiary", "Sundell Holdings", "Orvane Air"),
    ("Sundell Holdings owns 30 percent of Orvane Air.", "shareholder", "Orvane Air", "Sundell Holdings"),
    ("Maple Ventures, a shareholder in Quanta Labs, would not sell.", "shareholder", "Quanta Labs", "Maple Ventures"),
    ("Orvane Air competes with Bolt Airways.", "competitor", "Orvane Air", "Bolt Airways"),
    ("Orvane Air and its rival Bolt Airways cut fares.", "competitor", "Orvane Air", "Bolt Airways"),
    ("Orvane Air is listed on the London Stock Exchange.", "listing", "Orvane Air", "London Stock Exchange"),
    ("Orvane Air is regulated by the Civil Aviation Authority.", "regulator", "Orvane Air", "Civil Aviation Authority"),
    ("Lumen Group merged with Ferro Foods in 2014.", "merger", "Lumen Group", "Ferro Foods"),
]  # fmt: skip


def relations(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    article = Article(text=text, blocks=(), language=language, published="2026-03-12")
    found = RulesExtractor().extract(article)
    names = [entity.name for entity in found.entities]
    return [(one.kind, names[one.one], names[one.other]) for one in found.relations]


@pytest.mark.parametrize(("text", "kind", "one", "other"), TOLD)
def test_words_that_are_enough_tell_a_relation_and_its_order(
    text: str, kind: str, one: str, other: str
) -> None:
    assert relations(text) == [(kind, one, other)]


@pytest.mark.parametrize(
    ("language", "text", "kind", "one", "other"),
    [
        ("fr", "Maritima Lines, filiale du groupe Norvik Transport, ouvre une ligne.", "subsidiary", "Norvik Transport", "Maritima Lines"),
        ("fr", "Groupe Orsane détient 30 % du capital de Velmont Énergie.", "shareholder", "Velmont Énergie", "Groupe Orsane"),
        ("fr", "Velmont Énergie et son concurrent Groupe Orsane baissent leurs prix.", "competitor", "Velmont Énergie", "Groupe Orsane"),
        ("vi", "Tập đoàn Biển Đông hiện nắm giữ 30% cổ phần tại Công ty Lộc Điền.", "shareholder", "Công ty Lộc Điền", "Tập đoàn Biển Đông"),
        ("vi", "Công ty Lộc Điền cạnh tranh với Công ty Hải Vân.", "competitor", "Công ty Lộc Điền", "Công ty Hải Vân"),
        ("ru", "Компания «Волнорез» входит в холдинг «Северный берег».", "subsidiary", "Северный берег", "Волнорез"),
        ("ru", "Холдинг «Северный берег» владеет 30% акций компании «Волнорез».", "shareholder", "Волнорез", "Северный берег"),
        ("ru", "Компания «Волнорез» конкурирует с компанией «Ладога».", "competitor", "Волнорез", "Ладога"),
    ],
)  # fmt: skip
def test_four_languages_tell_relations(
    language: str, text: str, kind: str, one: str, other: str
) -> None:
    assert relations(text, language) == [(kind, one, other)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Velmont Énergie, ancienne filiale de Groupe Orsane, ferme."),
        ("vi", "Công ty Lộc Điền không thuộc Tập đoàn Biển Đông."),
        ("ru", "Компания «Волнорез» не входит в холдинг «Северный берег»."),
    ],
)
def test_what_is_denied_in_another_language_is_none_either(language: str, text: str) -> None:
    assert relations(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Orvane Air is not owned by Sundell Holdings.",
        "Orvane Air, formerly owned by Sundell Holdings, cut fares.",
        "Orvane Air could be owned by Sundell Holdings.",
        "Orvane Air and Sundell Holdings cut fares.",
        "Orvane Air is listed on the website of Sundell Holdings.",
        "Orvane Air is owned by Anna Berg of Norway.",
    ],
)
def test_what_is_denied_gone_or_only_near_is_no_relation(text: str) -> None:
    assert relations(text) == []


def test_behind_an_aside_the_sentence_goes_on_about_its_subject() -> None:
    told = relations("Quanta Labs, backed by Oak Capital, was bought by Tern Systems in 2019.")

    assert told == [("shareholder", "Quanta Labs", "Oak Capital")]


def test_a_relation_told_twice_is_one_whatever_its_order() -> None:
    told = relations(
        "Orvane Air competes with Bolt Airways. Bolt Airways competes with Orvane Air."
    )

    assert told == [("competitor", "Orvane Air", "Bolt Airways")]


def test_what_a_deal_tells_is_no_relation_beside_it() -> None:
    text = (
        "Lumen Group merged with Ferro Foods. Lumen Group and Ferro Foods signed an agreement."
    )

    assert relations(text) == []


def test_the_sentence_is_the_evidence() -> None:
    text = "It rained. Orvane Air competes with Bolt Airways."
    article = Article(text=text, blocks=(), language="en")
    told: tuple[ExtractedRelation, ...] = RulesExtractor().extract(article).relations

    assert [one.evidence.text for one in told] == ["Orvane Air competes with Bolt Airways."]


def test_a_language_without_clues_tells_none() -> None:
    assert clues_of("xx") == ()
    assert relations("Orvane Air is owned by Sundell Holdings.", "xx") == []


def test_clues_that_only_tip_scales_are_weighed_against_each_other() -> None:
    pair = Pair(
        before="the ",
        first="dawn",
        between=" is a magazine published by ",
        second="orvane press",
        behind=".",
    )
    verdict = judge(pair, clues_of("en"))

    assert (verdict.kind, verdict.told) == ("product", False)


def test_nothing_said_of_two_names_is_no_relation() -> None:
    verdict = judge(Pair("", "alpha", " ", "beta", ""), clues_of("en"))

    assert (verdict.kind, verdict.margin) == (None, 0)
