"""The short form of `benchmarks/polling_many.py`: the daemon over feeds on hosts of loopback."""

from itertools import pairwise
from threading import Event

from benchmarks.polling_many import Feeds, configure
from tests.fixtures.daemons import Program

COUNT, EVERY, TURNS = 40, 2, 3


def test_every_feed_is_asked_again_and_again_and_none_too_early(program: Program) -> None:
    feeds, pause = Feeds(sparse=10), Event()
    feeds.start()
    configure(program, feeds, count=COUNT, every=EVERY, hosts=10)

    program.start()
    program.wait_for("/v1/articles", COUNT // 10)
    for _ in range(600):
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
