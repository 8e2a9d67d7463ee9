"""A home with a configuration, a folder and a data directory, for commands that a person gives."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.fixtures.commands import Row, Told, command

LONG_AGO = 1_600_000_000
CONFIGURATION = """
data_dir = "var"

[[source]]
name = "drop"
kind = "folder"
path = "drop"
settle = "0s"

[[source]]
name = "gone"
kind = "folder"
path = "nowhere"
settle = "0s"
"""
NORTH = """\
BERLIN - On November 11, 2021, Northwind Energy Ltd and Blue River Steel Ltd signed \
a memorandum of understanding on steel masts for 2 million euros, said Ann Smith, \
Minister of Trade.
"""
SOUTH = """\
OSLO - The harbour was closed for a day after a storm, said Harbour Trust Ltd.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A home with a configuration and a folder, and a data directory."""

    home: Path
    data: Path

    def __call__(self, *arguments: str, encoding: str = "utf-8") -> Told:
        return command(*self.options, *arguments, encoding=encoding)

    @property
    def options(self) -> list[str]:
        return ["--config", str(self.home / "ingestd.toml"), "--data-dir", str(self.data)]

    def rows(self, *arguments: str) -> list[Row]:
        return self(*arguments, "--json").rows

    def copy(self, data: Path) -> "Desk":
        """The same home, with a data directory that may be written to."""
        if self.data.exists():
            shutil.copytree(self.data, data)
        return Desk(home=self.home, data=data)


def furnish(home: Path) -> Desk:
    """A folder with two articles and an empty file; a second folder that is not there."""
    drop = home / "drop"
    drop.mkdir()
    (drop / "north.txt").write_text(NORTH, "utf-8")
    (drop / "south.txt").write_text(SOUTH, "utf-8")
    (drop / "void.txt").write_bytes(b"")
    for path in drop.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))  # files that change are left alone for a while
    (home / "ingestd.toml").write_text(CONFIGURATION, "utf-8")
    return Desk(home=home, data=home / "var")
