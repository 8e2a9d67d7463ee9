"""One question to the web, with the redirects that lead to its answer."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlencode, urljoin, urlsplit

from ingestd.clock import Clock
from ingestd.errors import FetchError
from ingestd.fetching.allowance import Allowance
from ingestd.fetching.answer import Answer
from ingestd.fetching.limits import Limits
from ingestd.fetching.refusals import refusal, retry_after
from ingestd.fetching.target import Target, target_of
from ingestd.fetching.unpacking import ACCEPTED, unpacked
from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import without_secret

if TYPE_CHECKING:
    import httpcore2

    from ingestd.fetching.guard import GuardedTransport

MOST_REDIRECTS = 5
REDIRECTS = {301, 302, 303, 307, 308}
REPEATING = {307, 308}
FOR_GOOD = {301, 308}
READABLE = {HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION}
TAKEN = {HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.ACCEPTED, HTTPStatus.NO_CONTENT}
CONDITIONS = {"if-none-match", "if-modified-since"}
SECRETS = {"authorization", "cookie", "x-api-key"}
PORTS: Mapping[str, int] = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: GET `url`, or POST `fields` or `json` to it; header names in small letters."""

    url: str
    limits: Limits
    headers: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] | None = None
    json: bytes | None = None

    @property
    def method(self) -> str:
        """GET or POST."""
        return "GET" if self.sent is None else "POST"

    @property
    def sent(self) -> tuple[bytes, str] | None:
        """What is posted, and its type."""
        if self.json is not None:
            return self.json, "application/json"
        if self.fields is not None:
            return urlencode(self.fields).encode(), "application/x-www-form-urlencoded"
        return None

    @property
    def origin(self) -> str:
        """The address for messages."""
        return without_secret(self.url)

    @property
    def is_conditional(self) -> bool:
        """Whether "not modified" is an answer."""
        return not CONDITIONS.isdisjoint(self.headers)

    def request(self, at: str, target: Target) -> "httpcore2.Request":
        """What is sent on the way to the answer; secrets go to the host they are meant for."""
        import httpcore2  # noqa: PLC0415 - not for those who only read folders

        headers = {"accept": "*/*", "accept-encoding": ACCEPTED, **self.headers}
        if at == self.url or _is_same_host(self.url, at):
            headers |= _login(self.url)
        else:
            headers = {name: value for name, value in headers.items() if name not in SECRETS}
        content = None
        if self.sent is not None:
            content, headers["content-type"] = self.sent
            headers["content-length"] = str(len(content))
        told = [(name.encode(), value.encode()) for name, value in headers.items()]
        return httpcore2.Request(
            self.method,
            httpcore2.URL(
                scheme=target.scheme, host=target.host, port=target.port, target=target.path
            ),
            headers=[(b"Host", target.authority), *told],
            content=content,
        )


@dataclass(frozen=True, slots=True)
class Follower:
    """Asks, and goes where the answers point to; `arrive` is called at each address first."""

    transport: "GuardedTransport"
    clock: Clock
    arrive: Callable[[str], None]

    def follow(self, question: Question, allowance: Allowance) -> Reply:
        """The reply in the end. Raises FetchError, ValueError, and httpcore2's errors."""
        at = question.url
        passed: list[int] = []
        while len(passed) <= MOST_REDIRECTS:
            # first: what is no address is nowhere to arrive at
            target = target_of(without_secret(at))
            request = question.request(at, target)
            self.arrive(at)
            with self.transport.asked(request, allowance) as answer:
                leads_to = _leads_to(question, answer)
                if leads_to is None:
                    reply = self._read(question, answer, at=target.shown)
                    return _with_move(reply, passed)
                passed.append(answer.status)
            at = _next(question.origin, at, leads_to)
        raise FetchError(question.origin, f"more than {MOST_REDIRECTS} redirects")

    def _read(self, question: Question, answer: Answer, *, at: str) -> Reply:
        status = answer.status
        if status == HTTPStatus.NOT_MODIFIED and question.is_conditional:
            content = b""
        elif status in (READABLE if question.method == "GET" else TAKEN):
            content = _content(question, answer)
        else:
            raise refusal(
                question.origin,
                status,
                answer.reason,
                retry_after=retry_after(answer.headers.get("retry-after"), self.clock),
            )
        return Reply(url=at, status=status, headers=answer.headers, content=content)


def _content(question: Question, answer: Answer) -> bytes:
    encoding = answer.headers.get("content-encoding", "").strip().lower()
    return b"".join(
        unpacked(answer.pieces, encoding, origin=question.origin, limits=question.limits)
    )


def _leads_to(question: Question, answer: Answer) -> str | None:
    """Where a redirect points to; a form is sent again only where that is asked for."""
    followed = REDIRECTS if question.method == "GET" else REPEATING
    return answer.headers.get("location") if answer.status in followed else None


def _next(origin: str, at: str, target: str) -> str:
    """The address a redirect leads to; raises FetchError where it is not to be followed."""
    # a login that a server writes into an address is not ours
    address = without_secret(urljoin(at, target))
    scheme = urlsplit(address).scheme
    if scheme not in PORTS:
        reason = f"it leads to {scheme or 'an unknown'}: addresses, which are not followed"
        raise FetchError(origin, reason)
    if scheme == "http" and urlsplit(at).scheme == "https":
        reason = f"it leads from https to {address}, where anybody on the way could change it"
        raise FetchError(origin, reason, hint="ask the publisher, or use another address")
    return address


def _with_move(reply: Reply, passed: list[int]) -> Reply:
    if passed and FOR_GOOD.issuperset(passed):
        return replace(reply, moved=(reply.url, passed[0]))
    return reply


def _is_same_host(first: str, second: str) -> bool:
    """Whether both speak to the same server; going on to its https is no step aside."""
    one, other = urlsplit(first), urlsplit(second)
    upgrade = ("http", PORTS["http"]), ("https", PORTS["https"])
    ways = (one.scheme, _port(one)), (other.scheme, _port(other))
    return one.hostname == other.hostname and (ways[0] == ways[1] or ways == upgrade)


def _port(address: SplitResult) -> int | None:
    return address.port or PORTS.get(address.scheme)


def _login(url: str) -> dict[str, str]:
    if "@" not in url:
        return {}
    parts = urlsplit(url)
    if not parts.username and not parts.password:
        return {}
    login = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
    return {"authorization": f"Basic {b64encode(login.encode()).decode()}"}
