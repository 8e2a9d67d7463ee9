"""What two extractions tell differently."""

from dataclasses import replace

from ingestd.events import ExtractedParty, Extraction
from ingestd.extraction.differences import Difference, differences
from tests.fixtures.building import deal, entity

ACME, GLOBEX = entity("Acme"), entity("Globex")
ONE = Extraction(entities=(ACME, GLOBEX), deals=(deal(0, 1),))


def told(before: Extraction | None, after: Extraction) -> list[tuple[str, str, str]]:
    return [(one.kind, one.change, one.name) for one in differences(before, after)]


def test_the_same_is_no_difference() -> None:
    assert told(ONE, ONE) == []


def test_where_nothing_was_told_everything_is_added() -> None:
    assert told(None, ONE) == [
        ("entity", "added", "Acme"),
        ("entity", "added", "Globex"),
        ("deal", "added", "mou: Acme / Globex"),
    ]


def test_what_is_told_no_more_is_removed() -> None:
    assert told(ONE, Extraction(entities=(ACME,))) == [
        ("entity", "removed", "Globex"),
        ("deal", "removed", "mou: Acme / Globex"),
    ]


def test_of_what_changed_only_the_fields_that_did_are_shown() -> None:
    (first,) = ONE.deals
    ended = replace(first, status="terminated", parties=first.parties[::-1])
    firm = replace(ACME, type="organization", country="VN")
    after = Extraction(entities=(firm, GLOBEX), deals=(ended,))

    entity_changed, deal_changed = differences(ONE, after)

    assert entity_changed == Difference(
        kind="entity",
        change="changed",
        name="Acme",
        before={"type": "company", "country": None},
        after={"type": "organization", "country": "VN"},
    )
    assert deal_changed.before is not None
    assert deal_changed.after is not None
    assert list(deal_changed.after) == ["status", "parties"]
    assert (deal_changed.before["status"], deal_changed.after["status"]) == (
        first.status,
        "terminated",
    )


def test_two_deals_of_one_kind_between_the_same_are_told_apart_by_their_order() -> None:
    (first,) = ONE.deals
    second = replace(first, date="2024-01-01")
    two = Extraction(entities=ONE.entities, deals=(first, second))

    assert told(ONE, two) == [("deal", "added", "mou: Acme / Globex")]
    assert told(two, two) == []


def test_a_name_spelt_otherwise_is_the_same_name() -> None:
    spelt = Extraction(entities=(replace(ACME, name="ACMÉ"), GLOBEX), deals=ONE.deals)

    kinds = told(ONE, spelt)

    assert kinds == [("entity", "changed", "ACMÉ"), ("deal", "changed", "mou: ACMÉ / Globex")]
    assert ExtractedParty(entity=0) in ONE.deals[0].parties
