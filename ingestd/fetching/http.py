"""The one door to other machines: GET, guarded, bounded in time and size."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from ssl import SSLCertVerificationError, SSLError
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ingestd import __version__
from ingestd.errors import FetchError, RefusedError, UnreachableError
from ingestd.fetching.limits import Limits, too_large
from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import without_secret

if TYPE_CHECKING:
    import httpx2

USER_AGENT = f"ingestd/{__version__} (news corpus ingestion daemon)"
MOST_REDIRECTS = 5
REDIRECTS = {301, 302, 303, 307, 308}
ENCODINGS = {"", "identity", "gzip", "x-gzip", "deflate"}
READABLE = {HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION}
HINTS: Mapping[int, str] = {
    HTTPStatus.UNAUTHORIZED: "it asks for a login: write it as https://user:password@host/…",
    HTTPStatus.FORBIDDEN: "the server does not let ingestd read this",
    HTTPStatus.NOT_FOUND: "correct the address, or remove the source",
    HTTPStatus.GONE: "it is gone for good: remove the source",
    HTTPStatus.TOO_MANY_REQUESTS: "ask less often: raise 'every' of the source",
}


class GuardedWeb:
    """The web through the guard; see Web."""

    def get(
        self,
        url: str,
        *,
        limits: Limits,
        headers: Mapping[str, str] | None = None,
        as_robot: bool = False,  # noqa: ARG002 - a seam
    ) -> Reply:
        """Get what is at `url`; see Web."""
        return fetch(url, limits=limits, headers=headers)


def fetch(url: str, *, limits: Limits, headers: Mapping[str, str] | None = None) -> Reply:
    """Get what is at `url`, following redirects; a 304 is a reply without content.

    Raises FetchError, with a reason that a person understands, for everything else.
    """
    # a third of a second: not for those who only read folders
    import httpx2  # noqa: PLC0415

    from ingestd.fetching.guard import Allowance, GuardedTransport  # noqa: PLC0415

    allowance = Allowance(without_secret(url), time.monotonic() + limits.seconds, limits)
    sent = {"user-agent": USER_AGENT, "accept-encoding": "gzip, deflate", **(headers or {})}
    with (
        _explained(url, limits),
        httpx2.Client(
            transport=GuardedTransport(allowance),
            headers=sent,
            timeout=limits.seconds,
            trust_env=False,
        ) as client,
    ):
        return _follow(client, url, limits)


def _follow(client: "httpx2.Client", url: str, limits: Limits) -> Reply:
    at = url
    for _ in range(MOST_REDIRECTS + 1):
        _check_scheme(url, at)
        with client.stream("GET", at) as response:
            target = response.headers.get("location")
            if response.status_code not in REDIRECTS or not target:
                return _read(url, response, limits)
        at = urljoin(at, target)
    raise FetchError(without_secret(url), f"more than {MOST_REDIRECTS} redirects")


def _check_scheme(url: str, at: str) -> None:
    scheme = urlsplit(at).scheme
    if scheme not in {"http", "https"}:
        reason = f"it leads to {scheme or 'an unknown'}: addresses, which are not followed"
        raise FetchError(without_secret(url), reason)


def _read(url: str, response: "httpx2.Response", limits: Limits) -> Reply:
    status = response.status_code
    headers = {name.lower(): value for name, value in response.headers.items()}
    if status == HTTPStatus.NOT_MODIFIED:
        content = b""
    elif status in READABLE:
        content = _content(url, response, limits)
    else:
        reason = f"the server answered {status} {response.reason_phrase}".rstrip()
        raise RefusedError(without_secret(url), reason, status=status, hint=HINTS.get(status))
    at = without_secret(str(response.url))
    return Reply(url=at, status=status, headers=headers, content=content)


def _content(url: str, response: "httpx2.Response", limits: Limits) -> bytes:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        reason = f"the answer is packed as '{encoding}', which was not asked for"
        raise FetchError(without_secret(url), reason)
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > limits.max_bytes:
            raise too_large(without_secret(url), limits)
    return bytes(content)


@contextmanager
def _explained(url: str, limits: Limits) -> Iterator[None]:
    import httpx2  # noqa: PLC0415 - as above

    at = without_secret(url)
    try:
        yield
    except httpx2.TimeoutException as error:
        reason = f"no complete answer within {limits.seconds:g} s"
        raise FetchError(at, reason, hint="raise 'timeout' of the source") from error
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, ValueError) as error:
        raise FetchError(at, "this is no address of a page") from error
    except httpx2.DecodingError as error:
        raise FetchError(at, "the compressed answer is damaged") from error
    except httpx2.ConnectError as error:
        raise UnreachableError(at, _plainly(error)) from error
    except httpx2.TransportError as error:
        raise FetchError(at, _plainly(error)) from error


def _plainly(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, SSLCertVerificationError):
            return f"its certificate cannot be trusted: {cause.verify_message}"
        if isinstance(cause, SSLError):
            return (
                f"encryption failed: {(cause.reason or 'broken off').lower().replace('_', ' ')}"
            )
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror.lower()
        cause = cause.__cause__ or cause.__context__
    return f"the connection broke: {error}"
