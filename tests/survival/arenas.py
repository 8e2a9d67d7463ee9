"""Databases that are made, copied and put back while a test runs: one file, or one PostgreSQL database each."""

import itertools
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from ingestd.store.database import Database

COUNT = itertools.count(1)


class Arena(Protocol):
    """Where one history is played."""

    def open(self) -> Database: ...

    def save(self) -> None:
        """Keep a copy of what is there; nobody is connected."""

    def restore(self) -> None:
        """Put the copy in its place; nobody is connected."""

    def close(self) -> None: ...


@dataclass
class FileArena:
    """A SQLite file."""

    template: Path
    folder: Path

    def __post_init__(self) -> None:
        self.folder.mkdir()
        shutil.copy(self.template, self._path)

    def open(self) -> Database:
        return Database.in_folder(self.folder)

    def save(self) -> None:
        # whoever closed last has left everything in the one file
        shutil.copy(self._path, self._copy)

    def restore(self) -> None:
        for path in self.folder.glob("ingestd.db*"):
            path.unlink()
        shutil.copy(self._copy, self._path)

    def close(self) -> None:
        shutil.rmtree(self.folder)

    @property
    def _path(self) -> Path:
        return self.folder / "ingestd.db"

    @property
    def _copy(self) -> Path:
        return self.folder / "saved.db"


@dataclass
class ServerArena:
    """A database in a PostgreSQL."""

    server: str
    template: str
    name: str = field(
        default_factory=lambda: f"ingestd_arena_{os.getpid()}_{next(COUNT)}", init=False
    )

    def __post_init__(self) -> None:
        self._copy(self.template, self.name)

    def open(self) -> Database:
        return Database(sa.make_url(self.server).set(database=self.name))

    def save(self) -> None:
        self._copy(self.name, f"{self.name}_saved")

    def restore(self) -> None:
        self._copy(f"{self.name}_saved", self.name)

    def close(self) -> None:
        for name in (self.name, f"{self.name}_saved"):
            self._tell(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _copy(self, before: str, after: str) -> None:
        self._tell(f"DROP DATABASE IF EXISTS {after} WITH (FORCE)")
        self._tell(f"CREATE DATABASE {after} TEMPLATE {before}")

    def _tell(self, statement: str) -> None:
        engine = sa.create_engine(
            self.server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool
        )
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
