"""Why an article is here, or isn't: all that is known under an address, a path, a guid or an id."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatch
from typing import Any
from urllib.parse import unquote

import sqlalchemy as sa

from ingestd.events import (
    DocumentDisappeared,
    DocumentErased,
    DocumentFiltered,
    DocumentFoundAgain,
    DocumentMoved,
    DocumentReceived,
    DocumentRejected,
    Event,
    Recorded,
)
from ingestd.events.subjects import document_stream, origin_stream, place_id
from ingestd.fetching.domains import domain_of
from ingestd.fetching.web_address import is_web_address
from ingestd.queries.paging import Row
from ingestd.queries.sources import list_sources
from ingestd.queries.views import ARTICLES
from ingestd.sources.folder import FolderOptions
from ingestd.sources.litter import is_litter
from ingestd.sources.naming import address_key, guid_key
from ingestd.store import identities, origins, refusals
from ingestd.store.event_log import EventLog

MEMBERS = 20
"""Things in a bundle whose stories are told; there may be thousands."""


def why(connection: sa.Connection, asked: str, places: Iterable[str]) -> Row:
    """Tell what became of something, event by event, or who could have shown it.

    `places` are the origins that `asked` may mean. The answer is a sentence; `story` has a row
    for each thing that happened, in the order of the log; `sources`, where it was never seen,
    those that could show it, and how they do.
    """
    places = list(dict.fromkeys([asked, *places]))
    sources = list_sources(connection)
    names = _names(asked, places, sources)
    documents = _documents(connection, asked, places, names)
    story = list(_story(connection, documents, places))
    marks = [*map(place_id, places), *map(refusals.mark_of, names)]
    erased = refusals.of(connection, marks)
    if not story and erased:
        refusal = erased[min(erased)]
        story = [_line("erased", at=refusal.refused_at, reason=refusal.reason)]
        story[0]["article"] = refusal.document
    return {
        "asked": asked,
        "answer": _answer(story),
        "articles": [_shown(connection, document) for document in documents],
        "story": story,
        "sources": [] if story else list(_could(places, sources)),
    }


def _names(asked: str, places: Iterable[str], sources: Iterable[Row]) -> list[str]:
    feeds = [source["address"] for source in sources]
    keys = [address_key(place) for place in places]
    keys += [guid_key(asked, feed=feed) for feed in ["", *feeds]]
    return list(dict.fromkeys(key.text for key in keys if key is not None))


def _documents(
    connection: sa.Connection, asked: str, places: Iterable[str], names: list[str]
) -> list[str]:
    """The documents that are, or were, at these places or known by these names."""
    found = {document for document in identities.known(connection, names).values() if document}
    for rows in origins.at(connection, list(places)).values():
        found |= {row.document for row in rows if row.document}
    for place in places:
        found |= set(origins.inside(connection, place, limit=MEMBERS))
    if asked.startswith("art_"):
        found.add(asked)
    return sorted(found)


def _story(
    connection: sa.Connection, documents: Iterable[str], places: Iterable[str]
) -> Iterator[Row]:
    streams = [*map(document_stream, documents), *map(origin_stream, places)]
    told = (recorded for stream in streams for recorded in EventLog.stream(connection, stream))
    for recorded in sorted(told, key=lambda one: one.position):
        yield from _told(recorded)


def _told(recorded: Recorded[Event]) -> Iterator[Row]:
    fact, at, position = recorded.event, recorded.recorded_at, recorded.position
    if type(fact) in _WHAT:
        what, reason = _WHAT[type(fact)](fact)
        line = _line(what, at=at, reason=reason)
        values = {name: getattr(fact, name, None) for name in ("source", "origin", "revision")}
        article = getattr(fact, "document", None)
        yield line | values | {"article": article, "position": position}


_WHAT: Mapping[type[Event], Callable[[Any], tuple[str, str | None]]] = {
    DocumentReceived: lambda fact: (
        ("accepted", None) if fact.revision == 1 else ("revised", fact.cause)
    ),
    DocumentFoundAgain: lambda fact: (
        ("back", None) if fact.again else ("duplicate", f"the same {fact.by}")
    ),
    DocumentMoved: lambda fact: ("moved", f"it was at {fact.before}"),
    DocumentDisappeared: lambda fact: ("withdrawn" if fact.withdrawn else "gone", None),
    DocumentRejected: lambda fact: ("rejected", fact.reason),
    DocumentFiltered: lambda fact: ("filtered", fact.rule),
    DocumentErased: lambda fact: ("erased", fact.reason),
}
"""What became of it, in a word, and why."""


def _line(what: str, *, at: str, reason: str | None) -> Row:
    return {
        "at": at,
        "what": what,
        "source": None,
        "origin": None,
        "revision": None,
        "reason": reason,
        "article": None,
        "position": None,
    }


def _answer(story: list[Row]) -> str:
    if not story:
        return "it was never seen"
    last = story[-1]
    article = next((line["article"] for line in story if line["article"]), None)
    here = f"it is the article {article}" if article else "it is no article"
    why = f": {last['reason']}" if last["reason"] else ""
    said = {
        "accepted": here,
        "revised": here,
        "back": here,
        "moved": here,
        "duplicate": f"{here}, found at more than one place",
        "gone": f"{here}, but {last['origin']} does not show it any more",
    }
    return said.get(last["what"], f"it was {last['what']}{why}")


def _shown(connection: sa.Connection, document: str) -> Row:
    query = sa.select(ARTICLES.c.title, ARTICLES.c.revision).where(ARTICLES.c.id == document)
    row = connection.execute(query).mappings().first()
    return {"id": document, "title": row and row["title"], "is_shown": row is not None}


def _could(places: Iterable[str], sources: Iterable[Row]) -> Iterator[Row]:
    """The sources that could show something at these places, and what keeps them from it."""
    for source in sources:
        for place in places:
            if (why := _relation(place, source)) is not None:
                shown = ("name", "kind", "address", "state", "reason", "last_look_at")
                yield {name: source[name] for name in shown} | {"why": why}
                break


def _relation(place: str, source: Row) -> str | None:
    address = source["address"]
    if is_web_address(place) and is_web_address(address):
        same = domain_of(place) == domain_of(address)
        return f"it is at {domain_of(address)} too" if same else None
    path = unquote(place.removeprefix("file://"))
    if place.startswith("file://") and source["kind"] == "folder":
        inside = path.startswith(f"{address.rstrip('/')}/")
        return _in_folder(path, source) if inside else None
    return None


def _in_folder(path: str, source: Row) -> str:
    name = path.rpartition("/")[2]
    default = FolderOptions.model_fields["include"].default
    include = json.loads(source["options"]).get("include", default)
    if is_litter(name):
        return "the path lies in its folder, but files of such names are never taken in"
    if not any(fnmatch(name.lower(), pattern.lower()) for pattern in include):
        return f"the path lies in its folder, but matches none of {', '.join(include)}"
    return "the path lies in its folder"
