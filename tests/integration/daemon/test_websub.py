"""Subscriptions at a hub on loopback: asked for, confirmed, renewed, ended; pushes wake, no more."""

import hmac
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from threading import Event
from urllib.parse import parse_qs, urlencode

import httpx2
import pytest
from msgspec import structs
from structlog.typing import EventDict

from ingestd.app import App
from ingestd.daemon.websub import Subscriber
from ingestd.errors import StoreUnavailableError
from ingestd.server.application import build
from ingestd.server.reading import Reading
from ingestd.server.serving import WebServer
from ingestd.server.websub import Intent
from ingestd.sources.found import Source
from ingestd.store import source_state, subscriptions
from ingestd.store.subscriptions import Subscription
from tests.fixtures.shelves import Shelf
from tests.fixtures.site import Site
from tests.integration.daemon.parts import PATIENCE, Ears

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TOPIC = "https://one.example/feed"
PAUSE = Event()


@dataclass
class InUse:
    """Sources of the tests' own; remembers who is to be looked at."""

    all: Sequence[Source]
    look: Ears = field(default_factory=Ears)


class Hub:
    """Answers as a hub does: takes what it is asked, then makes sure that it was us."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.lease: int | None = 86_400
        self.mode: str | None = None
        self.challenged = Ears()
        self.url = site.does("/hub", self._answer)

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        form = self.forms[-1]
        request.send_response(202)
        request.send_header("content-length", "0")
        request.end_headers()
        request.wfile.flush()
        asked = {
            "hub.mode": self.mode or form["hub.mode"],
            "hub.topic": form["hub.topic"],
            "hub.challenge": "a challenge & more",
        }
        if self.lease is not None:
            asked["hub.lease_seconds"] = str(self.lease)
        self.challenged(ask(f"{form['hub.callback']}?{urlencode(asked)}"))

    @property
    def forms(self) -> list[dict[str, str]]:
        return [
            {name: values[0] for name, values in parse_qs(sent.decode()).items()}
            for sent in self.site.sent
        ]


def ask(url: str, body: bytes | None = None, **headers: str) -> httpx2.Response:
    method = "GET" if body is None else "POST"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with httpx2.Client(trust_env=False, timeout=PATIENCE) as client:
        return client.request(method, url, content=body, headers=named)


@dataclass
class Desk:
    """A subscriber behind a real server, by a clock that the test turns."""

    app: App
    subscriber: Subscriber
    in_use: InUse
    bugs: Ears
    address: str
    now: datetime = NOON

    def offers(self, name: str, hub: str | None, *, topic: str = TOPIC) -> None:
        told = {"url": hub, "topic": topic} if hub else {}
        with self.app.database.writing() as connection:
            state = source_state.read(connection, name)
            source_state.write(connection, name, structs.replace(state, hub=told))

    @property
    def known(self) -> list[Subscription]:
        with self.app.database.reading() as connection:
            return subscriptions.all_of(connection)

    def until(self, **expected: object) -> Subscription:
        """Wait until the one subscription is so."""
        for _ in range(int(PATIENCE / 0.01)):
            known = self.known
            if len(known) == 1 and all(
                getattr(known[0], name) == value for name, value in expected.items()
            ):
                return known[0]
            PAUSE.wait(0.01)
        raise AssertionError(f"{self.known}")


@pytest.fixture
def desk(app: App) -> Iterator[Desk]:
    options = json.dumps({"allow_networks": ["127.0.0.0/8"]})
    shelf = Shelf(name="wire", address=TOPIC, options=options)
    in_use, bugs = InUse([shelf]), Ears()

    class Late:
        """The subscriber is made when it is known where it can be reached."""

        def confirm(self, token: str, intent: Intent) -> bool:
            return made.subscriber.confirm(token, intent)

        def receive(self, token: str, body: bytes, signature: str) -> bool:
            return made.subscriber.receive(token, body, signature)

    reading = Reading(database=app.database, blobs=app.blobs, version="1")
    server = WebServer(build(reading, Late()), "127.0.0.1", 0)
    server.start()
    subscriber = Subscriber(
        app,
        public_url=server.address,
        clock=lambda: made.now,
        sources=in_use,
        on_bug=bugs,
        every=0.01,
    )
    made = Desk(app, subscriber, in_use, bugs, server.address)
    app.prepare_views()
    with ExitStack() as ending:
        ending.callback(server.stop)
        ending.callback(subscriber.stop)
        subscriber.start()
        yield made
    assert bugs.silent, bugs.hear()


@pytest.fixture
def hub(site: Site) -> Hub:
    return Hub(site)


def push(
    one: Subscription, body: bytes = b"<rss/>", secret: str | None = None
) -> httpx2.Response:
    digest = hmac.new((secret or one.secret).encode(), body, "sha256").hexdigest()
    return ask(one.callback, body, x_hub_signature=f"sha256={digest}")


def subscribed(desk: Desk, hub: Hub) -> Subscription:
    desk.offers("wire", hub.url)
    assert hub.challenged.hear().status_code == 200
    return desk.until(tries=0)


def test_a_hub_is_asked_and_its_challenge_is_answered(desk: Desk, hub: Hub) -> None:
    desk.offers("wire", hub.url)

    answer = hub.challenged.hear()

    assert (answer.status_code, answer.text) == (200, "a challenge & more")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    one = desk.until(tries=0)
    assert one.until == "2026-11-23T12:00:00.000000Z"
    [form] = hub.forms
    assert form == {
        "hub.mode": "subscribe",
        "hub.topic": TOPIC,
        "hub.callback": one.callback,
        "hub.secret": one.secret,
        "hub.lease_seconds": "864000",
    }
    assert one.callback.startswith(f"{desk.address}/websub/")


def test_a_push_has_its_source_looked_at(desk: Desk, hub: Hub, lines: list[EventDict]) -> None:
    one = subscribed(desk, hub)

    answer = push(one, b"whatever it says")

    assert answer.status_code == 202
    assert desk.in_use.look.hear() == "wire"
    assert not [line for line in lines if one.secret in str(line) or one.token in str(line)]


def test_a_push_with_another_signature_moves_nobody(
    desk: Desk, hub: Hub, lines: list[EventDict]
) -> None:
    one = subscribed(desk, hub)

    another = one.secret[::-1]
    answers = [push(one, secret=another), ask(one.callback, b"<rss/>")]

    assert [answer.status_code for answer in answers] == [202, 202]
    assert desk.in_use.look.silent
    told = [line for line in lines if line["event"] == "websub.unsigned"]
    assert [line["source"] for line in told] == ["wire", "wire"]


def test_a_push_that_nobody_asked_for_is_told_so(desk: Desk, hub: Hub) -> None:
    one = subscribed(desk, hub)

    answer = push(replace(one, callback=f"{desk.address}/websub/unknown"))

    assert answer.status_code == 410
    assert answer.headers["content-type"] == "application/problem+json"
    assert desk.in_use.look.silent


def test_no_more_is_read_than_a_feed_may_have(desk: Desk, hub: Hub) -> None:
    one = subscribed(desk, hub)

    assert push(one, b" " * (5 * 2**20)).status_code == 413
    assert desk.in_use.look.silent


@pytest.mark.parametrize(
    "asked",
    [
        {"hub.mode": "subscribe", "hub.topic": "https://other.example/"},
        {"hub.mode": "unsubscribe", "hub.topic": TOPIC},
        {"hub.mode": "anything", "hub.topic": TOPIC},
    ],
)
def test_what_was_not_asked_for_is_not_confirmed(
    desk: Desk, hub: Hub, asked: dict[str, str]
) -> None:
    one = subscribed(desk, hub)

    answer = ask(f"{one.callback}?{urlencode(asked | {'hub.challenge': 'x'})}")

    assert answer.status_code == 404
    assert answer.text != "x"
    assert desk.known == [one]


def test_a_token_that_is_not_known_confirms_nothing(desk: Desk) -> None:
    asked = urlencode({"hub.mode": "subscribe", "hub.topic": TOPIC, "hub.challenge": "x"})

    assert ask(f"{desk.address}/websub/unknown?{asked}").status_code == 404
    assert ask(f"{desk.address}/websub/unknown").status_code == 422


def test_a_lease_is_renewed_before_it_ends(desk: Desk, hub: Hub) -> None:
    one = subscribed(desk, hub)

    desk.now += timedelta(hours=17)
    assert hub.challenged.hear().status_code == 200

    again = desk.until(until="2026-11-24T05:00:00.000000Z")
    assert (again.token, again.secret) == (one.token, one.secret)
    assert [form["hub.mode"] for form in hub.forms] == ["subscribe", "subscribe"]


def test_a_hub_that_refuses_is_told_with_its_reason(desk: Desk, hub: Hub) -> None:
    hub.mode = "denied"
    desk.offers("wire", hub.url)

    assert hub.challenged.hear().status_code == 200

    one = desk.until(until=None, reason="the hub refused, and does not say why")
    assert one.again_at == "2026-11-23T12:00:00.000000Z"


def test_a_hub_that_fails_is_asked_again_later(
    desk: Desk, site: Site, lines: list[EventDict]
) -> None:
    url = site.gives("/broken", status=500)
    desk.offers("wire", url)

    one = desk.until(
        tries=1, reason=f"could not fetch {url}: the server answered 500 Internal Server Error"
    )

    assert one.again_at == "2026-11-22T13:00:00.000000Z"
    [failed] = [line for line in lines if line["event"] == "websub.failed"]
    assert failed["source"] == "wire"


def test_a_hub_that_calls_back_and_then_fails_has_agreed(
    desk: Desk, hub: Hub, site: Site
) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        form = hub.forms[-1]
        asked = {"hub.mode": "subscribe", "hub.topic": form["hub.topic"], "hub.challenge": "x"}
        assert ask(f"{form['hub.callback']}?{urlencode(asked)}").status_code == 200
        request.send_response(500)
        request.send_header("content-length", "0")
        request.end_headers()
        hub.challenged()

    desk.offers("wire", site.does("/late", answer))
    hub.challenged.hear()

    one = desk.until(tries=0)
    desk.subscriber.stop()
    assert desk.known == [one]
    assert (one.reason, one.until) == (None, "2026-12-02T12:00:00.000000Z")


def test_who_offers_no_hub_any_more_is_unsubscribed_from(desk: Desk, hub: Hub) -> None:
    one = subscribed(desk, hub)

    desk.offers("wire", None)

    assert hub.challenged.hear().status_code == 200
    assert hub.forms[-1]["hub.mode"] == "unsubscribe"
    assert desk.known == []
    assert push(one).status_code == 410


def test_a_source_that_is_removed_is_unsubscribed_from(desk: Desk, hub: Hub) -> None:
    subscribed(desk, hub)

    desk.in_use.all = []

    assert hub.challenged.hear().status_code == 200
    assert hub.forms[-1]["hub.mode"] == "unsubscribe"
    assert desk.known == []


def test_a_hub_that_never_lets_go_is_forgotten(desk: Desk, hub: Hub, site: Site) -> None:
    subscribed(desk, hub)
    site.gives("/hub", status=202)

    desk.offers("wire", None)
    for _ in range(int(PATIENCE / 0.02)):
        if not desk.known:
            break
        desk.now += timedelta(hours=1)
        PAUSE.wait(0.02)

    assert desk.known == []


def test_a_hub_that_is_not_on_the_public_internet_is_not_asked(desk: Desk, hub: Hub) -> None:
    desk.in_use.all = [Shelf(name="wire", address=TOPIC)]
    desk.offers("wire", hub.url)

    one = desk.until(tries=1)
    while one.reason is None:
        one = desk.until(tries=1)

    assert "not on the public internet" in one.reason
    assert hub.forms == []


def test_a_store_that_fails_is_asked_again(
    desk: Desk, hub: Hub, lines: list[EventDict]
) -> None:
    reading = desk.app.database.reading
    failures = [StoreUnavailableError("no way to the store")]

    def failing() -> object:
        if failures:
            raise failures.pop()
        return reading()

    desk.app.database.reading = failing  # type: ignore[method-assign, assignment]  # one failure
    subscribed(desk, hub)

    assert [line["event"] for line in lines if line["event"] == "store.failed"]


def test_a_bug_is_handed_on(desk: Desk) -> None:
    desk.in_use.all = None  # type: ignore[assignment]  # a bug

    assert isinstance(desk.bugs.hear(), TypeError)


def test_without_an_address_of_our_own_no_hub_may_call(app: App) -> None:
    app.prepare_views()
    reading = Reading(database=app.database, blobs=app.blobs, version="1")
    server = WebServer(build(reading), "127.0.0.1", 0)
    server.start()
    try:
        answer = ask(f"{server.address}/websub/token", b"")
    finally:
        server.stop()

    assert answer.status_code == 404
