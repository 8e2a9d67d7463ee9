"""German names and deals: every noun has a capital, so the neighbours of a name tell it."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.structure import structure


def read(text: str) -> Extraction:
    article = Article(text=text, blocks=structure(text), language="de", published="2026-05-20")
    return RulesExtractor().extract(article)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Maschinenbauer Orlan Pumpen hat Verluste.", {"company: Orlan Pumpen"}),
        ("Die Müller & Zorn GmbH und die Alt-Bau AG bauen.", {"company: Müller & Zorn GmbH", "company: Alt-Bau AG"}),
        ("Das Gesundheitsministerium und die Universität Norden schweigen.",
         {"public_body: Gesundheitsministerium", "organization: Universität Norden"}),
        ("Herr Zorn und Frau Dr. Ute Wolkow kamen aus Ostringen.", {"person: Zorn", "person: Ute Wolkow", "place: Ostringen"}),
        ("Das Start-up Zelpa wächst. Die Zelpa-Aktie stieg.", {"company: Zelpa"}),
        ("Volta Wind fertigt dort. Auch Torsten Lehr kam.", {"company: Volta Wind", "person: Torsten Lehr"}),
        ("Harrow Rovers verlor gegen den SV Harzberg.", {"organization: Harrow Rovers", "organization: SV Harzberg"}),
        ("In Deutschland und China stiegen die Preise.", {"place: Deutschland", "place: China"}),
        ("China Zelta Airways verlor Kunden.", {"company: China Zelta Airways"}),
        ("Die Lieferung von Wasser und die Kosten der Entscheidung.", set()),
        ("Der Impfstoff Zelvax wirkt, sagt der Konzern MediVanta.", {"product: Zelvax", "company: MediVanta"}),
        ("Der Minister Gespräche führte in Zukunft.", set()),
        ("Wilheim, 3. Mai - Es regnet.", {"place: Wilheim"}),
    ],
)  # fmt: skip
def test_neighbours_tell_names_from_nouns(text: str, expected: set[str]) -> None:
    assert {f"{entity.type}: {entity.name}" for entity in read(text).entities} == expected


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Der Hersteller Velotram baut. Velotram-Chefin Ute Orth lacht.", "Ute Orth", "Chefin", "Velotram"),
        ("Ute Orth, die Geschäftsführerin von Velotram AG, lacht.", "Ute Orth", "Geschäftsführerin", "Velotram AG"),
        ("Analyst Peter Haug von der Isar Bank lacht.", "Peter Haug", "Analyst", "Isar Bank"),
        ("Der FC Elbtal siegt. Trainer Frank Orth lacht.", "Frank Orth", "Trainer", "FC Elbtal"),
        ("Der Hersteller Velotram baut. Oberbürgermeister Jens Orth lacht.", "Jens Orth", "Oberbürgermeister", None),
        ("Der Hersteller Velotram baut. Sprecherin Ute Orth lacht.", "Ute Orth", "Sprecherin", "Velotram"),
        ("Ute Orth, eine Freundin, lacht.", "Ute Orth", None, None),
        ("Ute Orth lacht über Velotram AG.", "Ute Orth", None, None),
        ("Ute Orth, Sprecherin von gestern, lacht.", "Ute Orth", "Sprecherin", None),
    ],
)  # fmt: skip
def test_callings_and_their_firms_are_read_around_the_name(
    text: str, name: str, role: str | None, affiliation: str | None
) -> None:
    found = {entity.name: (entity.role, entity.affiliation) for entity in read(text).entities}

    assert found[name] == (role, affiliation)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Konzern Velotram übernimmt den Hersteller Orlan Pumpen.",
         [("acquisition", "announced", {"Velotram": "acquirer", "Orlan Pumpen": "target"})]),
        ("Der Konzern Velotram hat den Hersteller Orlan Pumpen für 30 Millionen Euro übernommen.",
         [("acquisition", "announced", {"Velotram": "acquirer", "Orlan Pumpen": "target"})]),
        ("Der Konzern Velotram hat mit dem Hersteller Orlan Pumpen einen Liefervertrag unterzeichnet.",
         [("supply", "signed", {"Velotram": "supplier", "Orlan Pumpen": "buyer"})]),
        ("Der Konzern Velotram hat den Vertrag mit dem Hersteller Orlan Pumpen gekündigt.",
         [("agreement", "terminated", {"Velotram": "partner", "Orlan Pumpen": "partner"})]),
        ("Der Konzern Velotram hat einen Verkauf an den Hersteller Orlan Pumpen dementiert, es gebe keinen Vertrag.", []),
    ],
)  # fmt: skip
def test_deals_are_read_off_verbs_that_stand_last(
    text: str, expected: list[tuple[str, str, dict[str, str]]]
) -> None:
    found = read(text)

    assert [
        (
            deal.type,
            deal.status,
            {found.entities[party.entity].name: party.role for party in deal.parties},
        )
        for deal in found.deals
    ] == expected


def test_a_day_in_german_ends_no_sentence() -> None:
    found = read(
        "Der Konzern Velotram hat mit dem Hersteller Orlan Pumpen am 9. Juni 2025 einen Liefervertrag unterzeichnet."
    )

    assert [deal.date for deal in found.deals] == ["2025-06-09"]
