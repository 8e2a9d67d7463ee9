"""Feeds on real servers, asked from the command line: moved, gone, busy, silent for good."""

from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.site import Site
from tests.integration.cli.desk import Desk

FEED = (
    b'<rss version="2.0"><channel><title>Wire</title><item><guid>1</guid>'
    b"<title>Port reopens</title><description>The harbour was opened again.</description>"
    b"</item></channel></rss>"
)
HEAD = 'data_dir = "var"\n[fetching]\ndelay = "0s"\n'
SOURCE = """
[[source]]
name = "{name}"
kind = "feed"
url = "{url}"
allow_networks = ["127.0.0.0/8"]
"""


@pytest.fixture
def wire(tmp_path: Path) -> Desk:
    return Desk(home=tmp_path, data=tmp_path / "var")


def configure(desk: Desk, **urls: str) -> None:
    sources = (SOURCE.format(name=name, url=url) for name, url in urls.items())
    (desk.home / "ingestd.toml").write_text(HEAD + "".join(sources), "utf-8")


def offer(site: Site, path: str) -> str:
    return site.gives(path, FEED, content_type="application/rss+xml")


def state(desk: Desk, name: str = "wire") -> dict[str, Any]:
    return desk("sources", "show", name, "--json").row


def asked(site: Site) -> list[str]:
    return [path for path, _ in site.asked]


def test_a_feed_that_moved_is_asked_where_it_is(wire: Desk, site: Site) -> None:
    configure(wire, wire=site.gives("/old", status=301, location="/new"))
    offer(site, "/new")

    first, again = wire("poll", "--json").row, wire("poll", "--json").row

    assert (first["accepted"], again["accepted"], again["failure"]) == (1, 0, None)
    assert asked(site) == ["/old", "/new", "/new"]
    assert state(wire)["moved_to"] == f"{site.url}/new"


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_feed_that_is_elsewhere_for_now_is_asked_where_it_was(
    wire: Desk, site: Site, status: int
) -> None:
    configure(wire, wire=site.gives("/old", status=status, location="/new"))
    offer(site, "/new")

    wire("poll")
    wire("poll")

    assert asked(site) == ["/old", "/new", "/old", "/new"]
    assert state(wire)["moved_to"] is None


def test_a_feed_that_is_gone_is_stopped_until_it_is_resumed(wire: Desk, site: Site) -> None:
    configure(wire, wire=site.gives("/feed", status=410), other=offer(site, "/other"))

    codes = [wire("poll", *names).code for names in ([], [], ["wire"])]

    assert codes == [75, 0, 74]
    assert asked(site).count("/feed") == 1
    assert (state(wire)["state"], state(wire)["next_due_at"]) == ("stopped", None)
    assert "ingestd sources resume wire" in state(wire)["hint"]
    offer(site, "/feed")
    assert wire("sources", "resume", "wire", "--json").row == {
        "source": "wire",
        "resumed": True,
    }
    assert wire("poll", "wire").code == 0
    assert state(wire)["state"] == "ok"


@pytest.mark.parametrize("name", ["wire", "nosuch"])
def test_what_is_not_stopped_cannot_be_resumed(wire: Desk, site: Site, name: str) -> None:
    configure(wire, wire=offer(site, "/feed"))
    wire("poll")

    told = wire("sources", "resume", name)

    assert (told.code, told.out) == (2, "")
    assert f"the source '{name}' is not stopped" in told.err


def test_a_resumed_source_says_so_to_people(wire: Desk, site: Site) -> None:
    configure(wire, wire=site.gives("/feed", status=410))
    wire("poll")

    assert wire("sources", "resume", "wire").err == "wire is asked again\n"


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asked_to_be_left_alone_is_not_asked_by_a_poll_either(
    wire: Desk, site: Site, status: int
) -> None:
    configure(wire, wire=site.gives("/feed", status=status, retry_after="3600"))
    wire("poll")
    offer(site, "/feed")

    told = wire("poll", "--json")

    assert told.code == 75
    assert asked(site) == ["/feed"]
    assert told.out
    assert state(wire)["failures"] == 1


def test_a_dead_host_fails_at_once_and_recovers(wire: Desk, site: Site) -> None:
    configure(wire, wire="http://127.0.0.1:9/feed")
    assert wire("poll").code == 75
    assert state(wire)["state"] == "failing"

    configure(wire, wire=offer(site, "/feed"))
    wire("poll")

    assert (state(wire)["state"], state(wire)["accepted"]) == ("ok", 1)
