"""How quickly facts are appended, beside pyeventsourcing and the bare database.

`python -m benchmarks.appending [--events N] [--rounds N] [--without postgres]`, in an
environment with requirements/benchmark.txt. Facts of about 260 bytes, each the first of its
stream, durable when the call returns: SQLite with synchronous=FULL (the rival's default, too),
PostgreSQL as it comes, with fsync. Contenders take turns within a round, in changing order.
"""

import argparse
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.contenders import (
    Append,
    Bare,
    Contender,
    Ours,
    OursTogether,
    Rival,
    RivalRecorder,
)
from benchmarks.figures import Figure, measured, tell
from benchmarks.places import Places, databases, folders

BATCH = 100
PRODUCERS = 8


def in_batches(append: Append, facts: list[object]) -> None:
    for start in range(0, len(facts), BATCH):
        append(facts[start : start + BATCH])


def by_producers(append: Append, facts: list[object]) -> None:
    """Eight threads, each with its share, one fact at a time."""

    def produce(share: list[object]) -> None:
        for one in share:
            append([one])

    with ThreadPoolExecutor(PRODUCERS) as pool:
        list(pool.map(produce, [facts[start::PRODUCERS] for start in range(PRODUCERS)]))


def compare(
    title: str,
    contenders: Sequence[Contender],
    work: Callable[[Append, list[object]], None],
    places: Places,
    *,
    events: int,
    rounds: int,
) -> None:
    """Let each append as many, round by round, and print what came out."""
    figures: dict[str, list[Figure]] = {one.name: [] for one in contenders}
    facts = {one.name: one.facts(range(1, events + 1)) for one in contenders}
    for turn in range(rounds):
        first = turn % len(contenders)
        for one in (*contenders[first:], *contenders[:first]):
            with one.opened(next(places)) as append:
                told = facts[one.name]
                figures[one.name].append(measured(lambda: work(append, told), events=events))  # noqa: B023 - called at once
    tell(title, figures, beside="pyeventsourcing")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--without", choices=("postgres", "sqlite"))
    asked = parser.parse_args()
    batches = {"events": asked.events, "rounds": asked.rounds}
    singles = {"events": asked.events // 5, "rounds": asked.rounds}
    all_ways = (Ours(), Rival(), RivalRecorder(), Bare())
    single_ways = (OursTogether(), Ours(), Rival(), RivalRecorder())
    if asked.without != "sqlite":
        with TemporaryDirectory() as home:
            places = folders(Path(home))
            compare("SQLite, batches of 100", all_ways, in_batches, places, **batches)
            compare("SQLite, 8 producers", single_ways, by_producers, places, **singles)
    if asked.without != "postgres":
        with databases() as places:
            compare("PostgreSQL, batches of 100", all_ways, in_batches, places, **batches)
            compare("PostgreSQL, 8 producers", single_ways, by_producers, places, **singles)


if __name__ == "__main__":
    main()
