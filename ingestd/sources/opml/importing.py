"""Which feeds of an OPML file become sources, and why others don't."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingestd.config.tables import SourceTable
from ingestd.errors import Problem
from ingestd.fetching.web_address import without_secret
from ingestd.sources.opml.outline import Feed
from ingestd.sources.opml.tables import named, table_of

Outcome = Literal["imported", "known", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one feed; `table` where it is a new source, `name` where it is any."""

    feed: str
    outcome: Outcome
    name: str | None = None
    reason: str | None = None
    table: SourceTable | None = None


def imported(
    feeds: Iterable[Feed],
    *,
    existing: Sequence[SourceTable],
    file: Path,
    check: Callable[[SourceTable], list[Problem]],
) -> list[Imported]:
    """Say what becomes of each feed, in their order, where its table would stand in `file`.

    Nobody is asked for the same address twice, however often it is listed.
    """
    known = {_address(table): table.name for table in existing if table.kind == "feed"}
    outcomes = []
    for name, feed in named(feeds, {table.name for table in existing}):
        address = without_secret(feed.url)
        if address in known:
            of = known[address]
            reason = f"the source {of!r} asks for it"
            outcomes.append(Imported(feed=address, outcome="known", name=of, reason=reason))
            continue
        table = table_of(name, feed, folder=file.parent, file=str(file))
        if problems := check(table):
            reason = "; ".join(problem.message for problem in problems)
            outcomes.append(Imported(feed=address, outcome="refused", reason=reason))
            continue
        known[address] = name
        outcomes.append(Imported(feed=address, outcome="imported", name=name, table=table))
    return outcomes


def _address(table: SourceTable) -> str:
    return without_secret(str(table.options.get("url")))
