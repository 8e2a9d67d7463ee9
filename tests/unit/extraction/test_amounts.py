"""Sums of money as four languages write them."""

import pytest

from ingestd.events.facts import Money
from ingestd.extraction.amounts import amounts, number
from ingestd.extraction.languages.choice import language_of


@pytest.mark.parametrize(
    ("language", "text", "amount", "currency"),
    [
        ("en", "worth us$39 million", 39e6, "USD"),
        ("en", "a $68.7 billion deal", 68.7e9, "USD"),
        ("en", "1,500,000 euros", 1.5e6, "EUR"),
        ("en", "€1.2bn", 1.2e9, "EUR"),
        ("en", "2.300.000 euros", 2.3e6, "EUR"),
        ("en", "300 million us dollars", 300e6, "USD"),
        ("en", "2.5 trillion yen", 2.5e12, "JPY"),
        ("fr", "39 millions de dollars", 39e6, "USD"),
        ("fr", "1,2 milliard d'euros", 1.2e9, "EUR"),
        ("fr", "450 000 euros", 450e3, "EUR"),
        ("fr", "un milliard de dollars", 1e9, "USD"),
        ("en", "one million euros", 1e6, "EUR"),
        ("vi", "1.500 tỷ đồng", 1.5e12, "VND"),
        ("vi", "1,5 tỷ usd", 1.5e9, "USD"),
        ("vi", "27 nghìn tỷ đồng", 27e12, "VND"),
        ("ru", "1,5 млрд рублей", 1.5e9, "RUB"),
        ("ru", "на сумму 300 тыс. долларов сша", 300e3, "USD"),
    ],
)
def test_a_sum_has_its_amount_and_currency(
    language: str, text: str, amount: float, currency: str
) -> None:
    found = amounts(text, language_of(language, ""))

    assert [each.money for each in found] == [Money(amount=amount, currency=currency)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "50 aircraft in 2023"), ("fr", "12 rames"), ("vi", "76 tỷ mét khối"), ("ru", "10 млрд кубометров")],
)  # fmt: skip
def test_a_number_without_a_currency_is_no_sum(language: str, text: str) -> None:
    assert amounts(text, language_of(language, "")) == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("1.234,5", "fr", 1234.5), ("1,234.5", "vi", 1234.5), ("1.5", "ru", 1.5), ("12 000", "fr", 12e3)],
)  # fmt: skip
def test_marks_between_digits_mean_what_the_language_means(
    text: str, language: str, value: float
) -> None:
    assert number(text, language) == value


def test_a_day_behind_a_currency_belongs_to_the_date() -> None:
    found = amounts("1,5 млрд рублей 22 мая", language_of("ru", ""))

    assert [each.money.amount for each in found] == [1.5e9]


@pytest.mark.parametrize(
    ("language", "text", "home", "currency"),
    [
        ("en", "4.6 billion kroner", ("NO",), "NOK"),
        ("en", "4.6 billion kroner", ("VN", "DK", "NO"), "DKK"),
        ("en", "4.6 billion danish kroner", ("NO",), "DKK"),
        ("en", "5 million francs", ("SN",), "XOF"),
        ("en", "5 million francs", (), "CHF"),
        ("en", "5 million dollars", ("CA",), "USD"),
        ("en", "5 million canadian dollars", (), "CAD"),
        ("en", "n$5.4 billion", (), "NAD"),
        ("en", "rm 5.2 million", (), "MYR"),
        ("fr", "4,6 milliards de couronnes norvégiennes", ("DK",), "NOK"),
        ("fr", "4,6 milliards de couronnes", ("DK",), "DKK"),
        ("fr", "12 millions de livres turques", (), "TRY"),
    ],
)
def test_a_unit_of_many_countries_is_that_of_its_people_or_of_the_text(
    language: str, text: str, home: tuple[str, ...], currency: str
) -> None:
    (amount,) = amounts(text, language_of(language, ""), home)

    assert (amount.money.currency, text[amount.start : amount.end]) == (currency, text)
