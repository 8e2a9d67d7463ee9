"""One deal out of what several articles tell of it."""

from ingestd.events.facts import Money
from ingestd.resolution import combine
from tests.unit.resolution.building import claim, nation, party


def test_status_moves_forward_only() -> None:
    tellings = [claim("A", "B", status="signed"), claim("A", "B", status="planned", position=2)]

    assert combine(tellings).status == "signed"


def test_the_most_precise_date_is_kept() -> None:
    tellings = [claim("A", date="2021-11"), claim("A", date="2021-11-11", position=2)]

    assert combine(tellings).date == "2021-11-11"


def test_the_first_of_equally_precise_dates_is_kept() -> None:
    tellings = [
        claim("A", date="2021-11-12", position=2),
        claim("A", date="2021-11-11", position=1),
    ]

    assert combine(tellings).date == "2021-11-11"


def test_the_first_value_and_subject_are_kept() -> None:
    first, second = Money(amount=1, currency="USD"), Money(amount=2, currency="EUR")
    tellings = [
        claim("A", value=second, subject="later", position=3),
        claim("A", position=1),
        claim("A", value=first, subject="sooner", position=2),
    ]

    combined = combine(tellings)

    assert (combined.value, combined.subject) == (first, "sooner")


def test_products_and_witnesses_are_gathered_once() -> None:
    tellings = [
        claim("A", products=["V", "W"], witnesses=["M"]),
        claim("A", products=["W", "X"], witnesses=["M", "N"], position=2),
    ]

    combined = combine(tellings)

    assert [product.name for product in combined.products] == ["V", "W", "X"]
    assert [witness.name for witness in combined.witnesses] == ["M", "N"]


def test_the_most_specific_kind_is_kept_with_its_roles() -> None:
    tellings = [
        claim(party("A", "partner"), party("B", "buyer"), type="agreement"),
        claim(party("A", "licensor"), party("B", "licensee"), type="licensing", position=2),
    ]

    combined = combine(tellings)

    assert combined.type == "licensing"
    assert [each.role for each in combined.parties] == ["licensor", "licensee"]


def test_a_role_is_better_than_partner() -> None:
    tellings = [claim(party("A", "partner")), claim(party("A", "supplier"), position=2)]

    assert combine(tellings).parties[0].role == "supplier"


def test_a_country_gives_way_to_its_party() -> None:
    tellings = [
        claim("A", nation("RU", "supplier")),
        claim("A", party("Fund", type="public_body", country="RU"), position=2),
    ]

    assert [each.name for each in combine(tellings).parties] == ["A", "Fund"]


def test_a_country_without_a_role_gives_way_to_the_party_beside_it() -> None:
    telling = claim(party("A", country="VN"), "B", nation("VN"))

    assert [each.name for each in combine([telling]).parties] == ["A", "B"]


def test_a_country_with_a_role_stays_beside_its_party() -> None:
    telling = claim(party("A", country="VN"), nation("VN", "recipient"))

    assert [each.name for each in combine([telling]).parties] == ["A", "VN"]


def test_a_place_of_no_country_stays() -> None:
    region = party("Southeast Asia", type="place")

    assert combine([claim("A", region)]).parties[1].name == "Southeast Asia"


def test_further_articles_make_it_surer() -> None:
    tellings = [claim("A", confidence=0.8), claim("A", article="B", confidence=0.5)]

    assert combine(tellings).confidence == 0.9


def test_a_second_look_at_one_article_does_not() -> None:
    tellings = [claim("A", confidence=0.8), claim("A", confidence=0.5)]

    assert combine(tellings).confidence == 0.8


def test_nothing_is_certain() -> None:
    assert combine([claim("A", confidence=1.0)]).confidence == 0.99


def test_articles_come_in_the_order_of_the_log() -> None:
    tellings = [claim("A", article="B", position=2), claim("A", article="A")]

    assert combine(tellings).articles == ("A", "B")
