"""What is to be asked of WebSub hubs; pure, but for the chance in tokens and secrets."""

import hmac
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from secrets import token_urlsafe

from ingestd.clock import rfc3339
from ingestd.store.subscriptions import Subscription

PATIENCE, LONGEST = timedelta(hours=1), timedelta(days=1)
"""Until a hub that says nothing is asked again: this, then twice as long, at most so long."""
LEASE = timedelta(days=10)
"""What is asked for, and what holds where a hub says nothing of it."""
SHORTEST_LEASE, LONGEST_LEASE = timedelta(minutes=5), timedelta(days=90)
RENEW_AT = 2 / 3
LAST_TRY = 3
"""Asks for the end of a subscription; then its lease runs out by itself."""
METHODS = ("sha1", "sha256", "sha384", "sha512")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The hub that a source offers, and private networks that may be reached for it."""

    hub: str
    topic: str
    networks: tuple[str, ...] = ()


def decide_subscriptions(
    offers: Mapping[str, Offer], known: Sequence[Subscription], *, base: str, now: datetime
) -> Iterator[Subscription]:
    """Say which subscriptions are to begin, and which are to end."""
    fitting = set()
    for one in known:
        if not one.wanted:
            continue
        if _fits(one, offers.get(one.source), base):
            fitting.add(one.source)
        else:
            yield replace(one, wanted=False, again_at=rfc3339(now), tries=0)
    for source, offer in offers.items():
        if source not in fitting:
            token = token_urlsafe(24)
            yield Subscription(
                token=token,
                source=source,
                hub=offer.hub,
                topic=offer.topic,
                callback=f"{base}/{token}",
                secret=token_urlsafe(32),
                networks=offer.networks,
                again_at=rfc3339(now),
            )


def is_over(one: Subscription, now: datetime) -> bool:
    """Whether nothing more is asked about one that is not wanted."""
    ran_out = one.until is None or one.until < rfc3339(now)
    return not one.wanted and (one.tries >= LAST_TRY or (ran_out and one.tries > 0))


def asked(one: Subscription, now: datetime) -> Subscription:
    """How it stands once its hub is asked: what it says will be known by then, or not."""
    pause = min(PATIENCE * 2 ** min(one.tries, 10), LONGEST)
    return replace(one, tries=one.tries + 1, again_at=rfc3339(now + pause))


def confirmed(one: Subscription, lease: int | None, now: datetime) -> Subscription:
    """How it stands once its hub agreed, for so many seconds."""
    told = LEASE if lease is None else timedelta(seconds=min(lease, 10**9))
    span = min(max(told, SHORTEST_LEASE), LONGEST_LEASE)
    until, renewed = rfc3339(now + span), rfc3339(now + span * RENEW_AT)
    return replace(one, until=until, again_at=renewed, tries=0, reason=None)


def refused(one: Subscription, reason: str | None, now: datetime) -> Subscription:
    """How it stands once its hub said no: it is asked again in a day."""
    told = f"the hub refused: {reason}" if reason else "the hub refused, and does not say why"
    return replace(one, until=None, again_at=rfc3339(now + LONGEST), reason=told[:300])


def form_of(one: Subscription) -> dict[str, str]:
    """What is sent to the hub."""
    mode = "subscribe" if one.wanted else "unsubscribe"
    form = {"hub.mode": mode, "hub.topic": one.topic, "hub.callback": one.callback}
    if one.wanted:
        lease = str(int(LEASE.total_seconds()))
        form |= {"hub.secret": one.secret, "hub.lease_seconds": lease}
    return form


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Whether these bytes were signed with this secret: `sha256=` and hexadecimal digits."""
    method, _, told = signature.strip().partition("=")
    if method.lower() not in METHODS:
        return False
    mine = hmac.new(secret.encode(), body, method.lower()).hexdigest()
    return hmac.compare_digest(mine.encode(), told.strip().lower().encode("utf-8", "replace"))


def _fits(one: Subscription, offer: Offer | None, base: str) -> bool:
    if offer is None:
        return False
    mine = (one.hub, one.topic, one.networks, one.callback)
    return mine == (offer.hub, offer.topic, offer.networks, f"{base}/{one.token}")
