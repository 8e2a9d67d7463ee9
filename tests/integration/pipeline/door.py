"""Sources whose items tests put on shelves, looked at one after the other."""

from collections.abc import Iterator
from typing import Any

import pytest

from ingestd.errors import IngestdError
from ingestd.events import (
    DocumentDisappeared,
    DocumentFiltered,
    DocumentFoundAgain,
    DocumentReceived,
    DocumentRejected,
    Event,
)
from ingestd.pipeline.looking import look
from ingestd.pipeline.recording import Outcome
from ingestd.pipeline.registration import register
from ingestd.pipeline.step import Tools
from ingestd.sources.found import Body, Bundle, Found
from ingestd.store import source_state
from ingestd.store.source_state import OUTCOMES
from tests.fixtures.shelves import Item, Shelf, body
from tests.fixtures.stores import HandClock, told


def entry(name: str, content: Item | str | None = None, **others: Any) -> Found:
    """An entry of a feed, at an address of its own unless told otherwise."""
    there = f"Words of entry {name}." if content is None else content
    shown = body(there, kind="feed") if isinstance(there, str) else there
    link = f"https://news.example/{name}"
    return item(link, shown, **({"url": link} | others))


def file(name: str, content: Item | str | None = None, **others: Any) -> Found:
    """A file of a folder."""
    there = f"Words of file {name}." if content is None else content
    shown = body(there) if isinstance(there, str) else there
    return item(f"file:///wire/{name}", shown, **others)


def item(origin: str, content: Item, **others: Any) -> Found:
    def load() -> Body:
        if isinstance(content, IngestdError):
            raise content
        return content

    return Found(**({"origin": origin, "mark": None, "load": load} | others))


class Newsroom:
    """Sources by name; `told` are the facts of documents, as short as they can be said."""

    def __init__(self, tools: Tools, clock: HandClock) -> None:
        self.tools, self.clock = tools, clock
        self.shelves: dict[str, Shelf] = {}

    def looks(self, name: str, *items: Found | Bundle, **others: Any) -> list[Outcome]:
        """Let a source show these, and look."""
        shelf = self.shelves.setdefault(name, Shelf(name=name, address=f"https://{name}/rss"))
        shelf.items = list(items)
        for key, value in others.items():
            setattr(shelf, key, value)
        _, outcomes = look(shelf, tools=self.tools, clock=self.clock)
        self.balances(name)
        return outcomes

    def kinds(self, name: str, *items: Found | Bundle, **others: Any) -> list[str]:
        """What became of what a source shows."""
        return [outcome.kind for outcome in self.looks(name, *items, **others)]

    def registers(self, *names: str) -> None:
        """Let these be configured, and no others."""
        register([self.shelves[name] for name in names], tools=self.tools)

    @property
    def facts(self) -> list[Event]:
        every = told(self.tools.database, self.tools.log)
        return [fact for fact in every if fact.stream.startswith(("document:", "origin:"))]

    @property
    def told(self) -> list[str]:
        return [_short(fact) for fact in self.facts]

    @property
    def articles(self) -> int:
        """How many documents there are."""
        return len({one for fact in self.facts if (one := getattr(fact, "document", None))})

    def balances(self, name: str) -> None:
        """What was seen is the sum of what became of it."""
        with self.tools.database.reading() as connection:
            state = source_state.read(connection, name)
        assert state.seen == sum(getattr(state, outcome) for outcome in OUTCOMES)


def _short(fact: Event) -> str:
    match fact:
        case DocumentReceived():
            about = f"Received {fact.revision} {fact.cause or ''}"
        case DocumentFoundAgain():
            about = "FoundAgain " + ("again" if fact.again else fact.by)
        case DocumentFiltered():
            about = f"Filtered {fact.rule}"
        case DocumentRejected():
            about = f"Rejected {fact.reason}"
        case DocumentDisappeared():
            about = "Disappeared" + " withdrawn" * fact.withdrawn
        case _:
            about = type(fact).__name__.removeprefix("Document")
    return about.strip()


@pytest.fixture
def newsroom(tools: Tools, clock: HandClock) -> Iterator[Newsroom]:
    room = Newsroom(tools, clock)
    yield room
    for name in room.shelves:
        room.balances(name)
