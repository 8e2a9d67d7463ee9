"""What was erased is not taken in again: neither its bytes, wherever, nor anything from its place.

Nor the same article by its address or guid. Nothing is recorded of it: a rejection would
write down its address once more.
"""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from ingestd.events.subjects import place_id
from ingestd.sources.found import Body
from ingestd.sources.naming import Key
from ingestd.store import refusals
from ingestd.store.refusals import Refusal, mark_of

HINT = "what was erased stays away; another article is taken in from another place"


class Refusals:
    """Why some of what was found is not taken in."""

    def __init__(self, found: Mapping[str, Refusal], *, are_any: bool = True) -> None:
        self._found = found
        self.are_any = are_any
        """Whether anything at all is refused."""

    def closed(self, origin: str) -> Refusal | None:
        """Why nothing is taken in from a place: an article that began there was erased."""
        return self._found.get(place_id(origin)) if self._found else None

    def refused(
        self, origin: str, body: Body, keys: Iterable[Key], *, is_known: bool
    ) -> Refusal | None:
        """Why these bytes, or what they are known by, are not taken in at this place.

        `is_known` where another document has them, or the place has shown them before: then
        they may be, although an erased one had them too.
        """
        if not self._found:
            return None
        if (shut := self.closed(origin)) is not None or is_known:
            return shut
        marks = (body.digest, *(mark_of(key.text) for key in keys))
        return next((self._found[mark] for mark in marks if mark in self._found), None)


def of_places(connection: sa.Connection, origins: Iterable[str]) -> Refusals:
    """What is refused because of the place it is found at."""
    if not refusals.are_there(connection):
        return Refusals({}, are_any=False)
    return Refusals(refusals.of(connection, map(place_id, origins)))


def of_items(
    connection: sa.Connection, items: Iterable[tuple[str, Body | None, tuple[Key, ...]]]
) -> Refusals:
    """What is refused because of the place, the bytes, the address or the guid."""
    if not refusals.are_there(connection):
        return Refusals({}, are_any=False)
    marks: list[str] = []
    for origin, body, keys in items:
        marks += [place_id(origin), *(mark_of(key.text) for key in keys)]
        marks += [body.digest] if body else []
    return Refusals(refusals.of(connection, marks))


def why(refusal: Refusal) -> str:
    """The reason, as it is told."""
    return f"it was erased at {refusal.refused_at}: {refusal.reason}"
