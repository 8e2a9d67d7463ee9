"""Blobs in a bucket of S3-compatible storage."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property

from ingestd.config.settings import BlobSettings
from ingestd.events.ids import Digest
from ingestd.store import s3_faults
from ingestd.store.blobs import NAME, Blobs, Kept
from ingestd.store.s3_files import Entry, Files, connect, endpoint_of

PATIENCE = 30.0


class S3Blobs(Blobs):
    """Blobs in the objects `prefix/ab/abcdef…` of a bucket that is there already.

    A completed PUT is durable, and no reader sees half of one. `patience` is how long one
    request may take, in seconds.
    """

    def __init__(self, settings: BlobSettings, *, patience: float = PATIENCE) -> None:
        self._settings = settings
        self._patience = patience
        self._root = str(settings.url).removeprefix("s3://")

    def has(self, name: Digest) -> bool:
        """Whether there is an object of this name."""
        path = self._path(name)
        with self._told(path):
            try:
                self._files.info(path)
            except FileNotFoundError:
                return False
        return True

    def names(self) -> Iterator[Kept]:
        """Every object named by a digest: a request for each `ab`, one more per 1,000 objects."""
        for shelf in self._listed(self._root):
            if shelf["type"] == "directory":
                yield from self._on(shelf["name"])

    def remove(self, name: Digest) -> None:
        """Delete the object; a bucket with versioning keeps what it was."""
        path = self._path(name)
        with self._told(path):
            try:
                self._files.rm_file(path)
            except FileNotFoundError as error:
                if s3_faults.lacks_bucket(error):
                    raise

    def sweep(self, before: datetime) -> int:  # noqa: ARG002 - there is nothing to look for
        """Find nothing: no upload is made of parts, and a broken one leaves no object."""
        return 0

    def _renew(self, name: Digest) -> bool:  # noqa: ARG002 - whatever it is
        # writing again costs one request, as asking would, and mends and renews what is there
        return False

    def _read(self, name: Digest) -> bytes | None:
        path = self._path(name)
        with self._told(path):
            try:
                return self._files.cat_file(path)
            except FileNotFoundError as error:
                if s3_faults.lacks_bucket(error):
                    raise
                return None

    def _write(self, name: Digest, packed: bytes) -> None:
        path = self._path(name)
        with self._told(path):
            self._files.pipe_file(path, packed)

    def _place(self, name: Digest) -> str:
        return f"s3://{self._path(name)}"

    def _path(self, name: Digest) -> str:
        return f"{self._root}/{name[:2]}/{name}"

    def _on(self, shelf: str) -> Iterator[Kept]:
        for entry in self._listed(shelf):
            name = entry["name"].rpartition("/")[2]
            if entry["name"] == self._path(name) and NAME.fullmatch(name):
                yield Kept(name, entry["last_modified"], entry["size"])

    def _listed(self, path: str) -> list[Entry]:
        with self._told(path):
            return sorted(self._files.ls(path, detail=True), key=lambda entry: entry["name"])

    def _told(self, path: str) -> AbstractContextManager[None]:
        return s3_faults.told_plainly(f"s3://{path}", endpoint_of(self._settings))

    @cached_property
    def _files(self) -> Files:
        return connect(self._settings, patience=self._patience)
