"""A word that only the erased article had is in no byte that ingestd keeps."""

import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from ingestd.app import PROJECTIONS, STEPS
from ingestd.errors import FetchError, LostBlobError, StoreUnavailableError
from ingestd.events import ExtractedDeal, ExtractedEntity, ExtractedParty, Extraction, Quote
from ingestd.events.ids import Digest, digest
from ingestd.extraction.extractor import Article
from ingestd.pipeline import follower
from ingestd.pipeline.erasing import erase
from ingestd.pipeline.extract import extract_step
from ingestd.pipeline.intake import Outcome
from ingestd.pipeline.parse import parse_step
from ingestd.pipeline.step import Step, Tools
from ingestd.projections import runner
from ingestd.replay import verify
from ingestd.replay.erasures import finish
from ingestd.sources.found import Body, Found
from ingestd.store.blobs_folder import FolderBlobs
from ingestd.store.database import Database
from tests.fixtures.building import SOURCE
from tests.fixtures.shelves import FirstWord, body, take_in
from tests.fixtures.stores import HandClock

CANARY = "Zyzzogeton"
TEXT = f"{CANARY} Ltd and Harbour Ltd signed a memorandum of understanding. "
PLACE = f"https://news.example/{CANARY}/1"
OTHERS = "Harbour Ltd and Blue River Ltd signed a contract."


def item(place: str, content: Body | FetchError) -> Found:
    def load() -> Body:
        if isinstance(content, FetchError):
            raise content
        return content

    return Found(origin=place, mark=None, load=load)


def original(text: str = TEXT * 40) -> Body:
    words = f"{CANARY} signs"
    return body(text, title=words, url=PLACE, author=f"by {CANARY}")


def says(article: Article) -> Extraction:
    """Every name that ends in Ltd is a company; the first two agreed on something."""
    words = article.text.split()
    names = [f"{a} {b}" for a, b in pairwise(words) if b.startswith("Ltd")]
    entities = tuple(
        ExtractedEntity(
            name=name, type="company", mentions=(_quote(article, name),), aliases=(name[:4],)
        )
        for name in dict.fromkeys(names)
    )
    deal = ExtractedDeal(
        type="mou",
        status="signed",
        parties=(ExtractedParty(entity=0), ExtractedParty(entity=1)),
        evidence=(_quote(article, article.text[:60]),),
        subject=names[0],
    )
    return Extraction(entities=entities, deals=(deal,))


def _quote(article: Article, words: str) -> Quote:
    start = article.text.index(words)
    return Quote(start=start, end=start + len(words), text=words)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """All parts on one store, and the files they write."""

    tools: Tools
    clock: HandClock
    folder: Path

    def take(self, place: str, content: Body | FetchError) -> Outcome:
        outcome = take_in(item(place, content), source=SOURCE, tools=self.tools)
        assert outcome is not None
        self.follow()
        return outcome

    def follow(self) -> None:
        while sum(follower.advance(step, self.tools) for step in STEPS):
            pass
        for projection in PROJECTIONS:
            while runner.advance(self.tools.database, self.tools.log, projection):
                pass

    def finish(self, *, patience: float = 60) -> int:
        return finish(self.tools, PROJECTIONS, clock=self.clock, patience=patience)

    def erase(self, document: str) -> None:
        erase(document, reason="asked for", who="me", tools=self.tools)

    def files_with_the_word(self) -> list[str]:
        """Names of the files in which the canary is, in any case, compressed or not."""
        if not self.tools.database.is_sqlite:
            _write_out(self.tools.database)
        found = (path for place in self._places() for path in sorted(place.rglob("*")))
        return [path.name for path in found if path.is_file() and _has_it(path)]

    def _places(self) -> Iterator[Path]:
        yield self.folder
        if not self.tools.database.is_sqlite:
            with self.tools.database.bare() as connection:
                where = "SELECT current_setting('data_directory'), oid FROM pg_database"
                row = connection.exec_driver_sql(
                    f"{where} WHERE datname = current_database()"
                ).one()
            yield Path(row[0]) / "base" / str(row[1])


def _write_out(database: Database) -> None:
    with database.bare() as connection:
        connection.exec_driver_sql("CHECKPOINT")


def _has_it(path: Path) -> bool:
    content = path.read_bytes()
    if content.startswith(b"\x78"):  # zlib's first byte
        content = zlib.decompress(content)
    return CANARY.lower().encode() in content.lower()


@pytest.fixture
def desk(tools: Tools, clock: HandClock, tmp_path: Path) -> Desk:
    if not tools.database.is_sqlite:
        with tools.database.bare() as connection:  # what is compressed there could not be found
            connection.exec_driver_sql(
                "ALTER TABLE events ALTER COLUMN data SET STORAGE EXTERNAL"
            )
    reader = FirstWord(name="reader", saying=says)
    return Desk(tools=replace(tools, extractors=(reader,)), clock=clock, folder=tmp_path)


@pytest.fixture
def article(desk: Desk) -> str:
    """An article that could not be reached at first, has a copy, two revisions, and neighbours."""
    desk.take("https://news.example/other", body(OTHERS))
    desk.take(PLACE, FetchError(PLACE, f"no {CANARY} there"))
    outcome = desk.take(PLACE, original())
    desk.take(f"{PLACE}/copy", original())
    desk.take(PLACE, original(TEXT * 41))
    desk.take(PLACE, FetchError(PLACE, f"no {CANARY} there any more"))
    with desk.tools.database.bare() as connection:
        if desk.tools.database.is_sqlite:
            _leave_behind(connection)
        else:
            connection.exec_driver_sql("ANALYZE")  # as the server does by itself, in time
    assert outcome.document is not None
    return outcome.document


def _leave_behind(connection: sa.Connection) -> None:
    """Old bytes on a free page, as a program leaves them that does not overwrite."""
    connection.exec_driver_sql("PRAGMA secure_delete = OFF")
    connection.exec_driver_sql("CREATE TABLE old (words TEXT)")
    connection.exec_driver_sql("INSERT INTO old VALUES (?)", (TEXT * 20_000,))
    connection.exec_driver_sql("DROP TABLE old")
    connection.exec_driver_sql("PRAGMA secure_delete = FAST")


def test_the_word_is_in_no_byte_after_the_erasure(desk: Desk, article: str) -> None:
    assert len(desk.files_with_the_word()) > 2

    desk.erase(article)
    desk.finish()

    assert desk.files_with_the_word() == []
    found = [verify(desk.tools.database, desk.tools.log, each) for each in PROJECTIONS]
    assert [each.differences for each in found] == [()] * len(PROJECTIONS)


def test_what_comes_again_is_refused_and_leaves_no_trace(desk: Desk, article: str) -> None:
    desk.erase(article)
    desk.finish()
    with desk.tools.database.reading() as connection:
        head = desk.tools.log.head(connection)

    outcomes = [
        desk.take(PLACE, original()),
        desk.take(PLACE, original(TEXT)),
        desk.take(PLACE, FetchError(PLACE, "it does not answer")),
        desk.take(f"{PLACE}/elsewhere", original(TEXT * 41)),
    ]

    reason = "it was erased at 2021-11-11T"
    assert [outcome.kind for outcome in outcomes] == ["rejected"] * 4
    assert [(outcome.reason or "")[: len(reason)] for outcome in outcomes] == [reason] * 4
    assert {outcome.document for outcome in outcomes} == {article}
    assert not any(outcome.news for outcome in outcomes)
    with desk.tools.database.reading() as connection:
        assert desk.tools.log.head(connection) == head
    assert desk.files_with_the_word() == []


def test_what_another_article_has_too_stays(desk: Desk) -> None:
    first = desk.take("https://news.example/a", body(OTHERS, title="One"))
    second = desk.take("https://news.example/b", body(OTHERS, title="Another"))
    assert first.document != second.document
    assert first.document is not None

    desk.erase(first.document)
    removed = desk.finish()

    assert removed == 0
    assert desk.tools.blobs.get(digest(OTHERS.encode())) == OTHERS.encode()
    again = desk.take("https://news.example/b", body(OTHERS, title="Another"))
    copied = desk.take("https://news.example/c", body(OTHERS, title="Another"))
    assert (again.kind, copied.kind) == ("unchanged", "duplicate")


def test_what_is_interrupted_is_done_to_its_end_later(desk: Desk, article: str) -> None:
    desk.erase(article)  # and the machine stops here
    assert desk.files_with_the_word() != []

    removed = desk.finish()

    assert removed == 2  # revisions, each original its own text
    assert desk.files_with_the_word() == []
    assert desk.finish() == 0


def test_an_old_reader_is_waited_for_and_named(desk: Desk, article: str) -> None:
    with desk.tools.database.peeking() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM events")
        desk.erase(article)

        with pytest.raises(StoreUnavailableError, match="somebody reads a moment from before"):
            desk.finish(patience=0.2)

    desk.finish()
    assert desk.files_with_the_word() == []


class Slow(FolderBlobs):
    """Blobs that are put only after something else has happened."""

    def __init__(self, folder: Path, *, first: Callable[[], None]) -> None:
        super().__init__(folder)
        self._first = first

    def put(self, content: bytes) -> Digest:
        self._first()
        return super().put(content)


@pytest.mark.parametrize("late", [parse_step, extract_step], ids=lambda step: step.name)
def test_what_was_read_while_it_was_erased_is_not_kept(desk: Desk, late: Step) -> None:
    outcome = take_in(item(PLACE, original()), source=SOURCE, tools=desk.tools)
    assert outcome is not None
    assert outcome.document is not None
    document = outcome.document

    def erase_first() -> None:
        desk.erase(document)
        desk.finish()

    def says_late(article: Article) -> Extraction:
        erase_first()
        return says(article)

    slow = replace(desk.tools, blobs=Slow(desk.folder / "blobs", first=erase_first))
    if late is extract_step:
        while follower.advance(parse_step, desk.tools):
            pass
        slow = replace(desk.tools, extractors=(FirstWord(name="slow", saying=says_late),))

    while follower.advance(late, slow):
        pass

    desk.follow()
    assert desk.files_with_the_word() == []


def test_an_extractor_that_fails_while_it_is_erased_is_not_told_of(desk: Desk) -> None:
    outcome = take_in(item(PLACE, original()), source=SOURCE, tools=desk.tools)
    assert outcome is not None
    document = outcome.document or ""

    def fail_late(article: Article) -> Extraction:
        desk.erase(document)
        raise ValueError(article.text)

    slow = replace(desk.tools, extractors=(FirstWord(name="slow", saying=fail_late),))
    while sum(follower.advance(step, slow) for step in STEPS):
        pass

    desk.follow()
    desk.finish()
    assert desk.files_with_the_word() == []


def test_a_place_that_fails_while_it_is_erased_is_not_told_of(desk: Desk, article: str) -> None:
    def fail_late() -> Body:
        desk.erase(article)
        raise FetchError(PLACE, "it does not answer")

    outcome = take_in(
        Found(origin=PLACE, mark=None, load=fail_late), source=SOURCE, tools=desk.tools
    )

    desk.finish()
    assert outcome is not None
    assert (outcome.kind, outcome.news, outcome.document) == ("rejected", False, article)
    assert desk.files_with_the_word() == []


def test_a_place_that_changes_while_it_is_erased_is_not_kept(desk: Desk, article: str) -> None:
    def change_late() -> Body:
        desk.erase(article)
        return original(TEXT)

    outcome = take_in(
        Found(origin=PLACE, mark=None, load=change_late), source=SOURCE, tools=desk.tools
    )

    desk.finish()
    assert outcome is not None
    assert (outcome.kind, outcome.news, outcome.document) == ("rejected", False, article)
    assert desk.files_with_the_word() == []


def test_what_was_found_while_it_was_erased_is_not_kept(desk: Desk, article: str) -> None:
    def erase_first() -> None:
        desk.erase(article)
        desk.finish()

    slow = replace(desk.tools, blobs=Slow(desk.folder / "blobs", first=erase_first))

    outcome = take_in(item(f"{PLACE}/late", original()), source=SOURCE, tools=slow)

    assert outcome is not None
    assert (outcome.kind, outcome.news) == ("rejected", False)
    assert desk.files_with_the_word() == []


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_copy_made_afterwards_has_nothing_of_it(
    desk: Desk, article: str, tmp_path: Path
) -> None:
    desk.erase(article)
    desk.finish()
    kept = desk.tools.database.where.removeprefix("sqlite:///")

    with closing(sqlite3.connect(kept)) as source:
        source.execute("VACUUM INTO ?", [str(tmp_path / "into.db")])
        with closing(sqlite3.connect(tmp_path / "online.db")) as target:
            source.backup(target)
    shutil.copy(kept, tmp_path / "copied.db")

    assert desk.files_with_the_word() == []


def test_the_originals_are_lost_for_whoever_asks(desk: Desk, article: str) -> None:
    blob = digest((TEXT * 40).encode())
    assert desk.tools.blobs.get(blob)

    desk.erase(article)
    desk.finish()

    with pytest.raises(LostBlobError):
        desk.tools.blobs.get(blob)
