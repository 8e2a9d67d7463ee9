"""What is remembered of hosts: in memory, in SQLite, in PostgreSQL."""

from datetime import timedelta

import pytest

from ingestd.fetching.hosts import Hold, Hosts, RememberedHosts, Rules
from ingestd.store.database import Database
from ingestd.store.hosts import StoredHosts
from tests.fixtures.stores import BEGINNING, KINDS

SOON = BEGINNING + timedelta(minutes=1)
LATER = BEGINNING + timedelta(days=1, microseconds=1)


@pytest.fixture(params=["memory", *KINDS])
def hosts(request: pytest.FixtureRequest) -> Hosts:
    if request.param == "memory":
        return RememberedHosts()
    database: Database = request.getfixturevalue(request.param)
    return StoredHosts(database)


def test_nothing_is_known_of_a_host_that_was_never_asked(hosts: Hosts) -> None:
    assert hosts.hold_of("host.example") is None
    assert hosts.rules_of("host.example", "https://host.example") is None


def test_the_last_hold_counts(hosts: Hosts) -> None:
    hosts.hold("host.example", Hold(LATER, "by 429"))
    hosts.hold("other.example", Hold(LATER, "by 503"))
    hosts.hold("host.example", Hold(SOON, "by 503"))

    assert hosts.hold_of("host.example") == Hold(SOON, "by 503")
    assert hosts.hold_of("other.example") == Hold(LATER, "by 503")


def test_each_site_of_a_domain_has_rules_of_its_own(hosts: Hosts) -> None:
    hosts.keep_rules("host.example", "https://host.example", Rules(SOON, "Disallow: /ж"))
    hosts.keep_rules("host.example", "https://news.host.example", Rules(SOON, ""))
    hosts.keep_rules("host.example", "https://host.example", Rules(LATER, None))

    assert hosts.rules_of("host.example", "https://host.example") == Rules(LATER, None)
    assert hosts.rules_of("host.example", "https://news.host.example") == Rules(SOON, "")
    assert hosts.rules_of("host.example", "http://host.example") is None


def test_rules_of_any_characters_are_kept(hosts: Hosts) -> None:
    text = "Disallow: /\0\x1f\u2028\ufffd\U0001f600"

    hosts.keep_rules("host.example", "https://host.example", Rules(SOON, text))

    assert hosts.rules_of("host.example", "https://host.example") == Rules(SOON, text)


def test_a_hold_and_rules_do_not_disturb_each_other(hosts: Hosts) -> None:
    hosts.hold("host.example", Hold(LATER, "by 429"))
    hosts.keep_rules("host.example", "https://host.example", Rules(SOON, "Disallow: /"))
    assert hosts.hold_of("host.example") == Hold(LATER, "by 429")

    hosts.hold("host.example", Hold(SOON, "by 429"))
    assert hosts.rules_of("host.example", "https://host.example") == Rules(SOON, "Disallow: /")


def test_rules_of_a_domain_are_no_hold(hosts: Hosts) -> None:
    hosts.keep_rules("host.example", "https://host.example", Rules(SOON, ""))

    assert hosts.hold_of("host.example") is None
