"""Why an article is here, or isn't."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from ingestd.app import App
from ingestd.config.settings import Settings
from ingestd.errors import UnreadableError
from ingestd.pipeline.erasing import erase
from ingestd.pipeline.looking import look
from ingestd.pipeline.registration import register
from ingestd.queries.why import why
from ingestd.sources.found import Bundle, Found
from ingestd.store.database import Database
from tests.fixtures.shelves import Item, Shelf, body
from tests.fixtures.stores import HandClock

PAGE = "https://www.news.example/2021/11/story?utm_source=rss"


def item(place: str, content: Item | None = None, **others: Any) -> Found:
    there = content or body(f"Words of {place}.")

    def load() -> Any:
        if isinstance(there, Exception):
            raise there
        return there

    return Found(origin=place, mark=None, load=load, **others)


@dataclass
class Newsroom:
    """Sources that are looked at, and the question."""

    app: App
    clock: HandClock
    sources: dict[str, Shelf] = field(default_factory=dict)

    def shows(self, name: str, *items: Found | Bundle, **others: Any) -> None:
        shelf = self.sources.setdefault(name, Shelf(name=name))
        shelf.items = list(items)
        for key, value in others.items():
            setattr(shelf, key, value)
        register(self.sources.values(), tools=self.app.tools)
        look(shelf, tools=self.app.tools, clock=self.clock)
        self.app.catch_up()

    def asked(self, asked: str, *places: str) -> dict[str, Any]:
        with self.app.database.reading() as connection:
            return why(connection, asked, places)

    def told(self, asked: str, *places: str) -> list[tuple[str, str | None]]:
        return [(line["what"], line["reason"]) for line in self.asked(asked, *places)["story"]]


@pytest.fixture
def newsroom(
    sqlite: Database, clock: HandClock, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Newsroom]:
    app = App(Settings(data_dir=tmp_path_factory.mktemp("data")), clock=clock)
    app.database = sqlite
    with app.opened():
        yield Newsroom(app=app, clock=clock)


def test_an_article_is_found_by_its_address_its_guid_its_place_and_its_id(
    newsroom: Newsroom,
) -> None:
    newsroom.shows(
        "feed",
        item("https://feed.example/1", url=PAGE, guid="17"),
        address="https://feed.example/rss",
    )
    newsroom.shows("other", item("https://other.example/9", body("In other words."), url=PAGE))

    by_address = newsroom.asked("http://news.example/2021/11/story/#comments")
    (article,) = by_address["articles"]
    for asked in ("17", "https://other.example/9", article["id"], PAGE):
        assert newsroom.asked(asked) == by_address | {"asked": asked}

    assert article["is_shown"]
    assert by_address["answer"] == (
        f"it is the article {article['id']}, found at more than one place"
    )
    assert [
        (line["what"], line["source"], line["reason"], line["article"], line["position"])
        for line in by_address["story"]
    ] == [
        ("accepted", "feed", None, article["id"], by_address["story"][0]["position"]),
        ("duplicate", "other", "the same address", article["id"],
         by_address["story"][1]["position"]),
    ]  # fmt: skip


def test_all_that_became_of_something_is_told_in_its_order(newsroom: Newsroom) -> None:
    options = '{"not_words":["rubbish"]}'
    place, moved = "file:///wire/a.txt", "file:///wire/b.txt"
    newsroom.shows("wire", item(place, UnreadableError("it is no text")), options=options)
    newsroom.shows("wire", item(place, body("Old words.")), complete=True)
    newsroom.shows("wire", item(place, body("New words.")))
    newsroom.shows("wire", item(moved, body("New words.")))
    newsroom.shows("wire", item(moved, body("New rubbish.")))
    newsroom.shows("wire")
    assert newsroom.asked(moved)["answer"].endswith(f"but {moved} does not show it any more")
    newsroom.shows("wire", item(moved, body("New words.")))

    assert newsroom.told(moved, place) == [
        ("rejected", "it is no text"),
        ("accepted", None),
        ("revised", "file_edit"),
        ("moved", f"it was at {place}"),
        ("filtered", "not_words = rubbish"),
        ("gone", None),
        ("back", None),
    ]
    assert newsroom.asked(moved)["answer"].startswith("it is the article art_")


@pytest.mark.parametrize(
    ("content", "options", "answer"),
    [
        (UnreadableError("it is no text"), "{}", "it was rejected: it is no text"),
        (None, '{"not_words":["words"]}', "it was filtered: not_words = words"),
    ],
)
def test_what_is_no_article_is_told_with_the_reason(
    newsroom: Newsroom, content: Item | None, options: str, answer: str
) -> None:
    newsroom.shows("wire", item("file:///wire/a.txt", content), options=options)

    told = newsroom.asked("file:///wire/a.txt")

    assert (told["answer"], told["articles"]) == (answer, [])


def test_what_was_erased_is_told_by_its_place_and_its_names(newsroom: Newsroom) -> None:
    place = "https://feed.example/1"
    newsroom.shows("feed", item(place, url=PAGE, guid="tag:a,2021:1"))
    (article,) = newsroom.asked(place)["articles"]
    erase(article["id"], reason="asked for", who="me", tools=newsroom.app.tools)

    for asked in (place, PAGE, "tag:a,2021:1", article["id"]):
        told = newsroom.asked(asked)
        assert told["answer"] == "it was erased: asked for"
        assert [(line["what"], line["article"]) for line in told["story"]] == [
            ("erased", article["id"])
        ]


def test_what_was_withdrawn_is_told_so(newsroom: Newsroom) -> None:
    newsroom.shows(
        "wire", item("file:///wire/a.txt"), options='{"withdraw":true}', complete=True
    )
    newsroom.shows("wire")

    told = newsroom.asked("file:///wire/a.txt")

    assert told["answer"] == "it was withdrawn"
    assert [article["is_shown"] for article in told["articles"]] == [False]


def test_a_bundle_answers_for_what_is_in_it(newsroom: Newsroom) -> None:
    place = "file:///wire/a.zip"
    inner = [item(f"{place}#{name}") for name in "ab"]
    newsroom.shows("wire", Bundle(origin=place, mark="m1", open=lambda: iter(inner)))

    assert newsroom.told(place) == [("accepted", None)] * 2


def test_of_what_was_never_seen_it_is_told_who_could_show_it(newsroom: Newsroom) -> None:
    newsroom.shows("folder", kind="folder", address="/wire")
    newsroom.shows("strict", kind="folder", address="/wire/in", options='{"include":["*.pdf"]}')
    newsroom.shows("feed", kind="feed", address="https://rss.example.org/all")

    def could(asked: str) -> list[tuple[str, str]]:
        told = newsroom.asked(asked)
        assert (told["answer"], told["story"]) == ("it was never seen", [])
        assert all(row["last_look_at"] for row in told["sources"])
        return [(row["name"], row["why"]) for row in told["sources"]]

    assert could("file:///wire/in/a.txt") == [
        ("folder", "the path lies in its folder"),
        ("strict", "the path lies in its folder, but matches none of *.pdf"),
    ]
    assert could("file:///wire/.a.txt") == [
        ("folder", "the path lies in its folder, but files of such names are never taken in")
    ]
    assert could("file:///wired/a.txt") == []
    assert could("https://www.example.org/a") == [("feed", "it is at example.org too")]
    assert could("https://elsewhere.example/a") == []
    assert could("17") == could("art_none") == []
