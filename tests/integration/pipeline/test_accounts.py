"""Every item that was seen has one outcome, and the log tells the same."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from ingestd.app import PROJECTIONS
from ingestd.errors import StoreUnavailableError, UnreadableError
from ingestd.pipeline.erasing import erase
from ingestd.pipeline.looking import look
from ingestd.projections import runner
from ingestd.projections.sources import sources
from ingestd.queries.sources import get_source
from ingestd.replay.erasures import finish
from ingestd.sources.found import Found
from ingestd.store import source_state
from tests.fixtures.shelves import Shelf
from tests.integration.pipeline.door import Newsroom, file, newsroom

__all__ = ["newsroom"]


def test_two_looks_at_once_lose_no_count(newsroom: Newsroom) -> None:
    start = Barrier(2)

    def shown(half: int) -> list[Found]:
        own = [file(f"{half}-{n}") for n in range(40)]
        return [*own, *(file(f"shared-{n}") for n in range(40))]

    def looks(half: int) -> None:
        start.wait()
        shelf = Shelf(name="folder", items=shown(half))
        look(shelf, tools=newsroom.tools, clock=newsroom.clock)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(looks, range(2)))

    newsroom.balances("folder")
    with newsroom.tools.database.reading() as connection:
        state = source_state.read(connection, "folder")
    assert (state.seen, state.looks, state.accepted, state.unchanged) == (160, 2, 120, 40)


def test_a_look_that_is_broken_off_has_counted_what_it_took_in(newsroom: Newsroom) -> None:
    many = [file(f"{n:03}") for n in range(300)]
    broken = [*many, file("x", StoreUnavailableError("no way to the store"))]
    with pytest.raises(StoreUnavailableError):
        newsroom.looks("folder", *broken)

    newsroom.balances("folder")
    with newsroom.tools.database.reading() as connection:
        counted = source_state.read(connection, "folder").accepted
    # so many that are taken in together, or fewer where that takes long
    assert 0 < counted <= 300
    kinds = newsroom.kinds("folder", *many)
    assert kinds == ["unchanged"] * counted + ["accepted"] * (300 - counted)


def test_the_log_tells_of_as_many_as_were_counted(newsroom: Newsroom) -> None:
    def accounts() -> dict[str, Any]:
        while runner.advance(newsroom.tools.database, newsroom.tools.log, sources):
            pass
        with newsroom.tools.database.reading() as connection:
            return get_source(connection, "folder") or {}

    newsroom.looks("folder", complete=True, options='{"not_words":["rubbish"]}')
    newsroom.registers("folder")
    newsroom.looks("folder", file("a"), file("b", "Words of file a."), file("c"))
    bad, rubbish = file("d", UnreadableError("it is no text")), file("e", title="Rubbish")
    outcomes = newsroom.looks("folder", file("a", "New words."), file("moved", "Words of file c."),
                              bad, rubbish)  # fmt: skip
    newsroom.looks("folder", file("a", "New words."), bad, rubbish)

    told = accounts()
    assert told["counted"] == {
        "accepted": 2,
        "revised": 1,
        "duplicate": 1,
        "unchanged": 4,
        "rejected": 1,
        "filtered": 1,
    }
    assert (told["seen"], told["balanced"]) == (10, True)

    erase(outcomes[0].document or "", reason="asked for", who="me", tools=newsroom.tools)
    finish(newsroom.tools, PROJECTIONS, clock=newsroom.clock, patience=5)

    left = accounts()
    assert (left["accepted"], left["revised"], left["duplicate"]) == (1, 0, 0)
    assert (left["seen"], left["balanced"]) == (7, True)


def test_what_the_log_does_not_tell_is_seen(newsroom: Newsroom) -> None:
    newsroom.looks("folder")
    newsroom.registers("folder")
    newsroom.looks("folder", file("a"))
    with newsroom.tools.database.writing() as connection:
        source_state.count(connection, "folder", {"accepted": 1})

    while runner.advance(newsroom.tools.database, newsroom.tools.log, sources):
        pass
    with newsroom.tools.database.reading() as connection:
        told = get_source(connection, "folder")
    assert told is not None
    assert not told["balanced"]
