"""Feeds become tables of the configuration, and tables become outlines again."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ingestd.config.tables import NAME, SourceTable
from ingestd.sources.opml.importing import Imported, imported
from ingestd.sources.opml.outline import Feed
from ingestd.sources.opml.reading import read_opml
from ingestd.sources.opml.tables import feed_of, named, slug, written
from ingestd.sources.opml.writing import write_opml
from ingestd.sources.registry import build_source, check_source

FILE = Path("/config/sources.d/mine.toml")


def feed(title: str = "One", url: str = "https://one.example/feed", **others: str) -> Feed:
    return Feed(url=url, attributes={"text": title, **others})


def become(*feeds: Feed, existing: tuple[SourceTable, ...] = ()) -> list[Imported]:
    return imported(feeds, existing=existing, file=FILE, check=check_source)


def tables(*feeds: Feed) -> list[SourceTable]:
    return [one.table for one in become(*feeds) if one.table]


@pytest.mark.parametrize(
    ("title", "url", "name"),
    [
        ("Việt Nam News: Economy", "https://a.example/", "viet-nam-news-economy"),
        ("Đà Nẵng hôm nay", "https://a.example/", "da-nang-hom-nay"),
        ("Ведомости 24", "https://www.vedomosti.example/rss", "vedomosti-example"),
        ("", "https://www.one.example/feed", "one-example"),
        ("!!!", "https://пример.example/", "example"),
        ("???", "https://例/", "feed"),
        ("ingest", "https://a.example/", "ingest-2"),
        ("x" * 100, "https://a.example/", "x" * 48),
    ],
)
def test_a_source_is_called_by_its_title_else_by_its_host(
    title: str, url: str, name: str
) -> None:
    [(given_name, _)] = named([feed(title, url)], ())

    assert given_name == name


def test_no_two_sources_have_one_name() -> None:
    names = [name for name, _ in named([feed("A b"), feed("a B"), feed("a-b")], {"a-b"})]

    assert names == ["a-b-2", "a-b-3", "a-b-4"]


@given(st.text())
def test_a_title_of_whatever_letters_makes_a_name_that_can_be_used(title: str) -> None:
    [(name, _)] = named([feed(title)], ())

    assert NAME.fullmatch(name)
    assert slug(slug(title)) == slug(title)


def test_what_is_a_source_already_is_told_and_not_doubled() -> None:
    [table] = tables(feed(url="https://me:secret@one.example/feed"))

    again, other, twice = become(
        feed("Again"),
        feed("Two", "https://two.example/"),
        feed("Two, once more", "https://two.example/"),
        existing=(table,),
    )

    assert (again.outcome, again.name) == ("known", "one")
    assert again.reason == "the source 'one' asks for it"
    assert (other.outcome, twice.outcome, twice.name) == ("imported", "known", "two")


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (feed(url="ftp://one.example/feed"), "'url' should be an address"),
        (feed(url="javascript:alert(1)"), "'url' should be an address"),
        (feed(**{"bad name": "x"}), 'should not have an attribute "bad name"'),
        (feed(own="\x01"), 'no control characters in "own"'),
    ],
)
def test_what_cannot_be_a_source_is_refused_with_the_reason(one: Feed, reason: str) -> None:
    [told] = become(one)

    assert (told.outcome, told.table) == ("refused", None)
    assert told.reason is not None
    assert reason in told.reason


def test_the_file_says_what_the_tables_say() -> None:
    hostile = 'quotes "\\ and \x7f and [[source]]\n# \t = ü 🧪'
    made = tables(
        Feed(
            url="https://one.example/?a=1&b=2#c",
            attributes={"text": hostile, "{urn:own}x": "1", "a.b": "2"},
            folders=({"text": "Plain"}, {"text": "Open", "isOpen": "true"}),
        ),
        feed("Two", "https://two.example/"),
    )

    read = tomllib.loads(written(made, name='a "name"\n[x]'))["source"]

    assert read == [{"name": table.name, "kind": "feed", **table.options} for table in made]
    assert read[0]["folder"] == ["Plain", {"text": "Open", "isOpen": "true"}]


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    min_size=1,
).filter(lambda text: text.strip() == text and "@" not in text)
OTHERS = st.dictionaries(
    st.sampled_from(["title", "htmlUrl", "type", "category", "own", "{urn:x}y"]), TEXT
)
FOLDERS = st.lists(st.builds(lambda text, o: {"text": text} | o, TEXT, OTHERS), max_size=3)
FEEDS = st.lists(
    st.builds(
        lambda text, others, folders, n: Feed(
            url=f"https://h{n}.example/feed",
            attributes={"text": text, "type": "rss"} | others,
            folders=tuple(folders),
        ),
        TEXT,
        OTHERS,
        FOLDERS,
        st.integers(0, 10**9),
    ),
    max_size=6,
    unique_by=lambda one: one.url,
)


@given(FEEDS)
def test_folders_titles_and_unknown_attributes_outlive_the_round_trip(
    feeds: list[Feed],
) -> None:
    made = tables(*feeds)
    assert len(made) == len(feeds)

    exported = write_opml(map(feed_of, made), title="x")

    def sorted_feeds(all_of_them: list[Feed]) -> list[Feed]:
        return sorted(all_of_them, key=lambda one: one.url)

    assert sorted_feeds(read_opml(exported).feeds) == sorted_feeds(feeds)
    assert write_opml(read_opml(exported).feeds, title="x") == exported


def test_no_secret_is_exported() -> None:
    [table] = tables(feed(url="https://me:secret@one.example/feed"))

    exported = write_opml([feed_of(table)], title="x")

    assert b'xmlUrl="https://one.example/feed"' in exported
    assert b"secret" not in exported


def test_a_source_that_was_never_imported_is_exported_by_its_name() -> None:
    table = SourceTable(
        name="mine",
        kind="feed",
        options={"url": "https://one.example/", "every": "1h"},
        file="x",
        folder=Path(),
    )

    root = etree.fromstring(write_opml([feed_of(table)], title="All"))

    assert (root.tag, root.get("version"), root.findtext("head/title")) == (
        "opml",
        "2.0",
        "All",
    )
    [outline] = root.findall("body/outline")
    assert dict(outline.attrib) == {
        "text": "mine",
        "type": "rss",
        "xmlUrl": "https://one.example/",
    }


def test_what_lists_say_of_a_feed_is_an_option_as_any_other() -> None:
    [table] = tables(
        Feed(url="https://one.example/", attributes={"own": "1"}, folders=({"text": "A"},))
    )

    assert build_source(table).options == '{"folder":["A"],"opml":{"own":"1"}}'


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"opml": {"xmlUrl": "x"}}, 'should not have an attribute "xmlUrl"'),
        ({"opml": {"htmlUrl": "https://me:secret@one.example/"}}, "no user and password"),
        ({"folder": [" "]}, "should be a name"),
        ({"folder": [{"title": "A"}]}, "should be a name"),
    ],
)
def test_what_is_written_by_hand_is_checked(options: dict[str, object], reason: str) -> None:
    table = SourceTable(
        name="mine",
        kind="feed",
        options={"url": "https://one.example/", **options},
        file="x",
        folder=Path(),
    )

    problems = check_source(table)

    assert any(reason in problem.message for problem in problems)
    assert not any("secret" in problem.message for problem in problems)
