"""What a source's rules keep out, and what is asked for again by itself."""

from datetime import timedelta
from typing import Any

import pytest

from ingestd.errors import BusyHostError, FetchError, UnreadableError
from ingestd.pipeline.recording import PAUSES
from tests.fixtures.shelves import body
from tests.fixtures.stores import HandClock
from tests.integration.pipeline.door import Newsroom, entry, file, newsroom

__all__ = ["newsroom"]

NO_RUBBISH = '{"not_words":["rubbish"]}'
HOUR = timedelta(hours=1)


def never_loaded(name: str, **others: Any) -> Any:
    return entry(name, AssertionError("loaded"), **others)  # type: ignore[arg-type]  # to fail loudly


def test_what_a_rule_keeps_out_is_told_once_and_not_loaded(newsroom: Newsroom) -> None:
    shown = never_loaded("a", title="Rubbish!", mark="m1")

    kinds = [newsroom.kinds("one", shown, options=NO_RUBBISH) for _ in range(3)]

    assert kinds == [["filtered"]] * 3
    assert newsroom.told == ["Filtered not_words = rubbish"]


def test_what_has_no_mark_is_told_once_too(newsroom: Newsroom) -> None:
    for _ in range(2):
        newsroom.looks("one", never_loaded("a", title="Rubbish!"), options=NO_RUBBISH)

    assert newsroom.told == ["Filtered not_words = rubbish"]


def test_another_rule_is_told_again(newsroom: Newsroom) -> None:
    shown = never_loaded("a", title="Rubbish!")
    newsroom.looks("one", shown, options=NO_RUBBISH)

    newsroom.looks("one", shown, options='{"not_patterns":["^Rub"]}')

    assert newsroom.told[1:] == ["Filtered not_patterns = ^Rub"]


def test_without_its_rule_it_is_let_in(newsroom: Newsroom) -> None:
    shown = entry("a", mark="m1", title="Rubbish!")
    newsroom.looks("one", shown, options=NO_RUBBISH)

    assert newsroom.kinds("one", shown, options="{}") == ["accepted"]
    assert newsroom.kinds("one", shown, options=NO_RUBBISH) == ["unchanged"]


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        (NO_RUBBISH, "not_words = rubbish"),
        ('{"words":["treaty"]}', "words = treaty"),
        ('{"patterns":["[0-9]+ dollars"]}', "patterns = [0-9]+ dollars"),
        ('{"languages":["vi"]}', "languages = vi"),
        ('{"max_age":3600.0}', "max_age = 3600s"),
    ],
)
def test_what_needs_the_text_is_read_for_it(
    newsroom: Newsroom, options: str, rule: str
) -> None:
    text = (
        "<html><head><meta property='article:published_time' content='2021-11-01T08:00:00Z'>"
        "</head><body><p>The council spoke of rubbish and of nothing else for the whole day. "
        "It said that the city would have to do something about it soon.</p></body></html>"
    )
    shown = entry("a", body(text, media_type="text/html", kind="page"))

    assert newsroom.kinds("one", shown, options=options) == ["filtered"]
    assert newsroom.told == [f"Filtered {rule}"]


def test_what_cannot_be_read_is_nothing_for_rules(newsroom: Newsroom) -> None:
    shown = file("a", body(b"\x00\x01\x02" * 50))

    assert newsroom.kinds("one", shown, options=NO_RUBBISH) == ["accepted"]


def test_an_article_of_which_a_revision_is_kept_out_stays(newsroom: Newsroom) -> None:
    newsroom.looks("one", file("a", "Old words."), options=NO_RUBBISH)

    kinds = [newsroom.kinds("one", file("a", words)) for words in ("Rubbish.", "Old words.")]

    assert kinds == [["filtered"], ["unchanged"]]
    assert newsroom.told == ["Received 1", "Filtered not_words = rubbish", "FoundAgain again"]
    (_, filtered, _) = newsroom.facts
    assert getattr(filtered, "document") == getattr(newsroom.facts[0], "document")  # noqa: B009


def test_an_article_that_has_grown_old_is_corrected(
    newsroom: Newsroom, clock: HandClock
) -> None:
    def shown(words: str) -> Any:
        published = "2021-11-11T08:00:00Z"
        return entry("a", body(words, published=published, kind="feed"), published=published)

    newsroom.looks("one", shown("Old words."), options='{"max_age":86400.0}')
    clock.now += timedelta(days=9)

    assert newsroom.kinds("one", shown("New words.")) == ["revised"]
    assert newsroom.kinds("two", shown("Others."), options='{"max_age":86400.0}') == [
        "filtered"
    ]


def summary(reason: str = "timed out", **others: Any) -> Any:
    shown = body("In short.", kind="feed", whole=False, shortfall=reason)
    return entry("a", shown, **({"mark": "m1"} | others))


def test_a_page_that_could_not_be_had_is_asked_for_again_by_itself(
    newsroom: Newsroom, clock: HandClock
) -> None:
    page = entry("a", body("All of it.", kind="page"), mark="m1")
    assert newsroom.kinds("one", summary()) == ["accepted"]
    assert newsroom.kinds("one", never_loaded("a", mark="m1")) == ["unchanged"]

    clock.now += HOUR

    assert newsroom.kinds("one", page) == ["revised"]
    assert newsroom.told == ["Received 1", "Received 2 fuller"]
    clock.now += HOUR
    assert newsroom.kinds("one", never_loaded("a", mark="m1")) == ["unchanged"]


def test_it_is_asked_for_less_and_less_often_and_then_given_up(
    newsroom: Newsroom, clock: HandClock
) -> None:
    newsroom.looks("one", summary())
    for hours in PAUSES:
        clock.now += (hours - 0.5) * HOUR
        assert newsroom.kinds("one", never_loaded("a", mark="m1")) == ["unchanged"]
        clock.now += 0.5 * HOUR
        newsroom.looks("one", summary())
    clock.now += 99 * HOUR

    assert newsroom.kinds("one", never_loaded("a", mark="m1")) == ["unchanged"]
    assert sum(PAUSES) == 48
    assert newsroom.told == [
        "Received 1",
        "Rejected only a summary could be had in two days: timed out",
    ]


def test_a_page_that_failed_does_not_undo_the_one_that_came(
    newsroom: Newsroom, clock: HandClock
) -> None:
    newsroom.looks("one", entry("a", body("All of it.", kind="page"), mark="m0"))

    assert newsroom.kinds("one", summary()) == ["unchanged"]

    clock.now += HOUR
    edited = entry("a", body("All of it, edited.", kind="page"), mark="m1")
    assert newsroom.kinds("one", edited) == ["revised"]


def test_a_failed_page_without_a_summary_is_asked_for_again_after_a_while(
    newsroom: Newsroom, clock: HandClock
) -> None:
    failing = entry("a", FetchError("https://news.example/a", "timed out"), mark="m1")
    newsroom.looks("one", failing)

    assert newsroom.kinds("one", never_loaded("a", mark="m1")) == ["rejected"]
    clock.now += HOUR
    assert newsroom.kinds("one", failing) == ["rejected"]
    clock.now += 2 * HOUR
    assert newsroom.kinds("one", entry("a", mark="m1")) == ["accepted"]
    assert len(newsroom.told) == 2


@pytest.mark.parametrize(
    "left",
    [
        summary(),
        entry("a", FetchError("https://news.example/a", "timed out"), mark="m1"),
        entry("a", BusyHostError("https://news.example/a", "busy", until=9), mark="m1"),
    ],
)
def test_a_server_is_not_told_that_all_is_known_while_something_is_left(
    newsroom: Newsroom, left: Any
) -> None:
    newsroom.looks("one", entry("b", mark="m1"), offered={"etag": "1"})

    newsroom.looks("one", left, entry("b", mark="m1"), offered={"etag": "2"})
    newsroom.looks("one", left, entry("b", mark="m1"))
    newsroom.looks("one", entry("b", mark="m1"))

    assert newsroom.shelves["one"].handed[1:] == [{"etag": "1"}] * 3


def test_what_has_no_turn_is_no_outcome(newsroom: Newsroom) -> None:
    busy = entry("a", BusyHostError("https://news.example/a", "busy", until=9), mark="m1")

    assert newsroom.kinds("one", busy) == []
    assert newsroom.kinds("one", entry("a", mark="m1")) == ["accepted"]


def test_many_are_taken_in_handfuls_in_their_order(newsroom: Newsroom) -> None:
    many = [file(f"{n:04}", mark="m1") for n in range(600)]
    many[300] = file("0300", UnreadableError("it is no text"), mark="m1")

    first, second = (newsroom.looks("one", *many) for _ in range(2))

    assert [outcome.origin for outcome in first] == [one.origin for one in many]
    assert {outcome.kind for outcome in first} == {"accepted", "rejected"}
    assert [outcome.kind for outcome in second].count("unchanged") == 599


def test_large_ones_are_not_held_back(newsroom: Newsroom) -> None:
    large = [file(f"{n}", body(bytes([65 + n]) * 5 * 2**20)) for n in range(3)]

    assert newsroom.kinds("one", *large) == ["accepted"] * 3
