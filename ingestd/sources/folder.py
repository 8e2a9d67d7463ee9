"""A folder of files, or one file."""

import json
import os
import re
import stat
from collections.abc import Mapping
from fnmatch import translate
from pathlib import Path
from urllib.parse import quote_from_bytes

from pydantic import Field

from ingestd.clock import Clock
from ingestd.config.durations import Duration
from ingestd.errors import FetchError, UnreadableError
from ingestd.sources.bundles.options import BundleOptions
from ingestd.sources.files import BUNDLES, DOCUMENTS, file_at
from ingestd.sources.found import Asking, Body, Bundle, Collected, Found, Pace
from ingestd.sources.options import AnchoredPath, Round, every
from ingestd.sources.settling import Settling, together
from ingestd.sources.walking import Walk, reason_of

# a file can change again within the tick of its file system's clock without showing it
TICK = 0.02
COARSE_TICK = 2.0
UNSTEADY = 0.5
CLOSED = "let the user that ingestd runs as read it"


class FolderOptions(BundleOptions):
    """What a source of kind "folder" can be told."""

    path: AnchoredPath = Field(description="The folder. Relative to the file that says so.")
    include: tuple[str, ...] = Field(
        default=tuple(f"*{ending}" for ending in (*DOCUMENTS, *BUNDLES)),
        min_length=1,
        description="Patterns of file names that are offered; large and small letters are one.",
    )
    recursive: bool = Field(default=True, description="Whether folders inside count too.")
    every: Round = every("5m")
    settle: Duration = Field(
        default="2s",
        validate_default=True,
        description="How long a file must have been left alone before it is read, "
        "unless it was seen to be closed or renamed into place.",
    )


class FolderSource:
    """Offer every file that matches; the watcher merely says when to look.

    A path that names a file offers that file alone, whatever it is called. Nothing is ever
    written to the folder. What a look did not show has gone, where `complete` says so.
    """

    kind = "folder"
    Options = FolderOptions

    def __init__(
        self, name: str, options: FolderOptions, clock: Clock, *, complete: bool = True
    ) -> None:
        self.name = name
        self.pace = Pace.steady(options.every)
        # an absolute path without links, so that a file has one origin however it is named
        self._path = options.path.resolve()
        self._origin = self._path.as_uri().rstrip("/")
        self._options = options
        self._reading = options.reading
        self._clock = clock
        self._complete = complete
        self._settling = Settling(options.settle)
        patterns = "|".join(translate(pattern.lower()) for pattern in options.include)
        self._included = re.compile(patterns)

    @property
    def address(self) -> str:
        """The folder's absolute path; of a name that is not UTF-8, what can be shown."""
        return os.fsencode(self._path).decode("utf-8", "replace")

    @property
    def options(self) -> str:
        """What else was set, as canonical JSON."""
        return self._options.canonical(without="path")

    @property
    def watched(self) -> Path | None:
        """The folder; nothing where a single file is offered."""
        return None if _file_at(self._path) else self._path

    def heard(self, path: str, *, renamed: bool) -> None:
        """A file was closed after writing, or renamed into place."""
        name = path.removeprefix(f"{self._path}/")
        if self._is_included(name.rpartition("/")[2]):
            self._settling.heard(name, renamed=renamed)

    def collect(self, asking: Asking) -> Collected:
        """Look at every file. Raises FetchError where the folder cannot be looked at.

        Nor can one be looked at that shows nothing, and is not the one that showed something
        before: it is taken for a place where something should be mounted.
        """
        if status := _file_at(self._path):
            return self._single(status)
        walk = self._walked()
        moment = self._clock().timestamp()
        away = self._away(walk, asking.validators)
        items: list[Found | Bundle] = [self._closed(*closed) for closed in walk.closed.items()]
        growing: dict[str, float] = {}
        self._settling.begin(moment)
        for name, status in walk.files:
            if wait := self._settling.wait(name, status):
                growing[name] = wait
            else:
                items.append(self._found(name, status, moment))
        waits = [*growing.values(), *([] if walk.steady else [UNSTEADY])]
        return Collected(
            items=items,
            validators=self._remembered(walk, away),
            again_after=together(waits),
            complete=self._complete and walk.steady,
            unseen=tuple(self._named(name) for name in (*walk.closed, *growing, *away)),
        )

    def _walked(self) -> Walk:
        try:
            return Walk(self._is_included, recursive=self._options.recursive).through(
                self._path
            )
        except OSError as error:
            hint = "create the folder, or correct 'path' of the source"
            if isinstance(error, PermissionError):
                hint = CLOSED
            raise FetchError(self.address, reason_of(error), hint=hint) from error

    def _away(self, walk: Walk, before: Mapping[str, str]) -> list[str]:
        """The file systems inside that are not mounted now; raises FetchError where it's all."""
        if before.get("folder") != str(self._path):
            return []
        if not _shows(walk, "") and before.get("shows") and before.get("is") != _identity(walk):
            raise FetchError(
                self.address,
                "it is empty, and not the folder that it was",
                hint="mount what should be there; or put the first new file into it",
            )
        mounts: list[str] = json.loads(before.get("mounts", "[]"))
        return [
            name for name in mounts if name not in walk.mounts and not _shows(walk, f"{name}/")
        ]

    def _remembered(self, walk: Walk, away: list[str]) -> Mapping[str, str]:
        mounts = [name for name in walk.mounts if _shows(walk, f"{name}/")]
        return {
            "folder": str(self._path),
            "is": _identity(walk),
            "shows": "something" if _shows(walk, "") else "",
            "mounts": json.dumps(sorted({*mounts, *away})),
        }

    def _is_included(self, name: str) -> bool:
        return self._included.match(name.lower()) is not None

    def _named(self, name: str) -> str:
        return f"{self._origin}/{quote_from_bytes(os.fsencode(name))}"

    def _found(self, name: str, status: os.stat_result, moment: float) -> Found | Bundle:
        return file_at(
            self._path,
            name,
            origin=self._named(name),
            mark=mark_of(status, moment),
            limit=self._options.max_bytes,
            # taken as it lies where nobody waits for it to settle
            seen=status if self._options.settle else None,
        ).offered(self._reading)

    def _single(self, status: os.stat_result) -> Collected:
        moment, name, waits = self._clock().timestamp(), self._path.name, self._options.settle
        self._settling.begin(moment)
        if wait := self._settling.wait(name, status):
            return Collected(items=[], again_after=wait, unseen=(self._origin,))
        file = file_at(
            self._path.parent,
            name,
            origin=self._origin,
            mark=mark_of(status, moment) if waits else None,
            limit=self._options.max_bytes,
            seen=status if waits else None,
        )
        return Collected(items=[file.offered(self._reading)], complete=self._complete)

    def _closed(self, name: str, reason: str) -> Found:
        def load() -> Body:
            raise UnreadableError(f"the folder cannot be looked into: {reason}", hint=CLOSED)

        return Found(origin=self._named(name), mark=None, load=load)


def mark_of(status: os.stat_result, moment: float) -> str | None:
    """A sign that the same file has the same content; None while it may yet change unseen."""
    coarse = status.st_ctime_ns % 1_000_000_000 == 0
    if moment - status.st_ctime < (COARSE_TICK if coarse else TICK):
        return None
    # the change time too: it tells of an edit that keeps size and time, and of permissions
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"


def _shows(walk: Walk, below: str) -> bool:
    return any(name.startswith(below) for name, _ in walk.files) or any(
        f"{name}/".startswith(below) for name in walk.closed
    )


def _identity(walk: Walk) -> str:
    return f"{walk.device}:{walk.inode}"


def _file_at(path: Path) -> os.stat_result | None:
    """How the file looks that is there; None where there is a folder, or no telling."""
    try:
        status = path.stat()
    except OSError:  # a folder on the way is closed; the look itself will say so
        return None
    return status if stat.S_ISREG(status.st_mode) else None
