"""Where WebSub hubs call: to have a subscription confirmed, and to tell of news (W3C WebSub)."""

from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response

PATH = "/websub"
MOST_BYTES = 4 * 2**20
"""What a hub may send; it is read for its signature alone."""
LONGEST = 2_000

router = APIRouter(prefix=PATH)
Word = Annotated[str, Query(max_length=LONGEST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What a hub wants to be sure of; `lease` is in seconds, where it says so."""

    mode: str
    topic: str
    lease: int | None = None
    reason: str | None = None


class Callbacks(Protocol):
    """Who subscribed; any thread may ask. Its methods raise StoreError."""

    def confirm(self, token: str, intent: Intent) -> bool:
        """Whether that is what was asked of the hub; it counts from now on."""

    def receive(self, token: str, body: bytes, signature: str) -> bool:
        """Hear that there is news; False where nobody subscribed to that."""


@router.get("/{token}")
def confirm(  # noqa: PLR0913 - each is a word of the protocol
    request: Request,
    token: str,
    *,
    mode: Annotated[Word, Query(alias="hub.mode")],
    topic: Annotated[Word, Query(alias="hub.topic")],
    challenge: Annotated[Word, Query(alias="hub.challenge")] = "",
    lease: Annotated[int | None, Query(alias="hub.lease_seconds", ge=0)] = None,
    reason: Annotated[Word | None, Query(alias="hub.reason")] = None,
) -> Response:
    """Say that it was us who asked, by giving the challenge back."""
    intent = Intent(mode=mode, topic=topic, lease=lease, reason=reason)
    if not _callbacks(request).confirm(token, intent):
        raise HTTPException(404)
    return PlainTextResponse(challenge, headers={"cache-control": "no-store"})


@router.post("/{token}")
async def receive(request: Request, token: str) -> Response:
    """Hear of news. Whether the signature is right is nobody's business who sends it."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise HTTPException(413, f"more than {MOST_BYTES:,} bytes are not read")
    signature = request.headers.get("x-hub-signature", "")
    callbacks = _callbacks(request)
    if not await run_in_threadpool(callbacks.receive, token, bytes(body), signature):
        raise HTTPException(410, "nobody is subscribed here any more")
    return Response(status_code=202)


def _callbacks(request: Request) -> Callbacks:
    callbacks: Callbacks = request.app.state.callbacks
    return callbacks
