"""The server's own life: an address, a thread, an end."""

import socket
from threading import Thread

import httpx2
import pytest

from ingestd.server.application import build
from ingestd.server.reading import Reading
from ingestd.server.serving import ListeningError, WebServer
from tests.integration.server.newsroom import Newsroom
from tests.integration.server.serving import client_of, served


def server_of(room: Newsroom, host: str = "127.0.0.1", port: int = 0) -> WebServer:
    reading = Reading(database=room.app.database, blobs=room.app.blobs, version="1.2.3")
    return WebServer(build(reading), host, port)


def test_it_answers_whoever_connects_after_start(empty: Newsroom) -> None:
    with served(empty) as server, client_of(server.address) as client:
        answer = client.get("/healthz")

    assert answer.json() == {"status": "alive", "version": "1.2.3"}


def test_a_port_that_is_taken_is_told_with_the_setting_to_change(empty: Newsroom) -> None:
    with served(empty) as server:
        port = int(server.address.rpartition(":")[2])
        with pytest.raises(ListeningError, match=f"127.0.0.1:{port}: .*in use") as failed:
            server_of(empty, port=port).start()

    assert failed.value.exit_code == 74
    assert failed.value.hint is not None
    assert "INGESTD_HTTP__LISTEN" in failed.value.hint


def test_a_host_that_there_is_not_is_told(empty: Newsroom) -> None:
    with pytest.raises(ListeningError, match=r"cannot listen on \[fe80::bad::1\]:0"):
        server_of(empty, host="fe80::bad::1").start()


def test_after_stop_it_answers_no_more_and_the_port_is_free_again(empty: Newsroom) -> None:
    first = server_of(empty)
    first.start()
    port = int(first.address.rpartition(":")[2])
    with client_of(first.address) as client:
        client.get("/healthz")
    first.stop()

    assert not first.is_serving
    with pytest.raises(httpx2.ConnectError), client_of(first.address) as client:
        client.get("/healthz")
    second = server_of(empty, port=port)
    second.start()
    assert second.is_serving
    second.stop()


def test_stopping_what_never_started_does_nothing(empty: Newsroom) -> None:
    server = server_of(empty)

    server.stop()

    assert not server.is_serving


def test_an_open_connection_that_asks_nothing_does_not_hold_up_the_end(
    empty: Newsroom,
) -> None:
    server = server_of(empty)
    server.start()
    port = int(server.address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)):
        server.stop()

    assert not server.is_serving


def test_many_may_ask_at_once(empty: Newsroom) -> None:
    empty.publish("A plant is built", language="en")
    answers: list[int] = []
    with served(empty) as server, client_of(server.address) as client:
        asking = [
            Thread(target=lambda: answers.append(client.get("/v1/articles").status_code))
            for _ in range(40)
        ]
        for one in asking:
            one.start()
        for one in asking:
            one.join()

    assert answers == [200] * 40
