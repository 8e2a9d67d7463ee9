"""French: what the words around a name say, who holds which office, which deals are told."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.structure import structure


def read(text: str) -> Extraction:
    article = Article(text=text, blocks=structure(text), language="fr", published="2026-03-05")
    return RulesExtractor().extract(article)


def named(text: str) -> set[str]:
    return {f"{entity.type}: {entity.name}" for entity in read(text).entities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle habite à Zorbec depuis peu.", {"place: Zorbec"}),
        ("Les pêcheurs de la baie de Zorbec protestent.", {"place: baie de Zorbec"}),
        ("Le conseil régional d'Occitanie a voté.", {"public_body: conseil régional d'Occitanie"}),
        ("Le tribunal de commerce de Zorbec a tranché.", {"public_body: tribunal de commerce de Zorbec"}),
        ("Le gouvernement de Zorbec a tranché.", {"place: Zorbec"}),
        ("Il dépend de l'Office des changes.", {"public_body: Office des changes"}),
        ("Elle joue dans la Ligue nationale de hockey.", {"organization: Ligue nationale de hockey"}),
        ("Il rejoint les Flammes de Calgary cet hiver.", {"organization: Flammes de Calgary"}),
        ("On y voit Louise d'Épinay et Pline le Jeune.", {"person: Louise d'Épinay", "person: Pline le Jeune"}),
        ("Elle vit à Val-d'Isère et à Bois-le-Duc.", {"place: Val-d'Isère", "place: Bois-le-Duc"}),
        ("L'Autrichien Karl Zorbec gagne la course.", {"person: Karl Zorbec"}),
        ("Le français Zorbec vend ses parts.", {"company: Zorbec"}),
        ("La chaîne de supermarchés Zorbec ferme.", {"company: Zorbec"}),
        ("Les laiteries Zorbec, Tarvin et Quolio ferment.", {"company: Zorbec", "company: Tarvin", "company: Quolio"}),
        ("Le quotidien L'Écho des Plaines le dit.", {"organization: L'Écho des Plaines"}),
        ("Il a livré trois véhicules blindés Taureau.", {"product: Taureau"}),
        ("Le modèle Azur 4, plus léger, arrive.", {"product: Azur 4"}),
        ("Le sondage fut repris par la Banque centrale de Zorbec.", {"public_body: Banque centrale de Zorbec"}),
        ("Le film fut réalisé par Tarvin Zorbec.", {"person: Tarvin Zorbec"}),
        ("L'usine fut rachetée par Zorbec.", {"company: Zorbec"}),
        ("On a relu les poèmes de Zorbec.", {"person: Zorbec"}),
        ("Le rachat de Zorbec est fait.", {"company: Zorbec"}),
        ("Le directeur commercial de Zorbec est parti.", {"company: Zorbec"}),
        ("Elle travaille chez Zorbec.", {"company: Zorbec"}),
        ("Elle fait face à Tarvin Zorbec.", {"person: Tarvin Zorbec"}),
        ("Il a suivi Alexandre en Perse.", {"person: Alexandre", "place: Perse"}),
        ("Elle a vu Jean-Paul II à Rome.", {"person: Jean-Paul II", "place: Rome"}),
        ("Il va à Lille, Zorbec et Tarvin.", {"place: Lille", "place: Zorbec", "place: Tarvin"}),
        ("Il a lu le roman \"La Maison d'Âpre-Vent\" hier.", set()),
        ("La série « Zorbec » plaît.", set()),
        ("On vote à Moose Mountain dimanche.", {"place: Moose Mountain"}),
        ("La LNH a tranché.", {"organization: LNH"}),
        ("Zorbec négocie un contrat.", {"company: Zorbec"}),
        ("Zorbec a livré deux navires.", {"company: Zorbec"}),
        ("Hier, Zorbec épouse une duchesse.", {"person: Zorbec"}),
        ("Le drone, baptisé RNV-204, vole.", {"product: RNV-204"}),
        ("L'Oréal grandit. On parle de L'Oréal partout.", {"company: L'Oréal"}),
        ("L'Arve déborde à Sallanches.", {"place: Sallanches", "place: Arve"}),
        ("Elle est née en Irlande du Nord.", {"place: Irlande du Nord"}),
        ("Il étudie à l'université de Zorbec au Chili.", {"organization: université de Zorbec", "place: Chili"}),
        ("Les Inuits en parlent.", set()),
        ("Il a vendu sa filiale à Zorbec.", {"company: Zorbec"}),
        ("Il part vers Zorbec demain.", {"place: Zorbec"}),
        ("Il habite la ville de Zorbec.", {"place: Zorbec"}),
        ("Une grotte (Zorbec) fut murée.", {"place: Zorbec"}),
        ("Une idée lancée par Zorbec plaît.", {"person: Zorbec"}),
        ("Anne Durand et Tarvin Zorbec chantent.", {"person: Anne Durand", "person: Tarvin Zorbec"}),
        ("On a vu « Le Château de Zorbec » hier.", set()),
        ("Il joue pour le Jazz de l'Ontario.", {"organization: Jazz de l'Ontario"}),
        ("Il signe au Magic d'Orlando.", {"organization: Magic d'Orlando"}),
        ("Ligue nationale, elle existe.", {"organization: Ligue nationale"}),
        ("Le groupe énergétique brésilien Energia do Zorbec grandit.", {"company: Energia do Zorbec"}),
        ("Il écoute le Conseil du café-cacao.", {"public_body: Conseil du café-cacao"}),
        ("Il cite l'Autorité de contrôle prudentiel.", {"public_body: Autorité de contrôle prudentiel"}),
        ("Les agences à Zorbec, à Lille et à Paris ferment.", {"place: Zorbec", "place: Lille", "place: Paris"}),
        ("Le fabricant de turbines Zorbec grandit.", {"company: Zorbec"}),
        ("Il roule en bus de marque Zorbec.", {"product: Zorbec"}),
        ("Le Fonds nordique pour le climat a aidé.", {"public_body: Fonds nordique pour le climat"}),
    ],
)  # fmt: skip
def test_the_words_around_a_name_tell_what_it_is(text: str, expected: set[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "person", "role", "body"),
    [
        ("Le groupe Zorbec recule, selon son directeur financier, Luc Tarvin.", "Luc Tarvin", "directeur financier", "Zorbec"),
        ("Luc Tarvin, président du conseil d'administration de Zorbec, a parlé.", "Luc Tarvin", "président du conseil d'administration", "Zorbec"),
        ("L'économiste Luc Tarvin, de l'université de Nantes, doute.", "Luc Tarvin", "économiste", "université de Nantes"),
        ("La société Zorbec grandit. Sa fondatrice, Anne Tarvin, sourit.", "Anne Tarvin", "fondatrice", "Zorbec"),
        ("La société Zorbec grandit. Anne Tarvin, qui dirige le groupe depuis 2011, sourit.", "Anne Tarvin", "dirigeant", "Zorbec"),
        ("La ministre déléguée à l'Énergie, Anne Tarvin, a parlé.", "Anne Tarvin", "ministre déléguée à l'Énergie", None),
        ("La société Zorbec ferme, d'après le patron de l'entreprise, Luc Tarvin.", "Luc Tarvin", "patron", "Zorbec"),
        ("L'Olympique de Zorbec gagne. L'entraîneur, Luc Tarvin, sourit.", "Luc Tarvin", "entraîneur", "Olympique de Zorbec"),
        ("Luc Tarvin, 45 ans, directeur de Zorbec, sourit.", "Luc Tarvin", "directeur", "Zorbec"),
        ("La société Zorbec gagne. Son président, l'ancien ministre Luc Tarvin, sourit.", "Luc Tarvin", "président", "Zorbec"),
        ("La vice-présidente de Zorbec, Anne Tarvin, doute.", "Anne Tarvin", "vice-présidente", "Zorbec"),
        ("L'ambassadrice de France, Anne Tarvin, doute.", "Anne Tarvin", "ambassadrice de France", None),
        ("Anne Tarvin, qui dirige la vallée, doute.", "Anne Tarvin", None, None),
        ("Anne Tarvin, qui préside le groupe Zorbec, doute.", "Anne Tarvin", "président", "Zorbec"),
        ("Le ministre parle à Anne Tarvin.", "Anne Tarvin", None, None),
        ("La bourgmestre, Anne Tarvin, doute.", "Anne Tarvin", "bourgmestre", None),
        ("La société Zorbec, que dirige depuis 2014 Luc Tarvin, embauche.", "Luc Tarvin", "dirigeant", "Zorbec"),
        ("La société Zorbec, dont le patron est Luc Tarvin, embauche.", "Luc Tarvin", "patron", "Zorbec"),
        ("Anne Tarvin, à la tête de la société Zorbec, doute.", "Anne Tarvin", None, "Zorbec"),
        ("Anne Tarvin, à la tête du cortège, doute.", "Anne Tarvin", None, None),
        ("On a vu Luc Tarvin, ce matin, au port.", "Luc Tarvin", None, None),
    ],
)  # fmt: skip
def test_people_hold_the_offices_that_a_text_gives_them(
    text: str, person: str, role: str | None, body: str | None
) -> None:
    found = next(entity for entity in read(text).entities if entity.name == person)

    assert (found.role, found.affiliation) == (role, body)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Luc Tarvin, directeur de Zorbec depuis 2019, sourit.", "2019", None),
        ("Luc Tarvin, directeur de Zorbec jusqu'en 2024, sourit.", None, "2024"),
        ("Luc Tarvin, directeur de Zorbec de 2010 à 2018, sourit.", "2010", "2018"),
    ],
)
def test_an_office_has_its_years(text: str, since: str | None, until: str | None) -> None:
    (person,) = (entity for entity in read(text).entities if entity.type == "person")

    assert [(office.since, office.until) for office in person.offices] == [(since, until)]


def test_a_former_office_stands_beside_the_one_of_today() -> None:
    text = "Luc Tarvin, directeur général de Zorbec et ancien cadre de la Banque de France, sourit."

    (person,) = (entity for entity in read(text).entities if entity.type == "person")

    assert [office.title for office in person.offices] == ["directeur général", "ancien cadre"]
    assert (person.role, person.affiliation) == ("directeur général", "Zorbec")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La régie Zorbec a confié lundi la construction d'une usine au groupe Tarvin.",
         ("supply", "signed", {"Zorbec:buyer", "Tarvin:supplier"})),
        ("La maison Zorbec a confié à l'importateur Tarvin la distribution de ses vins.",
         ("distribution", "announced", {"Zorbec:supplier", "Tarvin:distributor"})),
        ("La filiale du groupe Zorbec a été cédée à la société Tarvin.",
         ("acquisition", "announced", {"Zorbec:seller", "Tarvin:acquirer"})),
        ("La société Zorbec a choisi le groupe Tarvin pour construire ses navires.",
         ("supply", "announced", {"Zorbec:buyer", "Tarvin:supplier"})),
        ("La société Zorbec a été retenue par le groupe Tarvin pour livrer des navires.",
         ("supply", "announced", {"Zorbec:supplier", "Tarvin:buyer"})),
        ("Le groupe Zorbec a finalisé mardi l'acquisition de la société Tarvin.",
         ("acquisition", "completed", {"Zorbec:acquirer", "Tarvin:target"})),
        ("Le groupe Zorbec lance une OPA sur la société Tarvin.",
         ("acquisition", "announced", {"Zorbec:acquirer", "Tarvin:target"})),
        ("Le groupe Zorbec négocie avec la société Tarvin l'achat de batteries.",
         ("supply", "negotiating", {"Zorbec:buyer", "Tarvin:supplier"})),
        ("Le groupe Zorbec négocie avec la société Tarvin la vente de batteries.",
         ("supply", "negotiating", {"Zorbec:supplier", "Tarvin:buyer"})),
        ("Le groupe Zorbec est entré en négociations exclusives avec la société Tarvin pour lui racheter des pylônes.",
         ("acquisition", "negotiating", {"Zorbec:acquirer", "Tarvin:target"})),
        ("Le groupe Zorbec prend 20 % du capital de la société Tarvin.",
         ("acquisition", "announced", {"Zorbec:acquirer", "Tarvin:target"})),
        ("Le groupe Zorbec entre au capital de la société Tarvin.",
         ("investment", "announced", {"Zorbec:investor", "Tarvin:target"})),
        ("Le groupe Zorbec a mis fin à son contrat avec la société Tarvin.",
         ("agreement", "terminated", {"Zorbec:partner", "Tarvin:partner"})),
        ("Les groupes Zorbec et Tarvin s'allient dans les batteries.",
         ("agreement", "announced", {"Zorbec:partner", "Tarvin:partner"})),
        ("Le groupe Zorbec a emprunté 20 millions d'euros à la banque Tarvin.",
         ("financing", "announced", {"Zorbec:borrower", "Tarvin:lender"})),
        ("Le groupe Zorbec a remporté un contrat pour la fourniture de trains à la société Tarvin.",
         ("supply", "announced", {"Zorbec:supplier", "Tarvin:buyer"})),
    ],
)  # fmt: skip
def test_a_deal_is_told_in_many_ways(text: str, expected: tuple[str, str, set[str]]) -> None:
    found = read(text)
    (deal,) = found.deals

    parties = {f"{found.entities[one.entity].name}:{one.role}" for one in deal.parties}
    assert (deal.type, deal.status, parties) == expected


@pytest.mark.parametrize(
    "text",
    [
        "La société Zorbec n'a engagé aucune discussion avec le groupe Tarvin sur une fusion.",
        "La société Zorbec a donné naissance au groupe Tarvin.",
        "Si la société Zorbec rachetait le groupe Tarvin, ce serait une surprise.",
        "La société Zorbec dément avoir signé un accord avec le groupe Tarvin.",
        "Le disque du groupe Zorbec fut vendu à 40 000 exemplaires par la société Tarvin.",
    ],
)
def test_what_only_sounds_like_a_deal_is_none(text: str) -> None:
    assert read(text).deals == ()
