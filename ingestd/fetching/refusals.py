"""What is said where a server, or the way to it, gives nothing to read."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from ssl import SSLCertVerificationError, SSLError
from typing import TYPE_CHECKING

from ingestd.clock import Clock
from ingestd.errors import FetchError, RefusedError, UnreachableError
from ingestd.fetching.limits import Limits, too_slow

if TYPE_CHECKING:
    import httpcore2

# who says no, cannot be trusted, or does not understand encryption, was reached
THERE = (ConnectionRefusedError, ConnectionResetError, SSLError)
SHORTEST_PAUSE = 1.0
LONGEST_PAUSE = 86_400.0
HINTS: Mapping[int, str] = {
    HTTPStatus.NOT_MODIFIED: "it was asked for the whole: a cache before it may be broken",
    HTTPStatus.UNAUTHORIZED: "it asks for a login: write it as https://user:password@host/…",
    HTTPStatus.FORBIDDEN: "the server does not let ingestd read this",
    HTTPStatus.NOT_FOUND: "correct the address, or remove the source",
    HTTPStatus.GONE: "it is gone for good: remove the source",
    HTTPStatus.TOO_MANY_REQUESTS: "ask less often: raise 'every' of the source",
}


def refusal(
    origin: str, status: int, phrase: str, *, retry_after: float | None = None
) -> RefusedError:
    """The error for an answer that is none."""
    reason = f"the server answered {status} {phrase}".rstrip()
    hint = HINTS.get(status)
    return RefusedError(origin, reason, status=status, retry_after=retry_after, hint=hint)


def retry_after(header: str | None, clock: Clock) -> float | None:
    """Seconds to wait, of a Retry-After in seconds or as a date: from a second to a day."""
    if header is None:
        return None
    seconds = _seconds(header.strip(), clock)
    return None if seconds is None else min(max(seconds, SHORTEST_PAUSE), LONGEST_PAUSE)


def _seconds(text: str, clock: Clock) -> float | None:
    if text.isascii() and text.isdecimal():
        return float(text[:10])  # more digits than that are no number of seconds
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return (_in_utc(moment) - clock()).total_seconds()


def _in_utc(moment: datetime) -> datetime:
    # "-0000", and no zone at all, are UTC in HTTP
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@contextmanager
def explained(origin: str, limits: Limits) -> Iterator[None]:
    """Turn the errors of the HTTP client into FetchError, with a reason people understand."""
    import httpcore2  # noqa: PLC0415 - not for those who only read folders

    try:
        yield
    except httpcore2.ConnectTimeout as error:
        reason = f"nobody answered there within {limits.seconds:g} s"
        raise UnreachableError(origin, reason) from error
    except httpcore2.TimeoutException as error:
        raise too_slow(origin, limits) from error
    except (httpcore2.UnsupportedProtocol, ValueError) as error:
        raise FetchError(origin, "this is no address of a page") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise _kind(error)(origin, plainly(error)) from error


def _kind(
    error: "httpcore2.NetworkError | httpcore2.ProtocolError",
) -> type[FetchError]:
    import httpcore2  # noqa: PLC0415 - as above

    no_way = isinstance(error, httpcore2.ConnectError) and not any(
        isinstance(cause, THERE) for cause in _causes(error)
    )
    return UnreachableError if no_way else FetchError


def plainly(error: BaseException) -> str:
    """What happened, in words without the names of classes."""
    for cause in _causes(error):
        if isinstance(cause, SSLCertVerificationError):
            return f"its certificate cannot be trusted: {cause.verify_message}"
        if isinstance(cause, SSLError):
            return (
                f"encryption failed: {(cause.reason or 'broken off').lower().replace('_', ' ')}"
            )
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror.lower()
    return f"the connection broke: {error}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
