"""What the server may touch: the store and the blobs, to read them."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from ingestd.store.blobs import Blobs
from ingestd.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Handed over by whoever starts the server; nothing here is ever written to."""

    database: Database
    blobs: Blobs
    version: str


async def _reading_of(request: Request) -> Reading:
    reading: Reading = request.app.state.reading
    return reading


Given = Annotated[Reading, Depends(_reading_of)]
"""A handler's way to what it reads."""
