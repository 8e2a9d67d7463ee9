"""The files a configuration is written in: where they are looked for, what they say."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ingestd.config.places import Places, Tree, places
from ingestd.errors import ConfigError, Problem

VARIABLE = "INGESTD_CONFIG"
SYSTEM_WIDE = Path("/etc/ingestd/ingestd.toml")
_AT = re.compile(r" \(at line (?P<line>\d+), column \d+\)$| \(at end of document\)$")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """One file, read: `shown` is its path as people are told it."""

    path: Path
    shown: str
    tree: Tree
    places: Places

    @classmethod
    def empty(cls, path: Path) -> Self:
        """What stands for a file that could not be read."""
        return cls(path, str(path), {}, Places())


def find_file(
    explicit: Path | None, *, environment: Mapping[str, str], working_directory: Path
) -> Path:
    """The file to read: the one asked for, else the first that is there."""
    if explicit is not None:
        return _asked_for(working_directory / explicit, "--config")
    if named := environment.get(VARIABLE):
        return _asked_for(working_directory / named, VARIABLE)
    candidates = (working_directory / "config" / "ingestd.toml", SYSTEM_WIDE)
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    looked = " and ".join(str(candidate) for candidate in candidates)
    hint = f"write one, or name it by --config FILE or ${VARIABLE}"
    raise ConfigError([Problem(looked, None, "there is no configuration file", hint)])


def _asked_for(path: Path, by: str) -> Path:
    if path.is_file():
        return path
    hint = f"correct {by}, or leave it out to use ./config/ingestd.toml"
    raise ConfigError([Problem(str(path), None, "there is no such file", hint)])


def sources_folder(main: Path) -> Path:
    """The folder beside the main file that holds files of sources."""
    return main.parent / "sources.d"


def all_files(main: Path) -> list[Path]:
    """The main file, then `sources.d/*.toml` beside it; not what editors hide there."""
    found = sources_folder(main).glob("*.toml")
    return [main, *sorted(path for path in found if not path.name.startswith("."))]


def read_files(
    main: Path, *, working_directory: Path, problems: list[Problem]
) -> Iterator[ConfigFile]:
    """Read all files of a configuration; leave out the unreadable ones."""
    for path in all_files(main):
        shown = _shown(path, working_directory)
        read = _read(path, shown)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            yield read


def _read(path: Path, shown: str) -> ConfigFile | Problem:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return Problem(shown, None, f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Problem(shown, line, "is not UTF-8", "save it as UTF-8")
    try:
        return ConfigFile(path, shown, tomllib.loads(text), places(text))
    except tomllib.TOMLDecodeError as error:
        return _syntax(shown, text, str(error))


def _syntax(shown: str, text: str, message: str) -> Problem:
    at = _AT.search(message)
    line = int(at["line"]) if at and at["line"] else text.rstrip("\n").count("\n") + 1
    what = _AT.sub("", message)
    return Problem(shown, line, f"is not TOML here: {what[:1].lower()}{what[1:]}")


def _shown(path: Path, working_directory: Path) -> str:
    if path.is_relative_to(working_directory):
        return str(path.relative_to(working_directory))
    return str(path)
