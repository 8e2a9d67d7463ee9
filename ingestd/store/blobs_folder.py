"""Blobs in a folder: files that outlive a crash."""

import heapq
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from io import FileIO
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType

from ingestd.events.ids import Digest, digest
from ingestd.store import durable_files, faults
from ingestd.store.blobs import NAME, Blobs, Kept, pack, unpacked
from ingestd.store.small_blobs import LARGEST, SmallBlobs

FEW = 8
"""Blobs up to which each is a file, and is synced for itself."""


class FolderBlobs(Blobs):
    """Blobs in the files `ab/abcdef…` of a folder that is made when it is needed.

    Small ones of which many are put at once stand in one file together: see SmallBlobs.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._begin = os.path.join(folder, "")  # noqa: PTH118 - a text, not a Path
        self._syncs_all = durable_files.can_sync_all()
        self._small = SmallBlobs(folder)
        # shelves of which it is sure that a crash leaves them where they are
        self._lasting: set[Path] = set()

    def has(self, name: Digest) -> bool:
        """Whether there is a blob of this name; False too where there is no folder yet."""
        path = self._path(name)
        with _told(path):
            if _state(path) is not None:
                return True
        return self._small.read(name) is not None

    def put_all(
        self,
        contents: Iterable[bytes],
        *,
        packed: Mapping[Digest, bytes] = MappingProxyType({}),
    ) -> None:
        """See Blobs; a wait for the device is long, so that many share it.

        A small one may get a second place: to look for a file of each would take longer.
        """
        named = {digest(content): content for content in contents}
        if len(named) < FEW:
            super().put_all(named.values())
            return
        # also of what is among the small ones already: most is not, and to ask takes longer
        pieces = {
            name: pack(content, packed.get(name))
            for name, content in named.items()
            if len(content) <= LARGEST or not self._renew_known(name)
        }
        small = {name: piece for name, piece in pieces.items() if len(piece) <= LARGEST}
        self._write_all({name: pieces[name] for name in pieces.keys() - small.keys()})
        self._small.put(small)

    def spread(self) -> int:
        """Make files of all small blobs, which can be copied one by one; say how many."""
        count = 0
        for kept in self._small.names():
            if not self._renew_file(kept.name) and (packed := self._small.read(kept.name)):
                self._write(kept.name, packed)
                count += 1
        return count

    def names(self) -> Iterator[Kept]:
        """Everything named by a digest; nothing where there is no folder yet."""
        every = heapq.merge(self._files(), self._small.names())
        for _, same in groupby(every, key=attrgetter("name")):
            yield max(same, key=attrgetter("written"))

    def _files(self) -> Iterator[Kept]:
        for folder in self._shelves():
            for entry in _entries(folder):
                if _is_blob(entry, shelf=folder.name) and (kept := _kept(entry)):
                    yield kept

    def remove(self, name: Digest) -> None:
        """Delete the blob; it stays deleted after a crash."""
        self._small.remove(name)
        path = self._path(name)
        with _told(path):
            path.unlink(missing_ok=True)
            # though it is gone: whoever deleted it may have been killed just before it did this
            if path.parent.is_dir():
                durable_files.sync_folder(path.parent)

    def sweep(self, before: datetime) -> int:
        """Delete unfinished files last written before then."""
        swept = 0
        for folder in self._shelves():
            for path in folder.glob(f"{durable_files.UNFINISHED}*"):
                with _told(path):
                    state = _state(path)
                    if state is not None and _time(state) < before:
                        path.unlink(missing_ok=True)
                        swept += 1
        return swept

    def _renew(self, name: Digest) -> bool:
        return bool(self._small.renew([name])) or self._renew_file(name)

    def _renew_known(self, name: Digest) -> bool:
        # most are new: an exception for each would take a while
        return os.access(self._file(name), os.F_OK) and self._renew_file(name)

    def _renew_file(self, name: Digest) -> bool:
        path = self._file(name)
        with _told(path):
            try:
                with FileIO(path) as file:
                    packed = file.readall()
                if unpacked(packed, name) is None:
                    return False
                os.utime(path)
                # whoever wrote it may have been killed, or failed, just before it did this
                self._settle(self._path(name).parent)
            except FileNotFoundError:
                return False
        return True

    def _read(self, name: Digest) -> bytes | None:
        path = self._path(name)
        with _told(path):
            try:
                return path.read_bytes()
            except FileNotFoundError as error:
                if not self._folder.is_dir():
                    raise faults.of_file(error, self._folder) from error
        return self._small.read(name)

    def _write(self, name: Digest, packed: bytes) -> None:
        path = self._path(name)
        with _told(path):
            self._make(path.parent)
            durable_files.write(path, packed)
            self._settle(path.parent)

    def _write_all(self, packed: Mapping[Digest, bytes]) -> None:
        if len(packed) < FEW or not self._syncs_all:
            for name, piece in packed.items():
                self._write(name, piece)
            return
        with _told(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            durable_files.write_all(
                self._folder, {self._file(name): content for name, content in packed.items()}
            )

    def _make(self, shelf: Path) -> None:
        if not shelf.is_dir():
            self._lasting.discard(shelf)
            shelf.mkdir(parents=True, exist_ok=True)

    def _settle(self, shelf: Path) -> None:
        """Let the names in a shelf outlive a crash, and the shelf with them."""
        durable_files.sync_folder(shelf)
        if shelf not in self._lasting:
            # up to the folder that holds all blobs: each of these may be new
            for folder in shelf.parents[:2]:
                durable_files.sync_folder(folder)
            self._lasting.add(shelf)

    def _place(self, name: Digest) -> str:
        return str(self._path(name))

    def _path(self, name: Digest) -> Path:
        return Path(self._file(name))

    def _file(self, name: Digest) -> str:
        """Its path, put together in a tenth of the time that a Path takes."""
        return f"{self._begin}{name[:2]}{os.sep}{name}"

    def _shelves(self) -> list[Path]:
        with _told(self._folder):
            return [Path(entry) for entry in _entries(self._folder) if entry.is_dir()]


@contextmanager
def _told(path: Path | str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise faults.of_file(error, Path(path)) from error


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with _told(folder):
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except FileNotFoundError:
            return []


def _is_blob(entry: os.DirEntry[str], *, shelf: str) -> bool:
    name = entry.name
    return bool(NAME.fullmatch(name)) and name.startswith(shelf) and entry.is_file()


def _kept(entry: os.DirEntry[str]) -> Kept | None:
    path = Path(entry)
    with _told(path):
        state = _state(path)
    return state and Kept(entry.name, _time(state), state.st_size)


def _state(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _time(state: os.stat_result) -> datetime:
    return datetime.fromtimestamp(state.st_mtime, UTC)
