"""Pages and API of sources: what is wrong comes first, and every account is shown."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest

from ingestd.events import SourceRegistered
from ingestd.queries.sources import list_sources
from tests.integration.server.ailing import ADDRESS, ail
from tests.integration.server.newsroom import Newsroom
from tests.integration.server.serving import client_of, served
from tests.integration.server.test_pages import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PHONE = 360


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    room = Newsroom(tmp_path_factory.mktemp("ailing"))
    ail(room)
    with room.app.opened(), served(room) as server, client_of(server.address) as client:
        yield client


def words(html: str) -> str:
    """What is read, without any space."""
    return re.sub(r"<[^>]*>|\s", "", html).replace("&#39;", "'").replace("&#34;", '"')


def is_told(told: str, shown: str) -> bool:
    return re.sub(r"\s", "", escape(told, quote=False)) in shown


def names(shown: str) -> list[str]:
    return re.findall(r'<h2><a href="/sources/([a-z0-9.-]+)">', shown)


def test_who_needs_somebody_comes_first(client: httpx2.Client) -> None:
    shown = page(client, "/sources")

    assert names(shown) == ["failing", "stopped", "silent", "well", "removed"]
    assert is_told("1 failing · 1 stopped · 1 silent · 1 ok · 1 removed", words(shown))


def test_each_trouble_is_told_with_what_helps(client: httpx2.Client) -> None:
    shown = words(page(client, "/sources"))

    for told in (
        "No host at all has been reached since 12 Nov 2021",
        "config/sources.d/x.toml:7: unknown option 'pth'",
        "did you mean?",
        "1 source should have been looked at over a minute ago.",
        "503 <from> the wire (failing since 12 Nov 2021, 08:30 UTC, 12 times in a row) Remedy: wait for it",
        "410 Gone (stopped 12 Nov 2021, 08:30 UTC) Remedy: 'ingestd sources resume stopped'",
        "nothing new since 12 Nov 2021, 09:00 UTC",
        "it is asked at https://new.example/rss",
        "Its accounts do not balance",
        "next look 1 Jan 2999, 00:00 UTC, now every 30 min",
    ):
        assert is_told(told, shown), told


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "silent"}, ["silent"]),
        ({"q": "FAIL"}, ["failing"]),
        ({"q": "wire.example", "state": "ok"}, ["well"]),
        ({"q": "nobody"}, []),
    ],
)
def test_sources_are_chosen_by_state_and_by_words(
    client: httpx2.Client, asked: dict[str, str], found: list[str]
) -> None:
    shown = page(client, "/sources", **asked)

    assert names(shown) == found
    assert ("No sources match what you ask for." in shown) == (not found)


def test_many_sources_are_shown_page_by_page(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    room.record(
        *(
            SourceRegistered(source=f"s{n:02}", kind="feed", address=ADDRESS, options="{}")
            for n in range(45)
        )
    )
    seen, path = [], "/sources"
    with room.app.opened(), served(room) as server, client_of(server.address) as client:
        while path:
            shown = page(client, path)
            seen += names(shown)
            following = re.search(r'href="(/sources\?[^"]+)" rel="next"', shown)
            path = following[1].replace("&amp;", "&") if following else ""

    assert seen == [f"s{n:02}" for n in range(45)]


def test_a_source_has_a_page_with_its_options_its_hub_and_its_accounts(
    client: httpx2.Client,
) -> None:
    shown = words(page(client, "/sources/well"))

    for told in (
        'not_words = ["<b>weather</b>"]',
        "https://hub.example/ tells of news until 1 Jan 2999",
        "1,234,568 seen = 1,234,567 unchanged + 1 filtered; the log tells the same.",
        "<i>Rain</i>, https://wire.example/weather: not_words = weather",
        "never, 9 in all",
    ):
        assert is_told(told, shown), told
    assert "hush" not in shown


def test_a_source_that_is_not_there_is_told(client: httpx2.Client) -> None:
    answer = client.get("/sources/nobody")

    assert answer.status_code == 404
    assert is_told("there is no source nobody", words(answer.text))


def test_the_api_tells_the_same(client: httpx2.Client) -> None:
    listed = {row["name"]: row for row in client.get("/v1/sources").json()["items"]}
    well = client.get("/v1/sources/well").json()

    assert well == listed["well"]
    assert well["hub"] == {
        "url": "https://hub.example/",
        "until": "2999-01-01T00:00:00.000000Z",
        "reason": None,
    }
    assert (well["interval"], well["balanced"], well["seen"]) == (1800.0, True, 1_234_568)
    assert sum(well["counted"].values()) == well["seen"]
    assert not listed["stopped"]["balanced"]
    assert (listed["failing"]["failures"], listed["silent"]["hub"]) == (12, None)


def test_the_status_names_who_ails_and_why(client: httpx2.Client) -> None:
    status = client.get("/v1/status").json()

    ailing = {name: status[f"{name}_sources"] for name in ("failing", "silent", "stopped")}
    assert ailing == {name: [name] for name in ailing}
    assert status["overdue_sources"] == ["failing"]
    assert status["network_lost_since"].startswith("2021-11-12T08:30:")
    assert status["configuration"] == {
        "refused_at": "2021-11-12T09:00:00.000000Z",
        "problems": [
            {
                "file": "config/sources.d/x.toml",
                "line": 7,
                "message": "unknown option 'pth'",
                "hint": "did you mean?",
            }
        ],
    }


def test_one_source_is_told_as_in_the_list(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    ail(room)
    with room.app.opened(), room.app.database.reading() as connection:
        rows = list_sources(connection)

    assert [row["name"] for row in rows] == ["failing", "removed", "silent", "stopped", "well"]


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/sources", "/sources/well", "/sources/failing"])
def test_on_a_small_phone_nothing_is_wider_than_the_screen(
    chromium: "Browser", client: httpx2.Client, path: str
) -> None:
    context = chromium.new_context(viewport={"width": PHONE, "height": 640})
    shown = context.new_page()
    shown.goto(f"{client.base_url}".rstrip("/") + path)
    width = shown.evaluate("document.documentElement.scrollWidth")
    marked = shown.evaluate("document.querySelectorAll('main i, main b').length")
    context.close()

    assert (width, marked) == (PHONE, 0)
