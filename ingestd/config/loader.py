"""From files and environment to settings and sources, or to everything that is wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from ingestd.config.draft import draft
from ingestd.config.environment import WHERE, Overrides, overrides, variable
from ingestd.config.explained import Complaint, complaints
from ingestd.config.files import ConfigFile, find_file, read_files
from ingestd.config.places import Path as KeyPath
from ingestd.config.places import Tree
from ingestd.config.settings import Settings
from ingestd.config.tables import SourceTable, check_shape, check_tables, read_tables
from ingestd.errors import ConfigError, Problem

CheckSource = Callable[[SourceTable], Iterable[Problem]]
CheckSettings = Callable[[Settings], Iterable[Complaint]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A configuration without problems, and the main file it was read from."""

    settings: Settings
    sources: tuple[SourceTable, ...]
    path: Path


def _unchecked(_: SourceTable) -> Iterable[Problem]:
    return ()


def _in_order(_: Settings) -> Iterable[Complaint]:
    return ()


def load(
    explicit: Path | None,
    *,
    environment: Mapping[str, str],
    working_directory: Path,
    data_dir: Path | None = None,
    check_source: CheckSource = _unchecked,
    check_settings: CheckSettings = _in_order,
) -> Loaded:
    """Read and check the configuration; paths in it become absolute.

    `data_dir` moves everything that is written there, the log included, whatever the files
    say. `check_source` adds what the kinds of sources know, `check_settings` what is known
    of settings that are right in themselves. Raises one ConfigError with every problem of
    every file.
    """
    path = find_file(explicit, environment=environment, working_directory=working_directory)
    problems: list[Problem] = []
    files = list(read_files(path, working_directory=working_directory, problems=problems))
    tables = [table for file in files for table in _tables(file)]
    problems += _check(files, tables, main=path, check_source=check_source)
    main = next((file for file in files if file.path == path), ConfigFile.empty(path))
    given = overrides(environment)
    drafted = draft(main, given, here=working_directory, data_dir=data_dir)
    problems += given.problems
    settings = _settings(drafted, main, given, problems)
    if settings is not None:
        found = check_settings(settings)
        problems += [_locate(complaint, main, given) for complaint in found]
    if settings is None or problems:
        raise ConfigError(sorted(problems, key=_by_place))
    return Loaded(settings, tuple(tables), path)


def _by_place(problem: Problem) -> tuple[str, int]:
    return problem.file, problem.line or 0


def _tables(file: ConfigFile) -> list[SourceTable]:
    return read_tables(file.tree, file.places, file=file.shown, folder=file.path.parent)


def _check(
    files: list[ConfigFile],
    tables: list[SourceTable],
    *,
    main: Path,
    check_source: CheckSource,
) -> Iterator[Problem]:
    yield from check_tables(tables)
    for table in tables:
        if table.kind:
            yield from check_source(table)
    for file in files:
        yield from check_shape(file.tree, file.places, file=file.shown)
        if file.path != main:
            yield from _strays(file)


def _strays(file: ConfigFile) -> Iterator[Problem]:
    for key in file.tree:
        if key != "source":
            message = f"'{key}' does not belong here, only [[source]] tables do"
            hint = "move it into ingestd.toml"
            yield Problem(file.shown, file.places.line((key,)), message, hint)


def _settings(
    drafted: Tree, main: ConfigFile, given: Overrides, problems: list[Problem]
) -> Settings | None:
    try:
        return Settings.model_validate(drafted)
    except ValidationError as error:
        problems += [
            _locate(complaint, main, given)
            for complaint in complaints(error, Settings, besides=("source",))
        ]
    return None


def _locate(complaint: Complaint, main: ConfigFile, given: Overrides) -> Problem:
    if _is_in(given.values, complaint.path):
        message = f"{variable(complaint.path)}: {complaint.message}"
        return Problem(WHERE, None, message, complaint.hint)
    line = main.places.line(complaint.path)
    return Problem(main.shown, line, complaint.message, complaint.hint)


def _is_in(tree: object, path: KeyPath) -> bool:
    for part in path:
        if not isinstance(tree, dict) or part not in tree:
            return False
        tree = tree[part]
    return True
