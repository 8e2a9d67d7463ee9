"""The kinds of sources, and how one is made of what the configuration says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from ingestd.clock import Clock, system_clock
from ingestd.config.did_you_mean import did_you_mean
from ingestd.config.explained import complaints
from ingestd.config.places import Tree
from ingestd.config.schema import json_schema
from ingestd.config.tables import SourceTable
from ingestd.errors import ConfigError, Problem
from ingestd.sources.archive import ArchiveOptions, ArchiveSource
from ingestd.sources.feed import FeedOptions, FeedSource
from ingestd.sources.folder import FolderOptions, FolderSource
from ingestd.sources.found import Source
from ingestd.sources.options import SourceOptions
from ingestd.sources.page import PageOptions, PageSource
from ingestd.sources.sitemap import SitemapOptions, SitemapSource

Options = TypeVar("Options", bound=SourceOptions)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Options]):
    """A kind of source: what it can be told, and how it is made."""

    options: type[Options]
    make: Callable[[str, Options, Clock], Source]

    def read(self, table: SourceTable) -> Options:
        """Check the options; raises pydantic's ValidationError."""
        return self.options.model_validate(table.options, context={"folder": table.folder})

    def build(self, table: SourceTable, clock: Clock) -> Source:
        """Make the source of a table that was checked."""
        return self.make(table.name, self.read(table), clock)


AnyKind = (
    Kind[FolderOptions]
    | Kind[FeedOptions]
    | Kind[SitemapOptions]
    | Kind[PageOptions]
    | Kind[ArchiveOptions]
)
KINDS: Mapping[str, AnyKind] = {
    "folder": Kind(FolderOptions, FolderSource),
    "feed": Kind(FeedOptions, FeedSource),
    "sitemap": Kind(SitemapOptions, SitemapSource),
    "page": Kind(PageOptions, PageSource),
    "archive": Kind(ArchiveOptions, ArchiveSource),
}


def check_source(table: SourceTable) -> list[Problem]:
    """Everything wrong with the kind and the options of one source."""
    kind = KINDS.get(table.kind)
    if kind is None:
        hint = did_you_mean(table.kind, KINDS)
        return [table.problem(f"unknown kind '{table.kind}'", key="kind", hint=hint)]
    try:
        kind.read(table)
    except ValidationError as error:
        found = complaints(error, kind.options, besides=("name", "kind"))
        return [
            table.problem(one.message, key=str(one.path[0]), hint=one.hint) for one in found
        ]
    return []


def build_source(table: SourceTable, clock: Clock = system_clock) -> Source:
    """Make one source. Raises ConfigError with every problem of its table."""
    if problems := check_source(table):
        raise ConfigError(problems)
    return KINDS[table.kind].build(table, clock)


def build_sources(
    tables: Iterable[SourceTable], clock: Clock = system_clock
) -> tuple[Source, ...]:
    """Make all sources. Raises one ConfigError with every problem of every table."""
    tables = tuple(tables)
    if problems := [problem for table in tables for problem in check_source(table)]:
        raise ConfigError(problems)
    return tuple(KINDS[table.kind].build(table, clock) for table in tables)


def configuration_schema() -> Tree:
    """The JSON Schema of a whole configuration file, with the options of every kind."""
    return json_schema({name: kind.options.model_json_schema() for name, kind in KINDS.items()})
