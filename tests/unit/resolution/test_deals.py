"""Whether two articles tell of one deal."""

import pytest

from ingestd.events.facts import Money
from ingestd.resolution import DealClaim, conflict, join, same_deal
from ingestd.resolution.claims import days_between
from tests.unit.resolution.building import claim, nation, party

FUND = party("Fund", "transferor", "public_body", "RU")
MAKER = party("Maker", "manufacturer", country="VN")


def told(one: DealClaim, other: DealClaim) -> str | None:
    """Why the two are one deal; the order in which they come does not matter."""
    there, back = same_deal(one, other), same_deal(other, one)
    assert (there is None) == (back is None)
    return there.reason if there else None


def test_the_same_two_parties_make_it_one_deal() -> None:
    assert told(claim("A", "B"), claim("B", "A", article="B")) is not None


def test_parties_are_not_crossed() -> None:
    assert told(claim("A", "B"), claim("A", "D", article="B")) is None


def test_one_article_tells_its_deals_apart() -> None:
    assert told(claim("A", "B"), claim("A", "B")) is None


def test_a_silent_counterparty_is_found_by_party_and_product() -> None:
    bottling = claim(MAKER, type="production", status="in_force", products=["V"])
    transfer = claim(
        FUND, MAKER, article="B", type="technology_transfer", status="in_force", products=["V"]
    )

    match = same_deal(transfer, bottling)

    assert match is not None
    assert (match.score, match.reason) == (0.7, "same party Maker, same product V")


def test_a_country_may_stand_for_its_party() -> None:
    bottling = claim(MAKER, nation("RU"), type="production", products=["V"])
    transfer = claim(FUND, MAKER, article="B", type="technology_transfer", products=["V"])

    assert told(bottling, transfer) is not None


def test_another_country_does_not_stand_for_it() -> None:
    bottling = claim(MAKER, nation("CN"), type="production", products=["V"])
    transfer = claim(FUND, MAKER, article="B", type="technology_transfer", products=["V"])

    assert told(bottling, transfer) is None


def test_supply_to_a_country_is_no_transfer_to_its_company() -> None:
    supply = claim(FUND, nation("VN"), type="supply", products=["V"])
    transfer = claim(FUND, MAKER, article="B", type="technology_transfer", products=["V"])

    assert told(supply, transfer) is None


def test_another_counterparty_makes_it_another_deal() -> None:
    one = claim("A", "B", type="supply", products=["V"])
    other = claim("A", "D", article="B", type="supply", products=["V"])

    assert told(one, other) is None


def test_one_party_and_the_same_amount_make_it_one_deal() -> None:
    one = claim("A", type="acquisition", value=Money(amount=100.0, currency="USD"))
    other = claim(
        "A", "B", article="B", type="acquisition", value=Money(amount=103, currency="USD")
    )

    assert told(one, other) == "same party A, same amount"


def test_one_party_alone_is_not_enough() -> None:
    assert told(claim("A"), claim("A", "B", article="B")) is None


def test_the_same_number_of_another_currency_is_no_same_amount() -> None:
    one = claim("A", value=Money(amount=100, currency="USD"))
    other = claim("A", "B", article="B", value=Money(amount=100, currency="EUR"))

    assert told(one, other) is None


def test_different_amounts_make_different_deals() -> None:
    one = claim("A", "B", value=Money(amount=100, currency="USD"))
    other = claim("A", "B", article="B", value=Money(amount=200, currency="USD"))

    assert told(one, other) is None


@pytest.mark.parametrize(
    ("dates", "one"),
    [
        (("2021-11-11", "2021-11-12"), True),
        (("2021-11", "2021-11-11"), True),
        (("2021", "2021-11-11"), True),
        (("2021-11-11", "2022-11-11"), False),
        (("2021-12", "2022"), True),
        (("sometime", "2021-11-11"), True),
    ],
)
def test_dates_must_agree_as_far_as_they_go(dates: tuple[str, str], *, one: bool) -> None:
    ours, theirs = (claim("A", "B", article=date, date=date) for date in dates)

    assert (told(ours, theirs) is not None) is one


def test_undated_news_far_apart_is_of_different_deals() -> None:
    one = claim("A", "B", published="2020-01-01")
    other = claim("A", "B", article="B", published="2022-01-01")

    assert told(one, other) is None


def test_what_lasts_may_be_told_of_much_later() -> None:
    one = claim("A", "B", published="2020-01-01")
    other = claim("A", "B", article="B", published="2022-01-01", status="in_force")

    assert told(one, other) is not None


def test_giver_and_taker_are_not_exchanged() -> None:
    one = claim(party("A", "supplier"), party("B", "buyer"), type="supply")
    other = claim(party("A", "buyer"), party("B", "supplier"), type="supply", article="B")

    assert told(one, other) is None


@pytest.mark.parametrize(
    ("kinds", "one"),
    [
        (("mou", "agreement"), True),
        (("production", "licensing"), True),
        (("agreement", "acquisition"), True),
        (("mou", "acquisition"), False),
        (("donation", "other"), False),
        (("supply", "production"), False),
    ],
)
def test_kinds_must_be_near(kinds: tuple[str, str], *, one: bool) -> None:
    ours, theirs = (claim("A", "B", article=kind, type=kind) for kind in kinds)  # type: ignore[arg-type]  # from a table

    assert (told(ours, theirs) is not None) is one


def test_kinds_that_are_less_near_need_a_product() -> None:
    ours = claim("A", "B", type="supply", products=["V"])
    theirs = claim("A", "B", article="B", type="production", products=["V"])

    assert told(ours, theirs) == "same parties A and B, supply and production"


def test_countries_never_make_two_deals_of_companies_one() -> None:
    ours = claim("A", nation("VN"), nation("RU"), type="supply")
    theirs = claim("B", nation("VN"), nation("RU"), article="B", type="supply")

    assert told(ours, theirs) is None


def test_countries_make_treaties_one() -> None:
    union = party("Union", type="organization")
    ours = claim(nation("VN"), union, type="trade")
    theirs = claim(union, nation("VN"), type="trade", article="B")

    assert told(ours, theirs) is not None


def test_treaties_of_another_kind_are_others() -> None:
    ours = claim(nation("VN"), nation("RU"), type="trade")
    theirs = claim(nation("VN"), nation("RU"), type="agreement", article="B")

    assert told(ours, theirs) is None


def test_one_country_and_a_product_are_not_enough() -> None:
    ours = claim(nation("VN"), type="supply", products=["V"])
    theirs = claim(nation("VN"), type="supply", products=["V"], article="B")

    assert told(ours, theirs) is None


def test_a_conflict_keeps_even_the_same_parties_apart() -> None:
    one = claim("A", "B", article="B", date="2020-01-01")
    other = claim("A", "B", article="C", date="2021-01-01")

    assert conflict(one, other) == "2020-01-01 is not 2021-01-01"
    assert same_deal(one, other) is None


def test_a_telling_that_matches_none_is_kept_out() -> None:
    assert join(claim("A", "C", article="C"), [claim("A", "B")]) is None


def test_the_surest_telling_is_the_reason() -> None:
    deal = [claim("A", "B", type="agreement"), claim("A", "B", article="B")]

    match = join(claim("A", "B", article="C"), deal)

    assert match is not None
    assert match.score == 0.95


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [("2021-01-01", "2021-01-31", 30), ("2021-12", "2022-01-05", 4), ("2021", "2020", 1)],
)
def test_days_are_counted_between_the_nearest_ends(one: str, other: str, days: int) -> None:
    assert days_between(one, other) == days_between(other, one) == days
