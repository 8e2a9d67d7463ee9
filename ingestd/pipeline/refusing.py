"""What was erased is not taken in again: neither its bytes, wherever, nor anything from its place.

Nothing is recorded of it: a rejection would write down its address once more.
"""

import sqlalchemy as sa

from ingestd.events.ids import digest, document_id
from ingestd.events.subjects import place_id
from ingestd.pipeline.decide import fingerprint_of
from ingestd.sources.found import Body
from ingestd.store import origins, refusals
from ingestd.store.refusals import Refusal

HINT = "what was erased stays away; another article is taken in from another place"


def closed(connection: sa.Connection, origin: str) -> Refusal | None:
    """Why nothing is taken in from a place: an article that began there was erased."""
    return refusals.find(connection, place_id(origin))


def refused(connection: sa.Connection, origin: str, body: Body) -> Refusal | None:
    """Why these bytes are not taken in at this place.

    They may be, although an erased document had them, where they are what another document
    began with, or what the place has shown before.
    """
    if (shut := closed(connection, origin)) is not None:
        return shut
    fingerprint = fingerprint_of(body)
    before = origins.find(connection, origin)
    if before is not None and before.fingerprint == fingerprint:
        return None
    if origins.latest_revision(connection, document_id(fingerprint)) is not None:
        return None
    return refusals.find(connection, digest(body.content))


def why(refusal: Refusal) -> str:
    """The reason, as it is told."""
    return f"it was erased at {refusal.refused_at}: {refusal.reason}"
