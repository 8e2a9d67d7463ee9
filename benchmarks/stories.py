"""How fast articles are put into stories, and whether that slows down as they grow in number.

`python -m benchmarks.stories [ARTICLES]`: invented articles, a fifth of them copies or tellings
of one before, 400 on a day, with names that are told of as names are (few often, most seldom).
Prints articles folded per second of CPU, for each tenth of the log.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ingestd.events import (
    DocumentExtracted,
    DocumentParsed,
    DocumentReceived,
    Draft,
    Event,
    ExtractedEntity,
    Extraction,
    Quote,
)
from ingestd.events.ids import digest, document_id
from ingestd.projections.runner import Following
from ingestd.projections.stories import stories
from ingestd.store import schema
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog

BEGINNING = datetime(2021, 1, 1, tzinfo=UTC)
A_DAY = 400
NAMES = 20_000
PARTS = 10
SOUNDS = ("ka", "lo", "mi", "re", "tu", "sha", "ven", "dor", "pil", "gan")


class World:
    """Where the news comes from; the same each time."""

    def __init__(self) -> None:
        self.chance = random.Random(4)  # noqa: S311 - the same news each time
        self.names = ["".join(self.chance.choices(SOUNDS, k=4)).title() for _ in range(NAMES)]
        self.weights = [1 / (rank + 20) for rank in range(NAMES)]
        self.lately: list[tuple[list[str], tuple[int, ...], tuple[str, ...]]] = []

    def article(self, number: int) -> Iterator[Event]:
        """What is recorded of one article."""
        names, sketch, figures = self._matter()
        blob = digest(f"{number}".encode())
        document = document_id(blob)
        day = (BEGINNING + timedelta(days=number // A_DAY)).date().isoformat()
        yield DocumentReceived(
            document=document, revision=1, source="wire", origin=f"https://wire.example/{number}",
            blob=blob, media_type="text/html", size=4000,
        )  # fmt: skip
        yield DocumentParsed(
            document=document, revision=1, blob=blob, text=blob, language="en",
            title=f"Title {number}", published=day, author=None, words=500, blocks=(),
            parser="bench@1", sketch=sketch, figures=figures,
        )  # fmt: skip
        entities = tuple(
            ExtractedEntity(
                name=f"{name} Works",
                type="company",
                mentions=(Quote(start=at, end=at + 5, text=f"{name} Works"),),
            )
            for at, name in enumerate(names)
        )
        yield DocumentExtracted(
            document=document, revision=1, text=blob, language="en", extractor="bench",
            version="1", extraction=Extraction(entities=entities),
        )  # fmt: skip

    def _matter(self) -> tuple[list[str], tuple[int, ...], tuple[str, ...]]:
        if self.lately and self.chance.random() < 1 / 5:
            names, sketch, figures = self.chance.choice(self.lately[-50:])
            if self.chance.random() < 1 / 2:  # in other words
                sketch = self._sketch()
            return names, sketch, figures
        names = self.chance.choices(self.names, self.weights, k=8)
        figures = tuple(str(self.chance.randrange(13, 100_000)) for _ in range(5))
        self.lately.append((names, self._sketch(), figures))
        return self.lately[-1]

    def _sketch(self) -> tuple[int, ...]:
        return tuple(sorted(self.chance.randrange(1 << 29) for _ in range(64)))


def main() -> None:
    """Append, then fold tenth by tenth."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    world, now = World(), [BEGINNING]
    with tempfile.TemporaryDirectory() as folder:
        database = Database.in_folder(Path(folder))
        log = EventLog(lambda: now[0])
        schema.ensure(database, lambda: now[0])
        following = Following(database, log, stories)
        for part in range(PARTS):
            first = part * articles // PARTS
            last = (part + 1) * articles // PARTS
            for start in range(first, last, 200):
                now[0] = BEGINNING + timedelta(days=start / A_DAY)
                facts = (
                    f for n in range(start, min(start + 200, last)) for f in world.article(n)
                )
                with database.writing() as connection:
                    log.append(
                        connection, [Draft(event=fact, actor="bench@1") for fact in facts]
                    )
            began, wall = time.process_time(), time.perf_counter()
            while following.advance(limit=1000):
                pass
            spent, waited = time.process_time() - began, time.perf_counter() - wall
            print(
                f"{last:>7} articles: {(last - first) / spent:,.0f}/s of CPU, "
                f"{(last - first) / waited:,.0f}/s of the clock",
                flush=True,
            )
        with database.reading() as connection:
            size = connection.exec_driver_sql(
                "SELECT count(*), sum(articles) FROM stories"
            ).one()
            print(f"{size[0]} stories of {size[1]} articles")
        database.close()


if __name__ == "__main__":
    main()
