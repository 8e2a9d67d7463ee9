"""`ingestd reprocess`: newer parsers and extractors over what is kept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import Row, print_rows, say
from ingestd.errors import DocumentError, IngestdError, UnavailableError, UsageError

if TYPE_CHECKING:
    from ingestd.app import App
    from ingestd.extraction.extractor import Extractor
    from ingestd.pipeline.reprocessing import Only, Read


class Stage(StrEnum):
    """What is done once more."""

    PARSE = "parse"
    EXTRACT = "extract"


class Which(StrEnum):
    """Of which documents."""

    FAILED = "failed"
    OUTDATED = "outdated"


def _brief(values: dict[str, Any] | None) -> str:
    """Fields that are told, as a person reads them."""
    told = {name: value for name, value in (values or {}).items() if value not in (None, [])}
    return ", ".join(f"{name} {value}" for name, value in told.items())


COLUMNS = {
    "article": lambda row: row["article"],
    "extractor": lambda row: row["extractor"],
    "change": lambda row: f"{row['change']} {row['kind']}",
    "name": lambda row: row["name"],
    "before": lambda row: _brief(row["before"]) if row["change"] == "changed" else "",
    "after": lambda row: _brief(row["after"]) if row["change"] == "changed" else "",
}


def command(
    context: typer.Context,
    stage: Annotated[
        Stage, typer.Option("--stage", help="What is done once more.")
    ] = Stage.EXTRACT,
    only: Annotated[
        Which | None,
        typer.Option("--only", help="What failed; or what another version did, or none."),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="S", help="What this source brought.")
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--extractor", metavar="NAME", help="Only by these of the extractors."),
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="Only show what would be told otherwise.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Parse kept originals, or extract from kept texts, once more; append what follows.

    With --diff nothing is recorded.
    """
    if stage is Stage.PARSE and (diff or names):
        raise UsageError("--diff and --extractor are for --stage extract")
    which: Only | None = only.value if only else None
    with opened(context) as app:
        found = _documents(app, source)
        if stage is Stage.PARSE:
            failures: list[IngestdError] = _parse(app, found, which)
        else:
            again = _Again(app, found, _chosen(app, names), which)
            if diff:
                print_rows(again.differences(), COLUMNS, as_json=as_json)
            else:
                again.record()
            failures = again.failures
    for failure in failures:
        say(f"ingestd: {failure}" + (f"\n  {failure.hint}" if failure.hint else ""))
    if failures:
        raise typer.Exit(failures[0].exit_code)


def _documents(app: "App", source: str | None) -> list[str]:
    from ingestd.queries.reprocessing import documents

    with app.database.reading() as connection:
        return documents(connection, source=source)


def _parse(app: "App", found: Iterable[str], only: "Only | None") -> list[IngestdError]:
    from ingestd.pipeline.reprocessing import parse_again

    count = parse_again(found, only=only, tools=app.tools)
    failures = app.catch_up()
    say(f"{count} parsed again")
    return [*failures]


def _chosen(app: "App", names: list[str] | None) -> "list[Extractor]":
    in_use = {one.name: one for one in (*app.tools.extractors, *app.tools.remote)}
    unknown = [name for name in names or () if name not in in_use]
    if unknown:
        raise UsageError(
            f"{unknown[0]!r} is no extractor in use",
            hint=f"[extraction] extractors names: {', '.join(in_use)}",
        )
    return [in_use[name] for name in names or in_use]


class _Again:
    """One run over texts; an extractor that cannot be asked is asked no more in it."""

    def __init__(
        self,
        app: "App",
        documents: Iterable[str],
        extractors: "list[Extractor]",
        only: "Only | None",
    ) -> None:
        from ingestd.pipeline.reprocessing import readings

        self._app = app
        self._readings = readings(documents, extractors, only=only, tools=app.tools)
        self._away: dict[str, UnavailableError] = {}
        self._rejected: list[DocumentError] = []

    @property
    def failures(self) -> list[IngestdError]:
        """What went wrong: who was not there, then the documents that could not be read."""
        return [*self._away.values(), *self._rejected]

    def differences(self) -> Iterator[Row]:
        """What would be told otherwise, fact by fact."""
        from ingestd.extraction.differences import differences

        for read in self._read():
            reading, extraction = read.reading, read.extraction
            if extraction is None:
                continue
            before = reading.before
            where = {
                "article": reading.parsed.document,
                "extractor": reading.extractor.name,
                "version": reading.extractor.version,
                "version_before": before.version if before else None,
            }
            for one in differences(before.extraction if before else None, extraction):
                yield where | asdict(one)

    def record(self) -> None:
        """Append what is news, and let the views follow."""
        from ingestd.pipeline.reprocessing import record

        self._app.declare_policy()
        counts: Counter[str] = Counter()
        for read in self._read():
            recorded = record(read, self._app.tools)
            kind = "rejected" if read.failure else "appended" if recorded else "unchanged"
            counts[kind] += 1
        while self._app.project():
            pass
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
        say(f"{counts.total()} read again: {told}" if counts else "nothing to read again")

    def _read(self) -> "Iterator[Read]":
        from ingestd.pipeline.reprocessing import read_again

        for reading in self._readings:
            if reading.extractor.name in self._away:
                continue
            try:
                read = read_again(reading, self._app.tools)
            except UnavailableError as error:
                self._away[reading.extractor.name] = error
                continue
            if read.failure is not None:
                self._rejected.append(read.failure)
            yield read
