"""What the service manager is told, and when it is told nothing."""

import os
from collections.abc import Iterator
from threading import Event
from time import monotonic

import pytest
from starlette.types import Receive, Scope, Send
from structlog.typing import EventDict

from ingestd.app import App
from ingestd.config.loader import Loaded
from ingestd.daemon.following import Following
from ingestd.daemon.supervisor import STALLED, Supervisor
from ingestd.daemon.systemd import ServiceManager
from ingestd.server.serving import WebServer
from tests.integration.daemon.managing import Manager
from tests.integration.daemon.parts import Ears


def test_every_word_arrives_at_a_socket_in_the_file_system(manager: Manager) -> None:
    said = ServiceManager({"NOTIFY_SOCKET": manager.address})

    said.ready()
    said.alive()
    said.busy()
    said.reloading()
    said.stopping()

    assert [manager.hear() for _ in range(5)] == [
        "READY=1", "WATCHDOG=1", "EXTEND_TIMEOUT_USEC=60000000", "RELOADING=1", "STOPPING=1",
    ]  # fmt: skip


def test_a_word_arrives_at_an_abstract_socket() -> None:
    manager = Manager(f"@ingestd-test-{os.getpid()}")

    ServiceManager({"NOTIFY_SOCKET": manager.address}).ready()

    assert manager.hear() == "READY=1"
    manager.close()


def test_where_there_is_no_manager_nothing_is_said(manager: Manager) -> None:
    ServiceManager({}).ready()

    assert manager.silent


def test_a_manager_that_went_away_does_not_end_the_service(manager: Manager) -> None:
    ServiceManager({"NOTIFY_SOCKET": f"{manager.address}-gone"}).ready()

    assert manager.silent


@pytest.mark.parametrize(
    ("variables", "seconds"),
    [({}, None), ({"WATCHDOG_USEC": ""}, None), ({"WATCHDOG_USEC": "60000000"}, 20.0)],
    ids=["not asked for", "empty", "a minute"],
)
def test_three_signs_of_life_are_given_in_the_time_allowed(
    variables: dict[str, str], seconds: float | None
) -> None:
    assert ServiceManager(variables).ping_every == seconds


@pytest.fixture
def following(app: App) -> Following:
    """At work as far as anybody can see; its thread is not started."""
    return Following(app, stopping=Event(), on_bug=Ears())


async def nothing(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """An application that answers nobody."""


@pytest.fixture
def web() -> Iterator[WebServer]:
    """Served on a port of the system's choice."""
    server = WebServer(nothing, "127.0.0.1", 0)
    server.start()
    yield server
    server.stop()


def supervisor(app: App, manager: Manager) -> Supervisor:
    loaded = Loaded(app.settings, (), app.settings.data_dir)
    made = Supervisor(app, loaded, reload=lambda: loaded, on_ready=Ears())
    made._manager = ServiceManager({"NOTIFY_SOCKET": manager.address})
    return made


def test_a_sign_of_life_is_given_while_work_goes_on(
    app: App, manager: Manager, following: Following, web: WebServer
) -> None:
    supervisor(app, manager)._ping(following.idle_for, web)

    assert manager.hear() == "WATCHDOG=1"


def test_no_sign_of_life_is_given_when_the_work_is_stalled(
    app: App, manager: Manager, following: Following, web: WebServer, lines: list[EventDict]
) -> None:
    following._last_turn = monotonic() - STALLED - 1

    supervisor(app, manager)._ping(following.idle_for, web)

    assert manager.silent
    assert [line["event"] for line in lines] == ["daemon.stalled"]


def test_no_sign_of_life_is_given_when_the_store_does_not_answer(
    app: App, manager: Manager, following: Following, web: WebServer, lines: list[EventDict]
) -> None:
    path = app.settings.data_dir / "ingestd.db"
    app.database.close()
    path.unlink()
    path.mkdir()

    supervisor(app, manager)._ping(following.idle_for, web)

    assert manager.silent
    assert [line["event"] for line in lines] == ["store.failed"]


def test_no_sign_of_life_is_given_when_the_pages_are_served_no_longer(
    app: App, manager: Manager, following: Following, web: WebServer, lines: list[EventDict]
) -> None:
    web.stop()

    supervisor(app, manager)._ping(following.idle_for, web)

    assert manager.silent
    assert [line["event"] for line in lines] == ["daemon.unserved"]
