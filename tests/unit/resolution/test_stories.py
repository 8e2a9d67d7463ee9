"""What parts two articles though much is the same, and what joins them though little is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ingestd.events import Block, ExtractedEntity
from ingestd.events.documents import DocumentParsed
from ingestd.resolution.meeting import sought_blocks
from ingestd.resolution.shingles import NOTHING, Shared, shared
from ingestd.resolution.stories import (
    Traits,
    name_of_keys,
    names_of,
    paragraphs,
    same_story,
)
from tests.fixtures.building import entity

DAY = date(2021, 11, 11)


def traits(*entities: ExtractedEntity, **others: object) -> Traits:
    values: dict[str, object] = {
        "sketch": (),
        "figures": frozenset({"--11-11", "39000000"}),
        "names": tuple(names_of(entities or FIRMS, [])),
        "published": DAY,
        "month": None,
        "received": DAY,
    }
    return Traits(**(values | others))  # type: ignore[arg-type]  # tests name what they are about


FIRMS = (entity("Northwind Energy"), entity("Blue River Steel"))


def test_up_to_where_both_sketches_reach_they_share_what_the_texts_share() -> None:
    whole, half = tuple(range(64)), tuple(range(0, 128, 2))

    assert shared(whole, half) == shared(half, whole) == Shared(1.0, 32, 64 / 127)


def test_a_short_text_has_all_of_its_numbers_in_its_sketch() -> None:
    assert shared((1, 2, 3, 900), (1, 2, 3, 4, 5)) == Shared(0.75, 3, 0.8)


def test_an_item_of_a_survey_is_no_copy_of_it() -> None:
    item, survey = tuple(range(100, 100_000, 5000)), tuple(range(100, 6_500, 100))

    assert shared((*item, 2**31), survey).lengths < 0.01
    assert not same_story(traits(sketch=(100, 200, 300, 400, 500, 600)), traits(sketch=survey))


def test_what_has_no_words_shares_none() -> None:
    assert shared((), (1, 2)) == shared((1, 2), ()) == NOTHING
    assert shared(tuple(range(64)), (900, 901)) == NOTHING


def test_neighbouring_paragraphs_are_one_span_and_credits_none() -> None:
    blocks = [
        Block(kind=kind, start=start, end=start + 9)  # type: ignore[arg-type]  # kinds in words
        for kind, start in (("title", 0), ("body", 10), ("credit", 20), ("body", 30))
    ]

    assert paragraphs(blocks) == [(0, 19), (30, 39)]


def test_places_and_what_the_gazetteer_knows_and_what_stands_in_credits_do_not_count() -> None:
    told = [
        entity("Larmouth", type="place"),
        replace(entity("United Nations", type="organization"), reference="body:un"),
        entity("Kelby News", type="organization", start=50),
        entity("A", type="person"),
        entity("Northwind Energy", start=5),
    ]

    [name] = names_of(told, [(0, 20)])

    assert "house/name/northwind energy" in name.keys


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ({}, True),
        ({"published": DAY + timedelta(days=3)}, True),
        ({"published": DAY + timedelta(days=4)}, False),
        ({"published": None}, True),
        ({"published": None, "month": "2021-11"}, True),
        ({"published": None, "month": "2021-12"}, False),
        ({"figures": frozenset({"--11-12", "39000000"})}, False),
        ({"figures": frozenset({"39000000"})}, True),
        ({"figures": frozenset({"--11-11"})}, False),
        ({"figures": frozenset()}, False),
    ],
)
def test_the_same_names_are_one_story_where_days_and_figures_agree(
    other: dict[str, object], *, joined: bool
) -> None:
    assert (same_story(traits(), traits(**other)) is not None) is joined
    assert (same_story(traits(**other), traits()) is not None) is joined


def test_many_names_need_no_figures_and_many_figures_few_names() -> None:
    many = [entity(f"{name} Works") for name in ("North", "Blue", "Cedar", "Harbour")]
    figures = frozenset({"--11-11", "15", "16.5", "1700"})

    assert same_story(traits(*many, figures=frozenset()), traits(*many))
    assert same_story(
        traits(*many, figures=figures), traits(many[0], entity("Velmoor"), figures=figures)
    )
    assert not same_story(traits(*many, figures=frozenset()), traits(*many[:2]))


def test_what_tells_of_much_else_too_is_another_story() -> None:
    figures = frozenset({"15", "16.5", "1700", "18"})
    others = [entity(f"{name} Works") for name in ("Cedar", "Harbour", "Kelby", "Merrin")]
    survey = traits(*FIRMS, *others, figures=figures | {f"{n}" for n in range(100, 112)})

    assert same_story(traits(figures=figures), traits(figures=figures))
    assert not same_story(traits(figures=figures), survey)


def test_two_months_that_are_known_must_be_one() -> None:
    november, december = (
        traits(published=None, month=month) for month in ("2021-11", "2021-12")
    )

    assert same_story(november, november)
    assert not same_story(november, december)


def test_words_in_common_that_are_no_copy_are_a_form() -> None:
    words, alike = tuple(range(40)), (*range(16), *range(500, 524))

    assert same_story(traits(sketch=words), traits(sketch=words))
    assert not same_story(traits(sketch=words), traits(sketch=alike))


def test_the_first_and_the_last_day_of_all_have_no_neighbours() -> None:
    for day in (date.min, date.max):
        assert sought_blocks(traits(published=day), 1)
        assert not same_story(traits(published=day), traits(published=None, month="2021-11"))


def test_every_field_that_is_compared_has_a_default_in_old_logs() -> None:
    fields = DocumentParsed.__dataclass_fields__

    assert (fields["sketch"].default, fields["figures"].default) == ((), ())


def test_weights_are_the_same_sum_in_every_order_and_on_every_python() -> None:
    names = tuple(name_of_keys(0.1, (f"company/name/{number}",)) for number in range(10))

    assert traits(names=names).weight == 1.0
