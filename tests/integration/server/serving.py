"""A newsroom served on loopback, and a client that asks nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx2

from ingestd.server.application import build
from ingestd.server.reading import Reading
from ingestd.server.serving import WebServer
from tests.integration.server.newsroom import Newsroom


@contextmanager
def served(room: Newsroom) -> Iterator[WebServer]:
    """Serve on a port that is free."""
    reading = Reading(database=room.app.database, blobs=room.app.blobs, version="1.2.3")
    server = WebServer(build(reading), "127.0.0.1", 0)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def client_of(address: str) -> httpx2.Client:
    """Ask this address, whatever proxies the environment names."""
    return httpx2.Client(base_url=address, trust_env=False, timeout=60)
