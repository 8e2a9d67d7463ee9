"""Deals that French journalists tell obliquely: parties apart, passives, everyday words."""

import pytest

from ingestd.events.facts import ExtractedDeal, Extraction
from tests.unit.extraction.test_french import read


def sides(found: Extraction, deal: ExtractedDeal) -> dict[str | None, str | None]:
    """Who takes part, by role."""
    return {party.role: found.entities[party.entity].name for party in deal.parties}


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        (
            "La société Zorbec peine à Dunkerque. Le groupe familial Tarvo, de Gand, l'observe. La société belge a mis dix millions d'euros sur la table pour devenir propriétaire de la société dunkerquoise.",
            "acquisition",
            {"acquirer": "Tarvo", "target": "Zorbec"},
        ),
        (
            "Les ouvriers de la société Zorbec sourient. Deux navires leur ont été commandés par l'armateur Tarvo.",
            "supply",
            {"buyer": "Tarvo", "supplier": "Zorbec"},
        ),
        (
            "L'armateur Tarvo a commandé deux navires à la société Zorbec. L'entretien des navires reviendra, lui, à la société Brindal.",
            "supply",
            {"buyer": "Tarvo", "supplier": "Brindal"},
        ),
        (
            "La société Zorbec a jeté son dévolu sur le constructeur Tarvo pour renouveler ses trains.",
            "supply",
            {"buyer": "Zorbec", "supplier": "Tarvo"},
        ),
        (
            "La société Zorbec a obtenu de la banque Tarvo 12 millions d'euros.",
            "financing",
            {"borrower": "Zorbec", "lender": "Tarvo"},
        ),
        (
            "La société Zorbec passe dans le giron du groupe Tarvo.",
            "acquisition",
            {"target": "Zorbec", "acquirer": "Tarvo"},
        ),
        (
            "La fondation Zorbec a fait cadeau de trois chambres froides à l'université Tarvo.",
            "donation",
            {"donor": "Zorbec", "recipient": "Tarvo"},
        ),
        (
            "La société Zorbec cherche de l'argent. Celle-ci a obtenu de la banque Tarvo 12 millions d'euros.",
            "financing",
            {"borrower": "Zorbec", "lender": "Tarvo"},
        ),
    ],
)
def test_oblique_tellings_are_deals(text: str, kind: str, roles: dict[str, str]) -> None:
    found = read(text)

    assert [(deal.type, sides(found, deal)) for deal in found.deals][-1:] == [(kind, roles)]


@pytest.mark.parametrize(
    "text",
    [
        "La société Zorbec et la société Tarvo se parlent. La maintenance a été confiée à la société Brindal.",
        "La société Zorbec a gagné son procès. La seconde devra verser trois millions d'euros à la société Tarvo.",
        "Le maire a offert au personnel de la société Zorbec un concert.",
    ],
)
def test_where_nobody_is_meant_for_sure_there_is_no_deal(text: str) -> None:
    assert read(text).deals == ()
