"""What holds documents is opened when it changed, and what is in it goes through the same door."""

from collections.abc import Callable, Iterator
from typing import Any

from ingestd.errors import (
    BusyHostError,
    FetchError,
    IngestdError,
    StoreUnavailableError,
    TooLargeError,
    UnreadableError,
    VanishedError,
)
from ingestd.pipeline.erasing import erase
from ingestd.sources.found import Bundle, Found
from tests.fixtures.shelves import body
from tests.integration.pipeline.door import Newsroom, file, item, newsroom

__all__ = ["newsroom"]

ZIP = "file:///wire/a.zip"
BROKEN = UnreadableError("it breaks off")


def member(name: str, content: Any = None, bundle: str = ZIP) -> Found:
    return item(f"{bundle}#{name}", content or body(f"Words of member {name}."))


def bundle(
    *items: Found | Bundle,
    mark: str | None = "m1",
    breaks: Exception | None = None,
    origin: str = ZIP,
    opened: list[str] | None = None,
) -> Bundle:
    def open_it() -> Iterator[Found | Bundle]:
        if opened is not None:
            opened.append(origin)
        yield from items
        if breaks is not None:
            raise breaks

    return Bundle(origin=origin, mark=mark, open=open_it)


def test_each_member_is_a_document_of_its_own(newsroom: Newsroom) -> None:
    inner = bundle(member("x", bundle=f"{ZIP}#b.zip"), origin=f"{ZIP}#b.zip")

    outcomes = newsroom.looks("wire", file("0"), bundle(member("a"), inner), file("9"))

    assert [(o.kind, o.origin.partition("wire/")[2]) for o in outcomes] == [
        ("accepted", "0"),
        ("accepted", "a.zip#a"),
        ("accepted", "a.zip#b.zip#x"),
        ("accepted", "9"),
    ]


def test_what_looks_the_same_is_not_opened_again_and_counts_as_one(newsroom: Newsroom) -> None:
    opened: list[str] = []
    for _ in range(2):
        newsroom.looks("wire", bundle(member("a"), member("b"), opened=opened))

    assert newsroom.kinds("wire", bundle(opened=opened)) == ["unchanged"]
    assert newsroom.kinds("wire", bundle(member("a"), mark="m2", opened=opened)) == [
        "unchanged"
    ]
    assert len(opened) == 2


def test_what_has_no_mark_is_opened_every_time(newsroom: Newsroom) -> None:
    opened: list[str] = []
    for _ in range(3):
        newsroom.looks("wire", bundle(member("a"), mark=None, opened=opened))

    assert len(opened) == 3
    assert newsroom.told == ["Received 1"]


def test_a_broken_member_costs_its_neighbours_nothing(newsroom: Newsroom) -> None:
    shown = bundle(member("a"), member("b", TooLargeError(9, 5)), member("c"))

    assert newsroom.kinds("wire", shown) == ["accepted", "rejected", "accepted"]
    assert newsroom.kinds("wire", shown) == ["unchanged"]


def test_what_came_before_it_broke_off_stays(newsroom: Newsroom) -> None:
    kinds = [
        newsroom.kinds("wire", bundle(member("a"), member("b"), breaks=BROKEN, mark=mark))
        for mark in ("m1", "m1", "m2")
    ]

    assert kinds == [
        ["accepted", "accepted", "rejected"],
        ["rejected"],
        ["unchanged", "unchanged", "rejected"],
    ]
    assert newsroom.told == ["Received 1", "Received 1", "Rejected it breaks off"]
    mended = bundle(member("a"), member("b"), member("c"), mark="m3")
    assert newsroom.kinds("wire", mended) == ["unchanged", "unchanged", "accepted"]


def test_where_something_in_it_was_news_its_breaking_off_is_told_again(
    newsroom: Newsroom,
) -> None:
    newsroom.looks("wire", bundle(member("a"), breaks=BROKEN))
    newsroom.looks("wire", bundle(member("a"), member("b"), breaks=BROKEN, mark="m2"))

    assert newsroom.told[2:] == ["Received 1", "Rejected it breaks off"]


def again_after(newsroom: Newsroom, broken: Bundle) -> list[list[str]]:
    """Look at it, and at the same when it is whole: the mark has not changed."""
    sound = bundle(member("a"), member("b"))
    return [newsroom.kinds("wire", broken), newsroom.kinds("wire", sound)]


def test_its_mark_is_remembered_only_when_all_of_it_is_kept(newsroom: Newsroom) -> None:
    failing: list[tuple[Callable[[], IngestdError], list[str]]] = [
        (lambda: FetchError(ZIP, "timed out"), ["accepted", "rejected"]),
        (lambda: VanishedError(ZIP, "gone"), ["unchanged"]),
        (lambda: BusyHostError(ZIP, "busy", until=9), ["unchanged"]),
    ]
    for number, (error, kinds) in enumerate(failing):
        broken = bundle(member("a"), breaks=error(), mark=f"x{number}")
        assert newsroom.kinds("wire", broken) == kinds

    opened: list[str] = []
    newsroom.looks("wire", bundle(member("a"), mark="x2", opened=opened))
    assert opened == [ZIP]


def test_a_member_that_a_retry_may_mend_is_read_again(newsroom: Newsroom) -> None:
    first, second = again_after(
        newsroom, bundle(member("a"), member("b", FetchError(ZIP, "timed out")))
    )

    assert (first, second) == (["accepted", "rejected"], ["unchanged", "accepted"])


def test_a_member_without_its_turn_is_read_in_a_later_look(newsroom: Newsroom) -> None:
    busy = member("b", BusyHostError(ZIP, "busy", until=9))

    first, second = again_after(newsroom, bundle(member("a"), busy))

    assert (first, second) == (["accepted"], ["unchanged", "accepted"])


def test_what_was_broken_off_in_the_middle_goes_on_and_doubles_nothing(
    newsroom: Newsroom,
) -> None:
    unkeepable = member("b", StoreUnavailableError("no way to the store"))
    try:
        newsroom.looks("wire", file("0"), bundle(member("a"), unkeepable))
    except StoreUnavailableError:
        newsroom.balances("wire")

    again = newsroom.kinds("wire", file("0"), bundle(member("a"), member("b")))

    assert sorted(newsroom.told) == ["Received 1"] * 3
    assert again[-1] == "accepted"


def test_a_bundle_that_was_erased_is_not_opened(newsroom: Newsroom) -> None:
    (outcome,) = newsroom.looks("wire", item(ZIP, body("Once a document.")))
    erase(outcome.document or "", reason="asked for", who="me", tools=newsroom.tools)

    assert newsroom.kinds("wire", bundle(member("a"))) == []
