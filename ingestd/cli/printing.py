"""Rows for people, or for programs: data on stdout, everything else on stderr."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
SHORT = 26
NARROW = 12
GAP = 2
UNBROKEN = 1000  # where no terminal sets the width, a row is a line
Columns = Mapping[str, Callable[[Row], Any]]


def print_json(row: Row) -> None:
    """One object on one line, as it stands in the contract."""
    any_letter = sys.stdout.encoding.lower().startswith("utf")
    sys.stdout.write(json.dumps(row, ensure_ascii=not any_letter) + "\n")


def print_rows(rows: Iterable[Row], columns: Columns, *, as_json: bool) -> None:
    """JSON Lines, or a table with these columns."""
    if as_json:
        for row in rows:
            print_json(row)
        return
    _print_table(list(rows), columns)


def _print_table(rows: Sequence[Row], columns: Columns) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        say("nothing found")
        return
    cells = [[_cell(value(row)) for value in columns.values()] for row in rows]
    table = Table(box=None, pad_edge=False, header_style="bold")
    least = 0
    for name, column in zip(columns, zip(*cells, strict=True), strict=True):
        # an id that is broken in two cannot be copied
        short = max(len(cell) for cell in column) <= SHORT
        table.add_column(name, no_wrap=short, overflow="ellipsis" if short else "fold")
        least += GAP + max(len(name), *map(len, column) if short else (NARROW,))
    for line in cells:
        table.add_row(*(Text(cell) for cell in line))  # Text, not markup: titles have brackets
    console = Console(file=sys.stdout)
    # where a terminal is too narrow it breaks the line itself: nothing is left out
    console.width = max(console.width, least) if sys.stdout.isatty() else UNBROKEN
    console.print(table)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return _told(value)
    return plain(str(value))


def _told(part: Mapping[str, Any]) -> str:
    """A part of an item, as short as it can be said."""
    if "quote" in part:
        return plain(f"“{part['quote']}” [{part['start']}:{part['end']}]")
    if "name" in part:
        role = part.get("role")
        return plain(f"{part['name']} ({role})" if role else part["name"])
    return ", ".join(f"{name} {_cell(value)}" for name, value in part.items() if value)


def plain(text: str) -> str:
    """One line without control characters: a terminal would obey them."""
    return "".join(character if character.isprintable() else " " for character in text)


def print_item(row: Row, *, as_json: bool) -> None:
    """One item: an object, or its fields one below the other."""
    if as_json:
        print_json(row)
        return
    for name, value in row.items():
        _print_field(name, value)


def _print_field(name: str, value: Any) -> None:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        sys.stdout.write(f"{name}:\n")
        for item in value:
            told = ", ".join(f"{k} {_cell(v)}" for k, v in item.items() if v is not None)
            sys.stdout.write(f"  - {told}\n")
    elif isinstance(value, dict):
        told = ", ".join(f"{k} {_cell(v)}" for k, v in value.items() if v is not None)
        sys.stdout.write(f"{name}: {told}\n")
    elif isinstance(value, str) and "\n" in value:
        told = "\n".join(plain(line) for line in value.split("\n"))
        sys.stdout.write(f"{name}:\n\n{told}\n\n")
    else:
        sys.stdout.write(f"{name}: {_cell(value)}\n")


def day(field: str) -> Callable[[Row], Any]:
    """A time, as a person wants it in a table: to the minute."""
    return lambda row: (row[field] or "")[:16].replace("T", " ")


def say(message: str) -> None:
    """A message to the person, on stderr."""
    sys.stderr.writelines(f"{plain(line)}\n" for line in message.split("\n"))
