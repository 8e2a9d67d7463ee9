"""One article, told once: wherever it is found, whatever it is called there."""

from typing import Any

import pytest

from ingestd.errors import UnreadableError
from ingestd.events import DocumentReceived
from ingestd.pipeline.corpus import BY_HAND
from ingestd.pipeline.erasing import erase
from ingestd.sources import adhoc
from tests.fixtures.shelves import body
from tests.integration.pipeline.door import Newsroom, entry, file, item, newsroom

__all__ = ["newsroom"]

URL = "https://news.example/story"


def whole(words: str, **others: Any) -> Any:
    return body(words, **({"kind": "feed"} | others))


def test_the_same_article_from_three_feeds_is_one_with_three_origins(
    newsroom: Newsroom,
) -> None:
    for feed, link in (
        ("one", URL),
        ("two", f"{URL}/?utm_source=two"),
        ("three", "http://www.news.example/story#top"),
    ):
        newsroom.looks(feed, entry(feed, f"As {feed} tells it.", url=link))

    assert newsroom.told == ["Received 1", "FoundAgain address", "FoundAgain address"]
    assert newsroom.articles == 1
    again = [newsroom.kinds(f, entry(f, f"As {f} tells it.", url=URL)) for f in ("one", "two")]
    assert again == [["unchanged"], ["unchanged"]]


def test_feeds_that_link_to_one_address_keep_apart_what_they_tell(newsroom: Newsroom) -> None:
    shown = [("one", entry("a", "One's words.")), ("two", entry("a", "Two's words."))]

    kinds = [newsroom.kinds(feed, shows) for _ in range(3) for feed, shows in shown]

    assert kinds == [["accepted"], ["duplicate"], *[["unchanged"]] * 4]


def test_only_where_it_began_do_edits_make_revisions(newsroom: Newsroom) -> None:
    newsroom.looks("one", entry("a", "One's words."))
    newsroom.looks("two", entry("a", "Two's words."))

    edits = [newsroom.kinds("two", entry("a", f"Two's words, {n} times.")) for n in range(3)]
    own = newsroom.kinds("one", entry("a", "One's new words."))

    assert (edits, own) == ([["unchanged"]] * 3, ["revised"])
    assert newsroom.told == ["Received 1", "FoundAgain address", "Received 2 feed_edit"]


def test_the_whole_takes_the_place_of_a_summary_and_goes_on(newsroom: Newsroom) -> None:
    newsroom.looks("brief", entry("a", whole("In short.", whole=False)))

    kinds = [
        newsroom.kinds("full", entry("a", whole("All of it, at length."))),
        newsroom.kinds("brief", entry("a", whole("In short, edited.", whole=False))),
        newsroom.kinds("full", entry("a", whole("All of it, corrected."))),
        newsroom.kinds("full", entry("a", whole("Only a line.", whole=False))),
    ]

    assert kinds == [["revised"], ["unchanged"], ["revised"], ["unchanged"]]
    assert newsroom.told == ["Received 1", "Received 2 fuller", "Received 3 feed_edit"]


def test_a_known_copy_that_becomes_the_whole_is_a_fuller_revision(newsroom: Newsroom) -> None:
    newsroom.looks("one", entry("a", whole("In short.", whole=False)))
    newsroom.looks("two", entry("a", whole("In a word.", whole=False)))

    assert newsroom.kinds("two", entry("a", whole("All of it."))) == ["revised"]
    assert newsroom.told[-1] == "Received 2 fuller"


@pytest.mark.parametrize("is_seen", [True, False])
def test_where_its_source_is_not_registered_any_more_another_takes_over(
    newsroom: Newsroom, is_seen: bool
) -> None:
    newsroom.looks("one", entry("a", "One's words."))
    newsroom.looks("two", *[entry("a", "Two's words.")] * is_seen)
    newsroom.registers("one", "two")
    newsroom.registers("two")

    newsroom.looks("two", entry("a", "Two's new words."))

    assert newsroom.told[-1] == "Received 2 feed_edit"
    assert newsroom.kinds("two", entry("a", "Two's newest words.")) == ["revised"]
    newsroom.registers("one", "two")
    assert newsroom.kinds("one", entry("a", "One's new words.")) == ["unchanged"]


def test_what_was_named_by_hand_is_left_to_the_first_source_that_shows_it(
    newsroom: Newsroom,
) -> None:
    newsroom.looks(BY_HAND, entry("a", "By hand."))
    newsroom.looks("one", entry("a", "By hand."))

    assert newsroom.kinds("one", entry("a", "By hand, edited.")) == ["revised"]
    assert newsroom.told == ["Received 1", "FoundAgain content", "Received 2 feed_edit"]
    assert BY_HAND == adhoc.NAME


def test_a_file_is_one_place_whoever_looks_at_it(newsroom: Newsroom) -> None:
    newsroom.looks(BY_HAND, file("a", "Old words."))

    kinds = [
        newsroom.kinds("folder", file("a", "Old words.", mark="m1")),
        newsroom.kinds("folder", file("a", "Old words.", mark="m1")),
        newsroom.kinds("folder", file("a", "New words.", mark="m2")),
        newsroom.kinds(BY_HAND, file("a", "New words.")),
        newsroom.kinds(BY_HAND, file("a", "Newest words.")),
        newsroom.kinds("folder", file("a", "Newest words.", mark="m3")),
        newsroom.kinds("folder", file("a", "New words.", mark="m4")),
    ]

    assert kinds == [
        ["unchanged"], ["unchanged"], ["revised"], ["unchanged"], ["revised"], ["unchanged"],
        ["revised"],
    ]  # fmt: skip
    assert newsroom.told == ["Received 1", *(f"Received {n} file_edit" for n in (2, 3, 4))]


def test_that_a_file_cannot_be_read_is_told_once_whoever_looks(newsroom: Newsroom) -> None:
    bad = file("a", UnreadableError("it is no text"))

    outcomes = [newsroom.looks(name, bad)[0] for name in ("folder", BY_HAND, "folder")]

    assert [(o.kind, o.news) for o in outcomes] == [
        ("rejected", True), ("rejected", False), ("rejected", False),
    ]  # fmt: skip
    newsroom.looks(BY_HAND, file("a", UnreadableError("another reason")))
    assert newsroom.told == ["Rejected it is no text", "Rejected another reason"]


@pytest.mark.parametrize(
    "guid",
    ["https://news.example/?p=1", "tag:news.example,2021:1", "urn:isbn:1", "URN:x:1",
     "123e4567-e89b-12d3-a456-426614174000", "{123E4567E89B12D3A456426614174000}"],
)  # fmt: skip
def test_a_name_for_the_whole_world_is_known_in_every_feed(
    newsroom: Newsroom, guid: str
) -> None:
    newsroom.looks("one", entry("a", "One's words.", guid=guid))

    assert newsroom.kinds("two", entry("b", "Two's words.", guid=guid)) == ["duplicate"]
    assert newsroom.told[-1] == "FoundAgain guid"


def test_a_number_is_a_name_in_its_own_feed_only(newsroom: Newsroom) -> None:
    newsroom.looks("one", entry("a", "One's words.", guid="17"))

    assert newsroom.kinds("two", entry("b", "Two's words.", guid="17")) == ["accepted"]
    # its address changed, its name did not
    assert newsroom.kinds("one", entry("c", "One's new words.", guid="17")) == ["duplicate"]


def test_ten_items_with_one_guid_are_ten_articles(newsroom: Newsroom) -> None:
    ten = [entry(str(n), guid="tag:same") for n in range(10)]

    assert newsroom.kinds("one", *ten) == ["accepted"] * 10
    assert newsroom.kinds("one", *ten) == ["unchanged"] * 10
    # that name says nothing from now on, though its first owner is shown no more
    later = [*ten[5:], *(entry(str(n), guid="tag:same") for n in range(10, 15))]
    assert newsroom.kinds("one", *later) == ["unchanged"] * 5 + ["accepted"] * 5
    assert newsroom.kinds("two", entry("x", guid="tag:same")) == ["accepted"]


def test_one_address_for_a_whole_feed_is_no_name(newsroom: Newsroom) -> None:
    def shown(name: str) -> Any:
        return item(f"https://one/rss#{name}", whole(f"Words of {name}."), url=URL, guid=name)

    assert newsroom.kinds("one", *map(shown, "abc")) == ["accepted"] * 3
    assert newsroom.kinds("one", *map(shown, "bcd")) == ["unchanged"] * 2 + ["accepted"]


def test_a_front_page_is_nobodys_address(newsroom: Newsroom) -> None:
    for name in "abc":  # one at a time, as feeds of alerts do
        shown = item(f"https://one/rss#{name}", whole(name), url="https://news.example/")
        assert newsroom.kinds("one", shown) == ["accepted"]


def test_a_guid_that_changes_makes_no_new_article(newsroom: Newsroom) -> None:
    kinds = [newsroom.kinds("one", entry("a", "Words.", guid=f"{n}")) for n in range(4)]

    assert kinds == [["accepted"], *[["unchanged"]] * 3]


def test_the_same_bytes_under_two_addresses_are_one_article(newsroom: Newsroom) -> None:
    both = [entry("a", "Words."), entry("b", "Words.")]

    assert newsroom.kinds("one", *both) == ["accepted", "duplicate"]
    assert newsroom.kinds("one", *reversed(both)) == ["unchanged", "unchanged"]
    assert newsroom.articles == 1


def test_a_page_is_known_by_where_it_was_redirected(newsroom: Newsroom) -> None:
    page = body("The page.", kind="page", url=URL)
    newsroom.looks(
        "one", item("https://short.example/x1", page, url="https://short.example/x1")
    )

    assert newsroom.kinds("two", entry("story", "Two's words.")) == ["duplicate"]


def test_content_is_surer_than_a_name(newsroom: Newsroom) -> None:
    newsroom.looks("one", entry("a", "A's words."), entry("b", "B's words."))

    newsroom.looks("two", entry("x", "A's words.", url="https://news.example/b"))

    assert newsroom.told[-1] == "FoundAgain content"


def test_a_revision_is_known_by_its_content_too(newsroom: Newsroom) -> None:
    newsroom.looks("one", file("a", "Old words."))
    newsroom.looks("one", file("a", "New words."))

    assert newsroom.kinds("one", file("a", "New words."), file("b", "New words.")) == [
        "unchanged",
        "duplicate",
    ]


def test_a_copy_of_another_now_belongs_to_that(newsroom: Newsroom) -> None:
    newsroom.looks("one", file("a", "A's."), file("b", "B's."), file("copy", "A's."))

    assert newsroom.kinds("one", file("copy", "B's.")) == ["duplicate"]
    assert newsroom.articles == 2


TICKING = "The council met on Monday; the budget stands. Page made at {} on 2021-11-{:02}."


def test_a_feed_that_embeds_the_clock_makes_revisions_for_a_while(newsroom: Newsroom) -> None:
    def at(n: int, words: str = TICKING) -> Any:
        return entry("a", whole(words.format(f"12:{n:02}:07", n % 28 + 1)))

    kinds = [newsroom.kinds("one", at(n))[0] for n in range(40)]

    assert kinds == ["accepted", *["revised"] * 24, *["unchanged"] * 15]
    edited = TICKING.replace("stands", "was cut by 5 million")
    assert newsroom.kinds("one", at(41, edited)) == ["revised"]
    assert newsroom.kinds("one", at(42, edited)) == ["unchanged"]


def test_figures_are_words(newsroom: Newsroom) -> None:
    kinds = [
        newsroom.kinds("one", entry("a", whole(f"The flood took {n} lives in two days.")))
        for n in range(30)
    ]

    assert kinds == [["accepted"], *[["revised"]] * 29]


def test_an_edit_of_a_page_is_told_as_one(newsroom: Newsroom) -> None:
    for words in ("Old words.", "New words.", b"\x00\x01\x02" * 50):
        newsroom.looks("one", entry("a", body(words, kind="page")))

    assert newsroom.told == ["Received 1", "Received 2 page_edit", "Received 3 page_edit"]


def test_what_is_received_is_told_with_its_name(newsroom: Newsroom) -> None:
    newsroom.looks("one", entry("a", whole("In short.", whole=False), guid="17"))

    (fact,) = newsroom.facts
    assert isinstance(fact, DocumentReceived)
    assert (fact.guid, fact.whole) == ("17", False)


def test_what_was_erased_stays_away_under_its_names(newsroom: Newsroom) -> None:
    (outcome,) = newsroom.looks("one", entry("a", "One's words.", guid="tag:a"))
    newsroom.looks("two", entry("a", "Two's words."))
    assert outcome.document is not None
    erase(outcome.document, reason="asked for", who="me", tools=newsroom.tools)

    outcomes = newsroom.looks(
        "three",
        entry("x", "Three's words.", url="https://news.example/a"),
        entry("y", "Four's words.", guid="tag:a"),
        entry("z", "Two's words."),
        entry("other"),
    )

    assert [(o.kind, o.news) for o in outcomes] == [("rejected", False)] * 3 + [
        ("accepted", True)
    ]
