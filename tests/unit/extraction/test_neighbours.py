"""English names that only the words beside them tell apart."""

import pytest

from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def named(text: str) -> set[str]:
    found = RulesExtractor().extract(Article(text=text, blocks=(), language="en"))
    return {f"{entity.type}: {entity.name}" for entity in found.entities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The songs were written by Nargis in May.", "person: Nargis"),
        ("They wept with his wife, and then Hannelore Brix died.", "person: Hannelore Brix"),
        ("We saw Falkovar's wife there.", "person: Falkovar"),
        ("The music was composed by A. R. Ranavat.", "person: A. R. Ranavat"),
        ("She called King Charles a friend.", "person: Charles"),
        ("Critics like Anurag Vellore were there.", "person: Anurag Vellore"),
        ("A tall man, Neeta Kulkarni, waved.", "person: Neeta Kulkarni"),
        ("They came from Bhadrapur and Thanekar, near Mumbai.", "place: Bhadrapur"),
        ("They lived in Ostrana, Breva and Kolm.", "place: Kolm"),
        ("A fleet left Guangzhou for the south.", "place: Guangzhou"),
        ("Most of New Brabant was empty.", "place: New Brabant"),
        ("He hiked the Pellew Trail alone.", "place: Pellew Trail"),
        ("The prize went to the Detroit Lynxes that year.", "organization: Detroit Lynxes"),
        ("In all, Steelworkers' Union members left.", "organization: Steelworkers' Union"),
        ("She taught at Strathmore University of Scotland.", "organization: Strathmore University"),
        ("They have a contract with Quillor until May.", "company: Quillor"),
        ("They bought lithium from Salar Norte for ten years.", "company: Salar Norte"),
        ("It raised money in a round led by Sequoyah Ridge this week.", "company: Sequoyah Ridge"),
        ("Uganda's largest dairy, Milkana, is for sale.", "company: Milkana"),
        ("Milkana managing director Grace Amolo said so. Rain fell.", "company: Milkana"),
        ("Pantry Lane said it had agreed to buy a mill.", "company: Pantry Lane"),
        ("The firm sells its LedgerMate suite in Canada.", "product: LedgerMate"),
        ("Its electric pickup, the Drover E, is late.", "product: Drover E"),
        ("The army has chosen Halvorsen to supply trucks.", "company: Halvorsen"),
        ("Halvorsen, whose plant is in Aalborg, wept.", "company: Halvorsen"),
        ("It has licensed its inhaler Respira to others.", "product: Respira"),
        ("It is part of Nordic Wheels Group.", "company: Nordic Wheels Group"),
        ("It is part of Baltic Cells Ltd.", "company: Baltic Cells Ltd"),
        ("The Folketing approved it.", "public_body: Folketing"),
        ("Drugmaker Corvanta is for sale.", "company: Corvanta"),
        ("Quillor, an accounting software maker, is for sale.", "company: Quillor"),
        ("She told Dagens Nytt that it rained.", "organization: Dagens Nytt"),
        ("The Harbour Building Society is old.", "company: Harbour Building Society"),
    ],
)  # fmt: skip
def test_words_beside_a_name_tell_what_it_is(text: str, expected: str) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The album "Sovereign" came out.', "Sovereign"),
        ('The film "The Ballad of Josie" came out.', "Josie"),
        ("It was put on DVD and CD.", "DVD"),
        ("He used the Doppler effect.", "Doppler"),
        ("Most Brazilians stayed at home.", "Brazilians"),
        ("The Islamic clergy stayed at home.", "Islamic"),
        ("Local rival Tekun Motors cut its forecast.", "Local"),
        ("It will sell its RSV vaccine there.", "RSV"),
        ("Fishermen in Fraserton have asked for help.", "Fishermen"),
        ("Hotels on Harris put up prices.", "Hotels"),
    ],
)
def test_a_capital_alone_makes_no_name(text: str, name: str) -> None:
    assert name not in {told.partition(": ")[2] for told in named(text)}


def test_a_comma_between_two_makes_no_list() -> None:
    assert "place: Umbra" not in named("Umbra, East Africa's biggest operator, grew.")


def test_who_is_quoted_behind_a_name_is_somebody_else() -> None:
    assert "person: Nocol" not in named(
        "They bought crude from Nocol, a company executive said."
    )
