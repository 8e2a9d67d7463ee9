"""Answers that need not be sent twice: each carries a weak ETag of its body."""

import hashlib

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

NOT_MODIFIED = 304


class TaggedResponse(Response):
    """A whole body with an ETag; 304 without a body to whoever has it already."""

    def init_headers(self, headers: "dict[str, str] | None" = None) -> None:  # type: ignore[override]  # starlette's Mapping, narrowed to what we pass
        """Add the tag, and ask caches to compare it each time."""
        tag = hashlib.sha256(bytes(self.body)).hexdigest()[:32]
        super().init_headers(
            {"etag": f'W/"{tag}"', "cache-control": "no-cache"} | (headers or {})
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the body, or that it is still the same."""
        if self.status_code == 200 and self._is_known_to(Headers(scope=scope)):  # noqa: PLR2004 - OK
            kept = {name: self.headers[name] for name in ("etag", "cache-control")}
            await Response(status_code=NOT_MODIFIED, headers=kept)(scope, receive, send)
            return
        await super().__call__(scope, receive, send)

    def _is_known_to(self, asked: Headers) -> bool:
        known = [tag.strip() for tag in asked.get("if-none-match", "").split(",")]
        # RFC 9110 §13.1.2 compares weakly: W/ counts for nothing
        mine = self.headers["etag"].removeprefix("W/")
        return "*" in known or mine in [tag.removeprefix("W/") for tag in known]
