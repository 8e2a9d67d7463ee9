"""Texts in several languages, and in languages that the rules have no words of."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.languages.choice import language_of
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.structure import structure

ENGLISH = "Alpha Motors said that it has signed a supply contract with Bravo Steel for 20 tonnes of wire."
FRENCH = "Le groupe Tango Énergie a signé un contrat de fourniture avec la société Sierra Gaz, dans la ville et dans les champs."
SPANISH = "El grupo Zelta Energía firmó ayer en Madrid un acuerdo con la empresa Orlan Motors para la compra de la planta."


def read(language: str | None, text: str) -> Extraction:
    article = Article(text=text, blocks=structure(text), language=language, published=None)
    return RulesExtractor().extract(article)


def parties(found: Extraction) -> list[set[str]]:
    return [
        {found.entities[party.entity].name for party in deal.parties} for deal in found.deals
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_paragraph_is_read_in_its_own_language(language: str) -> None:
    found = read(language, f"{ENGLISH}\n\n{FRENCH}\n")

    assert parties(found) == [
        {"Alpha Motors", "Bravo Steel"},
        {"Tango Énergie", "Sierra Gaz"},
    ]
    assert found.notes == ()


def test_what_another_language_tells_again_is_one_deal() -> None:
    again = "Alpha Motors a signé un contrat de fourniture avec Bravo Steel pour la ville et pour les gens."

    assert parties(read("en", f"{ENGLISH}\n\n{again}\n")) == [{"Alpha Motors", "Bravo Steel"}]


def test_a_short_sentence_is_read_as_its_paragraph_is() -> None:
    short = "Deux usines suivront. " + FRENCH

    assert "Deux" not in {
        entity.name for entity in read("en", f"{ENGLISH}\n\n{short}").entities
    }


def test_another_language_gives_names_by_shape_and_no_deal() -> None:
    found = read("es", SPANISH)

    names = {f"{entity.type}: {entity.name}" for entity in found.entities}
    assert {"company: Zelta Energía", "place: Madrid", "company: Orlan Motors"} <= names
    assert found.deals == ()
    assert found.notes == ("language es: names by shape only",)


def test_an_english_quote_in_another_language_tells_its_deal() -> None:
    found = read("es", f"{SPANISH}\n\n{ENGLISH}")

    assert parties(found) == [{"Alpha Motors", "Bravo Steel"}]


def test_a_script_without_capitals_is_no_language_of_the_rules() -> None:
    found = read(None, "บริษัทลงนามในข้อตกลงเมื่อวันอังคาร")

    assert found.entities == ()
    assert found.notes == ("language und: names by shape only",)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "", "de"),
        (None, ENGLISH, "en"),
        (None, FRENCH, "fr"),
        (None, "Alpha kauft Bravo", "en"),
        (None, "", "en"),
        ("la", "The price of the steel and the gas is for the men in the city, said the king of the land.", "en"),
        ("pt", "A empresa assinou um acordo de compra com o grupo da cidade.", "pt"),
    ],
)  # fmt: skip
def test_the_language_is_the_one_told_or_the_one_whose_common_words_stand_out(
    code: str | None, text: str, expected: str
) -> None:
    assert language_of(code, text.lower()).code == expected
