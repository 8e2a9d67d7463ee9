# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""What belongs to a deal and what does not: its day, its subject, its sum, its neighbours."""

import pytest

from ingestd.events.facts import ExtractedDeal
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.structure import structure


def deals(
    text: str, *, language: str = "en", published: str | None = "2024-03-15"
) -> tuple[ExtractedDeal, ...]:
    article = Article(text=text, blocks=structure(text), language=language, published=published)
    return RulesExtractor().extract(article).deals


def only(
    text: str, *, language: str = "en", published: str | None = "2024-03-15"
) -> ExtractedDeal:
    (deal,) = deals(text, language=language, published=published)
    return deal


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-03-15", "2024-03-14"),
        ("2024-03-14", "2024-03-14"),
        ("2024-03-13", "2024-03-07"),
        ("2024-03-15T08:30:00Z", "2024-03-14"),
        ("2024-03", None),
        ("2024", None),
        ("2024-02-30", None),
        (None, None),
    ],
)
def test_a_weekday_is_the_last_one_up_to_the_publication(
    published: str | None, day: str | None
) -> None:
    text = "Norsteel Group and Balkan Energy signed a supply contract on Thursday."

    assert only(text, published=published).date == day


@pytest.mark.parametrize(
    "when", ["next Thursday", "by Thursday", "every Thursday", "until Thursday"]
)
def test_a_weekday_to_come_or_to_recur_dates_nothing(when: str) -> None:
    text = f"Norsteel Group and Balkan Energy signed a contract to supply rails {when}."

    assert only(text).date is None


def test_a_day_told_stands_over_a_weekday() -> None:
    text = "Norsteel Group and Balkan Energy signed a supply contract on Thursday, March 7."

    assert only(text).date == "2024-03-07"


def test_what_is_planned_has_no_day_yet() -> None:
    text = "Norsteel Group will supply rails to Balkan Energy, it said on Thursday."

    assert (only(text).status, only(text).date) == ("planned", None)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Norsteel Group and Balkan Energy signed an agreement on green hydrogen.",
            "green hydrogen",
        ),
        (
            "Norsteel Group signed an agreement with Balkan Energy to build a plant.",
            "build a plant",
        ),
        ("Norsteel Group signed memorandums of understanding with Balkan Energy.", None),
        ("Norsteel Group signed an agreement on Thursday with Balkan Energy.", None),
        ("Norsteel Group and Balkan Energy signed a deal for $20 million.", None),
        ("Norsteel Group donated 400 tents to Balkan Energy.", "400 tents"),
        ("Norsteel Group agreed to acquire Balkan Energy.", None),
    ],
)
def test_the_subject_is_what_it_is_about_and_never_a_party(
    text: str, subject: str | None
) -> None:
    assert only(text).subject == subject


def test_a_long_subject_ends_at_a_word() -> None:
    long = "the joint development of " + "very " * 40 + "large turbines"

    subject = only(f"Norsteel Group and Balkan Energy signed an agreement on {long}.").subject

    assert subject is not None
    assert len(subject) <= 120
    assert subject.split()[-1] == "very"


def test_the_sum_of_another_contract_is_not_taken() -> None:
    text = (
        "Rivermed signed a contract with the hospitals. "
        "Rivermed will also transfer technology to Balkan Energy. "
        "The contract is worth $90 million."
    )

    assert only(text).value is None


def test_the_sum_told_in_the_next_sentence_is_its_value() -> None:
    text = (
        "Norsteel Group and Balkan Energy signed a supply agreement. "
        "The purchase is valued at $90 million."
    )

    value = only(text).value

    assert value is not None
    assert (value.amount, value.currency) == (90e6, "USD")


def test_what_will_be_done_is_signed_where_the_next_sentence_says_so() -> None:
    text = "Norsteel Group will supply rails to Balkan Energy. The contract was signed on Thursday."

    assert only(text).status == "signed"


def test_what_is_to_be_signed_is_still_planned() -> None:
    text = "Norsteel Group will supply rails to Balkan Energy. The contract is expected to be signed."

    assert only(text).status == "planned"


def test_a_sentence_on_sport_leaves_the_others_alone() -> None:
    text = (
        "Norsteel Group bought Balkan Energy. "
        "Southport Group signed striker Ivo Marek from Atalia Group for $9 million."
    )

    assert only(text).type == "acquisition"


def test_what_people_familiar_say_is_rumoured() -> None:
    text = (
        "Norsteel Group agreed to acquire Balkan Energy, people familiar with the matter said."
    )

    assert only(text).status == "rumoured"


def test_what_is_bought_out_of_a_firm_makes_it_the_seller() -> None:
    text = "Norsteel Group agreed to acquire Balkan Energy's gas business."

    assert [party.role for party in only(text).parties] == ["acquirer", "seller"]


def test_what_is_bought_from_a_firm_has_three_sides() -> None:
    text = "Norsteel Group agreed to acquire Balkan Energy from Rivermed Group."

    assert [party.role for party in only(text).parties] == ["acquirer", "target", "seller"]


def test_a_share_bought_from_a_firm_is_no_supply() -> None:
    deal = only("Norsteel Group bought the remaining 40% of its unit from Balkan Energy.")

    assert deal.type == "acquisition"
    assert [party.role for party in deal.parties] == ["acquirer", "seller"]


def test_a_deal_under_which_something_is_supplied_is_of_that_type() -> None:
    text = (
        "Norsteel Group and Balkan Energy signed a deal under which Norsteel Group "
        "will supply rails."
    )

    assert only(text).type == "supply"


def test_a_firm_sold_by_its_owner_is_the_target() -> None:
    text = "Norsteel Group sold its subsidiary Balkan Energy to Rivermed Group."

    assert [party.role for party in only(text).parties] == ["seller", "acquirer", "target"]


@pytest.mark.parametrize(
    "text",
    [
        "Norsteel Group bought 40 trucks from Balkan Energy.",
        "Norsteel Group ordered 40 trucks from Balkan Energy.",
        "Norsteel Group ordered 40 Balkan Energy trucks.",
    ],
)
def test_goods_that_are_bought_are_supplied(text: str) -> None:
    deal = only(text)

    assert deal.type == "supply"
    assert [party.role for party in deal.parties] == ["buyer", "supplier"]


@pytest.mark.parametrize(
    "text",
    [
        "Norsteel Group will invest $500 million in a plant near Balkan Energy.",
        "Norsteel Group completed the acquisition of a stake.",
        "Following its acquisition of Balkan Energy, Norsteel Group grew.",
        "Norsteel Group would not sell its unit to Balkan Energy.",
        "Norsteel Group walked away from talks to buy Balkan Energy.",
        "France and Germany will collaborate on culture.",
        "Norsteel Group exported its first rails to Norway.",
        "Norsteel Group opened its joint venture with Balkan Energy.",
    ],
)
def test_what_only_looks_like_a_deal_is_none(text: str) -> None:
    assert deals(text) == ()


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ru", "«Север» выкупил у «Балтики» 30% издательства «Слово».", "acquisition"),
        ("ru", "Компании «Север» и «Слово» договорились о поставках зерна.", "supply"),
        ("ru", "«Север» объявил о покупке «Слова» у «Балтики».", "acquisition"),
        ("fr", "Lactavie a accordé à Cartonex une licence exclusive.", "licensing"),
        ("fr", "Lactavie a levé 20 millions d'euros auprès de Cartonex.", "investment"),
        ("vi", "Tập đoàn Hòa An và Công ty Bình Sơn ký kết hợp tác.", "agreement"),
    ],
)
def test_deals_are_told_in_many_ways(language: str, text: str, told: str) -> None:
    assert only(text, language=language).type == told
