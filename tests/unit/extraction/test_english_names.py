"""English names: what opens a sentence, stands in front of them, counts or grades."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def read(text: str) -> Extraction:
    return RulesExtractor().extract(Article(text=text, blocks=(), language="en"))


def named(text: str) -> set[str]:
    return {f"{entity.type}: {entity.name}" for entity in read(text).entities}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sportswear maker Altivo cut its costs.", {"company: Altivo"}),
        ("Airline Zephyr Air posted a loss.", {"company: Zephyr Air"}),
        ("It hired the grain trader Corvina last year.", {"company: Corvina"}),
        ("It will pay Laiterie du Val more.", {"company: Laiterie du Val"}),
        ("Shares in Studio Seven fell.", {"company: Studio Seven"}),
        ("Norway's Delta Cables grew.", {"place: Norway", "company: Delta Cables"}),
        ("Anna Ek, M.D., joined a Phase 2 trial in Series B patients.", {"person: Anna Ek"}),
        ("The minister met Park Ji-hoon.", {"person: Park Ji-hoon"}),
        ("Sales of Airova, its best-selling drug, fell.", {"product: Airova"}),
        ("The grocer raised prices for its Crisple snacks.", {"product: Crisple"}),
        ("The inhibitor treats IgA nephropathy.", set()),
        ("It treats Parkinson's disease.", set()),
        ("It sold the mall to private equity house Leonard Stone.", {"company: Leonard Stone"}),
        ("The state fund Qihra bought bonds.", {"public_body: Qihra"}),
        ("Streaming platform Kinora cut prices.", {"company: Kinora"}),
        ("It buys from Volta Power and Light.", {"company: Volta Power and Light"}),
        ("East African exporters gained.", set()),
    ],
)
def test_names_are_told_from_what_stands_beside_them(text: str, names: set[str]) -> None:
    assert names == named(text)


def test_a_firm_goes_without_the_noun_in_front_of_its_name() -> None:
    found = named("Banque Delcourt grew. Analysts like Delcourt.")

    assert found == {"company: Banque Delcourt"}


def test_an_acronym_with_small_letters_is_its_long_name() -> None:
    found = named("The Andean Farm Bank lends more. Loans of AnFB doubled.")

    assert found == {"company: Andean Farm Bank"}


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Anna Ek, M.D., President and Chief Executive Officer of Tarn Group, left.", "President and Chief Executive Officer", "Tarn Group"),
        ("Tarn Group promoted Anna Ek to general counsel.", "general counsel", "Tarn Group"),
        ("Tarn Group grew. Head of Global Business Development Anna Ek left.", "Head of Global Business Development", "Tarn Group"),
        ("Founded in 2020 by Anna Ek, Tarn Group grew.", "founder", "Tarn Group"),
        ("The Grain Commission sued. Anna Ek, the agency's director, spoke.", "director", "Grain Commission"),
        ("Ekdal Foods grew. Anna Ekdal, managing director, spoke.", "managing director", "Ekdal Foods"),
    ],
)  # fmt: skip
def test_a_post_is_told_with_whom_it_is(text: str, role: str, body: str) -> None:
    (person,) = [one for one in read(text).entities if one.type == "person"]

    assert (person.role, person.affiliation) == (role, body)


def test_firms_are_called_by_one_noun_in_the_plural() -> None:
    assert named("Carmakers Renard and Okada cut prices.") == {
        "company: Renard",
        "company: Okada",
    }
