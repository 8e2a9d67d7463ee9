"""Where a deal is told: parties, trigger, value, day and subject each have their place."""

import re
import unicodedata

import pytest

from ingestd.events.facts import ExtractedDeal, Quote
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.extraction.traced import Traced, placed
from ingestd.parsing.structure import structure

TEXT = (
    "Norsteel Group said on Monday it was busy.\n\n"
    "The company (listed in Oslo) signed a contract with Balkan Energy of Serbia to supply rails "
    "on March 7 in Belgrade. The contract is worth $40 million."
)


def only(text: str, *, language: str = "en") -> ExtractedDeal:
    article = Article(
        text=text, blocks=structure(text), language=language, published="2024-03-15"
    )
    (deal,) = RulesExtractor().extract(article).deals
    return deal


def words(told: Quote | None) -> str | None:
    return told.text if told else None


def test_every_piece_of_a_deal_is_told_somewhere() -> None:
    deal = only(TEXT)

    pieces = (deal.trigger, deal.value_told, deal.date_told, deal.subject_told)
    assert [words(piece) for piece in pieces] == [
        "contract",
        "$40 million",
        "March 7",
        "supply rails",
    ]


def test_a_party_is_told_where_its_deal_is_or_where_it_was_named_last() -> None:
    deal = only(TEXT)

    assert [words(party.told) for party in deal.parties] == ["Norsteel Group", "Balkan Energy"]
    (last,) = [party.told for party in deal.parties if words(party.told) == "Balkan Energy"]
    assert last is not None
    assert last.start == TEXT.index("Balkan Energy")


def test_a_party_named_twice_in_a_sentence_is_told_next_to_the_trigger() -> None:
    text = (
        "Norsteel Group, which lost money in Serbia, said Norsteel Group signed a supply contract "
        "with Balkan Energy."
    )
    (told,) = [p.told for p in only(text).parties if words(p.told) == "Norsteel Group"]

    assert told is not None
    assert told.start == text.rindex("Norsteel Group")


def test_what_a_text_does_not_tell_has_no_place() -> None:
    deal = only("Norsteel Group and Balkan Energy signed an agreement.")

    assert (deal.value_told, deal.date_told, deal.subject_told) == (None, None, None)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_places_hold_in_any_spelling_of_letters(form: str) -> None:
    text = unicodedata.normalize(
        "NFD" if form == "NFD" else "NFC",
        "😀 Société Énergie Méditerranée a signé un contrat avec Groupe Électrique pour la "
        "livraison de câbles, d'une valeur de 12 millions d'euros, le 7 mars.",
    )
    deal = only(text, language="fr")

    told = [deal.trigger, deal.value_told, deal.date_told, *(p.told for p in deal.parties)]
    assert all(quote is not None for quote in told)
    assert [quote.text for quote in told if quote] == [
        text[quote.start : quote.end] for quote in told if quote
    ]


def test_what_is_put_in_stands_where_the_replaced_stood() -> None:
    text = Traced("ab cd ef", list(range(10, 18)))
    put = text.replaced(re.compile("cd"), lambda _: "{c12}")

    assert put.text == "ab {c12} ef"
    assert put.span(put.text.index("{"), put.text.index("}") + 1) == (13, 15)
    assert put.span(put.text.index("ef"), len(put.text)) == (16, 18)


def test_nothing_put_in_leaves_all_in_place() -> None:
    text = Traced("ab cd", list(range(5)))

    assert text.replaced(re.compile("cd"), lambda _: None) is text
    assert placed("", 3, 5) == []
