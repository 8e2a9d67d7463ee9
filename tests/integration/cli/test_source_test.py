"""`sources test` tells what a poll would bring, and leaves everything as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.site import Site
from tests.integration.cli.desk import Desk

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>{}{}</feed>'
WORDS = "The harbour was closed for a day, and nobody was hurt. "
PAGE = f"<html><body><article><h1>One</h1><p>{WORDS * 10}</p></article></body></html>"
Row = dict[str, Any]


def entry(number: int, *, words: str = "", link: str = "", title: str = "") -> str:
    at = f'<link href="{link}"/>' if link else ""
    called = title or f"Title {number}"
    return (
        f"<entry><id>urn:{number}</id><title>{called}</title>{at}"
        f"<content>{words or WORDS}</content></entry>"
    )


def feed(*entries: str, head: str = "") -> bytes:
    return ATOM.format(head, "".join(entries)).encode()


def configure(fresh: Desk, url: str, **options: str) -> None:
    folder = fresh.home / "sources.d"
    folder.mkdir(exist_ok=True)
    lines = [f"{name} = {value}\n" for name, value in options.items()]
    (folder / "wire.toml").write_text(
        f'[[source]]\nname = "wire"\nkind = "feed"\nurl = "{url}"\n'
        f'allow_networks = ["127.0.0.0/8"]\n{"".join(lines)}',
        "utf-8",
    )


def tried(fresh: Desk, name: str = "wire") -> tuple[list[Row], Row]:
    *items, summary = fresh("sources", "test", name, "--json").rows
    return items, summary


def whole(fresh: Desk) -> tuple[list[str], list[str]]:
    """Every row of the database, and every file beside it."""
    with closing(sqlite3.connect(fresh.data / "ingestd.db")) as connection:
        rows = list(connection.iterdump())
    files = [
        f"{path.relative_to(fresh.data)} {path.stat().st_size}"
        for path in sorted(fresh.data.rglob("*"))
        if path.is_file() and not path.name.startswith("ingestd.db")
    ]
    return rows, files


def test_each_item_has_the_outcome_that_a_poll_would_give_it(fresh: Desk, site: Site) -> None:
    site.gives("/feed", feed(entry(1), entry(2, words="About the weather."), entry(3)))
    configure(fresh, site.url + "/feed", not_words='["weather"]')
    fresh("poll", "wire")
    site.gives(
        "/feed",
        feed(
            entry(1),
            entry(2, words="The weather again."),
            entry(3, words="Other words."),
            entry(4, title="Title 1"),
        ),
        etag='"e"',
    )

    items, summary = tried(fresh)
    polled = fresh.rows("poll", "wire")[0]

    assert [(row["outcome"], row["title"]) for row in items] == [
        ("unchanged", None),
        ("filtered", "Title 2"),
        ("revised", "Title 3"),
        ("duplicate", "Title 1"),
    ]
    assert items[1]["reason"] == "not_words = weather"
    assert (summary["seen"], summary["unchanged"], summary["revised"]) == (4, 1, 1)
    assert summary["validators"] == {"etag": '"e"'}
    assert (polled["revised"], polled["duplicate"]) == (1, 1)


def test_nothing_stays_of_it(fresh: Desk, site: Site) -> None:
    page = site.gives("/page", PAGE.encode(), content_type="text/html")
    site.gives("/feed", feed(entry(1, link=page), entry(2)))
    site.gives("/robots.txt", b"User-agent: *\nDisallow: /secret\n", content_type="text/plain")
    configure(fresh, site.url + "/feed", full_text="true")
    assert fresh("poll", "drop").code == 0
    before = whole(fresh)

    items, _ = tried(fresh)

    assert [row["outcome"] for row in items] == ["accepted", "accepted"]
    assert whole(fresh) == before


def test_the_same_article_twice_in_one_look_is_accepted_once(fresh: Desk, site: Site) -> None:
    pages = [
        site.gives(f"/{name}", PAGE.encode(), content_type="text/html") for name in ("a", "b")
    ]
    site.gives(
        "/feed",
        feed(entry(1, link=pages[0], title="One"), entry(2, link=pages[1], title="One")),
    )
    configure(fresh, site.url + "/feed", full_text="true")

    items, _ = tried(fresh)

    assert [row["outcome"] for row in items] == ["accepted", "duplicate"]


def test_redirects_and_how_long_it_took_are_told(fresh: Desk, site: Site) -> None:
    site.gives("/feed", feed(entry(1)))
    site.gives("/old", status=301, location=site.url + "/feed")
    configure(fresh, site.url + "/old")

    _, summary = tried(fresh)

    assert summary["moved_to"] == {"address": site.url + "/feed", "status": 301}
    [request] = summary["requests"]
    assert request.pop("seconds") <= summary["seconds"]
    assert request == {
        "url": site.url + "/old",
        "status": 200,
        "answered_by": site.url + "/feed",
        "moved": True,
        "size": len(feed(entry(1))),
        "failure": None,
    }


def test_what_robots_may_not_ask_for_is_told(fresh: Desk, site: Site) -> None:
    site.gives("/robots.txt", b"User-agent: *\nDisallow: /\n", content_type="text/plain")
    page = site.gives("/page", b"<p>Words.</p>", content_type="text/html")
    site.gives("/feed", feed(entry(1, link=page, words=" ")))
    configure(fresh, site.url + "/feed", full_text="true")

    [item], summary = tried(fresh)

    assert (item["outcome"], "robots.txt" in item["reason"]) == ("rejected", True)
    assert "robots.txt" in summary["requests"][1]["failure"]
    assert site.paths == ["/feed", "/robots.txt"]


def test_a_hub_that_is_offered_is_told(fresh: Desk, site: Site) -> None:
    head = '<link rel="hub" href="https://hub.example/"/><link rel="self" href="https://a.example/"/>'
    site.gives("/feed", feed(entry(1), head=head))
    configure(fresh, site.url + "/feed")

    _, summary = tried(fresh)

    assert summary["hub"] == {"url": "https://hub.example/", "topic": "https://a.example/"}


def test_a_source_that_cannot_be_read_ends_as_a_poll_would(fresh: Desk, site: Site) -> None:
    configure(fresh, site.gives("/feed", status=500))

    told, polled = fresh("sources", "test", "wire", "--json"), fresh("poll", "wire")

    assert told.code == polled.code == 75
    assert "the server answered 500" in told.err
    assert '"failure": "could not fetch' in told.out


def test_files_that_cannot_be_read_are_told_as_rejected(fresh: Desk) -> None:
    (fresh.home / "drop" / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing else")

    items, summary = tried(fresh, "drop")

    outcomes = {Path(row["origin"]).name: row["outcome"] for row in items}
    assert outcomes["broken.pdf"] == "rejected"
    assert outcomes["void.txt"] == "rejected"
    assert summary["requests"] == []


def test_for_people_there_is_a_table_and_what_is_to_be_said_of_the_whole(
    fresh: Desk, site: Site
) -> None:
    site.gives("/feed", feed(entry(1)))
    configure(fresh, site.url + "/feed")

    told = fresh("sources", "test", "wire")

    assert told.code == 0
    assert "accepted  Title 1" in told.out
    assert "\nsource: wire\n" in told.out
    assert "\nfailure" not in told.out


@pytest.mark.parametrize(("name", "hint"), [("wrie", "did you mean 'drop'?"), ("wire", "")])
def test_a_source_that_is_not_configured_is_told(fresh: Desk, name: str, hint: str) -> None:
    told = fresh("sources", "test", name)

    assert told.code == 2
    assert f"there is no source '{name}'" in told.err


def test_what_would_have_to_wait_for_its_turn_is_counted(fresh: Desk, site: Site) -> None:
    main = fresh.home / "ingestd.toml"
    main.write_text(f'{main.read_text("utf-8")}\n[fetching]\ndelay = "1h"\n', "utf-8")
    page = site.gives("/page", PAGE.encode(), content_type="text/html")
    site.gives("/feed", feed(entry(1, link=page)))
    configure(fresh, site.url + "/feed", full_text="true")

    items, summary = tried(fresh)

    assert (items, summary["seen"], summary["left"]) == ([], 0, 1)


def test_what_lies_in_a_bundle_is_told_one_by_one(fresh: Desk, site: Site) -> None:
    table = f"id,title,text\n1,One,{WORDS}\n2,Two,{WORDS}\n"
    configure(fresh, site.gives("/releases.csv", table.encode(), content_type="text/csv"))
    file = fresh.home / "sources.d" / "wire.toml"
    file.write_text(file.read_text("utf-8").replace('"feed"', '"archive"'), "utf-8")

    items, _ = tried(fresh)

    assert [(row["outcome"], row["title"]) for row in items] == [
        ("accepted", "One"),
        ("accepted", "Two"),
    ]
