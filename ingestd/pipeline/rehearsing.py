"""What a look at a source would bring; nothing of it is recorded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from time import monotonic

from msgspec.structs import replace as altered

from ingestd.errors import (
    BusyHostError,
    DocumentError,
    FetchError,
    IngestdError,
    SourceError,
)
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply, Web
from ingestd.fetching.web_address import without_secret
from ingestd.parsing.apart import PARSE, Original
from ingestd.parsing.parsed import Claims, Parsed
from ingestd.pipeline.intake import Door
from ingestd.pipeline.pacing import address_to_ask
from ingestd.pipeline.recording import Outcome
from ingestd.pipeline.step import Tools
from ingestd.pipeline.visit import Visit
from ingestd.sources.found import Asking, Body, Bundle, Collected, Found, Source
from ingestd.sources.rules import rules_of
from ingestd.store import source_state


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question to the web: what came of it, from where in the end, and how long it took.

    `moved` where the server said that it is elsewhere for good. `failure` instead of the rest.
    """

    url: str
    seconds: float
    status: int | None = None
    answered_by: str | None = None
    moved: bool = False
    size: int = 0
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What would become of one thing, and what it is called."""

    outcome: Outcome
    title: str | None = None
    published: str | None = None


@dataclass(slots=True, kw_only=True)
class Rehearsal:
    """A look that is only tried; read `items` to the end, then the rest is known.

    `left` counts what was not asked for: its turn would come in a later look.
    """

    source: Source
    tools: Tools
    requests: list[Request] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    left: int = 0
    seconds: float = 0.0
    collected: Collected | None = None
    failure: IngestdError | None = None
    _bodies: dict[str, Body] = field(default_factory=dict)

    def items(self) -> Iterator[Item]:
        """Say what would become of each thing; everything is asked for as if for the first time."""
        begun = monotonic()
        try:
            for outcome in self._outcomes():
                item = self._read(outcome)
                self.counts[item.outcome.kind] += 1
                yield item
        except SourceError as error:
            self.failure = error
        self.seconds = monotonic() - begun

    def _outcomes(self) -> Iterator[Outcome]:
        source, tools = self.source, self.tools
        with tools.database.reading() as connection:
            state = source_state.read(connection, source.name)
        asking = Asking(
            web=_NotedWeb(tools.web, self.requests),
            confinement=tools.confinement,
            address=address_to_ask(state),
        )
        self.collected = source.collect(asking)
        visit = Visit(
            source=source.name, address=source.address, rules=rules_of(source.options)
        )
        yield from Door(visit, tools).take(self._noted(self.collected.items))

    def _noted(self, items: Iterable[Found | Bundle]) -> Iterator[Found | Bundle]:
        for item in items:
            if isinstance(item, Bundle):
                yield altered(item, open=partial(self._opened, item))
            else:
                yield altered(item, load=partial(self._loaded, item))

    def _opened(self, bundle: Bundle) -> Iterator[Found | Bundle]:
        return self._noted(bundle.open())

    def _loaded(self, found: Found) -> Body:
        try:
            body = self._bodies[found.origin] = found.load()
        except BusyHostError:
            self.left += 1
            raise
        return body

    def _read(self, outcome: Outcome) -> Item:
        """Say also what the parser would say of what is new."""
        body = self._bodies.pop(outcome.origin, None)
        if body is None or not outcome.news or outcome.kind not in {"accepted", "revised"}:
            return Item(outcome=outcome, title=body.title if body else None)
        try:
            parsed = self._parsed(body)
        except DocumentError as error:
            refused = altered(outcome, kind="rejected", reason=str(error), hint=error.hint)
            return Item(outcome=refused, title=body.title)
        return Item(outcome=outcome, title=parsed.title, published=parsed.published)

    def _parsed(self, body: Body) -> Parsed:
        claims = Claims(title=body.title, published=body.published, author=body.author)
        asked = Original(body=body.content, media_type=body.media_type, claims=claims)
        return self.tools.confinement.run(PARSE, asked)


class _NotedWeb:
    """The web, with a note of every question."""

    def __init__(self, web: Web, requests: list[Request]) -> None:
        self._web = web
        self._requests = requests

    def get(
        self,
        url: str,
        *,
        limits: Limits,
        headers: Mapping[str, str] | None = None,
        as_robot: bool = False,
    ) -> Reply:
        """See Web."""
        begun = monotonic()
        asked = Request(url=without_secret(url), seconds=0.0)
        try:
            reply = self._web.get(url, limits=limits, headers=headers, as_robot=as_robot)
        except SourceError as error:
            self._note(asked, begun, failure=str(error))
            raise
        self._note(
            asked,
            begun,
            status=reply.status,
            answered_by=reply.url,
            moved=reply.moved is not None,
            size=len(reply.content),
        )
        return reply

    def post(self, url: str, *, fields: Mapping[str, str], limits: Limits) -> Reply:  # noqa: ARG002 - a seam
        """Nothing is changed outside, either: raises FetchError."""
        raise FetchError(without_secret(url), "a rehearsal only reads")

    def _note(self, asked: Request, begun: float, **told: object) -> None:
        seconds = round(monotonic() - begun, 3)
        self._requests.append(replace(asked, seconds=seconds, **told))  # type: ignore[arg-type]  # its own fields
