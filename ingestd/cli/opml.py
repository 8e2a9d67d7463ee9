"""`ingestd sources import-opml` and `export-opml`: lists of feeds from and for other readers."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingestd.cli.opening import load_configuration
from ingestd.cli.options import Json
from ingestd.cli.printing import Columns, print_rows, say
from ingestd.errors import IngestdError, UnreadableError, UsageError

if TYPE_CHECKING:
    from ingestd.config.loader import Loaded
    from ingestd.sources.opml.importing import Imported
    from ingestd.sources.opml.reading import Listed

COLUMNS: Columns = {
    "outcome": lambda row: row["outcome"],
    "name": lambda row: row["name"],
    "feed": lambda row: row["feed"],
    "reason": lambda row: row["reason"],
}


class UnwritableError(IngestdError):
    """A file cannot be written."""

    exit_code = 74

    def __init__(self, path: Path, error: OSError) -> None:
        hint = "let the user that runs this write there, or name another place"
        super().__init__(f"{path} cannot be written: {error.strerror}", hint=hint)


def import_list(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list of feeds, as OPML.")],
    as_json: Json = False,
) -> None:
    """Make sources of the feeds in an OPML file; those that are sources already are told."""
    from ingestd.config.files import sources_folder
    from ingestd.sources.opml.importing import imported
    from ingestd.sources.opml.tables import free_name, slug
    from ingestd.sources.registry import check_source

    loaded = load_configuration(context)
    listed = _read(file)
    folder = sources_folder(loaded.path)
    taken = {path.stem for path in folder.glob("*.toml")}
    to = folder / f"{free_name(slug(file.stem) or 'feeds', taken)}.toml"
    outcomes = imported(listed.feeds, existing=loaded.sources, file=to, check=check_source)
    if any(outcome.table for outcome in outcomes):
        _write(to, outcomes, file.name, loaded)
    print_rows(map(_row, outcomes), COLUMNS, as_json=as_json)
    _tell(outcomes, listed.others, to)


def export_list(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Left out, or -: standard output.")
    ] = None,
) -> None:
    """Write all feeds that are sources as OPML, without users and passwords."""
    from ingestd.sources.opml.tables import feed_of
    from ingestd.sources.opml.writing import write_opml

    tables = [table for table in load_configuration(context).sources if table.kind == "feed"]
    written = write_opml(map(feed_of, tables), title="ingestd")
    if file is None or str(file) == "-":
        sys.stdout.write(written.decode())
        return
    _put(file, written)
    say(f"{len(tables)} feeds are in {file}")


def _read(file: Path) -> "Listed":
    from ingestd.confinement.children import Children
    from ingestd.sources.opml.reading import MOST_BYTES, READ_OPML

    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    if len(content) > MOST_BYTES:
        hint = "split it, or leave out what is no list of feeds"
        raise UnreadableError(f"{file} has over {MOST_BYTES:,} bytes", hint=hint)
    children = Children(1)
    try:
        return children.run(READ_OPML, content)
    except UnreadableError as error:
        raise UnreadableError(f"{file} cannot be taken: {error}", hint=error.hint) from error
    finally:
        children.close()


def _write(to: Path, outcomes: "list[Imported]", name: str, loaded: "Loaded") -> None:
    from ingestd.sources.opml.tables import written

    try:
        to.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise UnwritableError(to.parent, error) from error
    text = written((one.table for one in outcomes if one.table), name=name)
    _put(to, text.encode(), mode=loaded.path.stat().st_mode)


def _put(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Write it whole or not at all; a daemon that sees the name may read it."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_bytes(content)
        unfinished.chmod(mode & 0o777)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise UnwritableError(path, error) from error


def _row(outcome: "Imported") -> dict[str, str | None]:
    return {
        "feed": outcome.feed,
        "outcome": outcome.outcome,
        "name": outcome.name,
        "reason": outcome.reason,
    }


def _tell(outcomes: "list[Imported]", others: int, to: Path) -> None:
    counts = Counter(outcome.outcome for outcome in outcomes)
    where = f" into {to}" if counts["imported"] else ""
    told = [
        f"{counts['imported']} feeds imported{where}",
        f"{counts['known']} known",
        f"{counts['refused']} refused",
    ]
    if others:
        told.append(f"{others} outlines without an address passed over")
    say(", ".join(told))
