"""What is asked of hubs, when, and whose word is taken."""

import hmac
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ingestd.clock import rfc3339
from ingestd.daemon.subscribing import (
    LAST_TRY,
    LONGEST_LEASE,
    SHORTEST_LEASE,
    Offer,
    asked,
    confirmed,
    decide_subscriptions,
    form_of,
    is_over,
    is_signed,
    refused,
)
from ingestd.store.subscriptions import Subscription

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BASE = "https://news.example/websub"
OFFER = Offer(hub="https://hub.example/", topic="https://one.example/feed")


def decided(
    *known: Subscription, now: datetime = NOON, base: str = BASE, **offers: Offer
) -> list[Subscription]:
    return list(decide_subscriptions(offers, known, base=base, now=now))


def subscription(offer: Offer = OFFER) -> Subscription:
    [made] = decided(one=offer)
    return made


def later(moment: str) -> timedelta:
    return datetime.fromisoformat(moment) - NOON


def test_a_hub_that_is_offered_is_asked_at_once_with_a_secret_of_its_own() -> None:
    one, other = decided(one=OFFER, other=OFFER)

    assert (one.hub, one.topic, one.wanted, one.again_at) == (
        OFFER.hub,
        OFFER.topic,
        True,
        rfc3339(NOON),
    )
    assert one.callback == f"{BASE}/{one.token}"
    assert len({one.token, other.token, one.secret, other.secret}) == 4
    assert min(len(one.token), len(one.secret)) >= 32


def test_what_is_subscribed_to_stays_as_it_is() -> None:
    assert decided(subscription(), one=OFFER) == []


@pytest.mark.parametrize(
    "offer",
    [
        replace(OFFER, hub="https://other.example/"),
        replace(OFFER, topic="https://one.example/other"),
        replace(OFFER, networks=("10.0.0.0/8",)),
    ],
)
def test_another_offer_ends_the_old_subscription_and_begins_a_new_one(offer: Offer) -> None:
    old = replace(subscription(), tries=3)

    ended, begun = decided(old, one=offer)

    assert ended == replace(old, wanted=False, again_at=rfc3339(NOON), tries=0)
    assert (begun.hub, begun.topic, begun.networks) == (offer.hub, offer.topic, offer.networks)
    assert begun.token != old.token


def test_a_source_that_offers_none_any_more_is_unsubscribed_from_once() -> None:
    [ended] = decided(subscription())

    assert not ended.wanted
    assert decided(ended) == []


def test_where_we_are_reached_elsewhere_hubs_are_told() -> None:
    ended, begun = decided(subscription(), base="https://new.example/websub", one=OFFER)

    assert not ended.wanted
    assert begun.callback.startswith("https://new.example/websub/")


def test_a_hub_that_says_nothing_is_asked_less_and_less_and_at_least_daily() -> None:
    one, pauses = subscription(), []
    for _ in range(8):
        one = asked(one, NOON)
        pauses.append(later(one.again_at).total_seconds() / 3600)

    assert pauses == [1, 2, 4, 8, 16, 24, 24, 24]


@pytest.mark.parametrize(
    ("told", "lease"),
    [
        (None, timedelta(days=10)),
        (86_400, timedelta(days=1)),
        (0, SHORTEST_LEASE),
        (10**30, LONGEST_LEASE),
    ],
)
def test_a_lease_is_renewed_when_two_thirds_are_over(
    told: int | None, lease: timedelta
) -> None:
    one = confirmed(replace(subscription(), tries=4, reason="no answer"), told, NOON)

    assert one.until is not None
    assert later(one.until) == lease
    assert later(one.again_at) == lease * (2 / 3)
    assert (one.tries, one.reason) == (0, None)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("too many", "the hub refused: too many"),
        (None, "the hub refused, and does not say why"),
    ],
)
def test_who_is_refused_asks_again_a_day_later(said: str | None, shown: str) -> None:
    one = refused(confirmed(subscription(), None, NOON), said, NOON)

    assert (one.until, one.reason) == (None, shown)
    assert later(one.again_at) == timedelta(days=1)


def test_the_end_of_a_subscription_is_asked_for_until_its_lease_runs_out() -> None:
    ended = replace(confirmed(subscription(), 86_400, NOON), wanted=False)

    assert not is_over(ended, NOON)
    assert not is_over(asked(ended, NOON), NOON)
    assert is_over(asked(ended, NOON), NOON + timedelta(days=2))
    assert is_over(replace(ended, tries=LAST_TRY), NOON)
    assert not is_over(replace(ended, wanted=True, tries=LAST_TRY), NOON)


def test_what_never_was_confirmed_is_unsubscribed_from_once() -> None:
    ended = replace(subscription(), wanted=False)

    assert not is_over(ended, NOON)
    assert is_over(asked(ended, NOON), NOON)


def test_the_secret_is_told_to_subscribe_alone() -> None:
    one = subscription()

    assert form_of(one) == {
        "hub.mode": "subscribe",
        "hub.topic": one.topic,
        "hub.callback": one.callback,
        "hub.secret": one.secret,
        "hub.lease_seconds": "864000",
    }
    assert form_of(replace(one, wanted=False)) == {
        "hub.mode": "unsubscribe",
        "hub.topic": one.topic,
        "hub.callback": one.callback,
    }


def signature(method: str, body: bytes, secret: str) -> str:
    return f"{method}={hmac.new(secret.encode(), body, method).hexdigest()}"


@pytest.mark.parametrize("method", ["sha256", "sha384", "sha512", "sha1"])
def test_a_body_that_was_signed_with_the_secret_is_believed(method: str) -> None:
    assert is_signed(b"<rss/>", signature(method, b"<rss/>", "secret"), "secret")


@pytest.mark.parametrize(
    "told",
    [
        "",
        "sha256",
        "sha256=",
        "sha256=é",
        "md5=" + "0" * 32,
        signature("md5", b"<rss/>", "secret"),
        signature("sha256", b"<rss/>", "another"),
        signature("sha256", b"<rss />", "secret"),
    ],
)
def test_any_other_body_is_not(told: str) -> None:
    assert not is_signed(b"<rss/>", told, "secret")
