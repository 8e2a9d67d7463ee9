"""One file that holds documents, on disk or on the web: an archive, a mailbox, a table, a WARC."""

import io
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Annotated
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, Field, ValidationInfo

from ingestd.clock import Clock
from ingestd.errors import FetchError
from ingestd.events.ids import digest
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import without_secret
from ingestd.sources.bundles.options import BundleOptions
from ingestd.sources.files import File, file_at
from ingestd.sources.folder import mark_of
from ingestd.sources.found import Asking, Collected
from ingestd.sources.freshness import fresh_for
from ingestd.sources.moving import current, moved_to
from ingestd.sources.options import MEBIBYTE, AnchoredPath
from ingestd.sources.remembering import Memory
from ingestd.sources.walking import reason_of
from ingestd.sources.web_options import WebAddress, WebOptions

SETTLED = 2.0
"""Seconds for which a file must have been left alone."""


def _one_of_two(url: str | None, info: ValidationInfo) -> str | None:
    if (url is None) == (info.data.get("path") is None):
        raise ValueError("give 'path' or 'url': one of them, and not both")
    return url


class ArchiveOptions(BundleOptions, WebOptions):
    """What a source of kind "archive" can be told."""

    path: AnchoredPath | None = Field(
        default=None, description="The file. Relative to the file that says so."
    )
    url: Annotated[WebAddress | None, AfterValidator(_one_of_two)] = Field(
        default=None, validate_default=True, description="Or its address on the web."
    )
    max_download: Annotated[int, Field(gt=0, strict=True)] = Field(
        default=256 * MEBIBYTE,
        description="Larger files are not got from the web; there is no limit for one on disk.",
    )


class ArchiveSource:
    """Offer what is in one file; that it holds something no more says nothing."""

    kind = "archive"
    watched = None
    Options = ArchiveOptions

    def __init__(self, name: str, options: ArchiveOptions, clock: Clock) -> None:
        self.name = name
        self.pace = options.pace
        self._options = options
        self._clock = clock

    @property
    def address(self) -> str:
        """The file's absolute path, or its URL without user and password."""
        if self._options.url is not None:
            return without_secret(self._options.url)
        return self._path.as_posix().encode("utf-8", "replace").decode()

    @property
    def options(self) -> str:
        """What else was set, as canonical JSON."""
        return self._options.canonical(without="path" if self._options.url is None else "url")

    @property
    def _path(self) -> Path:
        return Path(self._options.path or "").resolve()

    def collect(self, asking: Asking) -> Collected:
        """Look at the file, unless it is as it was. Raises FetchError."""
        if self._options.url is None:
            return self._on_disk()
        return self._on_the_web(self._options.url, asking)

    def _on_disk(self) -> Collected:
        path = self._path
        try:
            status = path.stat()
        except OSError as error:
            hint = "correct 'path' of the source, or put the file there"
            raise FetchError(self.address, reason_of(error), hint=hint) from error
        moment = self._clock().timestamp()
        if abs(moment - status.st_mtime) < SETTLED:
            return Collected(items=[], again_after=SETTLED)
        file = file_at(
            path.parent,
            path.name,
            origin=path.as_uri(),
            mark=mark_of(status, moment),
            limit=self._options.max_bytes,
            seen=status,
        )
        return Collected(items=[file.offered(self._options.reading)])

    def _on_the_web(self, url: str, asking: Asking) -> Collected:
        memory = Memory(asking.validators, self._clock())
        limits = Limits(
            max_bytes=self._options.max_download,
            seconds=self._options.timeout,
            networks=self._options.allow_networks,
        )
        at = current(url, asking.address)
        reply = asking.web.get(at, limits=limits, headers=memory.conditions)
        is_news = memory.is_news(reply)
        if is_news:
            memory.keep(reply)
        return Collected(
            items=[self._got(reply).offered(self._options.reading)] if is_news else [],
            validators=memory.kept,
            fresh_for=fresh_for(reply.headers, None),
            moved_to=moved_to(reply),
        )

    def _got(self, reply: Reply) -> File:
        # by the configured address, so that a redirect makes no other documents
        return File(
            origin=self.address,
            name=PurePosixPath(unquote(urlsplit(reply.url).path)).name,
            mark=digest(reply.content),
            content=lambda: reply.content,
            begin=partial(io.BytesIO, reply.content),
        )
