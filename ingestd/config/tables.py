"""A `[[source]]` table: its name and kind are checked here, its options by its kind."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ingestd.config.places import Places, Tree
from ingestd.errors import Problem

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
RESERVED = "ingest"  # what was named on the command line


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """One source as it was written down.

    `file` is how the file is shown to people, `folder` what relative paths are relative to,
    `line` where the table begins, `lines` where each of its keys stands.
    """

    name: str
    kind: str
    options: Mapping[str, object]
    file: str
    folder: Path
    line: int | None = None
    lines: Mapping[str, int | None] = field(default_factory=dict)

    def problem(self, message: str, *, key: str = "", hint: str | None = None) -> Problem:
        """Something wrong with this source, at the line of `key`."""
        line = self.lines.get(key, self.line)
        return Problem(self.file, line, f'source "{self.name}": {message}', hint)


def read_tables(tree: Tree, places: Places, *, file: str, folder: Path) -> list[SourceTable]:
    """Take the sources out of a file's tree; one without a name has the name ""."""
    return [
        SourceTable(
            name=str(table.get("name", "")),
            kind=str(table.get("kind", "")),
            options={key: table[key] for key in table if key not in {"name", "kind"}},
            file=file,
            folder=folder,
            line=places.line(("source", index)),
            lines={key: places.line(("source", index, key)) for key in table},
        )
        for index, table in enumerate(_tables(tree) or [])
    ]


def _tables(tree: Tree) -> list[Tree] | None:
    tables = tree.get("source", [])
    if isinstance(tables, list) and all(isinstance(table, dict) for table in tables):
        return tables
    return None


def check_shape(tree: Tree, places: Places, *, file: str) -> Iterator[Problem]:
    """Find sources that are not written as tables."""
    if _tables(tree) is None:
        message = "'source' should be tables, one for each source"
        hint = "write [[source]], with two brackets"
        yield Problem(file, places.line(("source",)), message, hint)


def check_tables(tables: list[SourceTable]) -> Iterator[Problem]:
    """Find names that are missing, ill-formed or taken, and kinds that are missing."""
    first: dict[str, SourceTable] = {}
    for table in tables:
        yield from _check_name(table)
        if not table.kind:
            yield table.problem("'kind' is missing", hint='add a line: kind = "folder"')
        other = first.setdefault(table.name, table)
        if table.name and other is not table:
            where = f"{other.file}:{other.line}"
            yield table.problem(
                "the name is taken", key="name", hint=f"the other one is at {where}"
            )


def _check_name(table: SourceTable) -> Iterator[Problem]:
    if not table.name:
        yield Problem(table.file, table.line, "a source needs a name", 'add a line: name = "…"')
    elif table.name == RESERVED:
        message = f"'{RESERVED}' is the name of what is taken in by hand"
        yield table.problem(message, key="name", hint="choose another name")
    elif not NAME.fullmatch(table.name):
        hint = "use small letters, digits, '-', '_' and '.', at most 64"
        yield table.problem("the name cannot be used", key="name", hint=hint)
