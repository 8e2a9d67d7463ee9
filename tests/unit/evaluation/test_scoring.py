"""What was said is scored as the rules of the gold say."""

import msgspec
import pytest

from ingestd.evaluation.counting import Count, Rate, Score
from ingestd.evaluation.gold import GoldDocument, Line, gold_of
from ingestd.evaluation.scoring import Mistake, score
from tests.fixtures.machine import CLONE

ACME = {"name": "Acme Steel", "type": "company", "surface": ["Acme"]}
MINISTRY = {
    "name": "Ministry of Coal",
    "type": "public_body",
    "type_alternatives": ["organization"],
}
ANNA = {
    "name": "Anna Smith",
    "type": "person",
    "role": "chief executive",
    "affiliation": "Acme Steel",
}
LOAN = {
    "type": "financing",
    "type_alternatives": ["investment"],
    "status": "signed",
    "status_alternatives": ["announced"],
    "parties": [
        {"name": "Acme Steel", "role": "borrower"},
        {"name": "Ministry of Coal", "role": "lender", "alt_names": ["Ruritania"]},
    ],
    "optional_parties": ["Bank of Zenda"],
    "value": {"amount": 200, "currency": "EUR"},
    "date": "2026-03",
}


def gold(
    entities: object = (ACME, MINISTRY, ANNA), deals: object = (LOAN,), **others: object
) -> GoldDocument:
    document = {"id": "one", "lang": "en", "entities": entities, "deals": deals, **others}
    return msgspec.convert(document, GoldDocument)


def line(entities: object = (), deals: object = ()) -> Line:
    return msgspec.convert({"doc": "one", "entities": entities, "deals": deals}, Line)


def scored(document: GoldDocument, told: Line) -> tuple[Score, list[Mistake]]:
    scores, mistakes = score([document], {"one": told})
    assert scores["all"] == scores["en"]
    return scores["all"], mistakes


def said_loan(*names: str, **others: object) -> dict[str, object]:
    """The loan, told with these parties."""
    roles = {"Acme Steel": "borrower", "Ministry of Coal": "lender"}
    parties = [{"name": name, "role": roles.get(name)} for name in names]
    return {
        "type": "financing",
        "status": "signed",
        "value": {"amount": 200, "currency": "EUR"},
        "date": "2026-03-04",
        "parties": parties,
        **others,
    }


BOTH = ("Acme Steel", "Ministry of Coal")


def test_gold_told_word_for_word_is_perfect_and_silence_is_nothing() -> None:
    documents = gold_of(CLONE / "tests" / "corpus" / "development")
    perfect = {each.id: as_said(each) for each in documents}

    scores, mistakes = score(documents, perfect)
    silent, missed = score(documents, {})

    assert mistakes == []
    for found in scores.values():
        assert found.entities.f1 == found.lenient.f1 == found.strict.f1 == 1
        for rate in (found.role, found.status, found.date, found.traps):
            assert rate.share == 1
    assert silent["all"].entities.f1 == silent["all"].lenient.f1 == 0
    assert silent["all"].missing == len(documents)
    assert {mistake.what for mistake in missed} == {"missed", "missed deal"}


def as_said(document: GoldDocument) -> Line:
    plain = msgspec.to_builtins(document)
    needed = [entity for entity in plain["entities"] if not entity["optional"]]
    told = {"doc": document.id, "entities": needed, "deals": plain["deals"]}
    return msgspec.convert(told, Line)


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ([{"name": "the ACME STEEL Ltd", "type": "company"}], Count(1, 0, 2)),
        ([{"name": "Acme", "type": "company"}], Count(1, 0, 2)),
        ([{"name": "Acme Works", "surface": ["Acme"], "type": "company"}], Count(1, 0, 2)),
        ([{"name": "Ministry of Coal", "type": "organization"}], Count(1, 0, 2)),
        ([{"name": "Ministry of Coal", "type": "company"}], Count(0, 1, 3)),
        ([{"name": "Acme Steel", "type": "company"}] * 2, Count(1, 0, 2)),
        (
            [{"name": "Acme Steel", "type": "company"}, {"name": "Acme", "type": "company"}],
            Count(1, 1, 2),
        ),
        ([{"name": "Globex"}, {"name": "", "type": "company"}], Count(0, 1, 3)),
    ],
    ids=[
        "form",
        "surface",
        "by a surface",
        "alternative",
        "type",
        "twice",
        "one to one",
        "none",
    ],
)
def test_an_entity_is_found_by_a_name_of_its_own_and_a_type_that_fits(
    said: object, count: Count
) -> None:
    found, _ = scored(gold(), line(said))

    assert found.entities == count


def test_the_type_may_be_left_out_of_account() -> None:
    found, _ = scored(gold(), line([{"name": "Ministry of Coal", "type": "company"}]))

    assert (found.entities.found, found.untyped) == (0, Count(1, 0, 2))


def test_what_is_optional_is_neither_missed_nor_extra() -> None:
    document = gold(({**ACME, "optional": True},), ())

    for told in (line(), line([{"name": "Acme", "type": "place"}])):
        found, mistakes = scored(document, told)
        assert (found.entities, mistakes) == (Count(), [])


@pytest.mark.parametrize(
    ("role", "affiliation", "right"),
    [
        ("chief executive", "Acme", (1, 1)),
        ("group chief executive officer", "Globex", (1, 0)),
        ("executive chief", None, (1, 0)),
        ("chairman", "Acme Steel Ltd", (0, 1)),
        (None, None, (0, 0)),
    ],
)
def test_a_person_has_the_role_and_house_that_the_text_gives(
    role: str | None, affiliation: str | None, right: tuple[int, int]
) -> None:
    anna = {**ANNA, "role": role, "affiliation": affiliation}

    found, _ = scored(gold(), line([anna]))

    assert (found.role, found.affiliation) == (Rate(right[0], 1), Rate(right[1], 1))


@pytest.mark.parametrize(
    ("names", "lenient", "strict"),
    [
        (BOTH, Count(1, 0, 0), Count(1, 0, 0)),
        (("Acme", "Ruritania"), Count(1, 0, 0), Count(1, 0, 0)),
        ((*BOTH, "Ruritania", "Bank of Zenda"), Count(1, 0, 0), Count(1, 0, 0)),
        ((*BOTH, "Globex"), Count(1, 0, 0), Count(0, 1, 1)),
        (("Acme Steel",), Count(1, 0, 0), Count(0, 1, 1)),
        (("Acme Steel", "Globex"), Count(0, 1, 1), Count(0, 1, 1)),
    ],
)
def test_a_deal_is_found_by_its_parties(
    names: tuple[str, ...], lenient: Count, strict: Count
) -> None:
    found, _ = scored(gold(), line((), [said_loan(*names)]))

    assert (found.lenient, found.strict) == (lenient, strict)


@pytest.mark.parametrize(("kind", "found"), [("investment", 1), ("merger", 0)])
def test_a_deal_is_found_by_its_type(kind: str, found: int) -> None:
    total, _ = scored(gold(), line((), [said_loan(*BOTH, type=kind)]))

    assert total.lenient.found == found


@pytest.mark.parametrize(
    ("others", "measure", "right"),
    [
        ({"status": "announced"}, "status", 1),
        ({"status": "planned"}, "status", 0),
        ({"value": {"amount": 203.9, "currency": "eur"}}, "value", 1),
        ({"value": {"amount": 205, "currency": "EUR"}}, "value", 0),
        ({"value": {"amount": 200, "currency": "USD"}}, "value_or_none", 0),
        ({"value": None}, "value", 0),
        ({"date": "2026-03"}, "date", 1),
        ({"date": "2026"}, "date", 0),
        ({"date": None}, "date_or_none", 0),
    ],
)
def test_the_pieces_of_a_found_deal_are_compared(
    others: dict[str, object], measure: str, right: int
) -> None:
    found, _ = scored(gold(), line((), [said_loan(*BOTH, **others)]))

    assert getattr(found, measure) == Rate(right, 1)


def test_where_the_gold_has_no_value_and_date_none_is_right() -> None:
    bare = gold(
        deals=({**LOAN, "value": None, "date": None, "date_alternatives": ["2026-05"]},)
    )

    for told, value, date in (
        (said_loan(*BOTH, value=None, date=None), 1, 1),
        (said_loan(*BOTH, date="2026-05-01"), 0, 1),
        (said_loan(*BOTH, date="2026-06"), 0, 0),
    ):
        found, _ = scored(bare, line((), [told]))
        assert (found.value, found.date) == (Rate(), Rate())
        assert (found.value_or_none.right, found.date_or_none.right) == (value, date)


def test_roles_are_compared_where_both_have_one() -> None:
    turned = [{"name": BOTH[0], "role": "lender"}, {"name": BOTH[1], "role": "lender"}]

    half, _ = scored(gold(), line((), [said_loan(parties=turned)]))
    none, _ = scored(gold(), line((), [said_loan("Acme", "Ruritania")]))

    assert (half.party_role, none.party_role) == (Rate(1, 2), Rate())


def test_of_two_tellings_the_better_one_is_the_deal() -> None:
    poor = said_loan(*BOTH, value=None, date=None)

    found, mistakes = scored(gold(), line((), [poor, said_loan(*BOTH)]))

    assert (found.lenient, found.value) == (Count(1, 1, 0), Rate(1, 1))
    assert [each.what for each in mistakes if "deal" in each.what] == ["extra deal"]


def test_background_and_parts_are_tolerated() -> None:
    background = gold(deals=(), tolerated_deals=(LOAN,), group="distractor")
    in_parts = gold(deals=({**LOAN, "splittable": True},))

    calm, _ = scored(background, line((), [said_loan(*BOTH)]))
    parts, _ = scored(in_parts, line((), [said_loan(*BOTH)] * 2))

    assert (calm.lenient, calm.traps) == (Count(), Rate(1, 1))
    assert parts.lenient == parts.strict == Count(1, 0, 0)


def test_a_trap_is_passed_without_a_deal() -> None:
    trap = gold(deals=(), group="distractor")

    caught, mistakes = scored(trap, line((), [said_loan(*BOTH)]))
    passed, _ = scored(trap, line())

    assert (caught.traps, passed.traps) == (Rate(0, 1), Rate(1, 1))
    assert mistakes[-1] == Mistake("one", "extra deal", "financing", " / ".join(BOTH))
