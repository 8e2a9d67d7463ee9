"""The thread that keeps subscriptions at WebSub hubs, and what hubs call it for.

A push is a reason to look, and no more: what is new is what the feed itself shows. Without
any hub, everything comes as well, only later.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from ipaddress import ip_network
from threading import Event, Thread
from typing import Protocol

import structlog

from ingestd.app import App
from ingestd.clock import Clock, rfc3339
from ingestd.daemon.subscribing import (
    Offer,
    asked,
    confirmed,
    decide_subscriptions,
    form_of,
    is_over,
    is_signed,
    refused,
)
from ingestd.errors import FetchError, StoreError
from ingestd.fetching.limits import Limits
from ingestd.server.websub import PATH, Intent
from ingestd.sources.found import Source
from ingestd.store import subscriptions
from ingestd.store.subscriptions import Subscription

log = structlog.get_logger()
EVERY = 10.0
MOST_BYTES, SECONDS = 64 * 2**10, 30.0


class InUse(Protocol):
    """Sources that can be looked at."""

    @property
    def all(self) -> Sequence[Source]:
        """Those in use now."""

    def look(self, name: str) -> None:
        """Look at one of them soon."""


class Subscriber:
    """Subscribes for the `sources` that offer a hub; has one looked at that has news.

    `public_url` is where hubs reach us. A bug is handed to `on_bug`.
    """

    def __init__(
        self,
        app: App,
        *,
        public_url: str,
        clock: Clock,
        sources: InUse,
        on_bug: Callable[[BaseException], None],
        every: float = EVERY,
    ) -> None:
        self._app = app
        self._base = public_url + PATH
        self._clock = clock
        self._sources, self._on_bug = sources, on_bug
        self._every = every
        self._stopping = Event()
        self._thread = Thread(target=self._keep, name="websub")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Wait for the question that is under way, and ask no more."""
        self._stopping.set()
        self._thread.join()

    def confirm(self, token: str, intent: Intent) -> bool:
        """See Callbacks."""
        with self._app.database.writing() as connection:
            known = subscriptions.find(connection, token)
            if known is None or known.topic != intent.topic:
                return False
            if intent.mode == "unsubscribe" and not known.wanted:
                subscriptions.drop(connection, token)
            elif intent.mode in {"subscribe", "denied"} and known.wanted:
                subscriptions.write(connection, self._answered(known, intent))
            else:
                return False
        log.info("websub.answered", source=known.source, hub=known.hub, mode=intent.mode)
        return True

    def receive(self, token: str, body: bytes, signature: str) -> bool:
        """See Callbacks."""
        with self._app.database.reading() as connection:
            known = subscriptions.find(connection, token)
        if known is None or not known.wanted:
            return False
        if is_signed(body, signature, known.secret):
            log.info("websub.pushed", source=known.source)
            self._sources.look(known.source)
        else:
            log.warning("websub.unsigned", source=known.source, hub=known.hub)
        return True

    def _answered(self, known: Subscription, intent: Intent) -> Subscription:
        if intent.mode == "denied":
            return refused(known, intent.reason, self._clock())
        return confirmed(known, intent.lease, self._clock())

    def _keep(self) -> None:
        try:
            while not self._stopping.is_set():
                self._round()
                self._stopping.wait(self._every)
        except BaseException as error:  # noqa: BLE001 - handed on: it ends the daemon
            self._on_bug(error)

    def _round(self) -> None:
        try:
            for one in self._due():
                if self._stopping.is_set():
                    return
                self._ask(one)
        except StoreError as error:
            if not error.retryable:
                raise
            log.error("store.failed", reason=str(error), hint=error.hint)

    def _due(self) -> list[Subscription]:
        """Who is to be asked now, after what changed since the last round was put down."""
        now = self._clock()
        known = self._put_down(now)
        return [one for one in known if one.again_at <= rfc3339(now)]

    def _put_down(self, now: datetime) -> list[Subscription]:
        sources = {source.name: source for source in self._sources.all}
        with self._app.database.reading() as connection:
            hubs = subscriptions.offered(connection)
            known = subscriptions.all_of(connection)
        offers = {
            name: Offer(hub=hub["url"], topic=hub["topic"], networks=_networks(sources[name]))
            for name, hub in hubs.items()
            if name in sources
        }
        changed = list(decide_subscriptions(offers, known, base=self._base, now=now))
        over = [one.token for one in known if is_over(one, now)]
        if not changed and not over:
            return known
        with self._app.database.writing() as connection:
            for one in changed:
                subscriptions.write(connection, one)
            for token in over:
                subscriptions.drop(connection, token)
            return subscriptions.all_of(connection)

    def _ask(self, one: Subscription) -> None:
        # before it is asked: it may call back before it answers
        standing = asked(one, self._clock())
        with self._app.database.writing() as connection:
            subscriptions.write(connection, standing)
        networks = tuple(ip_network(network) for network in one.networks)
        limits = Limits(max_bytes=MOST_BYTES, seconds=SECONDS, networks=networks)
        try:
            self._app.web.post(one.hub, fields=form_of(one), limits=limits)
        except FetchError as error:
            log.warning("websub.failed", source=one.source, reason=str(error), hint=error.hint)
            self._note(standing, str(error))

    def _note(self, standing: Subscription, reason: str) -> None:
        with self._app.database.writing() as connection:
            now = subscriptions.find(connection, standing.token)
            # where it called back all the same, it agreed
            if now is not None and now.tries == standing.tries:
                subscriptions.write(connection, replace(now, reason=reason))


def _networks(source: Source) -> tuple[str, ...]:
    return tuple(json.loads(source.options).get("allow_networks", ()))
