"""Offices of persons: titles, whom they are with, since when and until when."""

import pytest

from ingestd.events.facts import ExtractedEntity, Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def read(text: str) -> Extraction:
    article = Article(text=text, blocks=(), language="en", published="2026-05-04")
    return RulesExtractor().extract(article)


def person(found: Extraction, name: str) -> ExtractedEntity:
    return next(one for one in found.entities if one.name == name)


OSLO = "Valkyr Holding has agreed to sell its dams to Tellus Infrastructure. "
UNION = "The Deckhands' Union and Minch Lines met. "


@pytest.mark.parametrize(
    ("text", "name", "role", "body"),
    [
        (OSLO + "Chief executive Ingrid Vale said so.", "Ingrid Vale", "Chief executive", "Valkyr Holding"),
        (OSLO + '"Done," said spokeswoman Ada Penn.', "Ada Penn", "spokeswoman", "Valkyr Holding"),
        (OSLO + "Chief executive Ingrid Vale, who has led Valkyr since 2019, left.", "Ingrid Vale", "Chief executive", "Valkyr Holding"),
        (OSLO + "Tellus will pay. Its partner Piet Berg flew in.", "Piet Berg", "partner", "Tellus Infrastructure"),
        (OSLO + "Ada Penn, who runs Tellus, will be chairwoman.", "Ada Penn", "chairwoman", "Tellus Infrastructure"),
        (OSLO + "Ada Penn was named finance director of Tellus.", "Ada Penn", "finance director", "Tellus Infrastructure"),
        (OSLO + "Ada Penn, a hydrologist who now teaches at the University of Osaka, wept.", "Ada Penn", "hydrologist", "University of Osaka"),
        (OSLO + "Ada Penn, who follows Valkyr for the broker Calder Bank, agreed.", "Ada Penn", None, "Calder Bank"),
        (OSLO + "So says Ada Penn of the broker Calder Bank.", "Ada Penn", None, "Calder Bank"),
        ("Ada Penn joined Harbour Motors in May.", "Ada Penn", None, "Harbour Motors"),
        ("Ada Penn founded Harbour Motors in a shed.", "Ada Penn", "founder", "Harbour Motors"),
        ("Ada Penn, who leads the union, was there.", "Ada Penn", "leader", None),
        ("The Energy Ministry waits. Energy Minister Ada Penn declined to comment.", "Ada Penn", "Energy Minister", "Energy Ministry"),
        ("The Energy Ministry waits. Trade Minister Ada Penn declined to comment.", "Ada Penn", "Trade Minister", None),
        ("Strathmore University and Tellus Ltd met. The rector, Ada Penn, spoke.", "Ada Penn", "rector", "Strathmore University"),
        ("Porthaven United have signed him. Manager Ada Penn was pleased.", "Ada Penn", "Manager", "Porthaven United"),
        ("Chief executive Ada Penn resigned. Harbour Motors was not named.", "Ada Penn", "Chief executive", None),
    ],
)  # fmt: skip
def test_a_person_is_what_the_text_says_and_with_whom_it_says(
    text: str, name: str, role: str | None, body: str | None
) -> None:
    found = person(read(text), name)

    assert (found.role, found.affiliation) == (role, body)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Ada Penn, chairwoman of Harbour Motors since 2019, spoke.", "2019", None),
        ("Ada Penn was finance director of Harbour Motors from 2015 to 2019.", "2015", "2019"),
        ("Ada Penn, director of Harbour Motors until March 2021, spoke.", None, "2021-03"),
        ("Ada Penn, director of Harbour Motors since May 3, spoke.", "2026-05-03", None),
        ("Ada Penn, director of Harbour Motors, spoke. Since 2011 it rained.", None, None),
        ("Ada Penn, director of Harbour Motors; since 2011 it rained.", None, None),
        ("Ada Penn, director of Harbour Motors since the flood, spoke.", None, None),
    ],
)
def test_an_office_has_the_years_its_own_clause_tells(
    text: str, since: str | None, until: str | None
) -> None:
    office = person(read(text), "Ada Penn").offices[0]

    assert (office.since, office.until) == (since, until)


def test_each_office_stands_where_it_is_told() -> None:
    text = OSLO + "Ada Penn, director of Tellus, spoke. Mayor Ada Penn left."
    found = read(text)

    told = [
        (one.title, text[one.told.start : one.told.end], one.body)
        for one in person(found, "Ada Penn").offices
    ]

    tellus = [one.name for one in found.entities].index("Tellus Infrastructure")
    assert told == [("director", "director", tellus), ("Mayor", "Mayor", None)]


def test_the_same_title_is_one_office() -> None:
    found = read("Mayor Ada Penn came. Mayor Ada Penn left. Mayor Penn slept.")

    assert [office.title for office in person(found, "Ada Penn").offices] == ["Mayor"]


def test_who_signs_the_news_employs_nobody() -> None:
    found = RulesExtractor().extract(
        Article(
            text="It rained (Nordwire). Chief executive Ada Penn said so.",
            blocks=(),
            language="en",
        )
    )

    assert person(found, "Ada Penn").affiliation is None
