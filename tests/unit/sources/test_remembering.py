from datetime import UTC, datetime, timedelta

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


def test_after_a_doubt_the_same_answer_is_news() -> None:
    first = after(TAGGED, ttl="5")
    first.doubt()

    memory = later(first, days=1)

    assert memory.conditions == {}
    assert memory.is_news(TAGGED)
    assert memory.kept["ttl"] == "5"
