"""How values read to people."""

import pytest

from ingestd.server.pages import wording


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2021", "2021"),
        ("2021-11", "November 2021"),
        ("2021-11-01", "1 November 2021"),
        ("2021-11-12T08:30:59.000000Z", "12 Nov 2021, 08:30 UTC"),
        ("2021-11-12T23:30:00+07:00", "12 Nov 2021, 16:30 UTC"),
        ("last <Tuesday>", "last &lt;Tuesday&gt;"),
    ],
)
def test_a_time_reads_as_exactly_as_it_is_known(moment: str, shown: str) -> None:
    assert f">{shown}</time>" in wording.when(moment)


def test_a_time_that_nobody_knows_is_told_in_words() -> None:
    assert wording.when(None, "never") == '<span class="none">never</span>'


def test_the_log_is_exact_to_the_second() -> None:
    shown = wording.exactly("2021-11-12T08:30:59.123456Z")

    assert shown == (
        '<time datetime="2021-11-12T08:30:59.123456Z">12 Nov 2021, 08:30:59 UTC</time>'
    )


@pytest.mark.parametrize(
    ("code", "name"), [("vi", "Vietnamese"), ("zz", "ZZ"), (None, "language unknown")]
)
def test_a_language_has_a_name_where_it_is_known(code: str | None, name: str) -> None:
    assert wording.language(code) == name


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(39_000_000.0, "39,000,000 USD"), (1.5, "1.50 USD"), ("much", "much USD")],
)
def test_money_reads_with_its_currency(amount: object, shown: str) -> None:
    assert wording.money({"amount": amount, "currency": "USD"}) == shown


@pytest.mark.parametrize(
    ("url", "origin", "shown"),
    [
        (None, "file:///news/H%C3%A0.txt", "Hà.txt"),
        ("https://news.example/2021/deal/", "file:///x", "deal"),
        ("https://news.example/", "https://news.example/", "https://news.example/"),
    ],
)
def test_an_article_without_title_goes_by_where_it_was_found(
    url: str | None, origin: str, shown: str
) -> None:
    assert wording.heading({"title": None, "url": url, "origin": origin}) == shown


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ([], "a plant"),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
    ],
)
def test_a_deal_goes_by_its_parties_or_else_by_its_subject(
    names: list[str], shown: str
) -> None:
    deal = {"parties": [{"name": name} for name in names], "subject": "a plant"}

    assert wording.names_of(deal) == shown


def test_a_deal_of_which_nothing_is_known_has_a_name() -> None:
    assert wording.names_of({"parties": [], "subject": None}) == "parties unknown"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("technology_transfer", "technology transfer"),
        ("mou", "MoU"),
        ({"amount": 5, "currency": "EUR"}, "5 EUR"),
        ({"entity": "ent_a", "name": "A", "role": "joint_buyer"}, "A (joint buyer)"),
        ({"entity": "ent_a", "name": "A"}, "A"),
    ],
)
def test_a_fact_reads_in_words(value: object, shown: str) -> None:
    assert wording.in_words(value) == shown


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://news.example/", True),
        ("HTTP://news.example/", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("//news.example/", False),
        ("data:text/html,x", False),
        ("", False),
        (None, False),
    ],
)
def test_only_the_web_is_linked_to(address: str | None, may: bool) -> None:
    assert wording.is_on_the_web(address) is may


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (1.0, "1 s"),
        (119.0, "119 s"),
        (120.0, "2 min"),
        (450.0, "7.5 min"),
        (7_200.0, "2 h"),
        (86_400.0, "24 h"),
        (216_000.0, "2.5 days"),
    ],
)
def test_a_span_of_time_is_told_in_a_unit_that_fits(seconds: float, told: str) -> None:
    assert wording.lasting(seconds) == told
