from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingestd.clock import Clock
from ingestd.config.tables import SourceTable

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
Table = Callable[..., SourceTable]


@pytest.fixture
def clock() -> Clock:
    """A clock on which everything that a test writes is a minute old."""
    moment = datetime.now(UTC) + timedelta(minutes=1)  # noqa: TID251 - files have real times
    return lambda: moment


@pytest.fixture
def table(tmp_path: Path) -> Table:
    def table(kind: str, options: Mapping[str, object], *, name: str = "drop") -> SourceTable:
        lines = {"kind": 2} | {key: line for line, key in enumerate(options, start=3)}
        return SourceTable(
            name=name,
            kind=kind,
            options=options,
            file="config/sources.toml",
            folder=tmp_path,
            line=1,
            lines=lines,
        )

    return table
