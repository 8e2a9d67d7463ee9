"""Originals and texts, by the SHA-256 of their content, in files that outlive a crash."""

import os
import tempfile
import zlib
from pathlib import Path

from ingestd.errors import LostBlobError
from ingestd.events.ids import Digest, digest
from ingestd.store import faults

DAMAGED = "is damaged: its content is not what its name says"


class Blobs:
    """A folder of compressed files `ab/abcdef…`, each written once and never changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> Digest:
        """Keep the content durably and return its digest; keeping twice is keeping once."""
        name = digest(content)
        path = self._path(name)
        try:
            if not path.exists():
                _write_durably(path, zlib.compress(content))
        except OSError as error:
            raise faults.of_file(error, path) from error
        return name

    def get(self, name: Digest) -> bytes:
        """Return the content; LostBlobError where it is missing or not what it was.

        Raises StoreUnavailableError where there is no way to any blob.
        """
        path = self._path(name)
        try:
            content = zlib.decompress(path.read_bytes())
        except FileNotFoundError as error:
            if not self._folder.is_dir():
                raise faults.of_file(error, self._folder) from error
            raise _lost(path, "is missing") from error
        except OSError as error:
            raise faults.of_file(error, path) from error
        except zlib.error as error:
            raise _lost(path, DAMAGED) from error
        if digest(content) != name:
            raise _lost(path, DAMAGED)
        return content

    def text(self, name: Digest) -> str:
        """Return a kept text."""
        return self.get(name).decode()

    def _path(self, name: Digest) -> Path:
        return self._folder / name[:2] / name


def _lost(path: Path, what: str) -> LostBlobError:
    return LostBlobError(f"{path} {what}", hint="bring the file back from a backup")


def _write_durably(path: Path, content: bytes) -> None:
    # fsync file and folder before any event names it: an event never names a blob that is not there
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    # up to the folder that holds all blobs: each of these may be new
    for folder in path.parents[:3]:
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
