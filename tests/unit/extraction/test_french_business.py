"""French business news: bare names told by the frame of their deal, verbs in all their forms."""

import pytest

from ingestd.extraction.languages.fr_verbs import any_form, finite
from tests.unit.extraction.test_french import named, read
from tests.unit.extraction.test_french_tellings import sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dubrel Ferroviaire va livrer dix trams.", {"company: Dubrel Ferroviaire"}),
        ("Zorbance et le chinois Tarvo vont créer une coentreprise.", {"company: Zorbance", "company: Tarvo"}),
        ("L'assureur Zorbec a lancé une offre de rachat sur Tarvo.", {"company: Zorbec", "company: Tarvo"}),
        ("Zorbec lève dix millions d'euros, un tour de table mené par Tarvo.", {"company: Zorbec", "company: Tarvo"}),
        ("Le français Ferrovia recule.", {"company: Ferrovia"}),
        ("Le numéro deux de la distribution Zorbec recule.", {"company: Zorbec"}),
        ("Les salariés du groupe de Zorbec protestent.", {"place: Zorbec"}),
        ("Le parc éolien Tarvo Ring alimentera la ville.", {"product: Tarvo Ring"}),
        ("Elle a présenté sa plateforme d'analyse Tarvo.", {"product: Tarvo"}),
        ("Le Port autonome de Zorbec a signé un contrat.", {"organization: Port autonome de Zorbec"}),
        ("Les élus de la Ville de Zorbec ont voté.", {"public_body: Ville de Zorbec"}),
        ("Le patron, Kim Dae-jung, sourit.", {"person: Kim Dae-jung"}),
        ("Elle cite la Ligue contre le cancer.", {"organization: Ligue contre le cancer"}),
        ("Quolex et le géant chinois des batteries Tarvo investiront ici.", {"company: Quolex", "company: Tarvo"}),
        ("Quolex, qui fabrique des pneus, a signé un contrat.", {"company: Quolex"}),
        ("Un tribunal de Munich se penche sur la phase III.", {"place: Munich"}),
    ],
)  # fmt: skip
def test_the_frame_of_a_deal_tells_what_a_name_is(text: str, expected: set[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        ("La société Zorbec a décroché un contrat de maintenance auprès du groupe Tarvo.", "supply", {"supplier": "Zorbec", "buyer": "Tarvo"}),
        ("La société Zorbec s'est vu confier par le groupe Tarvo la gestion du port.", "supply", {"supplier": "Zorbec", "buyer": "Tarvo"}),
        ("La société Zorbec deviendra le fournisseur exclusif de pain du groupe Tarvo.", "supply", {"supplier": "Zorbec", "buyer": "Tarvo"}),
        ("La société Zorbec va racheter au fonds Brindal le fabricant de palans Tarvo.", "acquisition", {"acquirer": "Zorbec", "seller": "Brindal", "target": "Tarvo"}),
        ("L'équipe de la société Zorbec cherche un logiciel pour la société Tarvo.", None, {}),
        ("La société Zorbec cède 1.200 pylônes en Italie au spécialiste des antennes Tarvo.", "acquisition", {"seller": "Zorbec", "acquirer": "Tarvo"}),
        ("La société Zorbec est entrée en négociations exclusives avec la société Tarvo en vue de lui vendre sa branche papier.", "acquisition", {"seller": "Zorbec", "acquirer": "Tarvo"}),
        ("La société Zorbec se renforce en Italie avec le rachat de la société Tarvo.", "acquisition", {"acquirer": "Zorbec", "target": "Tarvo"}),
        ("Bruxelles approuve le rachat de la société Tarvo par le groupe Zorbec.", "acquisition", {"acquirer": "Zorbec", "target": "Tarvo"}),
        ("Bruxelles approuve la cession de la société Tarvo au groupe Zorbec.", "acquisition", {"target": "Tarvo", "acquirer": "Zorbec"}),
        ("La société Zorbec a acquis douze magasins auprès de la société Tarvo.", "acquisition", {"acquirer": "Zorbec", "seller": "Tarvo"}),
        ("La banque Zorbec a approuvé un crédit de dix millions d'euros en faveur de la société Tarvo.", "financing", {"lender": "Zorbec", "borrower": "Tarvo"}),
        ("La société Zorbec versera à la société Tarvo un paiement initial et des redevances.", "licensing", {"licensee": "Zorbec", "licensor": "Tarvo"}),
        ("La société Zorbec assurera la commercialisation des vins de la société Tarvo.", "distribution", {"distributor": "Zorbec", "supplier": "Tarvo"}),
        ("La société Zorbec et la société Tarvo investiront dix millions d'euros dans une coentreprise.", "joint_venture", {"partner": "Tarvo"}),
        ("L'armateur Tarvo a modernisé ses quais. La société Zorbec et lui se parlent.", None, {}),
    ],
)  # fmt: skip
def test_verbs_of_business_tell_deals(
    text: str, kind: str | None, roles: dict[str, str]
) -> None:
    found = read(text)

    assert [(deal.type, sides(found, deal)) for deal in found.deals] == (
        [(kind, roles)] if kind else []
    )


def test_what_a_deal_is_worth_and_its_day_may_stand_sentences_later() -> None:
    found = read(
        "La société Zorbec rachète la société Tarvo. Les syndicats s'inquiètent. Le temps est gris. "
        "La transaction, bouclée le 12 janvier 2026, atteint 12 millions d'euros."
    )

    deal = found.deals[0]
    assert deal.value is not None
    assert (deal.value.amount, deal.date) == (12e6, "2026-01-12")


def test_a_mayor_is_of_the_town_hall_and_two_titles_of_one_firm() -> None:
    found = read(
        "La mairie de Zorbec attend. Le maire, Luc Tarvin, sourit. Anne Brindal, cofondatrice et "
        "directrice de la société Quolio, aussi."
    )

    held = {one.name: (one.role, one.affiliation) for one in found.entities if one.role}
    assert held == {
        "Luc Tarvin": ("maire", "mairie de Zorbec"),
        "Anne Brindal": ("cofondatrice", "Quolio"),
    }


def test_two_companies_are_the_two_told_of_in_the_sentence() -> None:
    found = read(
        "Zorbec SA équipera les quais de Tarvo SA : les deux sociétés ont signé un contrat."
    )

    assert {found.entities[party.entity].name for party in found.deals[0].parties} == {
        "Zorbec SA",
        "Tarvo SA",
    }


@pytest.mark.parametrize(
    "text",
    [
        "La banque en ligne espagnole Zorbec grandit. La société Tarvo aussi.",
        "La société Zorbec a vendu des armes à l'étranger, selon un rapport remis au ministère de la Défense.",
        "La société Zorbec a lancé une offre pour contrer son concurrent Tarvo.",
    ],
)
def test_what_only_sounds_like_business_is_no_deal(text: str) -> None:
    assert read(text).deals == ()


def test_verbs_are_found_in_all_the_forms_of_news() -> None:
    told = finite("acheter céder octroyer financer injecter")
    assert {"achète", "achèteront", "cède", "octroie", "finançait", "injecte"} <= told
    assert "(?:racheté)" in any_form("racheter")
