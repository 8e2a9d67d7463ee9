"""The sources of the configuration, as the log knows them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from ingestd.events import Event
from ingestd.pipeline.registration import register
from ingestd.pipeline.step import Tools
from tests.fixtures.building import changed, received, registered, removed
from tests.fixtures.shelves import Shelf
from tests.fixtures.stores import Given, told


def shelf(name: str, *, address: str = "/wire") -> Shelf:
    return Shelf(name=name, kind="folder", address=address)


def facts(tools: Tools) -> list[Event]:
    return told(tools.database, tools.log)


def test_what_the_configuration_says_now_is_recorded_once(tools: Tools) -> None:
    assert register([shelf("a"), shelf("b")], tools=tools) == 2
    assert register([shelf("a"), shelf("b")], tools=tools) == 0

    assert facts(tools) == [registered("a"), registered("b")]


def test_added_changed_removed_and_back_again(tools: Tools, given: Given) -> None:
    register([shelf("a")], tools=tools)
    given(received("x"))
    register([shelf("a", address="/new"), shelf("b")], tools=tools)
    register([shelf("b")], tools=tools)
    register([shelf("a", address="/new"), shelf("b")], tools=tools)

    assert facts(tools) == [
        registered("a"),
        received("x"),
        changed("a", address="/new"),
        registered("b"),
        removed("a"),
        registered("a", address="/new"),
    ]


def test_two_who_register_at_once_register_once(tools: Tools) -> None:
    start = Barrier(3)

    def come(_number: int) -> int:
        start.wait()
        return register([shelf("a")], tools=tools)

    with ThreadPoolExecutor(3) as pool:
        recorded = sum(pool.map(come, range(3)))

    assert recorded == 1
    assert facts(tools) == [registered("a")]
