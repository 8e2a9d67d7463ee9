"""A log as a busy newsroom would have it, made anew from a seed: news, revisions, quarrels, polls.

`python -m benchmarks.history --events N --into FOLDER` makes `history-N.db` there once. An
article is received, parsed and extracted, with some 30 mentions of some 12 entities and one
or two deals; a tenth of all events are of other kinds.
"""

import argparse
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.world import Told, World
from ingestd.clock import rfc3339
from ingestd.events import (
    DocumentExtracted,
    DocumentFoundAgain,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Draft,
    Event,
    Extraction,
    SourcePolled,
    SourceRegistered,
)
from ingestd.events.facts import Block
from ingestd.events.ids import digest, document_id
from ingestd.store import schema
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog

BEGAN = datetime(2024, 1, 1, tzinfo=UTC)
BATCH = 200
"""Events of a transaction: some sixty articles, which came within the hour."""
REVISED, AGAIN, REJECTED, POLLED = 0.02, 0.12, 0.08, 0.12
ACTORS = {
    DocumentReceived: "intake@1",
    DocumentParsed: "parse@1",
    DocumentExtracted: "extract@1",
}


class Newsroom:
    """Tells one event after the other; the same seed, the same story."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  chance that can be repeated
        self._world = World(self._chance)
        self._articles: list[tuple[str, str, Told]] = []
        self._revised: set[str] = set()
        self._at = BEGAN

    def __call__(self) -> datetime:
        """What its clock shows: news are taken in when they are published."""
        return self._at

    def events(self) -> Iterator[Event]:
        for number in range(20):
            yield SourceRegistered(
                source=f"wire-{number}",
                kind="feed",
                address=f"https://{number}.test",
                options="",
            )
        while True:
            yield from self._news()
            chance = self._chance.random()
            if self._articles and chance < REVISED:
                yield from self._revision()
            elif self._articles and chance < REVISED + AGAIN:
                yield self._found_again()
            elif chance < REVISED + AGAIN + REJECTED:
                yield self._rejected()
            elif chance < REVISED + AGAIN + REJECTED + POLLED:
                yield self._polled()

    def _source(self) -> str:
        return f"wire-{self._chance.randrange(20)}"

    def _news(self) -> Iterator[Event]:
        number = len(self._articles)
        self._at += timedelta(seconds=self._chance.randint(1, 90))
        blob = digest(f"article {number}".encode())
        document = document_id(blob)
        origin = (
            f"https://{self._chance.randrange(20)}.test/news/{self._at:%Y/%m}/{number}.html"
        )
        told = self._world.article(self._at)
        self._articles.append((document, origin, told))
        yield self._received(document, origin, blob, 1)
        yield from self._read(document, told, blob, 1)

    def _revision(self) -> Iterator[Event]:
        recent = self._articles[-200:]
        document, origin, told = self._chance.choice(recent)
        if document in self._revised:
            return  # there is one second revision
        self._revised.add(document)
        told = self._world.revised(told)
        blob = digest(f"revision of {document} at {rfc3339(self._at)}".encode())
        yield self._received(document, origin, blob, 2)
        yield from self._read(document, told, blob, 2)

    def _received(self, document: str, origin: str, blob: str, revision: int) -> Event:
        return DocumentReceived(
            document=document,
            revision=revision,
            source=self._source(),
            origin=origin,
            url=origin,
            blob=blob,
            media_type="text/html",
            size=self._chance.randint(2_000, 90_000),
            title="Two houses sign",
        )

    def _read(self, document: str, told: Told, blob: str, revision: int) -> Iterator[Event]:
        text = digest(f"text of {blob}".encode())
        yield DocumentParsed(
            document=document,
            revision=revision,
            blob=blob,
            text=text,
            language=told.language,
            title=f"{told.entities[-1].name} and {told.entities[0].name} sign",
            published=rfc3339(self._at),
            author=None,
            words=self._chance.randint(150, 900),
            blocks=(
                Block(kind="title", start=0, end=60),
                Block(kind="body", start=62, end=told.end),
            ),
            parser="html@1",
        )
        yield DocumentExtracted(
            document=document,
            revision=revision,
            text=text,
            language=told.language,
            extractor="rules",
            version="1",
            extraction=Extraction(entities=told.entities, deals=told.deals),
        )

    def _found_again(self) -> Event:
        document, origin, _ = self._chance.choice(self._articles[-2_000:])
        return DocumentFoundAgain(
            document=document,
            source=self._source(),
            origin=f"{origin}?from={self._chance.randrange(1_000_000)}",
            blob=digest(document.encode()),
        )

    def _rejected(self) -> Event:
        return DocumentRejected(
            source=self._source(),
            origin=f"https://{self._chance.randrange(20)}.test/lost/{self._chance.randrange(10**9)}",
            stage="intake",
            reason="it is empty",
        )

    def _polled(self) -> Event:
        return SourcePolled(
            source=self._source(), seen=12, accepted=8, revised=0, duplicate=1, unchanged=3,
            rejected=0,
        )  # fmt: skip


class Time:
    """A clock that moves on as the news come in."""

    def __init__(self) -> None:
        self.now = BEGAN

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def append(database: Database, events: int, *, seed: int = 1) -> None:
    """Fill an empty store's log."""
    newsroom = Newsroom(seed)
    log, story = EventLog(newsroom), newsroom.events()
    head = 0
    while head < events:
        drafts = [
            Draft(event=event, actor=ACTORS.get(type(event), "intake@1"))
            for event in islice(story, min(BATCH, events - head))
        ]
        with database.writing() as connection:
            head = log.append(connection, drafts)[-1]


def history(folder: Path, events: int) -> Path:
    """Return a folder with the log of so many events, made where it is not there yet."""
    made = folder / f"history-{events}"
    if not (made / "complete").exists():
        database = Database.in_folder(made)
        schema.ensure(database, Time())
        append(database, events)
        with database.writing() as connection:
            connection.exec_driver_sql("ANALYZE")
        database.close()
        (made / "complete").touch()
    return made


def main() -> None:
    """Make one, in a folder or behind a URL."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--into", default="var/histories", help="a folder, or a database's URL")
    given = parser.parse_args()
    if "://" in given.into:
        database = Database(given.into)
        schema.ensure(database, Time())
        append(database, given.events)
    else:
        print(history(Path(given.into), given.events))


if __name__ == "__main__":
    main()
