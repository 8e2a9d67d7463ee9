"""Whoever verifies does so beside others who take in, erase and fold."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from ingestd.clock import system_clock
from ingestd.pipeline.erasing import erase
from ingestd.pipeline.step import Tools
from ingestd.store.blobs import Blobs
from ingestd.store.database import Database
from ingestd.verification.verifying import Verified, verify
from tests.fixtures.building import document, parsed, received
from tests.fixtures.stores import Given

TIMES = 8
ERASED_EVERY = 5


@contextmanager
def taking_in(given: Given, blobs: Blobs, tools: Tools) -> Iterator[Thread]:
    """Documents are put, told and sometimes erased, with their blobs, until the block ends."""
    stopping = Event()

    def go_on() -> None:
        for number in range(100_000):
            if stopping.is_set():
                return
            name, content = f"n{number}", f"Words of {number}.".encode()
            blob = blobs.put(content)
            given(received(name, blob=blob))
            given(parsed(name, blob=blob, text=blob))
            if number % ERASED_EVERY == 0:
                erase(document(name), reason="asked to", who="tests", tools=tools)
                blobs.remove(blob)

    thread = Thread(target=go_on)
    thread.start()
    try:
        yield thread
    finally:
        stopping.set()
        thread.join()


def test_a_log_that_grows_and_is_erased_from_meanwhile_is_sound(
    database: Database, given: Given, blobs: Blobs, tools: Tools
) -> None:
    seen = list[Verified]()
    with taking_in(given, blobs, tools) as writer:
        # however long the writer is kept from its work
        while len(seen) < TIMES or (writer.is_alive() and not has_grown(seen)):
            seen.append(verify(database, blobs, clock=system_clock))

    assert [finding for verified in seen for finding in verified.findings] == []
    assert [verified.events for verified in seen] == sorted(v.events for v in seen)
    assert has_grown(seen)


def has_grown(seen: list[Verified]) -> bool:
    return seen[-1].events > seen[0].events
