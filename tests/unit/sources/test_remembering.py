from datetime import UTC, datetime, timedelta

import pytest

from ingestd.fetching.web import Reply
from ingestd.sources.remembering import Memory

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
URL = "https://host/feed"
TAGGED = Reply(url=URL, status=200, headers={"etag": '"1"'}, content=b"one")


def after(reply: Reply, **told: str | None) -> Memory:
    memory = Memory({}, NOW)
    memory.keep(reply, **told)
    return memory


def later(memory: Memory, **span: float) -> Memory:
    return Memory(memory.kept, NOW + timedelta(**span))


def test_what_a_server_gave_is_named_to_it_for_eight_days() -> None:
    first = after(TAGGED)

    assert first.conditions == {}
    assert later(first, days=7).conditions == {"if-none-match": '"1"'}
    assert later(first, days=8).conditions == {}


def test_the_same_answer_is_news_only_after_eight_days() -> None:
    first = after(TAGGED)

    assert Memory({}, NOW).is_news(TAGGED)
    assert not later(first, days=7).is_news(TAGGED)
    assert later(first, days=8).is_news(TAGGED)
    assert later(first, days=7).is_news(Reply(url=URL, status=200, content=b"other"))
    assert not later(first, days=8).is_news(Reply(url=URL, status=304))


def test_what_was_told_is_kept_until_something_else_is() -> None:
    first = after(TAGGED, ttl="5", hub=None)
    second = later(first, days=1)

    assert second.kept == first.kept
    assert (first.kept["ttl"], "hub" in first.kept) == ("5", False)
    second.keep(TAGGED)
    assert "ttl" not in second.kept


@pytest.mark.parametrize(("hours", "is_shown"), [(47, True), (48, False)])
def test_what_could_not_be_had_has_all_shown_again_for_two_days(
    hours: int, is_shown: bool
) -> None:
    first = after(TAGGED)
    first.miss(postponed=False)

    memory = later(first, hours=hours)

    assert memory.is_news(TAGGED) is is_shown
    assert ("if-none-match" not in memory.conditions) is is_shown


@pytest.mark.parametrize(("postponed", "is_shown"), [(True, True), (False, False)])
def test_only_what_was_postponed_prolongs_it(postponed: bool, is_shown: bool) -> None:
    first = after(TAGGED)
    first.miss(postponed=False)
    second = later(first, hours=40)
    second.keep(TAGGED)
    second.miss(postponed=postponed)

    assert Memory(second.kept, NOW + timedelta(hours=80)).is_news(TAGGED) is is_shown


def test_a_page_that_fails_after_that_time_begins_it_anew() -> None:
    first = after(TAGGED)
    first.miss(postponed=False)
    second = later(first, hours=50)
    second.miss(postponed=False)

    assert Memory(second.kept, NOW + timedelta(hours=90)).is_news(TAGGED)
