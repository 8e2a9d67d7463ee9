"""What is set of other machines reaches them."""

from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_network
from pathlib import Path

import pytest
from pydantic import ValidationError

from ingestd.app import App
from ingestd.config.settings import FetchingSettings, Settings
from ingestd.errors import BusyHostError, RefusedError
from ingestd.fetching.http import GuardedWeb
from ingestd.fetching.limits import Limits
from tests.fixtures.site import Site

LOOPBACK = Limits(max_bytes=1_000, seconds=30.0, networks=(ip_network("127.0.0.0/8"),))


@contextmanager
def web(folder: Path, **fetching: str) -> Iterator[GuardedWeb]:
    settings = Settings(data_dir=folder, fetching=FetchingSettings.model_validate(fetching))
    with App(settings).opened() as app:
        yield app.web


def test_a_server_is_told_the_contact(site: Site, tmp_path: Path) -> None:
    with web(tmp_path, contact="news@host.example") as there:
        there.get(site.gives("/a"), limits=LOOPBACK)

    [(_, headers)] = site.asked
    assert headers["user-agent"].endswith("; news@host.example)")


@pytest.mark.parametrize(("delay", "times"), [("1h", 1), ("0s", 3)])
def test_the_delay_lies_between_two_fetches(
    site: Site, tmp_path: Path, delay: str, times: int
) -> None:
    url = site.gives("/a")
    with web(tmp_path, delay=delay) as there:
        for _ in range(3):
            try:
                there.get(url, limits=LOOPBACK)
            except BusyHostError:
                break

    assert len(site.asked) == times


def test_who_is_to_be_left_alone_is_known_after_a_restart(site: Site, tmp_path: Path) -> None:
    url = site.gives("/a", status=429, Retry_After="900")
    with web(tmp_path) as before, pytest.raises(RefusedError):
        before.get(url, limits=LOOPBACK)

    with web(tmp_path) as after, pytest.raises(BusyHostError, match="by 429"):
        after.get(url, limits=LOOPBACK)
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "contact", ["", "a b", "a(b)", "a\\b", "a\r\nX: y", "\u00e9t\u00e9", "x" * 201]
)
def test_a_contact_is_what_may_stand_in_a_header(contact: str) -> None:
    with pytest.raises(ValidationError, match='should be like "https://host/about-us"'):
        FetchingSettings(contact=contact)


@pytest.mark.parametrize("contact", ["https://host/us?a=b&c=%20#d", "news+in@host.example"])
def test_a_page_or_an_address_of_mail_is_a_contact(contact: str) -> None:
    assert FetchingSettings(contact=contact).contact == contact
