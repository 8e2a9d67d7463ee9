"""Going through a folder that others write to, without being led out of it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ingestd.sources.litter import is_litter

FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
DEEPEST = 100
TOO_DEEP = f"it lies more than {DEEPEST} folders deep"


@dataclass(frozen=True, slots=True)
class Visited:
    """A folder that was listed: what it is, and when something in it last came or went."""

    device: int
    inode: int
    modified: int


@dataclass(slots=True)
class Walk:
    """What is in a folder; names are those below it, parted by `/`.

    `files` are the plain files whose names are wanted. `closed` are folders that could not be
    listed, with the reason. `mounts` are folders on which another file system lies. A walk is
    `steady` if no folder changed meanwhile: else a file may have been moved past it.
    """

    wanted: Callable[[str], bool]
    recursive: bool
    files: list[tuple[str, os.stat_result]] = field(default_factory=list)
    closed: dict[str, str] = field(default_factory=dict)
    mounts: list[str] = field(default_factory=list)
    steady: bool = True
    device: int = 0
    inode: int = 0
    _waiting: list[tuple[str, int]] = field(default_factory=list)
    _visited: dict[str, Visited] = field(default_factory=dict)

    def through(self, folder: Path) -> "Walk":
        """Go through the folder; raises OSError where the folder itself cannot be listed."""
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            root = self._visit(held, "", None)
            self.device, self.inode = root.device, root.inode
            while self._waiting:
                name, device = self._waiting.pop()
                self._visit_inside(held, name, device)
            self.steady = self.steady and all(
                _look(held, name) == seen for name, seen in self._visited.items()
            )
        finally:
            os.close(held)
        self.files.sort(key=lambda file: file[0])
        return self

    def _visit_inside(self, held: int, name: str, device: int) -> None:
        try:
            if name.count("/") >= DEEPEST:
                self.closed[name] = TOO_DEEP
            else:
                self._visit(held, name, device)
        except (FileNotFoundError, NotADirectoryError):
            self.steady = False  # it went while we were on the way to it
        except OSError as error:
            self.closed[name] = reason_of(error)

    def _visit(self, held: int, name: str, device: int | None) -> Visited:
        with _opened(held, name) as descriptor:
            seen = _visited(descriptor)
            self._visited[name] = seen
            if device not in {None, seen.device}:
                self.mounts.append(name)
            with os.scandir(descriptor) as entries:
                for entry in entries:
                    self._meet(entry, f"{name}/{entry.name}" if name else entry.name, seen)
        return seen

    def _meet(self, entry: os.DirEntry[str], name: str, folder: Visited) -> None:
        if is_litter(entry.name):
            return
        if entry.is_dir(follow_symlinks=False):
            if self.recursive:
                self._waiting.append((name, folder.device))
        elif self.wanted(entry.name) and entry.is_file(follow_symlinks=False):
            try:
                self.files.append((name, entry.stat(follow_symlinks=False)))
            except FileNotFoundError:
                self.steady = False


def reason_of(error: OSError) -> str:
    """Why something could not be done, in lower case."""
    return (error.strerror or str(error)).lower()


def _visited(descriptor: int) -> Visited:
    status = os.fstat(descriptor)
    return Visited(status.st_dev, status.st_ino, status.st_mtime_ns)


def _look(held: int, name: str) -> Visited | None:
    try:
        with _opened(held, name) as descriptor:
            return _visited(descriptor)
    except OSError:
        return None


@contextmanager
def _opened(held: int, name: str) -> Iterator[int]:
    """A folder below the one that is held, reached step by step: no link is followed."""
    current = os.dup(held)
    try:
        for part in filter(None, name.split("/")):
            inner = os.open(part, FOLDER, dir_fd=current)
            os.close(current)
            current = inner
        yield current
    finally:
        os.close(current)
