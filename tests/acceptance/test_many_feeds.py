"""The short form of `benchmarks/polling_many.py`: the daemon over feeds on hosts of loopback."""

from itertools import pairwise
from signal import SIGHUP
from threading import Event

from benchmarks.polling_many import Feeds, configure
from tests.fixtures.daemons import PATIENCE, Program

COUNT, EVERY, TURNS = 40, 2, 3


def test_every_feed_is_asked_again_and_again_and_none_too_early(program: Program) -> None:
    feeds, pause = Feeds(sparse=10), Event()
    feeds.start()
    configure(program, feeds, count=COUNT, every=EVERY, hosts=10)

    program.start()
    program.wait_for("/v1/articles", COUNT // 10)
    for _ in range(int(PATIENCE / 0.1)):
        if all(len(feeds.asked.get(number, [])) >= TURNS for number in range(COUNT)):
            break
        pause.wait(0.1)
    assert program.stop() == 0

    assert {len(times) >= TURNS for times in feeds.asked.values()} == {True}
    gaps = [later - at for times in feeds.asked.values() for at, later in pairwise(times)]
    assert min(gap.total_seconds() for gap in gaps) > EVERY * 0.9
    sources = program.rows("sources")
    assert {source["state"] for source in sources} == {"ok"}
    assert sum(source["accepted"] for source in sources) == COUNT // 10


def looked_at(program: Program) -> bool:
    rows = (program.get("/v1/sources") or {"items": []})["items"]
    return len(rows) == COUNT and all(row["looks"] for row in rows)


def test_neither_a_restart_nor_a_reload_asks_before_the_time(program: Program) -> None:
    feeds, pause = Feeds(sparse=10), Event()
    feeds.start()
    configure(program, feeds, count=COUNT, every=3_600, hosts=10)
    program.start()
    for _ in range(int(PATIENCE / 0.1)):
        if looked_at(program):
            break
        pause.wait(0.1)
    program.stop()

    program.start()
    program.wait_for("/v1/sources", COUNT)
    assert program.running is not None
    program.running.send_signal(SIGHUP)
    program.wait_until_said("config.reloaded")
    pause.wait(2.5)
    assert program.stop() == 0

    assert {len(times) for times in feeds.asked.values()} == {1}
    assert len(feeds.asked) == COUNT
