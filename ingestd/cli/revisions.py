"""What `ingestd show --revisions` prints: each reading of an article, and what changed."""

import sys
from typing import TYPE_CHECKING, Any

from ingestd.cli.printing import day, plain, print_json, print_rows

if TYPE_CHECKING:
    from ingestd.app import App

Row = dict[str, Any]
COLUMNS = {
    "revision": lambda row: row["revision"],
    "cause": lambda row: row["cause"] or "first",
    "at": day("at"),
    "published": lambda row: row["published_at"],
    "words": lambda row: row["words"],
    "event": lambda row: row["position"],
    "title": lambda row: row["title"],
}
MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}
STYLES = {"removed": "red strike", "added": "green", "same": ""}


def find(app: "App", article: str, *, diff: bool) -> list[Row] | None:
    """The readings of an article; None where there is none."""
    from ingestd.queries.revisions import list_revisions

    with app.database.reading() as connection:
        return list_revisions(connection, article, app.blobs, diff=diff)


def print_revisions(rows: list[Row], *, diff: bool, as_json: bool) -> None:
    """A row for each, or what changed from each to the next; in colours on a terminal."""
    if as_json:
        for row in rows:
            print_json(row)
    elif diff:
        for row in rows:
            _print_changes(row)
    else:
        print_rows(rows, COLUMNS, as_json=False)


def _print_changes(row: Row) -> None:
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    coloured = console.is_terminal and not console.no_color
    for text, style in _lines(row, marked=not coloured):
        console.print(text, style=style, end="", markup=False)


def _lines(row: Row, *, marked: bool) -> list[tuple[str, str]]:
    """What to print, piece by piece, each with its colour; with marks where there is none."""
    changed = row["changed"]
    cause, seen = row["cause"] or "first", day("at")(row)
    lines = [
        (f"revision {row['revision']}, {cause}, {seen}, event {row['position']}\n", "bold")
    ]
    if changed is None:
        return [*lines, (f"  {row['words']} words: {plain(row['title'] or '')}\n\n", "")]
    for name, values in changed["fields"].items():
        lines.append((f"  {name}: ", ""))
        for op, value in (("removed", values["before"]), ("added", values["after"])):
            lines.append((f"{_marked(op, plain(value or 'none'), marked)} ", STYLES[op]))
        lines.append(("\n", ""))
    lines.append((f"  words removed: {changed['removed']}, added: {changed['added']}\n\n", ""))
    return [*lines, *_text(changed["parts"], marked=marked), ("\n\n", "")]


def _text(parts: list[Row], *, marked: bool) -> list[tuple[str, str]]:
    from ingestd.queries.differences import Part, shortened

    return [
        (
            _marked(part.op, "\n".join(map(plain, part.text.split("\n"))), marked),
            STYLES[part.op],
        )
        for part in shortened([Part(**part) for part in parts])
    ]


def _marked(op: str, text: str, marked: bool) -> str:
    begin, end = MARKS[op] if marked else ("", "")
    return f"{begin}{text}{end}"
