"""A folder of files, or one file."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from pydantic import Field

from ingestd.clock import Clock
from ingestd.config.durations import Duration
from ingestd.errors import FetchError, UnreadableError
from ingestd.sources.found import Asking, Body, Collected, Found
from ingestd.sources.litter import is_litter
from ingestd.sources.opening import read_document
from ingestd.sources.options import AnchoredPath, Round, SourceOptions, every

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
}
# a file can change again within the tick of its file system's clock without showing it
RACY = 2.0


class FolderOptions(SourceOptions):
    """What a source of kind "folder" can be told."""

    path: AnchoredPath = Field(description="The folder. Relative to the file that says so.")
    include: tuple[str, ...] = Field(
        default=tuple(f"*{suffix}" for suffix in MEDIA_TYPES),
        min_length=1,
        description="Patterns of file names that are offered; large and small letters are one.",
    )
    recursive: bool = Field(default=True, description="Whether folders inside count too.")
    every: Round = every("5m")
    settle: Duration = Field(
        default="300ms",
        validate_default=True,
        description="How long a file must have been left alone before it is read.",
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that was there, with how it looked."""

    name: Path  # below the folder
    status: os.stat_result


class FolderSource:
    """Offer every file that matches; the watcher merely says when to look.

    A path that names a file offers that file alone, whatever it is called. Nothing is ever
    written to the folder.
    """

    kind = "folder"
    Options = FolderOptions

    def __init__(self, name: str, options: FolderOptions, clock: Clock) -> None:
        self.name = name
        self.every = options.every
        # an absolute path without links, so that a file has one origin however it is named
        self._path = options.path.resolve()
        self._options = options
        self._clock = clock

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
        return None if _is_file(self._path) else self._path

    def collect(self, asking: Asking) -> Collected:  # noqa: ARG002 - a seam
        """Look at every file. Raises FetchError where the folder cannot be looked at."""
        if _is_file(self._path):
            return Collected(items=[self._single()])
        moment = self._clock().timestamp()
        items: list[Found] = []
        unsettled = False
        for seen in self._walk(Path()):
            if isinstance(seen, Found):
                items.append(seen)
            elif abs(moment - seen.status.st_mtime) < self._options.settle:
                unsettled = True
            else:
                items.append(self._found(seen, moment))
        return Collected(items=items, again_after=self._options.settle if unsettled else None)

    def _walk(self, below: Path) -> Iterator[Seen | Found]:
        try:
            entries = sorted(os.scandir(self._path / below), key=lambda entry: entry.name)
        except OSError as error:
            if below == Path():
                raise self._unreachable(error) from error
            yield self._closed(below, error)
            return
        for entry in entries:
            if is_litter(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False) and self._options.recursive:
                yield from self._walk(below / entry.name)
            elif entry.is_file(follow_symlinks=False) and self._included(entry.name):
                yield from look(entry, below)

    def _included(self, name: str) -> bool:
        patterns = self._options.include
        return any(fnmatchcase(name.lower(), pattern.lower()) for pattern in patterns)

    def _found(self, seen: Seen, moment: float) -> Found:
        status = seen.status
        settled = moment - status.st_mtime >= RACY
        mark = f"{status.st_size}:{status.st_mtime_ns}:{status.st_ino}" if settled else None
        load = partial(_load, self._path, seen.name, self._options.max_bytes)
        return Found(origin=(self._path / seen.name).as_uri(), mark=mark, load=load)

    def _single(self) -> Found:
        folder, name = self._path.parent, Path(self._path.name)
        load = partial(_load, folder, name, self._options.max_bytes)
        return Found(origin=self._path.as_uri(), mark=None, load=load)

    def _closed(self, below: Path, error: OSError) -> Found:
        reason = f"the folder cannot be looked into: {_reason(error)}"

        def load() -> Body:
            raise UnreadableError(reason, hint="let the user that ingestd runs as read it")

        return Found(origin=(self._path / below).as_uri(), mark=None, load=load)

    def _unreachable(self, error: OSError) -> FetchError:
        hint = "create the folder, or correct 'path' of the source"
        if isinstance(error, PermissionError):
            hint = "let the user that ingestd runs as read it"
        return FetchError(self.address, _reason(error), hint=hint)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder on the way is closed; the look itself will say so
        return False


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def look(entry: os.DirEntry[str], below: Path) -> Iterator[Seen]:
    """See how a listed file looks; nothing where it has gone since."""
    try:
        yield Seen(below / entry.name, entry.stat(follow_symlinks=False))
    except FileNotFoundError:
        return


def _load(folder: Path, name: Path, limit: int) -> Body:
    content = read_document(folder, name, limit=limit)
    return Body(content=content, media_type=_media_type(name, content))


def _media_type(name: Path, content: bytes) -> str:
    if known := MEDIA_TYPES.get(name.suffix.lower()):
        return known
    # taken for text: the parser tells best what it is instead
    is_page = b"<html" in content[:1024].lower()
    return "text/html" if is_page else "text/plain"
