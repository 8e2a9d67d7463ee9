"""One question to a server of models: asked again where that helps, and no oftener than it likes."""

from collections.abc import Callable
from http import HTTPStatus
from ipaddress import ip_network
from typing import TypeVar

import msgspec

from ingestd.config.extraction import LlmSettings
from ingestd.errors import (
    BusyHostError,
    FetchError,
    PrivateHostError,
    RefusedError,
    UnavailableError,
    UnreachableError,
    UnreadableError,
)
from ingestd.extraction.models.answer import MalformedAnswerError
from ingestd.extraction.models.apis import APIS, CutError, Said
from ingestd.fetching.http import GuardedWeb
from ingestd.fetching.limits import Limits

R = TypeVar("R")
Pause = Callable[[float], bool]
"""Waits so many seconds; True where it should not go on."""

MOST_BYTES = 2**23
FIRST_PAUSE, LONGEST_PAUSE = 1, 60
# what a server says of this one question; all else it says of itself
OF_THE_QUESTION = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
}
OF_US = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


class Asking:
    """The server that is set, asked through the guarded web."""

    def __init__(self, settings: LlmSettings, web: GuardedWeb, pause: Pause) -> None:
        self._settings = settings
        self._web = web
        self._pause = pause
        self._api = APIS[settings.api]
        networks = tuple(ip_network(text) for text in settings.allow_networks)
        self._limits = Limits(max_bytes=MOST_BYTES, seconds=settings.timeout, networks=networks)

    def body(self, question: str) -> bytes:
        """What is sent for a question: the same bytes each time."""
        return msgspec.json.encode(self._api.body(self._settings, question))

    def ask(self, body: bytes, read: Callable[[Said], R]) -> R:
        """What `read` makes of the answer; where it raises MalformedAnswerError, ask again.

        Raises UnavailableError where the server cannot be asked now, UnreadableError where it
        has no answer to this question.
        """
        failure: Exception | None = None
        for attempt in range(self._settings.retries + 1):
            if failure is not None and self._pause(_pause_after(failure, attempt)):
                break
            try:
                return read(self._api.said(self._send(body)))
            except CutError:
                raise _cut() from None
            except (FetchError, MalformedAnswerError) as error:
                failure = error
            if not _may_pass(failure):
                break
        raise _final(failure)

    def _send(self, body: bytes) -> bytes:
        settings = self._settings
        return self._web.ask(
            settings.url + self._api.path,
            json=body,
            headers=self._api.headers(settings),
            limits=self._limits,
        ).content


def _pause_after(failure: Exception, attempt: int) -> float:
    """Seconds to wait: as long as we are told, else longer each time."""
    return _wish(failure) or min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE)


def _may_pass(failure: Exception) -> bool:
    """Whether asking again soon may help."""
    if isinstance(failure, RefusedError) and failure.status in OF_US | OF_THE_QUESTION:
        return False
    return not isinstance(failure, PrivateHostError) and _wish(failure) <= LONGEST_PAUSE


def _wish(failure: Exception | None) -> float:
    """Seconds after which we are told to come again; 0 where nothing is said."""
    if isinstance(failure, BusyHostError):
        return failure.until
    return (failure.retry_after or 0.0) if isinstance(failure, RefusedError) else 0.0


def _final(failure: Exception | None) -> Exception:
    if isinstance(failure, MalformedAnswerError):
        hint = "another model may follow the schema; 'ingestd rejected retry' asks again"
        return UnreadableError(f"the model's answer cannot be used: {failure}", hint=hint)
    if isinstance(failure, RefusedError) and failure.status in OF_THE_QUESTION:
        hint = "see the server's own log; a smaller 'extraction.llm.window' may help"
        return UnreadableError(str(failure), hint=hint)
    return UnavailableError(
        f"the model cannot be asked: {failure}",
        hint=_hint(failure),
        pause=_wish(failure),
        is_suspect=_is_suspect(failure),
    )


def _is_suspect(failure: Exception | None) -> bool:
    """Whether the server was there, took the question, and broke down over it."""
    if isinstance(failure, RefusedError):
        return failure.status >= HTTPStatus.INTERNAL_SERVER_ERROR and not failure.retry_after
    elsewhere = UnreachableError | PrivateHostError | BusyHostError
    return failure is not None and not isinstance(failure, elsewhere)


def _hint(failure: Exception | None) -> str:
    if isinstance(failure, PrivateHostError):
        return "if that is meant, add its network to 'extraction.llm.allow_networks'"
    if isinstance(failure, RefusedError) and failure.status in OF_US:
        return "check 'extraction.llm': url, model and key; what waits is asked after a restart"
    return "wait; what was not asked is asked by itself"


def _cut() -> UnreadableError:
    return UnreadableError(
        "the model's answer was cut off at its longest",
        hint="raise 'extraction.llm.max_tokens', or lower 'extraction.llm.window'",
    )
