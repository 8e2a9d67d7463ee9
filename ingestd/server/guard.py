"""What holds for every answer: it does no harm, whatever is in it, and there is always one."""

from collections.abc import Awaitable, Callable

import structlog
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger()
Tell = Callable[[Request, Exception], Awaitable[Response]]

SAFETY = {
    # no script at all; style, pictures and forms only of our own
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    # what is read here is nobody's business behind a link to elsewhere
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Wraps the application: adds headers, answers HEAD as GET without its body, and bugs at all."""

    def __init__(self, app: ASGIApp, tell: Tell) -> None:
        self._app = app
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and mend what comes back."""
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in SAFETY.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["type"] == "http" and scope["method"] == "HEAD":
            # the server below sends no body to HEAD, whatever it is given
            scope = {**scope, "method": "GET"}
        try:
            await self._app(scope, receive, guarded)
        except Exception as bug:
            # whoever asked is told, and the others on this connection are still answered
            log.exception("request.failed", path=scope["path"])
            if begun:
                raise
            await (await self._tell(Request(scope), bug))(scope, receive, guarded)
