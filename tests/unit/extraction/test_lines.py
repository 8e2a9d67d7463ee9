"""The line of `ingestd extract --json`, field by field."""

from ingestd.events.facts import (
    ExtractedDeal,
    ExtractedEntity,
    ExtractedParty,
    Extraction,
    Money,
    Quote,
)
from ingestd.extraction.lines import as_line


def quote(start: int, text: str) -> Quote:
    return Quote(start=start, end=start + len(text), text=text)


ACME = ExtractedEntity(
    name="Acme Ltd", type="company", mentions=(quote(0, "Acme"), quote(9, "Acme Ltd"), quote(20, "Acme")), country="GB",
)  # fmt: skip
ANNA = ExtractedEntity(
    name="Anna Ek", type="person", mentions=(quote(30, "Anna Ek"),), role="CEO", affiliation="Acme Ltd"
)  # fmt: skip
DEAL = ExtractedDeal(
    type="supply",
    status="signed",
    parties=(ExtractedParty(entity=0, role="supplier"),),
    evidence=(quote(0, "Acme"),),
    products=(0,),
    witnesses=(1,),
    subject="steel",
    value=Money(amount=5.0, currency="EUR"),
    date="2020-01",
)


def test_a_line_has_the_fields_of_the_contract() -> None:
    found = Extraction(entities=(ACME, ANNA), deals=(DEAL,))

    line = as_line(
        found, doc="a", path="x/a.txt", language="en", title="T", published="2020-01"
    )

    assert line == {
        "doc": "a",
        "path": "x/a.txt",
        "lang": "en",
        "title": "T",
        "published": "2020-01",
        "entities": [
            {"name": "Acme Ltd", "type": "company", "surface": ["Acme", "Acme Ltd"], "role": None, "affiliation": None, "country": "GB"},
            {"name": "Anna Ek", "type": "person", "surface": ["Anna Ek"], "role": "CEO", "affiliation": "Acme Ltd", "country": None},
        ],
        "deals": [
            {
                "type": "supply", "status": "signed", "parties": [{"name": "Acme Ltd", "role": "supplier"}],
                "products": ["Acme Ltd"], "subject": "steel", "value": {"amount": 5.0, "currency": "EUR"},
                "date": "2020-01", "witnesses": ["Anna Ek"], "evidence": [[0, 4]],
            }
        ],
    }  # fmt: skip


def test_a_deal_without_a_value_says_null() -> None:
    deal = ExtractedDeal(
        type="mou", status="signed", parties=(ExtractedParty(entity=0),), evidence=()
    )

    line = as_line(
        Extraction(entities=(ACME,), deals=(deal,)), doc="a", path="a", language=None, title=None, published=None
    )  # fmt: skip

    assert line["deals"][0]["value"] is None
